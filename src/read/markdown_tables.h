/* Several tables in one Markdown file. Those with the same titles are one sheet, as a workbook would have them; another
 * kind of table has a sheet of its own. Rows are counted through the file. */
#ifndef READ_MARKDOWN_TABLES_H
#define READ_MARKDOWN_TABLES_H

#include "checksheet/grid.h"

enum { CS_MARKDOWN_LEVELS = 6 }; /* of headings */

/* A line outside of tables. */
struct cs_markdown_line {
    cs_text text, link; /* empty: there is none */
    uint32_t row, start, end;
    uint32_t heading; /* its level; 0 for other lines */
};

/* What the sheet of a kind of table has. */
struct cs_markdown_kind {
    cs_text *titles; /* of its columns */
    uint32_t count;
    uint32_t headings[CS_MARKDOWN_LEVELS + 1]; /* by level: the row, plus 1, of the last heading that it was given */
};

struct cs_markdown_tables {
    struct cs_job *job;
    struct cs_grid *grid; /* has one sheet at least */
    uint32_t sheet;       /* index of the sheet that rows are added to */
    struct cs_markdown_kind *kinds;
    uint32_t kind_count, kind_room;
    struct cs_markdown_line *waiting; /* since the last table */
    uint32_t waiting_count, waiting_room;
    struct cs_markdown_line open[CS_MARKDOWN_LEVELS + 1]; /* the headings that the next table stands under */
};

/* Adds a line that belongs to the next table. */
void cs_markdown_wait(struct cs_markdown_tables *tables, struct cs_markdown_line line);

/* Begins a table with its titles in a row: chooses the sheet by them, and gives it the lines that wait and the headings
 * above them. */
void cs_markdown_begin(struct cs_markdown_tables *tables, uint32_t row, cs_text *titles, uint32_t count);

/* After the last line: what still waits belongs to the last table. Names the sheets if there are several. */
void cs_markdown_end(struct cs_markdown_tables *tables);

#endif
