/* Withholding answers that should not be sent. */
#ifndef CMD_HOLDS_H
#define CMD_HOLDS_H

#include "cmd/steps.h"

/* For all answers of a file: reports on stderr evidence that has expired, changed or disappeared, and, with --hold,
 * leaves these answers open; with --approved-only leaves open those not approved in their present form, and reports
 * how many. An answer that refers to an approved one of the profile counts as approved. At most two sheets of
 * answers. */
void holds_apply(struct run *run, const struct cs_profile *profile, const struct cs_answers *const *answers,
                 uint32_t count);

#endif
