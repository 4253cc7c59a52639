/* Boxes to check in one cell: ☑はい □いいえ, ●有 ○無, （○）はい （　）いいえ, Yes ☐ No ☐. */
#ifndef WORDING_BOXES_H
#define WORDING_BOXES_H

#include "base/job.h"

/* A box of a row of them. */
struct cs_box {
    size_t start, size; /* what a check replaces, in the cell: its sign, or what a bracket holds; size 0 for () */
    bool is_checked;
    cs_text label; /* without blanks around it */
    cs_text check; /* what is written there to check it */
    bool is_bracket;
};

/* The boxes of a cell, in order; 0 if it is no row of boxes, or has more than `room`. Circles and brackets are boxes only
 * where what they stand before are words for states, or one of the circles is full. */
uint32_t cs_boxes_find(struct cs_job *job, cs_text cell, struct cs_box *boxes, uint32_t room);

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
