/* Opening files and the standard input. */
#ifndef CMD_INPUT_H
#define CMD_INPUT_H

#include "cmd/run.h"

/* Reads a file, or stdin for "-". NULL after reporting. */
const struct cs_source *input_open(struct run *run, const char *path);

/* True for what was read from stdin. */
bool input_is_stdin(const struct run *run, const struct cs_source *source);

#endif
