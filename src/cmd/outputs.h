/* Writing a sheet to all files that were asked for, each in its format. */
#ifndef CMD_OUTPUTS_H
#define CMD_OUTPUTS_H

#include "cmd/files.h"

/* Reads the options about the look of files. False, and reported, if one is invalid. */
bool outputs_read(struct run *run, struct cs_emit_options *options);

/* Checks all outputs before anything is read; with -f alone the output is stdout. False, and reported, if one is
 * invalid. */
bool outputs_check(struct run *run);

/* The format of an output: -f, else by its suffix. NULL, and reported, if neither gives one. */
const struct cs_emitter *outputs_format(struct run *run, const char *output);

/* What is reported about a file that was written: its size, or also how many questions are open, which is meaningless
 * for an empty form and for a comparison. */
enum outputs_news { NEWS_OF_SIZE, NEWS_OF_OPEN };

/* Writes the sheet to an output, `-` for stdout, and reports it unless it is stdout. */
enum exit_code outputs_write(struct run *run, const struct cs_sheet *sheet, const struct cs_emit_options *options,
                             const struct cs_emitter *emitter, const char *output, enum outputs_news news);

/* False, and reported, if one of the outputs must not be written; to be called once everything has been read. */
bool outputs_are_allowed(struct run *run);

#endif
