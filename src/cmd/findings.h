/* Findings on their way to the user. */
#ifndef CMD_FINDINGS_H
#define CMD_FINDINGS_H

#include "cmd/files.h"

enum findings_form { FINDINGS_FULL, FINDINGS_BRIEF };

/* Prints the findings about a source, about all when it is NULL, to stdout, or to stderr where they are not what was
 * asked for. */
void findings_print(struct run *run, const struct cs_source *source, enum findings_form form, bool to_error);

/* How many findings of a rule there are about a source. */
uint32_t findings_count_rule(struct run *run, const struct cs_source *source, enum cs_rule rule);

/* Prints the findings of one rule to stderr, a line each. */
void findings_print_rule(struct run *run, enum cs_rule rule);

#endif
