/* The pairs of adjacent characters of a normalized text (see match/similar.h), which similarity is computed from. */
#ifndef MATCH_GRAMS_H
#define MATCH_GRAMS_H

#include "base/arena.h"

/* The text without the hiragana at its end, unless they are most of it: all questions of a sheet share していますか or
 * すること, and two wordings of one question differ in it. */
cs_text cs_text_stem(cs_text bare);

/* The pairs of neighbouring characters, each as often as it is there, as rising hashes; of a single character, that
 * one. */
uint32_t *cs_grams_of(struct cs_arena *arena, cs_text bare, uint32_t *count);

/* The Dice coefficient of two such lists. */
double cs_dice(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count);

/* The similarity of two normalized texts, 0 to 1. */
double cs_bare_likeness(struct cs_arena *arena, cs_text a, cs_text b);

#endif
