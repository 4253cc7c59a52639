/* The words and signs that say a state, at the front of a text. */
#ifndef WORDING_MARK_WORDS_H
#define WORDING_MARK_WORDS_H

#include "base/job.h"
#include "checksheet/catalog.h"

/* Bytes of the longest text that is looked up as a word. */
enum { CS_MARK_WORD_SIZE = 48 };

/* Size of the mark or word that a text begins with, and its state: the catalog's own first (NULL: none), the longest of
 * them. 0 if it begins with none. */
size_t cs_mark_front(struct cs_job *job, const struct cs_catalog *catalog, cs_text text, enum cs_state *state);

/* As cs_mark_front, for a sign such as ○, not a word; the dash that people put before the entries of a list is none. */
size_t cs_mark_sign(cs_text text, enum cs_state *state);

/* True where a word of `size` bytes at the front of a text goes no further: No is none of Non-compliant. */
bool cs_word_ends(cs_text text, size_t size);

/* True for a text that is a mark, or a word that is one, and nothing else. */
bool cs_is_mark_word(struct cs_job *job, cs_text text);

#endif
