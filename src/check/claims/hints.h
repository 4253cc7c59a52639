/* What the words of an answer may say, told in one pass over them, so that the rules that read sentence by sentence are
 * asked about few. A hint is wrong now and then where it is given, never where it is not. */
#ifndef CHECK_CLAIMS_HINTS_H
#define CHECK_CLAIMS_HINTS_H

#include "checksheet/profile.h"

enum cs_hint {
    CS_HINT_TRACE = 1,      /* a word of traces.c */
    CS_HINT_CLAIMS_NOT = 2, /* a sentence claims that something is not done */
    CS_HINT_DENIED = 4,     /* a clause ends as one that denies */
    CS_HINT_LEFT_OUT = 8,
    CS_HINT_HANDED_ON = 16,
    CS_HINT_WITHHELD = 32,
    CS_HINT_PUT_OFF = 64,
    CS_HINT_PERMITTED = 128
};

enum { CS_HINT_CHARACTERS = 4096 + 128 + 1 }; /* three bytes of UTF-8, more or less, and ASCII; what is neither */

/* Begin with all zero. */
struct cs_hints {
    uint64_t of[CS_HINT_CHARACTERS]; /* by character: in which step of which hints it may stand */
};

/* Adds a word that gives a hint, of ASCII and of characters of three bytes. With `by_end`, which is for ends of sentences,
 * it is known by its last characters if these are kana: 対応しません, like all that is denied, by ません. */
void cs_hints_add(struct cs_hints *hints, enum cs_hint hint, cs_text word, bool by_end);
void cs_hints_add_each(struct cs_hints *hints, enum cs_hint hint, const cs_text *words, size_t count, bool by_end);

/* All that a text may say; that the texts of an answer may. */
unsigned cs_hints_of(const struct cs_hints *hints, cs_text text);
unsigned cs_hints_of_answer(const struct cs_hints *hints, const struct cs_answer *answer);

#endif
