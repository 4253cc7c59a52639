/* Building an index: documents are split into terms, and the score of each term in each document is computed once.
 *
 * BM25 is computed in twentieths, the unit of weights, so that everything is an integer. */
#include "match/index.h"

enum {
    UNIT = CS_FULL_WEIGHT,
    K1 = 24,         /* 1.2 */
    KEEP_TENTHS = 4, /* (1 - b) * 10 */
    NORM_TENTHS = 6, /* b * 10 */
};

static const uint8_t part_weights[CS_PARTS] = {[CS_PART_QUESTION] = CS_FULL_WEIGHT,
                                               [CS_PART_NAME] = CS_FULL_WEIGHT,
                                               [CS_PART_GUIDE] = 7,
                                               [CS_PART_GROUP] = 6,
                                               [CS_PART_SECTION] = 4};

/* A concept's key: words have the bit above this one set, characters and pairs have neither. */
#define CONCEPT_KEY ((uint64_t)1 << 62)

uint32_t cs_term_concept(const struct cs_term *term)
{
    return (uint32_t)(term->key & ~CONCEPT_KEY);
}

bool cs_term_is_subject(const struct cs_index *index, const struct cs_term *term)
{
    return term->channel == CS_CHANNEL_MEANT &&
           cs_thesaurus_at(index->thesaurus, cs_term_concept(term))->kind != CS_CONCEPT_FRAME;
}

/* log2(p / q) in 1/4096, for p >= q. */
static uint32_t log2_of(uint32_t p, uint32_t q)
{
    uint64_t x = ((uint64_t)p << 31) / q;
    uint32_t log = 0;
    for (; x >> 32; x >>= 1)
        log += 1u << 12;
    for (uint32_t bit = 1u << 11; bit; bit >>= 1) {
        x = x * x >> 31;
        if (x >> 32) {
            x >>= 1;
            log += bit;
        }
    }
    return log;
}

/* Terms of phrases that many questions share count less. */
static uint32_t rarity_of(const struct cs_index *index, const struct cs_term *term)
{
    enum { FRAME_TENTHS = 3 };
    uint32_t rarity = log2_of(2 * index->document_count + 2, 2 * term->documents + 1);
    bool is_frame = term->channel == CS_CHANNEL_MEANT &&
                    cs_thesaurus_at(index->thesaurus, cs_term_concept(term))->kind == CS_CONCEPT_FRAME;
    return is_frame ? rarity * FRAME_TENTHS / 10 : rarity;
}

/* --- terms --------------------------------------------------------------------------------------------------------- */

static uint32_t slot_of(const struct cs_index *index, uint64_t key)
{
    uint32_t mask = index->slot_count - 1;
    uint32_t slot = (uint32_t)(key * 0x9e3779b97f4a7c15u >> 32) & mask;
    while (index->slots[slot] && index->terms[index->slots[slot] - 1].key != key)
        slot = (slot + 1) & mask;
    return slot;
}

static void widen_slots(struct cs_index *index)
{
    index->slot_count = index->slot_count ? index->slot_count * 2 : 1024;
    index->slots = cs_alloc_array(&index->job->arena, index->slot_count, sizeof *index->slots);
    for (uint32_t i = 0; i < index->term_count; i++)
        index->slots[slot_of(index, index->terms[i].key)] = i + 1;
}

/* The term of a key, added if it is new. */
static struct cs_term *term_of(struct cs_index *index, uint64_t key, enum cs_channel channel)
{
    if (index->term_count * 2 >= index->slot_count)
        widen_slots(index);
    uint32_t slot = slot_of(index, key);
    if (!index->slots[slot]) {
        index->terms =
            cs_grow(&index->job->arena, index->terms, index->term_count, &index->term_room, sizeof *index->terms);
        index->terms[index->term_count++] = (struct cs_term){.key = key, .channel = channel};
        index->slots[slot] = index->term_count;
        if (index->postings)
            index->terms[index->term_count - 1].rarity = rarity_of(index, &index->terms[index->term_count - 1]);
    }
    return &index->terms[index->slots[slot] - 1];
}

struct handling {
    struct cs_index *index;
    cs_term_handler *handle;
    uint32_t weight;
};

static void handle_concept(void *context, uint32_t concept, uint32_t first, uint32_t length)
{
    const struct handling *handling = context;
    (void)first;
    (void)length;
    struct cs_term *term = term_of(handling->index, CONCEPT_KEY | concept, CS_CHANNEL_MEANT);
    handling->handle(handling->index, term, handling->weight);
}

void cs_index_each_term(struct cs_index *index, cs_text text, uint32_t weight, cs_term_handler *handle)
{
    index->tokens.count = 0;
    cs_tokens_add(&index->job->arena, &index->tokens, text);
    for (uint32_t i = 0; i < index->tokens.count; i++) {
        uint64_t pair = cs_pair_key(&index->tokens, i);
        handle(index, term_of(index, index->tokens.at[i].key, CS_CHANNEL_WRITTEN), weight);
        if (pair)
            handle(index, term_of(index, pair, CS_CHANNEL_WRITTEN), weight);
    }
    if (index->thesaurus)
        cs_thesaurus_each(index->thesaurus, &index->tokens, handle_concept, &(struct handling){index, handle, weight});
}

/* --- making an index ----------------------------------------------------------------------------------------------- */

struct cs_index *cs_index_new(struct cs_job *job, const struct cs_thesaurus *thesaurus)
{
    struct cs_index *index = cs_alloc(&job->arena, sizeof *index);
    index->job = job;
    index->thesaurus = thesaurus;
    return index;
}

uint32_t cs_index_begin(struct cs_index *index)
{
    index->documents = cs_grow(&index->job->arena, index->documents, index->document_count, &index->document_room,
                               sizeof *index->documents);
    index->documents[index->document_count] =
        (struct cs_document){.start = index->forward_count, .end = index->forward_count};
    return index->document_count++;
}

static void count_term(struct cs_index *index, struct cs_term *term, uint32_t weight)
{
    struct cs_document *document = &index->documents[index->document_count - 1];
    document->length[term->channel] += weight;
    if (term->last == index->document_count) {
        index->forward[term->place].weight += weight;
        index->forward[term->place].in_question |= weight == CS_FULL_WEIGHT;
        return;
    }
    term->last = index->document_count;
    term->place = index->forward_count;
    term->documents++;
    index->forward =
        cs_grow(&index->job->arena, index->forward, index->forward_count, &index->forward_room, sizeof *index->forward);
    index->forward[index->forward_count++] =
        (struct cs_mention){(uint32_t)(term - index->terms), weight, weight == CS_FULL_WEIGHT};
    document->end = index->forward_count;
}

void cs_index_text(struct cs_index *index, enum cs_part part, cs_text text)
{
    cs_index_each_term(index, text, part_weights[part], count_term);
    if (part == CS_PART_QUESTION)
        cs_index_add_question(index, text);
}

static void add_words(struct cs_index *index, enum cs_part part, const struct cs_words *words)
{
    for (uint32_t i = 0; words && i < CS_LANGUAGES; i++)
        cs_index_text(index, part, words->in[i]);
}

uint32_t cs_index_item(struct cs_index *index, const struct cs_catalog *catalog, uint32_t item)
{
    const struct cs_item *known = &catalog->items[item];
    uint32_t document = cs_index_begin(index);
    add_words(index, CS_PART_QUESTION, known->ask);
    add_words(index, CS_PART_NAME, known->name);
    add_words(index, CS_PART_GUIDE, known->guide);
    add_words(index, CS_PART_GROUP, known->group);
    if (known->section != CS_NO_SECTION)
        add_words(index, CS_PART_SECTION, &catalog->sections[known->section].title);
    return document;
}

uint32_t cs_index_catalog(struct cs_index *index, const struct cs_catalog *catalog)
{
    uint32_t first = index->document_count;
    for (uint32_t i = 0; i < catalog->item_count; i++)
        cs_index_item(index, catalog, i);
    return first;
}

uint32_t cs_index_rarest(const struct cs_index *index)
{
    return log2_of(2 * index->document_count + 2, 1);
}

uint64_t cs_term_most(const struct cs_term *term)
{
    return (uint64_t)term->rarity * (UNIT + K1) / UNIT;
}

/* The score that a term with a certain weight adds to a document. */
static uint32_t gain_of(const struct cs_index *index, const struct cs_term *term, const struct cs_document *document,
                        uint64_t weight, const uint64_t total[CS_CHANNELS])
{
    uint64_t length = (uint64_t)document->length[term->channel] * index->document_count;
    uint64_t damping = K1 * (KEEP_TENTHS * total[term->channel] + NORM_TENTHS * length) * 25 / total[term->channel];
    return (uint32_t)(cs_term_most(term) * (weight * 250) / (weight * 250 + damping));
}

/* Inverts the forward lists into postings. */
static void sort_postings(struct cs_index *index)
{
    uint32_t start = 0;
    for (uint32_t t = 0; t < index->term_count; t++) {
        index->terms[t].start = start;
        start += index->terms[t].documents;
        index->terms[t].place = index->terms[t].start;
        index->terms[t].last = 0;
    }
    for (uint32_t d = 0; d < index->document_count; d++)
        for (uint32_t k = index->documents[d].start; k < index->documents[d].end; k++) {
            struct cs_term *term = &index->terms[index->forward[k].term];
            index->postings[term->place++] = (struct cs_posting){d, index->forward[k].weight};
        }
}

void cs_index_finish(struct cs_index *index)
{
    uint64_t total[CS_CHANNELS] = {0};
    for (uint32_t d = 0; d < index->document_count; d++)
        for (uint32_t c = 0; c < CS_CHANNELS; c++)
            total[c] += index->documents[d].length[c];
    for (uint32_t t = 0; t < index->term_count; t++)
        index->terms[t].rarity = rarity_of(index, &index->terms[t]);
    for (uint32_t d = 0; d < index->document_count; d++) {
        struct cs_document *document = &index->documents[d];
        for (uint32_t k = document->start; k < document->end; k++) {
            const struct cs_term *term = &index->terms[index->forward[k].term];
            index->forward[k].weight = gain_of(index, term, document, index->forward[k].weight, total);
            document->itself[term->channel] += index->forward[k].weight;
        }
    }
    index->postings = cs_alloc_array(&index->job->arena, index->forward_count + 1u, sizeof *index->postings);
    sort_postings(index);
    for (uint32_t c = 0; c < CS_CHANNELS; c++)
        index->scores[c] = cs_alloc_array(&index->job->arena, index->document_count + 1u, sizeof *index->scores[c]);
    index->touched = cs_alloc_array(&index->job->arena, index->document_count + 1u, sizeof *index->touched);
}
