/* Boxes to check in one cell: ☑はい □いいえ, ●有 ○無. */
#ifndef WORDING_BOXES_H
#define WORDING_BOXES_H

#include "base/job.h"

/* How many are checked; what they say, several divided by ・, empty where none is; and what is written behind the boxes, as
 * far as it can be told from their labels. False for a cell that is no row of boxes. */
bool cs_boxes_read(struct cs_job *job, cs_text cell, unsigned *count, cs_text *chosen, cs_text *rest);

/* What a text begins with: 1 for a box that is checked, -1 for one that is not, 0 for anything else. */
int cs_box_at(cs_text text);

/* In a column that stands for an answer: true for what says no more than that the column is meant, and for what says that it
 * is not, which is as good as nothing. FALSE is such a one. */
bool cs_is_check(cs_text cell);
bool cs_is_no_check(cs_text cell);

/* True for words of which one is to be marked or left, and none is yet: はい・いいえ, Yes / No / N/A. What a bracket behind
 * them holds is to be filled in. */
bool cs_is_unchosen(struct cs_job *job, cs_text cell);

/* True for a text that asks to choose, as lists begin with: 選択してください, (please select). */
bool cs_is_request(cs_text text);

#endif
