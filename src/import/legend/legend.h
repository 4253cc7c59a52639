/* Legends: ◎＝対応済み ○＝一部対応 ×＝未対応, A: done; B: partly. A form's own explanation of its signs precedes their usual
 * meaning. */
#ifndef IMPORT_LEGEND_H
#define IMPORT_LEGEND_H

#include "base/job.h"
#include "checksheet/vocab.h"

struct cs_legend_sign {
    cs_text sign, words; /* ◎, 対応済み */
    uint32_t point;      /* the sign in its standard form: 〇 and ○ are one */
    enum cs_state state; /* NONE: the words are not understood, ... */
    bool is_torn;        /* ... or two places contradict each other */
    bool is_usual;       /* it says that without an explanation, too */
    uint32_t worksheet, row, column;
};

struct cs_legend {
    struct cs_legend_sign *at; /* each sign once */
    uint32_t count, room;
};

/* Finds the signs that a text explains, up to `room` of them; their places are not set. */
uint32_t cs_legend_read(struct cs_job *job, cs_text text, struct cs_legend_sign *found, uint32_t room);

/* True if the signs are explained as answers: there are two, and the words of at least one are understood; for
 * letters and figures, which may number anything, those of most. */
bool cs_legend_holds(const struct cs_legend_sign *signs, uint32_t count);

/* True for a text that explains the meaning of answers. */
bool cs_is_legend(struct cs_job *job, cs_text text);

/* True for a cell that is a single sign, with words beside it that may explain it. */
bool cs_legend_pair(struct cs_job *job, cs_text sign, cs_text words, struct cs_legend_sign *found);

/* True for words with the meaning of a state: answers themselves, or said only where answers are explained: full, none. */
bool cs_legend_says(struct cs_job *job, cs_text words, enum cs_state *state);

/* Adds the signs of a text. A sign with contradictory explanations loses its meaning; words that are not understood
 * contradict nothing. */
void cs_legend_add(struct cs_job *job, struct cs_legend *legend, const struct cs_legend_sign *signs, uint32_t count);

/* To be called when all are added: a plain sign whose words are not understood keeps its usual meaning if the legend
 * has nothing better and the words contain no condition. */
void cs_legend_settle(struct cs_legend *legend);

/* The sign at the front of an answer, and its size there in bytes; NULL if it is not in the legend. */
const struct cs_legend_sign *cs_legend_find(const struct cs_legend *legend, cs_text answer, size_t *size);

/* True for a cell that is one of its signs and nothing else. */
bool cs_legend_is_sign(const struct cs_legend *legend, cs_text cell);

/* True for an answer that begins with ○ in any form. */
bool cs_legend_is_circle(cs_text answer);

/* True if the legend has a sign above ○, but not ○ itself, whose meaning is therefore unknown. */
bool cs_legend_lacks(const struct cs_legend *legend, cs_text answer);

#endif
