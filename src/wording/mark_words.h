/* Words and signs for states, at the front of a text. */
#ifndef WORDING_MARK_WORDS_H
#define WORDING_MARK_WORDS_H

#include "base/job.h"
#include "checksheet/catalog.h"

/* The maximum size of a text that is looked up as a word, in bytes. */
enum { CS_MARK_WORD_SIZE = 48 };

/* Size and state of the mark or word at the front of a text: the longest, the catalog's own (NULL: none) first. 0 if
 * there is none. */
size_t cs_mark_front(struct cs_job *job, const struct cs_catalog *catalog, cs_text text, enum cs_state *state);

/* As cs_mark_front, for a sign such as ○, not a word; the dash before list entries is none. */
size_t cs_mark_sign(cs_text text, enum cs_state *state);

/* True if a word of `size` bytes at the front of a text is complete: No is not the front of Non-compliant. */
bool cs_word_ends(cs_text text, size_t size);

/* True for a text that is a mark, or a word for one, and nothing else; of cs_mark_word_state, *state is set then. */
bool cs_mark_word_state(struct cs_job *job, cs_text text, enum cs_state *state);
bool cs_is_mark_word(struct cs_job *job, cs_text text);

#endif
