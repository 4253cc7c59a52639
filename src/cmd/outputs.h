/* Writing a sheet to as many files as are asked for, each in its format. */
#ifndef CMD_OUTPUTS_H
#define CMD_OUTPUTS_H

#include "cmd/files.h"

/* What the options say of how files look. False, and reported, when one of them says nothing that can be. */
bool outputs_read(struct run *run, struct cs_emit_options *options);

/* Holds all outputs against what can be written, before anything is read; with -f alone the output is stdout. False,
 * and reported, when one cannot be. */
bool outputs_check(struct run *run);

/* The format of an output: -f, else the ending of its name. NULL, and reported, when neither names one. */
const struct cs_emitter *outputs_format(struct run *run, const char *output);

/* What is said of a file that was written: how large it is, or how many questions are open in it as well, which is no news of
 * an empty form, nor of a comparison. */
enum outputs_news { NEWS_OF_SIZE, NEWS_OF_OPEN };

/* Writes the sheet to an output, `-` for stdout, and says so unless that is stdout. */
enum exit_code outputs_write(struct run *run, const struct cs_sheet *sheet, const struct cs_emit_options *options,
                             const struct cs_emitter *emitter, const char *output, enum outputs_news news);

/* False, and reported, when one of the outputs may not be written; asked once all that the job reads is read. */
bool outputs_are_allowed(struct run *run);

#endif
