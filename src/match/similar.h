/* Which texts are the same, or nearly: two lists of questions laid side by side, whoever typed them and in what order.
 *
 * The texts are compared bare: folded by NFKC, radicals as the characters they stand for, Latin letters small, and no
 * spaces or punctuation. How alike two of them are is the Dice coefficient of their pairs of neighbouring characters,
 * and, where nothing but the texts is to go by, of the texts without their Japanese endings. */
#ifndef MATCH_SIMILAR_H
#define MATCH_SIMILAR_H

#include "base/arena.h"

#define CS_UNPAIRED UINT32_MAX

/* Likeness from which two texts that stand in the same order may be one question, and from which the same number
 * makes them one whatever stands around them. Measured on two wordings of one sheet: 0.4 finds all pairs but one in a
 * thousand, 0.5 misses one in sixty. */
#define CS_ALIKE           0.4
#define CS_ALIKE_BY_NUMBER 0.6

/* Texts in reading order, and their numbers; ids NULL: they have none. */
struct cs_list {
    const cs_text *texts, *ids;
    uint32_t count;
};

/* What stands on the other side. */
struct cs_pair {
    uint32_t other;  /* index in the old list, or CS_UNPAIRED */
    double likeness; /* 1: the same bare text */
    bool moved;      /* its place among the other pairs has changed */
};

/* A text as it is compared; empty when nothing but spaces and punctuation is in it. */
cs_text cs_text_bare(struct cs_arena *arena, cs_text text);

/* 0 to 1; 1 for the same bare text, 0 for empty ones. */
double cs_text_likeness(struct cs_arena *arena, cs_text a, cs_text b);

/* Finds for each new text the old one it comes from, each old one once: the same text; the same number and much alike;
 * what is alike in the same order, so that the sum of likenesses is greatest; and at last what is alike anywhere. Pairs
 * that the caller has set already (`other`) stay; all others must be CS_UNPAIRED. `pairs` has a place for each new
 * text. Takes time in proportion to the lists, whatever is in them: of very many texts much alike not all are looked
 * at. */
void cs_pair_texts(struct cs_arena *arena, const struct cs_list *old, const struct cs_list *new, struct cs_pair *pairs);

/* Sets `moved` of all pairs, however they were made: false for the longest chain of them that keeps the order. */
void cs_pair_order(struct cs_arena *arena, uint32_t old_count, struct cs_pair *pairs, uint32_t count);

#endif
