/* Asking questions on a terminal. */
#ifndef CMD_ANSWER_ASK_H
#define CMD_ANSWER_ASK_H

#include "cmd/steps.h"

/* Asks the open questions of the profile's main catalog one after another; only required ones if `only_required`;
 * from a given one on, which is asked even if it is answered, unless it is NULL. Each answer is written at once. */
enum exit_code ask_all(struct run *run, const struct cs_profile *profile, struct cs_date today, bool only_required,
                       const struct cs_item *named);

#endif
