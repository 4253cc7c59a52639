/* The column of a statement of applicability that says whether a control applies. */
#ifndef WORDING_APPLIES_H
#define WORDING_APPLIES_H

#include "base/job.h"
#include "checksheet/vocab.h"

/* OK for words meaning that a control applies, NA for those meaning that it does not, NONE for anything else. */
enum cs_state cs_applies_of(struct cs_job *job, cs_text word);

#endif
