/* How a text will wrap in a column, estimated without any font: for the heights of rows, which a workbook must state.
 *
 * A unit is the width of a half-width character of 10 pt. The estimate is meant never to be a line too few. */
#ifndef EMIT_XLSX_MEASURE_H
#define EMIT_XLSX_MEASURE_H

#include "base/wrap.h"

/* The greatest height of a row, in points. */
#define CS_TALLEST_ROW 408.75

/* Units that fit into one line of a column: its width in Excel's units, the type size in points. */
unsigned cs_line_units(double width, unsigned size);

/* Lines that a text takes; 1 for the empty one. */
unsigned cs_line_count(struct cs_widths *widths, unsigned units, cs_text text);

/* From line to line in a font, in parts of its size. */
double cs_line_pitch(cs_text font);

/* Height of a row, in points, for lines of a type size; may be above CS_TALLEST_ROW. */
double cs_row_height(double pitch, unsigned lines, unsigned size);

#endif
