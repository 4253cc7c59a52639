/* Making a spreadsheet recalculate all formulas when it opens the workbook. */
#ifndef FILL_RECALC_H
#define FILL_RECALC_H

#include "checksheet/text.h"

/* Appends the workbook part with fullCalcOnLoad set and nothing else changed; false, with nothing appended, if it is
 * no workbook part. */
bool cs_recalc(cs_text part, struct cs_buf *out);

#endif
