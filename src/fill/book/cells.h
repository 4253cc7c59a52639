/* A streaming reader of a worksheet part: rows and cells with their byte offsets, for splicing, and what a plan needs
 * to know of cells beyond the grid: formulas and styles. */
#ifndef FILL_CELLS_H
#define FILL_CELLS_H

#include "base/job.h"
#include "checksheet/grid.h"
#include "fill/book/rescan.h"

struct cs_cells_row {
    uint32_t row;                   /* from 0 */
    struct cs_stretch tag, end_tag; /* for <row/> end_tag is empty, at the end of tag */
};

enum cs_cells_formula {
    CS_NO_FORMULA,
    CS_FORMULA,        /* of the cell itself */
    CS_FORMULA_SHARED, /* `ref` is empty for a cell that follows a master */
    CS_FORMULA_ARRAY,
    CS_FORMULA_TABLE /* of a data table */
};

struct cs_cells_cell {
    uint32_t row, column;
    struct cs_stretch tag, end_tag; /* as in a row */
    struct cs_stretch value;        /* the element of the cached value, empty if there is none */
    enum cs_cells_formula formula;
    cs_text text;   /* of the formula; lives until the handler returns */
    uint32_t group; /* index of a shared formula */
    bool has_range; /* of a shared, array or table formula */
    struct cs_grid_merge range;
};

/* Width and style of a range of columns. */
struct cs_cells_columns {
    uint32_t first, last, style; /* last inclusive */
    double width;                /* in Excel's units; 0 if not given */
    bool is_hidden;
};

/* What is kept of a cell: offsets in the part, which is smaller than 4 GB. */
struct cs_cells_kept {
    uint32_t column;
    uint32_t start, tag_end, end;    /* of its start tag, and of the whole cell */
    uint32_t value_start, value_end; /* both 0 if there is no value */
    bool has_formula;
};

/* What precedes and follows the cells, and the offsets of rows and cells. */
struct cs_cells_frame {
    struct cs_cells_columns *columns; /* in the order of the part */
    uint32_t column_count, column_room;
    bool is_protected;
    cs_text *unlocked; /* ranges that may be edited in spite of protection, as written in the part */
    uint32_t unlocked_count, unlocked_room;
    cs_text *lists; /* ranges of drop-downs */
    uint32_t list_count, list_room;
    double default_width, default_height; /* 0 if not given */

    struct cs_cells_row *rows; /* in the order of the part */
    uint32_t *row_ends;        /* by row: the index behind its last cell */
    uint32_t row_count, row_room, row_end_room;
    struct cs_cells_kept *cells;
    uint32_t cell_count, cell_room;
    struct cs_stretch data, end_data; /* the tags of sheetData */
};

struct cs_cells_handlers {
    void (*row)(void *context, const struct cs_cells_row *row);     /* at its start, with end_tag not known yet */
    void (*end_row)(void *context, const struct cs_cells_row *row); /* after its cells */
    void (*cell)(void *context, const struct cs_cells_cell *cell);  /* at its end */
    void (*end)(void *context, struct cs_stretch tag, struct cs_stretch end_tag); /* of sheetData, after all rows */
};

enum cs_cells_end {
    CS_CELLS_READ,
    CS_CELLS_BROKEN,     /* not XML, not a worksheet, or a reference outside a worksheet */
    CS_CELLS_DISORDERED, /* rows or cells out of order, or repeated */
    CS_CELLS_ENCODING    /* encoded other than in UTF-8 */
};

/* Reads a worksheet part, which has been read as XML before, and calls the handlers. `frame` may be NULL. */
enum cs_cells_end cs_cells_walk(struct cs_job *job, cs_text part, const struct cs_cells_handlers *handlers,
                                void *context, struct cs_cells_frame *frame);

/* Calls the handlers again for the rows and cells of a frame whose part has been read to its end. Cells have their offsets
 * and whether they have a formula, but not its text. */
void cs_cells_again(const struct cs_cells_frame *frame, const struct cs_cells_handlers *handlers, void *context);

/* What the tag of a row says: its height in points, 0 if it is not given; whether that was set by hand; the style of its
 * new cells, false if it gives none. */
double cs_cells_row_height(cs_text tag);
bool cs_cells_row_is_fixed(cs_text tag);
bool cs_cells_row_style(cs_text tag, uint32_t *style);

/* True unless the part declares, or begins with a mark of, another encoding than UTF-8. */
bool cs_cells_is_readable(cs_text part);

/* The entry for a column; NULL if there is none. */
const struct cs_cells_columns *cs_cells_column(const struct cs_cells_frame *frame, uint32_t column);

#endif
