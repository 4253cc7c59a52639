/* Data in the properties of a workbook that this program wrote, beyond its cells. */
#ifndef IMPORT_OWN_H
#define IMPORT_OWN_H

#include "checksheet/grid.h"
#include "checksheet/sheet.h"

/* Sets title and service from the properties, if present; the cells hold them in one text. */
void cs_own_take_names(const struct cs_grid *grid, struct cs_sheet *sheet);

/* Adds the notes from the properties; false if there are none. The cells hold them line by line. */
bool cs_own_take_notes(struct cs_job *job, const struct cs_grid *grid, struct cs_sheet *sheet);

#endif
