/* Parts of unword.c in files of their own. */
#ifndef WORDING_UNWORD_PARTS_H
#define WORDING_UNWORD_PARTS_H

#include "wording/unword.h"

/* The layout that a sheet declares, or else the first of its catalog's that matches; NULL: none. */
const struct cs_layout *cs_layout_of_sheet(const struct cs_sheet *sheet);

/* Takes the evidence after the words, and adds that of its own cell; NULL: the sheet has no column for it. */
void cs_unword_evidence(const struct cs_unword *unword, const struct cs_cell *cell, struct cs_unworded *answer);

#endif
