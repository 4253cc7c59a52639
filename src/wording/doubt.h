/* The text after a mark: a remark, or something that contradicts or qualifies the mark. */
#ifndef WORDING_DOUBT_H
#define WORDING_DOUBT_H

#include "base/job.h"
#include "checksheet/vocab.h"

/* True if what follows a mark is another one, qualifies it, or questions it: ○/△, ○か△, ○→△, ○？, ×○, ○（一部）. Then there
 * is no answer. */
bool cs_mark_is_doubted(struct cs_job *job, cs_text mark, cs_text behind, enum cs_state state);

/* The same for a one-line answer of a profile, where a word after a blank is the remark, whatever it says: ○ なし. */
bool cs_short_is_doubted(struct cs_job *job, cs_text mark, cs_text behind, enum cs_state state);

/* The text after a mark, without the separator: はい。年2回です。, Yes, twice a year. */
cs_text cs_behind_mark(cs_text text);

#endif
