/* The column of a statement of applicability that says whether a control applies, against what its row says besides. */
#ifndef IMPORT_APPLICABLE_H
#define IMPORT_APPLICABLE_H

#include "wording/mark.h"

/* Takes in what the cell says. Excluded and no mark is the answer that the question does not apply, with what else stands
 * there as the reason; excluded and done, or applied and not applicable, are marks that do not agree (CS_MARK_SPLIT). */
void cs_applicable_heed(struct cs_job *job, cs_text cell, struct cs_marked *marked);

#endif
