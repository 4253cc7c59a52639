/* The pairs of neighbouring characters of a bare text (see base/similar.h), by which texts are alike. */
#ifndef MATCH_GRAMS_H
#define MATCH_GRAMS_H

#include "base/arena.h"

/* The text without the hiragana that it ends with, unless they are most of it: in していますか or すること all
 * questions of a sheet are alike, and two wordings of one question differ. */
cs_text cs_text_stem(cs_text bare);

/* The pairs of neighbouring characters, each as often as it is there, as rising hashes; of a single character, that
 * one. */
uint32_t *cs_grams_of(struct cs_arena *arena, cs_text bare, uint32_t *count);

/* The Dice coefficient of two such lists. */
double cs_dice(const uint32_t *a, uint32_t a_count, const uint32_t *b, uint32_t b_count);

/* The likeness of two bare texts. */
double cs_bare_likeness(struct cs_arena *arena, cs_text a, cs_text b);

#endif
