/* Querying an index: for each term of a text, each document that contains it gets the score from the index. Time is
 * in proportion to the postings of the terms, not to the number of documents. */
#include "checksheet/match.h"
#include "match/index.h"

#include <string.h>

static void ask_term(struct cs_index *index, struct cs_term *term, uint32_t weight)
{
    (void)weight;
    if (term->last == index->asks)
        return;
    term->last = index->asks;
    index->asked =
        cs_grow(&index->job->arena, index->asked, index->asked_count, &index->asked_room, sizeof *index->asked);
    index->asked[index->asked_count++] = (uint32_t)(term - index->terms);
    index->best[term->channel] += cs_term_most(term);
    uint64_t *scores = index->scores[term->channel];
    for (uint32_t k = term->start, end = term->start + term->documents; k < end; k++) {
        uint32_t document = index->postings[k].document;
        if (!index->postings[k].gain)
            continue; /* nearly all documents contain it */
        if (!index->scores[CS_CHANNEL_WRITTEN][document] && !index->scores[CS_CHANNEL_MEANT][document])
            index->touched[index->touched_count++] = document;
        scores[document] += index->postings[k].gain;
    }
}

void cs_index_ask(struct cs_index *index, cs_text text)
{
    for (; index->touched_count; index->touched_count--)
        for (uint32_t c = 0; c < CS_CHANNELS; c++)
            index->scores[c][index->touched[index->touched_count - 1]] = 0;
    memset(index->best, 0, sizeof index->best);
    index->asked_count = 0;
    index->asks++;
    index->text = text;
    cs_index_each_term(index, text, 1, ask_term);
}

/* The share of a text that a document contains. */
static uint32_t score_of(const struct cs_index *index, uint32_t document)
{
    enum { WRITTEN = 60, MEANT = 40 }; /* percent; results are the same from 50 to 65 */
    uint64_t written = index->scores[CS_CHANNEL_WRITTEN][document], meant = index->scores[CS_CHANNEL_MEANT][document];
    uint64_t of_written = index->best[CS_CHANNEL_WRITTEN], of_meant = index->best[CS_CHANNEL_MEANT];
    if (!of_meant)
        return of_written ? (uint32_t)(written * CS_ALL_ALIKE / of_written) : 0;
    return (uint32_t)((written * CS_ALL_ALIKE * WRITTEN / of_written + meant * CS_ALL_ALIKE * MEANT / of_meant) /
                      (WRITTEN + MEANT));
}

static bool is_better(struct cs_hit a, struct cs_hit b)
{
    return a.score != b.score ? a.score > b.score : a.document < b.document;
}

uint32_t cs_index_best(struct cs_index *index, uint32_t first, uint32_t end, struct cs_hit *hits, uint32_t room)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < index->touched_count; i++) {
        struct cs_hit hit = {index->touched[i], score_of(index, index->touched[i])};
        if (hit.document < first || hit.document >= end ||
            (count == room && (!room || !is_better(hit, hits[count - 1]))))
            continue;
        uint32_t place = count < room ? count++ : count - 1;
        for (; place && is_better(hit, hits[place - 1]); place--)
            hits[place] = hits[place - 1];
        hits[place] = hit;
    }
    return count;
}

uint32_t cs_index_search(struct cs_index *index, cs_text text, uint32_t first, uint32_t end, struct cs_hit *hits,
                         uint32_t room)
{
    cs_index_ask(index, text);
    return cs_index_best(index, first, end, hits, room);
}

/* --- whose wording a text is --------------------------------------------------------------------------------------- */

static uint32_t in_thousandths(uint64_t part, uint64_t whole)
{
    uint64_t share = whole ? part * 1000 / whole : part ? UINT32_MAX : 0;
    return share < UINT32_MAX ? (uint32_t)share : UINT32_MAX;
}

/* The square root, rounded down, by Newton's method from above. */
static uint32_t root_of(uint64_t square)
{
    uint64_t root = square, next = square / 2 + 1;
    while (next < root) {
        root = next;
        next = (root + square / root) / 2;
    }
    return (uint32_t)root;
}

/* The geometric mean of a score's shares of two maximums. */
static uint32_t mean_of(uint64_t score, uint64_t of_text, uint64_t of_document)
{
    uint64_t likeness = root_of((uint64_t)in_thousandths(score, of_text) * in_thousandths(score, of_document));
    return likeness < CS_ALL_ALIKE ? (uint32_t)likeness : CS_ALL_ALIKE;
}

/* For the last query. */
static uint32_t likeness_of(const struct cs_index *index, uint32_t document)
{
    return mean_of(index->scores[CS_CHANNEL_WRITTEN][document], index->best[CS_CHANNEL_WRITTEN],
                   index->documents[document].itself[CS_CHANNEL_WRITTEN]);
}

uint32_t cs_index_likeness_of_all(const struct cs_index *index, uint32_t document)
{
    const uint64_t *itself = index->documents[document].itself, *best = index->best;
    return mean_of(index->scores[CS_CHANNEL_WRITTEN][document] + index->scores[CS_CHANNEL_MEANT][document],
                   best[CS_CHANNEL_WRITTEN] + best[CS_CHANNEL_MEANT],
                   itself[CS_CHANNEL_WRITTEN] + itself[CS_CHANNEL_MEANT]);
}

struct cs_nearest cs_index_nearest(struct cs_index *index, cs_text text, uint32_t first, uint32_t end)
{
    struct cs_nearest nearest = {.document = CS_NO_DOCUMENT};
    uint64_t best = 0, second = 0;
    cs_index_ask(index, text);
    for (uint32_t i = 0; i < index->touched_count; i++) {
        uint32_t document = index->touched[i];
        uint64_t score = document >= first && document < end ? index->scores[CS_CHANNEL_WRITTEN][document] : 0;
        if (score > best || (score == best && score && document < nearest.document)) {
            second = best;
            best = score;
            nearest.document = document;
        } else if (score > second) {
            second = score;
        }
    }
    if (best) {
        nearest.likeness = likeness_of(index, nearest.document);
        nearest.lead = in_thousandths(best, second);
    }
    return nearest;
}

bool cs_is_near(struct cs_nearest nearest)
{
    return nearest.document != CS_NO_DOCUMENT && nearest.likeness >= CS_NEAR_LIKENESS && nearest.lead >= CS_NEAR_LEAD;
}

uint32_t cs_index_likeness(struct cs_index *index, cs_text text, uint32_t document)
{
    cs_index_ask(index, text);
    return likeness_of(index, document);
}
