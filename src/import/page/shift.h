/* Rows whose cells are shifted to the left or right of their titles. */
#ifndef IMPORT_SHIFT_H
#define IMPORT_SHIFT_H

#include "import/page/page.h"

/* The intended column of each column of a row: targets[c] for cells[c], CS_NO_COLUMN for an empty cell. A row is left
 * unchanged unless its content clearly fits elsewhere. */
void cs_shift_find(const struct cs_page *page, const struct cs_grid_cell *const cells[],
                   uint32_t targets[CS_MOST_COLUMNS]);

#endif
