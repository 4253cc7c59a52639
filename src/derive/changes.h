/* A diff for readers: only what has changed, in words. The sheet of lines is for a terminal, the table for formats
 * with columns. Both are ordinary sheets; a cell with a changed text has runs. */
#ifndef DERIVE_CHANGES_H
#define DERIVE_CHANGES_H

#include "checksheet/diff.h"
#include "derive/run_writer.h"

struct cs_changes {
    struct cs_job *job;
    const struct cs_sheet *diff;
    struct cs_sheet *sheet; /* the sheet being made */
    enum cs_language language;
    uint32_t answer, question; /* columns */
    bool answered;             /* some item on some side is answered: the sheets are more than lists of questions */
};

struct cs_changes cs_changes_begin(struct cs_job *job, const struct cs_sheet *diff);

/* Sets the columns of the table, and its header. change_table.c */
void cs_changes_set_columns(const struct cs_changes *changes);

/* --- changes_head.c: what stands above and below the items ---------------------------------------------------------- */

/* The sheets with their dates, and the number of changes. */
cs_text cs_changes_title(const struct cs_changes *changes);

/* Adds the changes of the heads. */
void cs_changes_add_notes(const struct cs_changes *changes);

/* Adds the numbers of the items with nothing but the date of review changed. */
void cs_changes_add_reviewed(const struct cs_changes *changes);

/* --- changes.c: what changed of an item ------------------------------------------------------------------------------ */

bool cs_change_is_shown(const struct cs_changes *changes, const struct cs_row *row);
bool cs_change_has(const struct cs_row *row, enum cs_aspect aspect);

/* True if only the date of review of an item has changed: in a yearly review that may be all of them. */
bool cs_is_reviewed_only(const struct cs_changes *changes, const struct cs_row *row);

/* The text of a cell; empty if the row has no such column. */
cs_text cs_cell_text(const struct cs_row *row, uint32_t column);

cs_text cs_change_question(const struct cs_changes *changes, const struct cs_row *row);

/* The answer as one word, and its tone for the row's question. */
cs_text cs_answer_before(const struct cs_changes *changes, const struct cs_row *row);
cs_text cs_answer_after(const struct cs_changes *changes, const struct cs_row *row);
enum cs_tone cs_change_tone(const struct cs_row *row, enum cs_state state);

/* True if the words before and after already show how the answer changed. */
bool cs_change_is_in_words(const struct cs_changes *changes, const struct cs_row *row);

/* True for a column whose change is on a line of its own: not the number and the place, which have their own form,
 * nor what was not asked for. */
bool cs_change_is_told(const struct cs_changes *changes, const struct cs_row *row, uint32_t column);

/* The label of a changed column: its aspect, or if that is ambiguous, its title. */
cs_text cs_change_label(const struct cs_changes *changes, const struct cs_row *row, uint32_t column);

/* Adds the change of a cell: short values as old -> new, texts with the changes marked. */
void cs_put_change(struct cs_run_writer *writer, const struct cs_changes *changes, const struct cs_row *row,
                   uint32_t column);

/* The change of the good answer, and of whether one is required; empty if there is none, or a column contains it
 * already. */
cs_text cs_good_change(const struct cs_changes *changes, const struct cs_row *row);
cs_text cs_flag_change(const struct cs_changes *changes, const struct cs_row *row);

/* A, or A -> B if they differ. */
cs_text cs_from_to(struct cs_job *job, cs_text a, cs_text b);

/* Two texts with a separator; if one is empty, the other. */
cs_text cs_joined(struct cs_job *job, cs_text a, const char *between, cs_text b);

#endif
