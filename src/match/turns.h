/* Whether a text asks for something besides what a known question asks, about the same thing. */
#ifndef MATCH_TURNS_H
#define MATCH_TURNS_H

#include "checksheet/catalog.h"
#include "checksheet/thesaurus.h"

/* True if a word (turns.def) or a figure turns the text into another question than the known one: how often, by when,
 * in the past, with what result, by whom else, or that it is not so. Texts in different languages are not compared. */
bool cs_text_turns(struct cs_job *job, cs_text text, cs_text known);

/* True if the text names a subject of the thesaurus, in words that the item does not have, that neither language of the
 * item's question and name mentions: encryption of the backups is not that there are backups. Or if much of it, or a
 * name, is in words that they do not explain. Concepts that are common tell little. */
bool cs_text_adds_subject(struct cs_job *job, const struct cs_thesaurus *thesaurus, const bool *common, cs_text text,
                          const struct cs_item *item);

/* True if the text explains less than half of what the known question, in the same language, says: it asks for a part of
 * it at most. */
bool cs_text_asks_part(struct cs_job *job, const struct cs_thesaurus *thesaurus, const bool *common, cs_text text,
                       cs_text known);

/* For each concept of the thesaurus: true if more than one in twelve items of the catalog mention it. */
bool *cs_common_concepts(struct cs_job *job, const struct cs_thesaurus *thesaurus, const struct cs_catalog *catalog);

#endif
