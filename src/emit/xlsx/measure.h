/* Estimated line breaks of a text in a column, without any font: for row heights, which a workbook must state.
 *
 * A unit is the width of a half-width character at 10 pt. The estimate should never be a line short. */
#ifndef EMIT_XLSX_MEASURE_H
#define EMIT_XLSX_MEASURE_H

#include "base/wrap.h"

/* The maximum height of a row, in points. */
#define CS_TALLEST_ROW 408.75

/* Units per line of a column, given its width in Excel's units and the font size in points. */
unsigned cs_line_units(double width, unsigned size);

/* Lines of a text; 1 for an empty one. */
unsigned cs_line_count(struct cs_widths *widths, unsigned units, cs_text text);

/* The line height of a font, as a multiple of its size. */
double cs_line_pitch(cs_text font);

/* Height of a row, in points, for lines of a type size; may be above CS_TALLEST_ROW. */
double cs_row_height(double pitch, unsigned lines, unsigned size);

#endif
