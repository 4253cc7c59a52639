/* Answering questions of a form that the profile leaves open, from other known answers. */
#ifndef CMD_FILL_CARRIED_H
#define CMD_FILL_CARRIED_H

#include "cmd/fill/filling.h"

/* Carries answers over to open questions: from questions with the same text, in this profile or further ones of -p;
 * or from those that a person (= METI 6-8) or a crosswalk has declared to be the same, by the weakest link. Proposals
 * are stored in the slot, with reasons. False if a profile cannot be used: *code is set, and it was reported. */
bool carried_take(struct filling *filling, enum exit_code *code);

#endif
