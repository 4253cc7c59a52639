/* What a workbook that this program wrote says of itself beyond its cells, in its properties. */
#ifndef IMPORT_OWN_H
#define IMPORT_OWN_H

#include "checksheet/grid.h"
#include "checksheet/sheet.h"

/* Takes title and service, of which the cells hold one text, where the file has them. */
void cs_own_take_names(const struct cs_grid *grid, struct cs_sheet *sheet);

/* Adds the notes, which the cells hold in lines; false when the file has none of them. */
bool cs_own_take_notes(struct cs_job *job, const struct cs_grid *grid, struct cs_sheet *sheet);

#endif
