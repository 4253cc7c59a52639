/* What a form asks that the profile does not answer, answered from what is known otherwise. */
#ifndef CMD_FILL_CARRIED_H
#define CMD_FILL_CARRIED_H

#include "cmd/fill/filling.h"

/* Carries answers over to questions that are open: from questions of the same text, in this profile or those of further
 * -p; from those that a person (= METI 6-8) or a crosswalk has said to ask the same, within the weakest link. What is only
 * likely is noted in the slot, with its reasons. False when a profile cannot be worked with: *code is set, and it was said. */
bool carried_take(struct filling *filling, enum exit_code *code);

#endif
