/* Validation of any number of files. */
#ifndef CMD_VALIDATE_STREAM_H
#define CMD_VALIDATE_STREAM_H

#include "cmd/run.h"
#include "cmd/validate/look.h"

/* Validates files, and reports what is found about them, in their order; with --fix they are fixed before. Findings of
 * `fails` or above make it fail; CS_SEVERITIES: none do. What is in memory at a time are, of the profiles of a vendor, those
 * that the others are compared with; of a vendor whose profiles extend others, all; and of others 128 files at most. Of the
 * rest stays what the reports say of it. */
enum exit_code stream_validate(struct run *run, const struct validation *validation, char **paths, int fail_on);

#endif
