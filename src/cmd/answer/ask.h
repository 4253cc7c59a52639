/* Asking on a terminal. */
#ifndef CMD_ANSWER_ASK_H
#define CMD_ANSWER_ASK_H

#include "cmd/steps.h"

/* Asks one open question of the profile's own catalog after another; only those that must be answered, if so; from the
 * named one on, which is asked even where it is answered, unless that is NULL. Each answer is written at once. */
enum exit_code ask_all(struct run *run, const struct cs_profile *profile, struct cs_date today, bool only_required,
                       const struct cs_item *named);

#endif
