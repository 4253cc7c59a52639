/* What the column of a statement of applicability says: whether a control applies. */
#ifndef WORDING_APPLIES_H
#define WORDING_APPLIES_H

#include "base/job.h"
#include "checksheet/vocab.h"

/* OK for words that say that a control applies, NA for those that say that it does not, NONE for all else. */
enum cs_state cs_applies_of(struct cs_job *job, cs_text word);

#endif
