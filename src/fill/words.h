/* The words that a form offers for an answer: in a list, as boxes in a cell, in a title. */
#ifndef FILL_WORDS_H
#define FILL_WORDS_H

#include "base/job.h"
#include "checksheet/profile.h"

/* The meaning of a word that a form offers: はい / Yes, ○：対応済み, Fully. NONE if it is not certain; all its parts must
 * mean the same. Catalog and item may be NULL. */
enum cs_state cs_fill_state_of(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                               cs_text word);

/* Chooses the word of a list that means an answer: the only one for its state or, of several, the catalog's own sign;
 * for an answer in words, the one with the same text. False if there is none: never the nearest. */
bool cs_fill_choose(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                    const struct cs_answer *answer, const cs_text *words, uint32_t count, cs_text *chosen);

/* The meaning of a word: cs_fill_meaning_of for an answer, cs_applies_of for whether the question applies. */
typedef enum cs_state cs_fill_meaning(struct cs_job *job, cs_text word);
cs_fill_meaning cs_fill_meaning_of;

/* The words that a title offers in brackets: 回答（はい／いいえ）, Response (Y/N), 適用（要・否）. 0 if none of them has a meaning. */
uint32_t cs_fill_legend(struct cs_job *job, cs_text title, cs_fill_meaning *meaning, cs_text *words, uint32_t room);

/* The check sign that a text asks for: 該当する欄に✓を記入, mark with X. Empty if it asks for none, or for several, as a
 * legend of answers does. */
cs_text cs_fill_check_sign(cs_text text);

/* A cell with boxes, □はい □いいえ: checks the box of an answer, ■ for □, and a bracket with a sign, if one is asked for. */
enum cs_fill_boxes {
    CS_NO_BOXES,
    CS_BOXES_CHECKED, /* *text is the cell with that box checked */
    CS_BOXES_LACK,    /* no box means the answer */
    CS_BOXES_USED     /* another box is checked already */
};
enum cs_fill_boxes cs_fill_boxes(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                                 const struct cs_answer *answer, cs_text sign, cs_text cell, cs_text *text);

#endif
