/* The summary line of a file. */
#ifndef CMD_VALIDATE_VERDICT_H
#define CMD_VALIDATE_VERDICT_H

#include "cmd/run.h"
#include "cmd/validate/look.h"

/* Adds the summary line of a file that was checked; false if it has errors or warnings. */
bool verdict_add(const struct run *run, const struct validated *file, struct cs_buf *out);

#endif
