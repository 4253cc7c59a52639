/* Boxes to check in one cell: ☑はい □いいえ, ●有 ○無. */
#ifndef WORDING_BOXES_H
#define WORDING_BOXES_H

#include "base/job.h"

/* How many are checked; what they say, several divided by ・, empty where none is; and what is written behind the boxes, as far as it can
 * be told from their labels. False for a cell that is no row of boxes. */
bool cs_boxes_read(struct cs_job *job, cs_text cell, unsigned *count, cs_text *chosen, cs_text *rest);

#endif
