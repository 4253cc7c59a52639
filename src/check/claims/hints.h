/* What the words of an answer may contain, determined in one pass, so that the rules that read sentence by sentence
 * are applied to few answers. A hint may be a false positive, never a false negative. */
#ifndef CHECK_CLAIMS_HINTS_H
#define CHECK_CLAIMS_HINTS_H

#include "checksheet/profile.h"

enum cs_hint {
    CS_HINT_TRACE = 1,      /* a word of traces.c */
    CS_HINT_CLAIMS_NOT = 2, /* a sentence claiming that something is not done */
    CS_HINT_DENIED = 4,     /* a clause with a denying end */
    CS_HINT_LEFT_OUT = 8,
    CS_HINT_HANDED_ON = 16,
    CS_HINT_WITHHELD = 32,
    CS_HINT_PUT_OFF = 64,
    CS_HINT_PERMITTED = 128
};

enum { CS_HINT_CHARACTERS = 4096 + 128 + 1 }; /* hash of three bytes of UTF-8, and ASCII; everything else */

/* Initialise to zero. */
struct cs_hints {
    uint64_t of[CS_HINT_CHARACTERS]; /* by character: the steps of the hints in which it may occur */
};

/* Adds a word for a hint, of ASCII and of three-byte characters. With `by_end`, for ends of sentences, it is
 * represented by its last characters if these are kana: 対応しません, like all denials, by ません. */
void cs_hints_add(struct cs_hints *hints, enum cs_hint hint, cs_text word, bool by_end);
void cs_hints_add_each(struct cs_hints *hints, enum cs_hint hint, const cs_text *words, size_t count, bool by_end);

/* The hints for a text; for the texts of an answer. */
unsigned cs_hints_of(const struct cs_hints *hints, cs_text text);
unsigned cs_hints_of_answer(const struct cs_hints *hints, const struct cs_answer *answer);

#endif
