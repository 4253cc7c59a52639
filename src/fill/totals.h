/* Which formulas depend on cells that are written: totals, scores, counts by answer. */
#ifndef FILL_TOTALS_H
#define FILL_TOTALS_H

#include "fill/original.h"

struct cs_totals_cell {
    uint32_t sheet, row, column;
};

/* The formulas that reach one of the cells, directly or through each other, by ranges, names and columns of tables; by
 * sheet, row and column. What cannot be told, a function that nobody knows, a name of no range, counts as reaching.
 * Formulas without a text of their own go with the one they share. Takes time in proportion to the formulas. */
struct cs_totals_cell *cs_totals_of(const struct cs_original *original, const struct cs_totals_cell *written,
                                    uint32_t count, uint32_t *found);

#endif
