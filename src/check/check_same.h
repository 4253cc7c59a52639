/* Questions that ask the same, in one catalog or in two, and their answers. */
#ifndef CHECK_CHECK_SAME_H
#define CHECK_CHECK_SAME_H

#include "checksheet/profile.h"

/* Reports answers of one profile that contradict each other: those to the questions of a sheet that its catalog says are
 * the same as others. */
void cs_check_same(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers);

#endif
