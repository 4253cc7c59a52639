/* Places and ranges of a worksheet as formulas and files write them. */
#ifndef MODEL_ADDRESS_H
#define MODEL_ADDRESS_H

#include "checksheet/grid.h"

/* What a worksheet has, as Excel counts. */
enum { CS_MOST_ROWS = 1048576, CS_MOST_COLUMNS = 16384 };

/* Adds A, Z or AA: what a spreadsheet calls a column, which is counted from 0. */
void cs_add_column(struct cs_buf *out, uint32_t column);

/* Takes such a name off a text; false when it does not begin with that of a column that a sheet has. */
bool cs_take_column(cs_text *rest, uint32_t *column);

/* Takes a place such as C12 or $C$12 off a text; false when it does not begin with one that a sheet has. */
bool cs_take_address(cs_text *rest, uint32_t *row, uint32_t *column);

/* Takes C12, C12:D15, C:D or 12:15 off a text; corners may be given either way round. */
bool cs_take_range(cs_text *rest, struct cs_grid_merge *range);

#endif
