/* Printing findings. */
#ifndef CMD_FINDINGS_H
#define CMD_FINDINGS_H

#include "cmd/files.h"

enum findings_form { FINDINGS_FULL, FINDINGS_BRIEF };

/* Prints the findings about a source, or all if it is NULL, to stdout, or to stderr if they are not the command's
 * output. */
void findings_print(struct run *run, const struct cs_source *source, enum findings_form form, bool to_error);

/* The number of findings of a rule about a source. */
uint32_t findings_count_rule(struct run *run, const struct cs_source *source, cs_rule rule);

/* How many errors there are in a source; 0 if it is NULL. */
uint32_t findings_count_errors(struct run *run, const struct cs_source *source);

/* Prints the findings of one rule to stderr, one on a line. */
void findings_print_rule(struct run *run, cs_rule rule);

#endif
