/* checksheet answer --approve. */
#ifndef CMD_ANSWER_APPROVE_H
#define CMD_ANSWER_APPROVE_H

#include "cmd/run.h"

/* Approves the answers given by the arguments, in the name of --by, and writes the profile. */
enum exit_code approve_answers(struct run *run);

#endif
