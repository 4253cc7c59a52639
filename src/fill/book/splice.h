/* A worksheet part with some of its cells written: nothing else of it changes but what makes room for them.
 *
 * - A text becomes an inline string: the shared strings, and so every other cell, stay as they are.
 * - A text that changes in part keeps its runs and their fonts.
 * - A cell that is there keeps its style; a new one takes its row's, or else its column's.
 * - A row that is not there is made, in its place. One that gets a new cell loses its `spans`, which is a hint.
 * - Prefixes are those of the part; what stands around cells and rows, and how it is spelt, stays.
 * - A value that is dropped leaves its formula, which is then worked out on opening. */
#ifndef FILL_SPLICE_H
#define FILL_SPLICE_H

#include "fill/book/rich.h"

enum cs_splice_kind {
    CS_SPLICE_TEXT,
    CS_SPLICE_TRUE, /* a boolean */
    CS_SPLICE_FALSE,
    CS_SPLICE_DROP /* for a formula: drops its cached value, if there is one */
};

struct cs_splice_cell {
    uint32_t row, column; /* 0-based */
    enum cs_splice_kind kind;
    cs_text text;   /* valid by cs_splice_fault */
    cs_text before; /* the text of the cell, if it changes only in part; else empty */
};

/* The minimum height of a row, unless its height was set by hand. */
struct cs_splice_row {
    uint32_t row;
    double height; /* in points */
};

struct cs_splice {
    const struct cs_splice_cell *cells; /* by row, then by column, without duplicates */
    uint32_t cell_count;
    const struct cs_splice_row *rows; /* by row */
    uint32_t row_count;
    const struct cs_cells_frame *frame;    /* of the part, if it has been read to its end; NULL: it is read now */
    const struct cs_rich_strings *strings; /* of the workbook; NULL if they are not needed */
};

enum cs_splice_end {
    CS_SPLICED,
    CS_SPLICE_BROKEN, /* as in cs_cells_end */
    CS_SPLICE_DISORDERED,
    CS_SPLICE_ENCODING,
    CS_SPLICE_FORMULA /* a cell to be written contains one */
};

/* Why a text cannot be written to a cell. */
enum cs_splice_fault {
    CS_TEXT_FITS,
    CS_TEXT_LONG,   /* more than 32,767 UTF-16 units */
    CS_TEXT_CONTROL /* a control character other than tab and line feed, or no valid character */
};
enum cs_splice_fault cs_splice_fault(cs_text text);

/* Appends the new part to out; nothing if it fails. */
enum cs_splice_end cs_splice(struct cs_job *job, cs_text part, const struct cs_splice *splice, struct cs_buf *out);

#endif
