/* The files of two folders, compared by their names. */
#ifndef CMD_DIFF_FOLDERS_H
#define CMD_DIFF_FOLDERS_H

#include "cmd/diff/comparing.h"

/* Compares them as `like` says, which is not loaded, and writes one document to each output, in the order of the names; what
 * stands on one side alone is said. The worst of what happened to a pair is the exit code. */
enum exit_code folders_compare(const struct comparing *like, const struct cs_emit_options *options);

#endif
