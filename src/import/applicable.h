/* The column of a statement of applicability that says whether a control applies, checked against the rest of its
 * row. */
#ifndef IMPORT_APPLICABLE_H
#define IMPORT_APPLICABLE_H

#include "wording/mark.h"

/* Applies the cell to the answer. Excluded and no mark makes the answer not applicable, with the other texts of the
 * row as the reason. Excluded but implemented, or applied but marked not applicable, is a contradiction
 * (CS_MARK_SPLIT). */
void cs_applicable_heed(struct cs_job *job, cs_text cell, struct cs_marked *marked);

#endif
