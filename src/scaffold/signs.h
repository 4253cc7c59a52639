/* The signs of a sheet as the marks of the catalog that is made from it. */
#ifndef SCAFFOLD_SIGNS_H
#define SCAFFOLD_SIGNS_H

#include "checksheet/sheet.h"

/* True if the customer's own signs distinguish more than yes and no. */
bool cs_signs_say_more(const struct cs_sheet *sheet);

/* Appends them under `marks`: those that the sheet explains, or those used where the loader does not know them all. */
void cs_signs_add(struct cs_buf *out, const struct cs_sheet *sheet);

#endif
