/* Building an answer of a profile: its parts by product, and its original form. */
#ifndef MODEL_ANSWER_H
#define MODEL_ANSWER_H

#include "checksheet/job.h"
#include "checksheet/profile.h"

/* The part of an answer for a product; NULL if there is none. */
const struct cs_answer *cs_answer_part(const struct cs_answer *answer, cs_text product);

/* Gives each product without a part one that repeats the answer as a whole, and sets the answer's state to the one
 * that all parts result in. */
void cs_answer_spread(struct cs_job *job, const struct cs_profile *profile, struct cs_answer *answer);

/* Keeps a copy of the answer as written, before its first change. */
void cs_answer_keep_raw(struct cs_job *job, struct cs_answer *answer);

#endif
