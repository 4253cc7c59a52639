/* The inside of the thesaurus, for the room. */
#ifndef MATCH_THESAURUS_H
#define MATCH_THESAURUS_H

#include "checksheet/thesaurus.h"
#include "match/terms.h"

/* What is done with each group at each place that speaks of it. */
typedef void cs_concept_handler(void *context, uint32_t concept);

void cs_thesaurus_each(const struct cs_thesaurus *thesaurus, const struct cs_token_list *tokens,
                       cs_concept_handler *handle, void *context);

#endif
