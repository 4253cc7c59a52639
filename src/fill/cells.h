/* The rows and cells of a worksheet part as they come, each with where it stands in the part's bytes: what a splice cuts
 * by, and what a plan has to know of cells that the grid does not keep, formulas and styles. */
#ifndef FILL_CELLS_H
#define FILL_CELLS_H

#include "base/job.h"
#include "checksheet/grid.h"

/* A stretch of the part, in bytes. */
struct cs_stretch {
    size_t start, end;
};

struct cs_cells_row {
    uint32_t row;                          /* from 0 */
    struct cs_stretch tag, end_tag;        /* end_tag: empty, and at the end of tag, for <row/> */
    uint32_t style;                        /* for its new cells, if has_style */
    double height;                         /* in points; 0: not said */
    bool has_style, has_height, is_hidden; /* has_height: set by hand */
};

enum cs_cells_formula {
    CS_NO_FORMULA,
    CS_FORMULA,        /* of the cell itself */
    CS_FORMULA_SHARED, /* `ref` is empty where the cell only follows a master */
    CS_FORMULA_ARRAY,
    CS_FORMULA_TABLE /* of a data table */
};

struct cs_cells_cell {
    uint32_t row, column;
    struct cs_stretch tag, end_tag; /* as of a row */
    struct cs_stretch value;        /* the element of the value that is kept, empty if there is none */
    uint32_t style;
    enum cs_cells_formula formula;
    cs_text text;   /* of the formula; lives until the handler returns */
    uint32_t group; /* of a shared formula: its number */
    bool has_range; /* of a shared, array or table formula */
    struct cs_grid_merge range;
};

/* Widths and styles of columns. */
struct cs_cells_columns {
    uint32_t first, last, style; /* last included */
    double width;                /* in Excel's units; 0: not said */
    bool is_hidden;
};

/* What stands before and behind the cells. */
struct cs_cells_frame {
    struct cs_cells_columns *columns; /* in the order of the part */
    uint32_t column_count, column_room;
    bool is_protected;
    cs_text *unlocked; /* ranges that may be edited all the same, as the part writes them */
    uint32_t unlocked_count, unlocked_room;
    cs_text *lists; /* ranges of drop-downs */
    uint32_t list_count, list_room;
    double default_width, default_height; /* 0: not said */
};

struct cs_cells_handlers {
    void (*row)(void *context, const struct cs_cells_row *row);     /* at its start; end_tag is not known yet */
    void (*end_row)(void *context, const struct cs_cells_row *row); /* behind its cells */
    void (*cell)(void *context, const struct cs_cells_cell *cell);  /* at its end */
    void (*end)(void *context, struct cs_stretch tag, struct cs_stretch end_tag); /* of sheetData, behind all rows */
};

enum cs_cells_end {
    CS_CELLS_READ,
    CS_CELLS_BROKEN,     /* not XML, no worksheet, or a place that no worksheet has */
    CS_CELLS_DISORDERED, /* rows or cells not in rising order, or twice */
    CS_CELLS_ENCODING    /* written otherwise than in UTF-8 */
};

/* Walks through a worksheet part. `frame` may be NULL. */
enum cs_cells_end cs_cells_walk(struct cs_job *job, cs_text part, const struct cs_cells_handlers *handlers,
                                void *context, struct cs_cells_frame *frame);

/* True for a part that is written in UTF-8, as far as it says. */
bool cs_cells_is_readable(cs_text part);

/* What columns says of one; NULL when nothing. */
const struct cs_cells_columns *cs_cells_column(const struct cs_cells_frame *frame, uint32_t column);

#endif
