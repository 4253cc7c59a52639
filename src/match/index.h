/* The inside of the index, for the room. */
#ifndef MATCH_INDEX_H
#define MATCH_INDEX_H

#include "base/job.h"
#include "base/names.h"
#include "checksheet/match.h"
#include "match/terms.h"
#include "match/thesaurus.h"

/* Two channels are weighed apart and added up: what is written, and what is meant. */
enum cs_channel { CS_CHANNEL_WRITTEN, CS_CHANNEL_MEANT, CS_CHANNELS };

/* The weight of a word of the question, which is 1.0. */
#define CS_FULL_WEIGHT 20u

/* A term in a document. */
struct cs_entry {
    uint32_t term;
    uint32_t weight;  /* how often it is there, each time with the weight of its part, in twentieths; after
                         cs_index_finish what it adds to a score, in 1/4096 of a bit */
    bool in_question; /* the document's question or name has it */
};

/* A document that has a term, and what it gains by it. */
struct cs_posting {
    uint32_t document, gain;
};

struct cs_term {
    uint64_t key;
    enum cs_channel channel;
    uint32_t documents;   /* how many have it */
    uint32_t rarity;      /* log2(1 + (N - n + 0.5) / (n + 0.5)) of n documents of N, in 1/4096 of a bit */
    uint32_t start;       /* of its postings, by document */
    uint32_t last, place; /* the document or text, from 1, that had it last, and where there */
    uint32_t seen;        /* the number of the last look at a document that has it */
};

struct cs_document {
    uint32_t start, end;          /* of its terms, in the order of first sight */
    uint32_t length[CS_CHANNELS]; /* sum of weights */
    uint64_t itself[CS_CHANNELS]; /* what it scores when its own terms are looked for */
};

/* A document whose question is a text, in a list of such. */
struct cs_same {
    uint32_t document, next; /* next: UINT32_MAX at the end */
};

struct cs_index {
    struct cs_job *job;
    const struct cs_thesaurus *thesaurus;

    struct cs_term *terms;
    uint32_t term_count, term_room;
    uint32_t *slots, slot_count; /* open addressing by key: term + 1; a power of two, at most half full */

    struct cs_document *documents;
    uint32_t document_count, document_room;
    struct cs_entry *forward; /* by document */
    uint32_t forward_count, forward_room;
    struct cs_posting *postings; /* by term */

    struct cs_token_list tokens; /* of one text at a time */

    /* Of the text that was asked last: what each document scores, and which documents score at all, in no order. */
    uint64_t *scores[CS_CHANNELS];
    uint32_t *touched, touched_count;
    uint64_t best[CS_CHANNELS]; /* what no document can exceed */
    cs_text text;
    uint32_t *asked, asked_count, asked_room; /* its terms, each once, in order */
    uint32_t asks, seen;                      /* how many texts were asked, and documents looked at */

    struct cs_names questions;  /* folded */
    uint32_t *heads, head_room; /* by their name: the first of those that put it so */
    struct cs_same *sames;
    uint32_t same_count, same_room;
};

/* Enters the last document among those whose question is this text. */
void cs_index_add_question(struct cs_index *index, cs_text text);

/* As cs_index_likeness, of the text that was asked last, by what is written and what is meant together. */
uint32_t cs_index_likeness_of_all(const struct cs_index *index, uint32_t document);

/* The rarity of a term that no document has. */
uint32_t cs_index_rarest(const struct cs_index *index);

/* The concept of a term of CS_CHANNEL_MEANT. */
uint32_t cs_term_concept(const struct cs_term *term);

/* The most that a term can add to a score: its rarity times k1 + 1. */
uint64_t cs_term_most(const struct cs_term *term);

/* What is done with each term of a text, as often as it stands there. */
typedef void cs_term_handler(struct cs_index *index, struct cs_term *term, uint32_t weight);

/* Takes a text apart. */
void cs_index_each_term(struct cs_index *index, cs_text text, uint32_t weight, cs_term_handler *handle);

#endif
