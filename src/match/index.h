/* Internals of the index, shared within the room. */
#ifndef MATCH_INDEX_H
#define MATCH_INDEX_H

#include "base/job.h"
#include "base/names.h"
#include "checksheet/match.h"
#include "match/terms.h"
#include "match/thesaurus.h"

/* Two channels are scored separately and then added: words as written, and concepts. */
enum cs_channel { CS_CHANNEL_WRITTEN, CS_CHANNEL_MEANT, CS_CHANNELS };

/* The weight of a word in the question, 1.0. */
#define CS_FULL_WEIGHT 20u

/* A term of a document. */
struct cs_mention {
    uint32_t term;
    /* frequency, each occurrence with the weight of its part, in twentieths; after cs_index_finish the score it adds,
     * in 1/4096 of a bit */
    uint32_t weight;
    bool in_question; /* it is in the document's question or name */
};

/* A document that contains a term, and the score this adds. */
struct cs_posting {
    uint32_t document, gain;
};

struct cs_term {
    uint64_t key;
    enum cs_channel channel;
    uint32_t documents;   /* how many contain it */
    uint32_t rarity;      /* log2(1 + (N - n + 0.5) / (n + 0.5)) of n documents of N, in 1/4096 of a bit */
    uint32_t start;       /* of its postings, sorted by document */
    uint32_t last, place; /* the document or text, from 1, that contained it last, and its index there */
    uint32_t seen;        /* the number of the last comparison with a document that contains it */
};

struct cs_document {
    uint32_t start, end;          /* its terms, in order of first occurrence */
    uint32_t length[CS_CHANNELS]; /* sum of weights */
    uint64_t itself[CS_CHANNELS]; /* its score for its own terms */
};

/* A node in a list of documents with the same question. */
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
    struct cs_mention *forward; /* by document */
    uint32_t forward_count, forward_room;
    struct cs_posting *postings; /* by term */

    struct cs_token_list tokens; /* scratch, for one text at a time */

    /* For the last query: the score of each document, and the documents with a score, unsorted. */
    uint64_t *scores[CS_CHANNELS];
    uint32_t *touched, touched_count;
    uint64_t best[CS_CHANNELS]; /* the maximum score */
    cs_text text;
    uint32_t *asked, asked_count, asked_room; /* its distinct terms, in order */
    uint32_t asks, seen;                      /* number of queries and of comparisons so far */

    struct cs_names questions;  /* folded */
    uint32_t *heads, head_room; /* by name: the first document with this question */
    struct cs_same *sames;
    uint32_t same_count, same_room;
};

/* Registers the question of the last document. */
void cs_index_add_question(struct cs_index *index, cs_text text);

/* As cs_index_likeness, for the last query, with both channels together. */
uint32_t cs_index_likeness_of_all(const struct cs_index *index, uint32_t document);

/* The rarity of a term that no document contains. */
uint32_t cs_index_rarest(const struct cs_index *index);

/* The concept of a term of CS_CHANNEL_MEANT. */
uint32_t cs_term_concept(const struct cs_term *term);

/* True for a concept that tells what a question is about. */
bool cs_term_is_subject(const struct cs_index *index, const struct cs_term *term);

/* The most that a term can add to a score: its rarity times k1 + 1. */
uint64_t cs_term_most(const struct cs_term *term);

/* Handles a term of a text, once for each occurrence. */
typedef void cs_term_handler(struct cs_index *index, struct cs_term *term, uint32_t weight);

/* Splits a text into terms. */
void cs_index_each_term(struct cs_index *index, cs_text text, uint32_t weight, cs_term_handler *handle);

#endif
