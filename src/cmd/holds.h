/* Answers that should not go out as they stand. */
#ifndef CMD_HOLDS_H
#define CMD_HOLDS_H

#include "cmd/steps.h"

/* Of all the answers that a file is made of: says on stderr which have evidence that has run out, changed or been lost, and,
 * with --hold, leaves them open; with --approved-only leaves open what nobody approved as it is now, and says how many. What
 * is the same as another answer of the profile counts as approved with that. At most two sheets of answers. */
void holds_apply(struct run *run, const struct cs_profile *profile, const struct cs_answers *const *answers,
                 uint32_t count);

#endif
