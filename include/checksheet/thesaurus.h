/* A thesaurus: concepts with their terms, words of both languages that mean the same in questions about security.
 *
 * The index weights concepts in addition to words, and reasons consist of them. A thesaurus is built once, by a
 * loader or a test, and read-only afterwards; it lives as long as its job. */
#ifndef CHECKSHEET_THESAURUS_H
#define CHECKSHEET_THESAURUS_H

#include "checksheet/source.h"
#include "checksheet/vocab.h"

struct cs_job;
struct cs_thesaurus;

/* SUBJECT: what questions are about. FRAME: how nearly all of them are put (documented, regularly, how long), with
 * three tenths of the weight. OUTSIDE: a subject that is in no catalog, so that a question about it resembles none.
 * MASK: a word that contains a term of another concept by accident: プログラム contains ログ. */
enum cs_concept_kind { CS_CONCEPT_SUBJECT, CS_CONCEPT_FRAME, CS_CONCEPT_OUTSIDE, CS_CONCEPT_MASK, CS_CONCEPT_KINDS };

struct cs_concept {
    cs_text id;           /* backup */
    struct cs_words name; /* バックアップ, backup: as shown in reasons */
    enum cs_concept_kind kind;
    struct cs_span span; /* of the id in its file */
};

#define CS_NO_CONCEPT UINT32_MAX

/* An empty one. Files are added by cs_load_thesaurus. */
struct cs_thesaurus *cs_thesaurus_new(struct cs_job *job);

uint32_t cs_thesaurus_count(const struct cs_thesaurus *thesaurus);
const struct cs_concept *cs_thesaurus_at(const struct cs_thesaurus *thesaurus, uint32_t concept);

/* The concepts in a text, each once, in the order of the text; at most `room`. Returns how many. At each position the
 * longest term counts, and nothing inside it: 保守点検 is not 保守. */
uint32_t cs_thesaurus_find(const struct cs_thesaurus *thesaurus, cs_text text, uint32_t *concepts, uint32_t room);

#endif
