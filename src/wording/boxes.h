/* Boxes to check in one cell: ☑はい □いいえ, ●有 ○無, （○）はい （　）いいえ, Yes ☐ No ☐. */
#ifndef WORDING_BOXES_H
#define WORDING_BOXES_H

#include "base/job.h"

/* A box in a row. */
struct cs_box {
    size_t start, size; /* what a check replaces in the cell: its sign, or the content of a bracket; size 0 for () */
    bool is_checked;
    cs_text label; /* trimmed */
    cs_text check; /* the text that checks it */
    bool is_bracket;
};

/* The boxes of a cell, in order; 0 if it is no row of boxes, or has more than `room`. Circles and brackets are boxes
 * only if they are labelled with words for states, or one of the circles is filled. */
uint32_t cs_boxes_find(struct cs_job *job, cs_text cell, struct cs_box *boxes, uint32_t room);

/* Reads a row of boxes: the number of checked ones; their labels, joined by ・, empty if none is checked; and the text
 * after the boxes, as far as it can be separated from their labels. False for a cell that is no row of boxes. */
bool cs_boxes_read(struct cs_job *job, cs_text cell, unsigned *count, cs_text *chosen, cs_text *rest);

/* True for a row of boxes, or one, none of which is checked: nobody has answered yet. */
bool cs_boxes_are_empty(struct cs_job *job, cs_text cell);

/* The front of a text: 1 for a checked box, -1 for an unchecked one, 0 for anything else. */
int cs_box_at(cs_text text);

/* True for one empty box alone: □, [ ], （　）. */
bool cs_is_empty_box(cs_text cell);

/* 1 for a cell that is one checked box with a word beside it, -1 for an unchecked one, 0 for any other: ☑ はい. */
int cs_box_with_word(cs_text cell, cs_text *word);

/* A cell with one box, checked: ■, ☑ はい, or a bracket with a sign in it, by default the one that goes with it. */
cs_text cs_box_checked(struct cs_job *job, cs_text cell, cs_text sign);

/* In a column that is one choice: true for a cell that only says that the choice is meant, or that it is not, as
 * FALSE does, which is the same as an empty cell. */
bool cs_is_check(cs_text cell);
bool cs_is_no_check(cs_text cell);

/* True for words of which one is to be marked or kept, and none is yet: はい・いいえ, Yes / No / N/A. A bracket after them
 * is to be filled in. */
bool cs_is_unchosen(struct cs_job *job, cs_text cell);

/* True for a prompt to choose, with which lists begin: 選択してください, (please select). */
bool cs_is_request(cs_text text);

#endif
