/* Rules on the command line. */
#ifndef CMD_RULES_H
#define CMD_RULES_H

#include "cmd/files.h"

/* The rule that a word names; false, and a usage error with a guess, when it names none. */
bool rule_read(struct run *run, cs_text word, enum cs_rule *rule);

#endif
