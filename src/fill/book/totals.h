/* Finding formulas that depend on written cells: totals, scores, counts of answers. */
#ifndef FILL_TOTALS_H
#define FILL_TOTALS_H

#include "fill/book/original.h"

struct cs_totals_cell {
    uint32_t sheet, row, column;
};

/* The formulas that depend on one of the cells, directly or through others, by ranges, names and table columns;
 * sorted by sheet, row and column. A formula that cannot be analysed (an unknown function, a name that is no range)
 * counts as dependent. Formulas without a text go with the one they share. Takes time in proportion to the formulas. */
struct cs_totals_cell *cs_totals_of(const struct cs_original *original, const struct cs_totals_cell *written,
                                    uint32_t count, uint32_t *found);

#endif
