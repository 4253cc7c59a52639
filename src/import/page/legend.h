/* Legends: ◎＝対応済み ○＝一部対応 ×＝未対応, A: done; B: partly. What a form says its signs mean goes before what they usually
 * mean. */
#ifndef IMPORT_LEGEND_H
#define IMPORT_LEGEND_H

#include "base/job.h"
#include "checksheet/vocab.h"

struct cs_legend_sign {
    cs_text sign, words; /* ◎, 対応済み */
    uint32_t point;      /* the sign, however it was typed: 〇 and ○ are one */
    enum cs_state state; /* NONE: nobody knows what the words say, */
    bool is_torn;        /* or two places say two things */
    uint32_t worksheet, row, column;
};

struct cs_legend {
    struct cs_legend_sign *at; /* each sign once */
    uint32_t count, room;
};

/* Finds the signs that a text explains, up to `room` of them; their places are not set. */
uint32_t cs_legend_read(struct cs_job *job, cs_text text, struct cs_legend_sign *found, uint32_t room);

/* True where the signs explain each other as answers: there are two, and the words of one at least are known; of letters and
 * figures, which may number anything, those of most. */
bool cs_legend_holds(const struct cs_legend_sign *signs, uint32_t count);

/* True for a text that says what answers mean. */
bool cs_is_legend(struct cs_job *job, cs_text text);

/* True for a cell that is a sign and nothing else, with words beside it that may say what it means. */
bool cs_legend_pair(struct cs_job *job, cs_text sign, cs_text words, struct cs_legend_sign *found);

/* Adds signs of one text. A sign that two places explain unlike each other means nothing any more; words that are not known
 * take nothing back. */
void cs_legend_add(struct cs_job *job, struct cs_legend *legend, const struct cs_legend_sign *signs, uint32_t count);

/* Once all are added: a plain sign whose words are not known keeps its usual meaning where nothing better is in the legend
 * and the words hold no condition. */
void cs_legend_settle(struct cs_legend *legend);

/* The sign that an answer begins with, and its bytes there; NULL where the legend has none. */
const struct cs_legend_sign *cs_legend_find(const struct cs_legend *legend, cs_text answer, size_t *size);

/* True for a cell that is one of its signs and nothing else. */
bool cs_legend_is_sign(const struct cs_legend *legend, cs_text cell);

/* True for an answer that begins with ○, however it was typed. */
bool cs_legend_is_circle(cs_text answer);

/* True where the legend puts a sign above ○, but not ○ itself: what that means nobody knows. */
bool cs_legend_lacks(const struct cs_legend *legend, cs_text answer);

#endif
