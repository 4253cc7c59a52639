/* Internals of the thesaurus, shared within the room. */
#ifndef MATCH_THESAURUS_H
#define MATCH_THESAURUS_H

#include "checksheet/thesaurus.h"
#include "match/terms.h"

/* Handles a concept, called for each place that mentions it. */
typedef void cs_concept_handler(void *context, uint32_t concept);

void cs_thesaurus_each(const struct cs_thesaurus *thesaurus, const struct cs_token_list *tokens,
                       cs_concept_handler *handle, void *context);

#endif
