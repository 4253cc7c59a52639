/* Filling a thesaurus, and looking through the tokens of a text. */
#ifndef MATCH_THESAURUS_H
#define MATCH_THESAURUS_H

#include "checksheet/thesaurus.h"
#include "match/terms.h"

/* The kind with the name "subject", "frame", "outside" or "mask"; false if there is none. */
bool cs_concept_kind_of_word(cs_text word, enum cs_concept_kind *kind);

/* Adds a concept and returns its number; if the id exists, that of the existing one, which is unchanged. */
uint32_t cs_thesaurus_add(struct cs_thesaurus *thesaurus, const struct cs_concept *concept);

/* Adds a term to a concept. English words lose their endings, Japanese text is kept; width, case and punctuation are
 * ignored. False for an empty text, for one of more than 64 words, and for one that the concept has already. */
bool cs_thesaurus_add_term(struct cs_thesaurus *thesaurus, uint32_t concept, cs_text term);

/* Another concept with exactly this term, or CS_NO_CONCEPT. */
uint32_t cs_thesaurus_other(const struct cs_thesaurus *thesaurus, uint32_t concept, cs_text term);

/* Handles a concept, called for each place that mentions it: so many tokens from one on. */
typedef void cs_concept_handler(void *context, uint32_t concept, uint32_t first, uint32_t length);

void cs_thesaurus_each(const struct cs_thesaurus *thesaurus, const struct cs_token_list *tokens,
                       cs_concept_handler *handle, void *context);

#endif
