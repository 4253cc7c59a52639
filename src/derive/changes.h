/* A diff as a reader wants it: only what has changed, in words. The sheet of lines is for a terminal, the table for all
 * that has columns. Both are ordinary sheets; a cell that shows how a text changed has runs. */
#ifndef DERIVE_CHANGES_H
#define DERIVE_CHANGES_H

#include "checksheet/diff.h"
#include "derive/run_writer.h"

struct cs_changes {
    struct cs_job *job;
    const struct cs_sheet *diff;
    struct cs_sheet *sheet; /* that is being made */
    enum cs_language language;
    uint32_t answer, question; /* columns */
    bool answered;             /* some item on some side is: the sheets are of more than questions */
};

struct cs_changes cs_changes_begin(struct cs_job *job, const struct cs_sheet *diff);

/* Makes the columns of the table, and its header. change_table.c */
void cs_changes_set_columns(const struct cs_changes *changes);

/* --- changes_head.c: what stands above and below the items ---------------------------------------------------------- */

/* Which sheets of which day, and how many changes. */
cs_text cs_changes_title(const struct cs_changes *changes);

/* Adds what of the head is another. */
void cs_changes_add_notes(const struct cs_changes *changes);

/* Adds the numbers of the items of which only the date is another. */
void cs_changes_add_reviewed(const struct cs_changes *changes);

/* --- changes.c: what changed of an item ------------------------------------------------------------------------------ */

bool cs_change_is_shown(const struct cs_changes *changes, const struct cs_row *row);
bool cs_change_has(const struct cs_row *row, enum cs_aspect aspect);

/* An item of which nothing but the date of review is another: in a yearly round that may be all of them. */
bool cs_is_reviewed_only(const struct cs_changes *changes, const struct cs_row *row);

/* The text of a cell; empty where the row has no such column. */
cs_text cs_cell_text(const struct cs_row *row, uint32_t column);

cs_text cs_change_question(const struct cs_changes *changes, const struct cs_row *row);

/* The answer in a word, and the tone of an answer to the row's question. */
cs_text cs_answer_before(const struct cs_changes *changes, const struct cs_row *row);
cs_text cs_answer_after(const struct cs_changes *changes, const struct cs_row *row);
enum cs_tone cs_change_tone(const struct cs_row *row, enum cs_state state);

/* True when the words before and after say how the answer changed. */
bool cs_change_is_in_words(const struct cs_changes *changes, const struct cs_row *row);

/* True for a column whose change is told on a line of its own: not the number and the place, which have theirs, nor what
 * was not asked for. */
bool cs_change_is_told(const struct cs_changes *changes, const struct cs_row *row, uint32_t column);

/* What a changed column is called: by its aspect, or where that would not say which column it is, by its title. */
cs_text cs_change_label(const struct cs_changes *changes, const struct cs_row *row, uint32_t column);

/* Adds how a cell changed: short values from one to the other; in texts the change is marked. */
void cs_put_change(struct cs_run_writer *writer, const struct cs_changes *changes, const struct cs_row *row,
                   uint32_t column);

/* How the good answer has changed, and whether one is required; empty where it has not, or a column says it already. */
cs_text cs_good_change(const struct cs_changes *changes, const struct cs_row *row);
cs_text cs_flag_change(const struct cs_changes *changes, const struct cs_row *row);

/* A, or A -> B where it has changed. */
cs_text cs_from_to(struct cs_job *job, cs_text a, cs_text b);

/* Two texts with something between; where one is empty, the other. */
cs_text cs_joined(struct cs_job *job, cs_text a, const char *between, cs_text b);

#endif
