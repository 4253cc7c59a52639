/* The words that a form has for an answer: of a list, of boxes in a cell, of a title. */
#ifndef FILL_WORDS_H
#define FILL_WORDS_H

#include "base/job.h"
#include "checksheet/profile.h"

/* What a word means that a form offers; NONE where that is not sure: はい / Yes, ○：対応済み, Fully. Each of its parts must
 * say the same. Catalog and item may be NULL. */
enum cs_state cs_fill_state_of(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                               cs_text word);

/* The word of a list that means an answer: the only one for its state, or, of several, the one that is the catalog's own
 * sign; of an answer in words, the one that says the same. False where there is none: never the nearest. */
bool cs_fill_choose(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                    const struct cs_answer *answer, const cs_text *words, uint32_t count, cs_text *chosen);

/* What a word means: cs_fill_meaning_of of an answer, cs_applies_of of whether the question applies. */
typedef enum cs_state cs_fill_meaning(struct cs_job *job, cs_text word);
cs_fill_meaning cs_fill_meaning_of;

/* The words that a title offers in brackets: 回答（はい／いいえ）, Response (Y/N), 適用（要・否）. 0 where it offers none that mean
 * anything. */
uint32_t cs_fill_legend(struct cs_job *job, cs_text title, cs_fill_meaning *meaning, cs_text *words, uint32_t room);

/* The one sign that a text asks to check a column with: 該当する欄に✓を記入, mark with X. Empty where it asks for none, or
 * names several, as a legend of answers does. */
cs_text cs_fill_check_sign(cs_text text);

/* A cell with boxes, □はい □いいえ: the same with the box of an answer checked as forms do, ■ for □. */
enum cs_fill_boxes {
    CS_NO_BOXES,
    CS_BOXES_CHECKED, /* *text is the cell with one box checked */
    CS_BOXES_LACK,    /* none of them means the answer */
    CS_BOXES_USED     /* another one is checked already */
};
enum cs_fill_boxes cs_fill_boxes(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                                 const struct cs_answer *answer, cs_text cell, cs_text *text);

#endif
