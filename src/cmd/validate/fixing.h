/* validate --fix: fixing files before they are checked. */
#ifndef CMD_VALIDATE_FIXING_H
#define CMD_VALIDATE_FIXING_H

#include "cmd/files.h"
#include "scaffold/scaffold.h"

/* Reads --fix and --dry-run before anything else is read; false after reporting a usage error. */
bool fixing_read(struct run *run);

/* Fixes a file in place, or with --dry-run shows the changes; *source is its new content, and *count the number of
 * places fixed. False, and reported, with nothing fixed, if it could not be written. */
bool fixing_file(struct run *run, const struct cs_source **source, cs_look *look, void *context, uint32_t *count);

/* The number of findings about a file that are left to a person. */
uint32_t fixing_left(struct run *run, const struct cs_source *source);

/* Reports how much of a file was fixed, and how much is left. */
void fixing_report(struct run *run, const char *path, uint32_t count, uint32_t left);

/* Adds a line on how much of a file --fix would fix, if there is anything. */
void fixing_offer(struct run *run, const struct cs_source *source, struct cs_buf *out);

#endif
