/* Writing the runs of a cell: what a sheet shows of how a text changed. */
#ifndef DERIVE_RUN_WRITER_H
#define DERIVE_RUN_WRITER_H

#include "checksheet/sheet.h"

/* A cell's runs under construction; begin with the job, and all else zero. */
struct cs_run_writer {
    struct cs_job *job;
    struct cs_run *runs;
    uint32_t count, room;
    cs_text margin; /* stands at the start of each line but the first */
};

void cs_put(struct cs_run_writer *writer, enum cs_edit edit, enum cs_tone tone, cs_text text);

/* What was kept, in no tone. */
void cs_say(struct cs_run_writer *writer, cs_text text);
void cs_say_word(struct cs_run_writer *writer, enum cs_word word, enum cs_language language);

/* A text that may have several lines: each gets the margin, and no run goes over a line end. */
void cs_put_lines(struct cs_run_writer *writer, enum cs_edit edit, cs_text text);

/* The runs of a change; a text given whole and the one it became are on lines of their own unless both are short. */
void cs_put_runs(struct cs_run_writer *writer, struct cs_runs runs);

/* Gives a cell what was written: as its runs, and, for formats that know of none, as [-taken out-]{+put in+} in its
 * text. */
void cs_put_cell(struct cs_run_writer *writer, struct cs_row *row, uint32_t column);

#endif
