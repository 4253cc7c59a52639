/* answer --approve */
#ifndef CMD_ANSWER_APPROVE_H
#define CMD_ANSWER_APPROVE_H

#include "cmd/run.h"

/* Approves the answers that the arguments name, in the name of --by, and writes that into the profile. */
enum exit_code approve_answers(struct run *run);

#endif
