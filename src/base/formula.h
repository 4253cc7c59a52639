/* Texts in CSV that a spreadsheet may take for formulas. Writers of CSV put a ' before them, and readers remove it. */
#ifndef BASE_FORMULA_H
#define BASE_FORMULA_H

#include "checksheet/text.h"

/* True if a spreadsheet might take a CSV field for a formula. A writer puts a ' before such a field, and a reader
 * removes one ' if such a field follows; a ' before such a field counts as such a field too, so that every text
 * survives. */
bool cs_csv_is_formula(cs_text text);

#endif
