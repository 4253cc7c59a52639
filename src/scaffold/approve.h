/* Writing into a profile who stands behind its answers. */
#ifndef SCAFFOLD_APPROVE_H
#define SCAFFOLD_APPROVE_H

#include "checksheet/profile.h"

/* An answer that is to be approved, in the file of its profile. */
struct cs_to_approve {
    const struct cs_catalog *catalog;
    const struct cs_answer *answer;
};

/* The bytes of the profile's file with the approvals of these answers as they are now. A short answer takes its long form;
 * all else stays as it is. False where that cannot be done. */
bool cs_approve(struct cs_job *job, const struct cs_profile *profile, const struct cs_to_approve *answers,
                uint32_t count, cs_text by, struct cs_date on, cs_text *bytes);

#endif
