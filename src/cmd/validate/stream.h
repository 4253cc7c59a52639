/* Validation of more files than are to be in memory at a time. */
#ifndef CMD_VALIDATE_STREAM_H
#define CMD_VALIDATE_STREAM_H

#include "cmd/validate/tell.h"

/* True for many files of which nothing else is asked for than the report for people, on stdout. */
bool stream_is_better(const struct run *run, char **paths);

/* Validates the files, and prints what is found about each when all before it is printed: the bytes are those of a run that
 * has all of them in memory. What stays there are, of the profiles of a vendor, those that the others are compared with; of a
 * vendor whose profiles extend others, all; and of others 128 files at most. */
enum exit_code stream_validate(struct run *run, const struct validation *validation, char **paths,
                               const struct asked *asked, int fail_on);

#endif
