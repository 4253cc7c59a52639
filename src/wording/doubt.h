/* What stands behind a mark: nothing but words about it, or something that takes it back. */
#ifndef WORDING_DOUBT_H
#define WORDING_DOUBT_H

#include "base/job.h"
#include "checksheet/vocab.h"

/* True where what follows a mark says another one, or that it holds in part only, or asks: ○/△, ○か△, ○→△, ○？, ×○,
 * ○（一部）. Then there is no answer. */
bool cs_mark_is_doubted(struct cs_job *job, cs_text mark, cs_text behind, enum cs_state state);

/* The same of an answer in one line of a profile, where a word behind a blank is the remark, whatever it says: ○ なし. */
bool cs_short_is_doubted(struct cs_job *job, cs_text mark, cs_text behind, enum cs_state state);

/* What follows a mark, without the sign that divides them: はい。年2回です。, Yes, twice a year. */
cs_text cs_behind_mark(cs_text text);

#endif
