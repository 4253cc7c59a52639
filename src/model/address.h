/* References to cells and ranges of a worksheet, as written in formulas and files. */
#ifndef MODEL_ADDRESS_H
#define MODEL_ADDRESS_H

#include "checksheet/grid.h"

/* The size of a worksheet in Excel. */
enum { CS_MOST_ROWS = 1048576, CS_MOST_COLUMNS = 16384 };

/* Appends the letters of a 0-based column: A, Z or AA. */
void cs_add_column(struct cs_buf *out, uint32_t column);

/* Takes the letters of a column off a text; false if it does not begin with those of a column within a worksheet. */
bool cs_take_column(cs_text *rest, uint32_t *column);

/* Takes a reference such as C12 or $C$12 off a text; false if it does not begin with one within a worksheet. */
bool cs_take_address(cs_text *rest, uint32_t *row, uint32_t *column);

/* Takes C12, C12:D15, C:D or 12:15 off a text; corners may be in any order. */
bool cs_take_range(cs_text *rest, struct cs_grid_merge *range);

#endif
