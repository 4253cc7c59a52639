/* A grid: the content of a file cell by cell, before any interpretation. CSV, XLSX and Markdown are all read into
 * one.
 *
 * Empty cells are left out. A text is what a reader of the file sees: line ends are LF, dates 2025-11-01,
 * percentages 99.9%, no furigana. Nothing is trimmed or folded: that is for matching, not for storing. */
#ifndef CHECKSHEET_GRID_H
#define CHECKSHEET_GRID_H

#include "checksheet/source.h"

enum cs_grid_format { CS_GRID_CSV, CS_GRID_XLSX, CS_GRID_MARKDOWN };

enum cs_grid_form {
    CS_GRID_TEXT,
    CS_GRID_NUMBER,
    CS_GRID_DATE,
    CS_GRID_BOOL,
    CS_GRID_FAULT,   /* #REF! and other errors */
    CS_GRID_UNSOLVED /* a formula without a stored result; its text is empty */
};

struct cs_grid_cell {
    uint32_t row, column; /* 0-based: A1 is 0, 0 */
    enum cs_grid_form form;
    uint32_t heading;    /* level of the heading that the file declares it to be; 0 if none */
    uint32_t start, end; /* offsets in the file, for text formats; otherwise 0, 0 */
    cs_text text;
    cs_text link; /* address, or empty */
};

/* Merged cells, shown as one; the text is that of the first. 0-based, last inclusive. */
struct cs_grid_merge {
    uint32_t row, column, last_row, last_column;
};

/* The drop-down of a range of cells. */
struct cs_grid_choices {
    struct cs_grid_merge range;
    const cs_text *texts;
    uint32_t count;
};

/* A comment on a cell. */
struct cs_grid_comment {
    uint32_t row, column;
    cs_text text;
    bool is_thread; /* with its replies, one on a line */
};

/* The input message of a range, shown when one of its cells is selected. */
struct cs_grid_prompt {
    struct cs_grid_merge range;
    cs_text text;
};

struct cs_grid_sheet {
    cs_text name; /* empty if the format has none */
    bool hidden;

    struct cs_grid_cell *cells; /* sorted by row, then by column */
    uint32_t cell_count, cell_room;
    uint32_t row_count, column_count; /* one more than the last that has a text */
    uint32_t titled_row; /* one more than the row of titles that the format itself declares; 0 if it declares none */

    struct cs_grid_merge *merges;
    uint32_t merge_count, merge_room;
    struct cs_grid_choices *choices;
    uint32_t choice_count, choice_room;
    uint32_t *hidden_rows, *hidden_columns; /* sorted */
    uint32_t hidden_row_count, hidden_row_room, hidden_column_count, hidden_column_room;

    struct cs_grid_comment *comments; /* in the order of the file */
    uint32_t comment_count, comment_room;
    struct cs_grid_prompt *prompts;
    uint32_t prompt_count, prompt_room;

    /* the source of its cells' spans: the file itself, or a text with a line for each row, made on first use */
    const struct cs_source *source;
    uint32_t *starts; /* offset of each cell in such a text */
};

/* Metadata in the file: custom properties, comments in the head. */
struct cs_grid_property {
    cs_text name, value;
};

/* A name defined for a range of a sheet. */
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

/* Makes a grid without sheets; appends a sheet. Adding a sheet may move the others. */
struct cs_grid *cs_grid_new(struct cs_job *job, enum cs_grid_format format, const struct cs_source *file);
struct cs_grid_sheet *cs_grid_add_sheet(struct cs_job *job, struct cs_grid *grid, cs_text name);

/* Appends a cell; cells must come by row, then by column. Adding a cell may move the others. */
struct cs_grid_cell *cs_grid_add_cell(struct cs_job *job, struct cs_grid_sheet *sheet, uint32_t row, uint32_t column,
                                      cs_text text);

/* The cell at a place; NULL if it is empty. Takes logarithmic time. */
const struct cs_grid_cell *cs_grid_at(const struct cs_grid_sheet *sheet, uint32_t row, uint32_t column);

/* Index of the first cell at or after a place, by row and then by column; the number of cells if there is none. Takes
 * logarithmic time. */
uint32_t cs_grid_index(const struct cs_grid_sheet *sheet, uint32_t row, uint32_t column);

/* The same for the start of a row. */
uint32_t cs_grid_row_start(const struct cs_grid_sheet *sheet, uint32_t row);

/* The value of a property; empty if there is none. */
cs_text cs_grid_property(const struct cs_grid *grid, cs_text name);

/* The reference of a place: C12. Lives as long as the job. */
cs_text cs_grid_address(struct cs_job *job, uint32_t row, uint32_t column);

/* The span of a cell, for findings. In an XLSX file the line is the row, and the line's text its cells. */
struct cs_span cs_grid_span(struct cs_job *job, const struct cs_grid *grid, struct cs_grid_sheet *sheet,
                            const struct cs_grid_cell *cell);

#endif
