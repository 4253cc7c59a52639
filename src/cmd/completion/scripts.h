/* The completion scripts of the shells: each passes the words of the line to `checksheet __complete` and shows the
 * result. */
#ifndef CMD_COMPLETION_SCRIPTS_H
#define CMD_COMPLETION_SCRIPTS_H

#include "checksheet.h"

enum { SHELL_COUNT = 3 };
extern const cs_text completion_shells[SHELL_COUNT];
extern const cs_text completion_scripts[SHELL_COUNT];

#endif
