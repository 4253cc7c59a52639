/* Which texts of two lists of questions are the same or nearly so, whoever typed them and in whatever order.
 *
 * Texts are compared normalized: folded by NFKC, radicals replaced by their characters, Latin letters small, no
 * spaces or punctuation but inside figures. The similarity of two texts is the Dice coefficient of their pairs of
 * adjacent characters and, where only the texts are known, of the texts without Japanese endings. */
#ifndef MATCH_SIMILAR_H
#define MATCH_SIMILAR_H

#include "base/arena.h"

#define CS_UNPAIRED UINT32_MAX

/* The similarity from which two texts in the same order may be one question, and the one from which equal numbers
 * make them one in any context. Measured on two wordings of one sheet: 0.4 finds all pairs but one in a thousand, 0.5
 * misses one in sixty. */
#define CS_ALIKE           0.4
#define CS_ALIKE_BY_NUMBER 0.6

/* Texts in reading order, and their numbers; ids may be NULL. */
struct cs_list {
    const cs_text *texts, *ids;
    uint32_t count;
};

/* The old text that a new one is paired with. */
struct cs_pair {
    uint32_t other;  /* index in the old list, or CS_UNPAIRED */
    double likeness; /* 1 for the same normalized text */
    bool moved;      /* its position among the pairs has changed */
};

/* A text normalized for comparison; empty if it has only spaces and punctuation. */
cs_text cs_text_bare(struct cs_arena *arena, cs_text text);

/* Similarity, 0 to 1; 1 for the same normalized text, 0 for empty ones. */
double cs_text_likeness(struct cs_arena *arena, cs_text a, cs_text b);

/* Pairs each new text with the old one it comes from, each old one at most once: the same text; the same number and
 * very similar; similar in the same order, with the greatest sum of similarities; and last, similar anywhere. Pairs
 * that the caller has set (`other`) stay; all others must be CS_UNPAIRED. `pairs` has an element for each new text.
 * Takes time in proportion to the lists in any case: among very many similar texts not all are compared. */
void cs_pair_texts(struct cs_arena *arena, const struct cs_list *old, const struct cs_list *new, struct cs_pair *pairs);

/* Sets `moved` for all pairs, however they were made: false for the longest chain of them that keeps the order. */
void cs_pair_order(struct cs_arena *arena, uint32_t old_count, struct cs_pair *pairs, uint32_t count);

#endif
