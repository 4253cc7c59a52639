/* Writing fields into a CSV file: all other bytes are kept, line ends and quotes included. */
#ifndef FILL_CSV_H
#define FILL_CSV_H

#include "checksheet/grid.h"
#include "fill/book/splice.h"

/* True if the file's encoding can represent the text. */
bool cs_csv_can_hold(const struct cs_grid *grid, cs_text text);

/* Appends the file that a grid was read from, given as `file`, with cells written, which are sorted. A field is
 * quoted if it was, or has to be; a text that a spreadsheet might take for a formula gets the ' that the reader
 * strips again. False, with nothing appended, if a cell is in a row that the file does not have, or its text cannot
 * be encoded. */
bool cs_csv_splice(const struct cs_grid *grid, cs_text file, const struct cs_splice *splice, struct cs_buf *out);

#endif
