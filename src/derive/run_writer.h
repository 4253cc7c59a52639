/* Writing the runs of a cell, by which a sheet shows how a text changed. */
#ifndef DERIVE_RUN_WRITER_H
#define DERIVE_RUN_WRITER_H

#include "checksheet/sheet.h"

/* A cell's runs under construction; set the job, and everything else to zero. */
struct cs_run_writer {
    struct cs_job *job;
    struct cs_run *runs;
    uint32_t count, room;
    cs_text margin; /* at the beginning of each line except the first */
};

void cs_put(struct cs_run_writer *writer, enum cs_edit edit, enum cs_tone tone, cs_text text);

/* Adds a kept text, in no tone. */
void cs_say(struct cs_run_writer *writer, cs_text text);
void cs_say_word(struct cs_run_writer *writer, cs_word_id word, enum cs_language language);

/* Adds a text of possibly several lines: each gets the margin, and no run spans a line end. */
void cs_put_lines(struct cs_run_writer *writer, enum cs_edit edit, cs_text text);

/* Adds the runs of a change; texts given whole are on lines of their own unless both are short. */
void cs_put_runs(struct cs_run_writer *writer, struct cs_runs runs);

/* Sets a cell to what was written: as its runs and, for formats without runs, as [-removed-]{+inserted+} in its text. */
void cs_put_cell(struct cs_run_writer *writer, struct cs_row *row, uint32_t column);

#endif
