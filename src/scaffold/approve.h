/* Writing approvals of answers into a profile. */
#ifndef SCAFFOLD_APPROVE_H
#define SCAFFOLD_APPROVE_H

#include "checksheet/profile.h"

/* An answer to be approved, in the file of its profile. */
struct cs_to_approve {
    const struct cs_catalog *catalog;
    const struct cs_answer *answer;
};

/* The profile's file with the current approvals of these answers. A short answer is changed to the long form;
 * everything else is unchanged. False if that cannot be done. */
bool cs_approve(struct cs_job *job, const struct cs_profile *profile, const struct cs_to_approve *answers,
                uint32_t count, cs_text by, struct cs_date on, cs_text *bytes);

#endif
