/* A grid: what a file holds cell by cell, before anybody knows what it means. CSV, XLSX and Markdown all become one.
 *
 * Cells without a text are left out. A text is what a reader of the file sees: line ends are LF, dates 2025-11-01,
 * percentages 99.9%, furigana left out. Nothing is trimmed or folded: that is for matching, not for keeping. */
#ifndef CHECKSHEET_GRID_H
#define CHECKSHEET_GRID_H

#include "checksheet/source.h"

enum cs_grid_format { CS_GRID_CSV, CS_GRID_XLSX, CS_GRID_MARKDOWN };

enum cs_grid_form {
    CS_GRID_TEXT,
    CS_GRID_NUMBER,
    CS_GRID_DATE,
    CS_GRID_BOOL,
    CS_GRID_FAULT,   /* #REF! and the like */
    CS_GRID_UNSOLVED /* a formula that the file gives no result of; its text is empty */
};

struct cs_grid_cell {
    uint32_t row, column; /* from 0: A1 is 0, 0 */
    enum cs_grid_form form;
    uint32_t heading;    /* level of the heading that the file says it is; 0: none */
    uint32_t start, end; /* in the file, for formats that are text; 0, 0 otherwise */
    cs_text text;
    cs_text link; /* address behind the text, or empty */
};

/* Cells that are shown as one; the text is that of the first. All from 0, the last ones included. */
struct cs_grid_merge {
    uint32_t row, column, last_row, last_column;
};

/* What a drop-down offers for cells of a range. */
struct cs_grid_choices {
    struct cs_grid_merge range;
    const cs_text *texts;
    uint32_t count;
};

/* What somebody wrote beside a cell. */
struct cs_grid_comment {
    uint32_t row, column;
    cs_text text;
    bool is_thread; /* with what was answered to it, a line each */
};

/* What is shown when a cell of a range is chosen. */
struct cs_grid_prompt {
    struct cs_grid_merge range;
    cs_text text;
};

struct cs_grid_sheet {
    cs_text name; /* empty where the format has none */
    bool hidden;

    struct cs_grid_cell *cells; /* by row, then by column */
    uint32_t cell_count, cell_room;
    uint32_t row_count, column_count; /* one more than the last that has a text */

    struct cs_grid_merge *merges;
    uint32_t merge_count, merge_room;
    struct cs_grid_choices *choices;
    uint32_t choice_count, choice_room;
    uint32_t *hidden_rows, *hidden_columns; /* rising */
    uint32_t hidden_row_count, hidden_row_room, hidden_column_count, hidden_column_room;

    struct cs_grid_comment *comments; /* in the order of the file */
    uint32_t comment_count, comment_room;
    struct cs_grid_prompt *prompts;
    uint32_t prompt_count, prompt_room;

    const struct cs_source *source; /* what spans of its cells point into: the file itself, or, made at first need, a
                                       text with a line for each row */
    uint32_t *starts;               /* of each cell in such a text */
};

/* A word about the file that the file itself carries: custom properties, comments of the head. */
struct cs_grid_property {
    cs_text name, value;
};

/* What a file calls a range of one of its sheets. */
struct cs_grid_name {
    cs_text name;
    uint32_t sheet; /* index */
    struct cs_grid_merge range;
};

struct cs_grid {
    enum cs_grid_format format;
    const struct cs_source *file;
    struct cs_grid_sheet *sheets; /* worksheets in the order of their tabs */
    uint32_t sheet_count, sheet_room;
    struct cs_grid_property *properties; /* "checksheet.catalog", ... */
    uint32_t property_count, property_room;
    struct cs_grid_name *names; /* "CS_Answers", ... */
    uint32_t name_count, name_room;
};

/* A grid without sheets; a sheet at its end. The sheet may move when the next one is added. */
struct cs_grid *cs_grid_new(struct cs_job *job, enum cs_grid_format format, const struct cs_source *file);
struct cs_grid_sheet *cs_grid_add_sheet(struct cs_job *job, struct cs_grid *grid, cs_text name);

/* Appends a cell; cells come by row, then by column. The cell may move when the next one is added. */
struct cs_grid_cell *cs_grid_add_cell(struct cs_job *job, struct cs_grid_sheet *sheet, uint32_t row, uint32_t column,
                                      cs_text text);

/* The cell of a place, or NULL where there is no text. Takes logarithmic time. */
const struct cs_grid_cell *cs_grid_at(const struct cs_grid_sheet *sheet, uint32_t row, uint32_t column);

/* Index of the first cell at or behind a place, by row and then by column; of all cells' number when there is none. Takes
 * logarithmic time. */
uint32_t cs_grid_index(const struct cs_grid_sheet *sheet, uint32_t row, uint32_t column);

/* The same for the start of a row. */
uint32_t cs_grid_row_start(const struct cs_grid_sheet *sheet, uint32_t row);

/* The value of a property, or the empty text. */
cs_text cs_grid_property(const struct cs_grid *grid, cs_text name);

/* How a spreadsheet calls a place: C12. The text lives as long as the job. */
cs_text cs_grid_address(struct cs_job *job, uint32_t row, uint32_t column);

/* Where a cell stands, for findings. Of an XLSX file the line is the row, and the line's text its cells. */
struct cs_span cs_grid_span(struct cs_job *job, const struct cs_grid *grid, struct cs_grid_sheet *sheet,
                            const struct cs_grid_cell *cell);

#endif
