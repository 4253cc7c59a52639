/* Rows whose cells have slipped to the left or right of where the titles stand. */
#ifndef IMPORT_SHIFT_H
#define IMPORT_SHIFT_H

#include "import/page/page.h"

/* Which column each column of a row is meant to be: targets[c] for cells[c], CS_NO_COLUMN for empty ones. A row stays
 * as it is unless what stands in it clearly fits elsewhere. */
void cs_shift_find(const struct cs_page *page, const struct cs_grid_cell *const cells[],
                   uint32_t targets[CS_MOST_COLUMNS]);

#endif
