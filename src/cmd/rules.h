/* Rules on the command line. */
#ifndef CMD_RULES_H
#define CMD_RULES_H

#include "cmd/files.h"

/* The rule with a name; false after reporting a usage error with a guess, if there is none. */
bool rule_read(struct run *run, cs_text word, cs_rule *rule);

#endif
