/* Questions that are the same, in one catalog or in two, and their answers. */
#ifndef CHECK_CHECK_SAME_H
#define CHECK_CHECK_SAME_H

#include "checksheet/profile.h"

/* Reports contradictions between answers of one profile to questions that the catalog of the sheet declares to be the
 * same. */
void cs_check_same(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers);

#endif
