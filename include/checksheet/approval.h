/* Whether an answer was approved, and has not changed since. */
#ifndef CHECKSHEET_APPROVAL_H
#define CHECKSHEET_APPROVAL_H

#include "checksheet/profile.h"

/* The first 12 hexadecimal digits of the SHA-256 of an answer and its question: state, value, detail, remarks,
 * including those under a non-disclosure agreement, evidence, and the text of the question. It covers the answer as
 * sent, with facts and references filled in. */
cs_text cs_answer_digest(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_answer *answer);

/* True for an answer that was approved and has not changed since. */
bool cs_answer_is_approved(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_answer *answer);

/* True for an answer that is approved, or that equals an approved answer of the profile to which it refers ("= METI
 * 6-8", or carried over). */
bool cs_answer_is_covered(struct cs_job *job, const struct cs_profile *profile, const struct cs_catalog *catalog,
                          const struct cs_answer *answer);

#endif
