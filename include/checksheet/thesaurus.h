/* A thesaurus: groups of words that mean one thing to those who ask about security, in both languages.
 *
 * A group is what an index weighs besides the words themselves, and what reasons are made of. It is built once, by a
 * loader or a test, and read-only from then on; it lives as long as its job. */
#ifndef CHECKSHEET_THESAURUS_H
#define CHECKSHEET_THESAURUS_H

#include "checksheet/source.h"
#include "checksheet/vocab.h"

struct cs_job;
struct cs_thesaurus;

/* SUBJECT: what questions are about. FRAME: how nearly all of them put it (documented, regularly, how long), which counts
 * three tenths. OUTSIDE: a subject that no catalog asks, so that a question about it is like nothing. MASK: words that
 * hold another group's word and mean nothing of it: プログラム holds ログ. */
enum cs_concept_kind { CS_CONCEPT_SUBJECT, CS_CONCEPT_FRAME, CS_CONCEPT_OUTSIDE, CS_CONCEPT_MASK, CS_CONCEPT_KINDS };

struct cs_concept {
    cs_text id;           /* backup */
    struct cs_words name; /* バックアップ, backup: how reasons call it */
    enum cs_concept_kind kind;
    struct cs_span span; /* of the id in the file it comes from */
};

#define CS_NO_CONCEPT UINT32_MAX

/* "subject", "frame", "outside", "mask"; the kind of such a word, or false. */
cs_text cs_concept_kind_word(enum cs_concept_kind kind);
bool cs_concept_kind_of_word(cs_text word, enum cs_concept_kind *kind);

struct cs_thesaurus *cs_thesaurus_new(struct cs_job *job);

/* The number of the group with this id; a new one where there is none, else the one there is, as it was. */
uint32_t cs_thesaurus_add(struct cs_thesaurus *thesaurus, const struct cs_concept *concept);

/* Adds a word or phrase to a group. Words are taken without their English endings, Japanese as it stands; width, case and
 * punctuation do not count. False for a text with nothing in it or of more than 64 words, and for one that the group
 * has. */
bool cs_thesaurus_add_term(struct cs_thesaurus *thesaurus, uint32_t concept, cs_text term);

/* Another group that has this very term, or CS_NO_CONCEPT. */
uint32_t cs_thesaurus_other(const struct cs_thesaurus *thesaurus, uint32_t concept, cs_text term);

uint32_t cs_thesaurus_count(const struct cs_thesaurus *thesaurus);
const struct cs_concept *cs_thesaurus_at(const struct cs_thesaurus *thesaurus, uint32_t concept);

/* The groups that a text speaks of, each once, in the order of the text; at most `room`. Returns how many. At each place
 * the longest term counts, and nothing inside it: 保守点検 is not 保守. */
uint32_t cs_thesaurus_find(const struct cs_thesaurus *thesaurus, cs_text text, uint32_t *concepts, uint32_t room);

#endif
