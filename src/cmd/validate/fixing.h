/* validate --fix: files are mended before they are looked at. */
#ifndef CMD_VALIDATE_FIXING_H
#define CMD_VALIDATE_FIXING_H

#include "cmd/files.h"
#include "scaffold/scaffold.h"

/* Looks at --fix and --dry-run before anything is read; false after a usage error was reported. */
bool fixing_read(struct run *run);

/* Mends a file in its place, or with --dry-run shows what would be other in it; *source is then what it says, and *count the
 * places that were mended. False, and reported, when it could not be written. */
bool fixing_file(struct run *run, const struct cs_source **source, cs_look *look, void *context, uint32_t *count);

/* Says how much was mended of a file, and how much is left to a person. */
void fixing_report(struct run *run, const struct cs_source *source, uint32_t count);

/* Adds a line on how much of a file --fix would mend, where there is anything wrong that it would. */
void fixing_offer(struct run *run, const struct cs_source *source, struct cs_buf *out);

#endif
