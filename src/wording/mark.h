/* Reading the cells of an answer: the mark, alone or before words, in its own column or in the remark. */
#ifndef WORDING_MARK_H
#define WORDING_MARK_H

#include "base/job.h"
#include "checksheet/catalog.h"

enum cs_mark_fault { CS_MARK_GOOD, CS_MARK_STRANGE, CS_MARK_SPLIT };

struct cs_marked {
    enum cs_state state; /* NONE with GOOD: there is no answer */
    cs_text answer;      /* the mark, or its equivalent, as written */
    cs_text remark;
    cs_text translation; /* of the remark, if a cell held two languages and the caller split them */
    /* STRANGE: a text without a recognisable state; SPLIT: marks that contradict each other */
    enum cs_mark_fault fault;
    bool in_remark; /* the mark was found in the remark */
};

/* Reads the answer and the remark of an item; catalog and item may be NULL if the questions are unknown. If there are
 * no marks (`in_words`), the answer is in words however it begins. Nothing is lost: what is not a mark stays. */
struct cs_marked cs_mark_read(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                              bool in_words, cs_text answer, cs_text remark);

/* True for a cell with a mark, or a word for one, and nothing else. */
bool cs_is_mark(struct cs_job *job, cs_text cell);

/* The same, with its state. False for a row of boxes. */
bool cs_mark_state(struct cs_job *job, cs_text cell, enum cs_state *state);

/* True for a text that begins with the label of a state, or is one, as composing writes it for a state without a
 * sign: 予定 (2026年3月): ... */
bool cs_mark_is_labelled(cs_text text);

/* True for a cell that begins with a mark, whether text follows or not; words do not count as marks here. */
bool cs_begins_with_mark(cs_text cell);

#endif
