/* An answer of a profile under way: its parts for products, and as it was written. */
#ifndef MODEL_ANSWER_H
#define MODEL_ANSWER_H

#include "checksheet/job.h"
#include "checksheet/profile.h"

/* The part of an answer for a product; NULL where the answer does not differ there. */
const struct cs_answer *cs_answer_part(const struct cs_answer *answer, cs_text product);

/* What an answer says beside its parts is said of the products that have none: gives each of them such a part, and the
 * answer the state that all parts come to. */
void cs_answer_spread(struct cs_job *job, const struct cs_profile *profile, struct cs_answer *answer);

/* Keeps the answer as it was written, before it is changed for the first time. */
void cs_answer_keep_raw(struct cs_job *job, struct cs_answer *answer);

#endif
