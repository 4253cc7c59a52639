/* A CSV file with some of its fields written: all other bytes stay, line ends and quotes included. */
#ifndef FILL_CSV_H
#define FILL_CSV_H

#include "checksheet/grid.h"
#include "fill/splice.h"

/* True for a text that the file's encoding has every character of. */
bool cs_csv_can_hold(const struct cs_grid *grid, cs_text text);

/* Adds the file that a grid was read from, whose bytes are `file`, with cells written, which are in order. A field is quoted where it was, or has
 * to be; what a spreadsheet might take for a formula gets the ' that a reader takes off again. False, and nothing added,
 * where a cell is in a row that the file does not have, or its text is not of the encoding. */
bool cs_csv_splice(const struct cs_grid *grid, cs_text file, const struct cs_splice *splice, struct cs_buf *out);

#endif
