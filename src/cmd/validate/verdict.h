/* The line on how a file stands. */
#ifndef CMD_VALIDATE_VERDICT_H
#define CMD_VALIDATE_VERDICT_H

#include "cmd/run.h"
#include "cmd/validate/look.h"

/* Adds the line of a file that was looked at; false for one with errors or warnings. */
bool verdict_add(const struct run *run, const struct validated *file, struct cs_buf *out);

#endif
