/* The parts of unwording that have a file of their own. */
#ifndef WORDING_UNWORD_PARTS_H
#define WORDING_UNWORD_PARTS_H

#include "wording/unword.h"

/* The layout that a sheet says it is in, or else the first of its catalog's that it looks like; NULL: none. */
const struct cs_layout *cs_layout_of_sheet(const struct cs_sheet *sheet);

/* Takes the evidence that stands behind the words, and adds that of its own cell; NULL: the sheet has no column for it. */
void cs_unword_evidence(const struct cs_unword *unword, const struct cs_cell *cell, struct cs_unworded *answer);

#endif
