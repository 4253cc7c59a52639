/* What a spreadsheet may take for a formula in CSV. Who writes CSV puts a ' before it, who reads CSV takes the ' off.
 */
#ifndef BASE_FORMULA_H
#define BASE_FORMULA_H

#include "checksheet/text.h"

/* True when a spreadsheet might take a CSV field for a formula. Such a field gets a ' before it, and a reader takes one
 * ' away when what follows it is such a field; so ' before such a field counts as one too, and no text is changed. */
bool cs_csv_is_formula(cs_text text);

#endif
