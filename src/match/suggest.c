/* Suggestions: the best documents for a text, with confidence and reasons.
 *
 * Confidence is the probability that the known answer answers the question at least in part. It is a logistic
 * function of a few features, whose weights were fitted to labelled questions of public lists (tests/bench/match.c
 * --fit) and are integers in thousandths, so that results are the same on every machine. */
#include "match/suggest.h"

/* Fitted; see above. */
static const int32_t weights[CS_FEATURES] = {
    [CS_FEATURE_MEANT] = 2573,   [CS_FEATURE_ASKED] = 3010,   [CS_FEATURE_BACK] = 1099,     [CS_FEATURE_LEAD] = 1263,
    [CS_FEATURE_BEHIND] = -1471, [CS_FEATURE_BEATEN] = -842,  [CS_FEATURE_OUTSIDE] = -1353, [CS_FEATURE_BULK] = 1963,
    [CS_FEATURE_DEPTH] = 3896,   [CS_FEATURE_MISSING] = 1057,
};
static const int32_t offset = -4489;

enum { SUREST = 950 }; /* the maximum: a text alone is never certain */

/* --- figures ------------------------------------------------------------------------------------------------------- */

static uint32_t share(uint64_t part, uint64_t whole)
{
    return whole ? (uint32_t)(part * CS_ALL_ALIKE / whole) : 0;
}

/* Marks the terms of a document by setting their `seen` to the index's. */
static void see(struct cs_index *index, uint32_t document)
{
    index->seen++;
    for (uint32_t k = index->documents[document].start; k < index->documents[document].end; k++)
        index->terms[index->forward[k].term].seen = index->seen;
}

/* Measures the query in the document's own question, and the question's concepts in the query. */
static void weigh_question(const struct cs_index *index, uint32_t document, uint32_t figures[CS_FEATURES])
{
    uint64_t held = 0, asked = 0, both = 0, known = 0;
    for (uint32_t i = 0; i < index->asked_count; i++)
        asked += index->terms[index->asked[i]].rarity;
    for (uint32_t k = index->documents[document].start; k < index->documents[document].end; k++) {
        const struct cs_mention *entry = &index->forward[k];
        const struct cs_term *term = &index->terms[entry->term];
        bool is_asked = term->last == index->asks;
        if (!entry->in_question)
            continue;
        held += is_asked ? term->rarity : 0;
        known += term->channel == CS_CHANNEL_MEANT ? term->rarity : 0;
        both += term->channel == CS_CHANNEL_MEANT && is_asked ? term->rarity : 0;
    }
    figures[CS_FEATURE_ASKED] = share(held, asked);
    figures[CS_FEATURE_BACK] = share(both, known);
}

static bool is_hiragana(uint32_t point)
{
    return point >= 0x3041 && point <= 0x309f;
}

static bool is_content(const struct cs_term *term)
{
    uint32_t second = (uint32_t)(term->key & 0x1fffff), first = (uint32_t)(term->key >> 21);
    return term->channel == CS_CHANNEL_WRITTEN &&
           (term->key & CS_TOKEN_WORD || !(is_hiragana(second) || is_hiragana(first)));
}

/* A sum as a share of `most`, capped. */
static uint32_t share_of_most(uint64_t sum, uint64_t most)
{
    return share(sum < most ? sum : most, most);
}

static void weigh_content(const struct cs_index *index, uint32_t figures[CS_FEATURES])
{
    enum { MANY_TERMS = 12 };
    uint64_t held = 0;
    for (uint32_t i = 0; i < index->asked_count; i++) {
        const struct cs_term *term = &index->terms[index->asked[i]];
        held += is_content(term) && term->seen == index->seen ? term->rarity : 0;
    }
    figures[CS_FEATURE_BULK] = share_of_most(held, MANY_TERMS * (uint64_t)cs_index_rarest(index));
}

static void weigh_concepts(const struct cs_index *index, uint32_t figures[CS_FEATURES])
{
    enum { MANY_CONCEPTS = 3 };
    uint64_t held = 0, missing = 0, many = MANY_CONCEPTS * (uint64_t)cs_index_rarest(index);
    bool outside = false;
    for (uint32_t i = 0; i < index->asked_count; i++) {
        const struct cs_term *term = &index->terms[index->asked[i]];
        if (!cs_term_is_subject(index, term))
            continue;
        outside = outside || cs_thesaurus_at(index->thesaurus, cs_term_concept(term))->kind == CS_CONCEPT_OUTSIDE;
        *(term->seen == index->seen ? &held : &missing) += term->rarity;
    }
    figures[CS_FEATURE_OUTSIDE] = outside ? CS_ALL_ALIKE : 0;
    figures[CS_FEATURE_DEPTH] = share_of_most(held, many);
    figures[CS_FEATURE_MISSING] = share_of_most(missing, many);
}

void cs_suggest_figures(struct cs_index *index, const struct cs_hit *hits, uint32_t at, uint32_t found, uint32_t best,
                        uint32_t figures[CS_FEATURES])
{
    const struct cs_hit *hit = &hits[at];
    uint32_t next = at + 1 < found ? hits[at + 1].score : 0;
    see(index, hit->document);
    figures[CS_FEATURE_MEANT] = share(index->scores[CS_CHANNEL_MEANT][hit->document], index->best[CS_CHANNEL_MEANT]);
    weigh_question(index, hit->document, figures);
    weigh_content(index, figures);
    weigh_concepts(index, figures);
    figures[CS_FEATURE_LEAD] = next < hit->score ? share(hit->score - next, hit->score) : 0;
    figures[CS_FEATURE_BEHIND] = share(best - hit->score, best);
    figures[CS_FEATURE_BEATEN] = at ? CS_ALL_ALIKE : 0;
}

/* --- confidence ---------------------------------------------------------------------------------------------------- */

/* 1000 / (1 + exp(-x)) for x in thousandths: exact at quarters, linear in between. */
static uint32_t logistic(int64_t x)
{
    static const uint16_t at[] = {500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924, 940, 953,
                                  963, 971, 977, 982, 986, 989, 991, 993, 995, 996, 997, 998};
    enum { STEP = 250, STEPS = sizeof at / sizeof *at - 1 };
    if (x < 0)
        return CS_ALL_ALIKE - logistic(-x);
    if (x >= STEP * STEPS)
        return at[STEPS];
    uint32_t step = (uint32_t)(x / STEP), rest = (uint32_t)(x % STEP);
    return at[step] + (at[step + 1] - at[step]) * rest / STEP;
}

static uint32_t confidence_of(const uint32_t figures[CS_FEATURES])
{
    int64_t sum = (int64_t)offset * CS_ALL_ALIKE;
    for (int f = 0; f < CS_FEATURES; f++)
        sum += (int64_t)weights[f] * figures[f];
    uint32_t confidence = logistic(sum / (int64_t)CS_ALL_ALIKE);
    return confidence < SUREST ? confidence : SUREST;
}

enum cs_confidence cs_confidence_of(uint32_t confidence)
{
    return confidence >= CS_CONFIDENCE_HIGH_FROM     ? CS_CONFIDENCE_HIGH
           : confidence >= CS_CONFIDENCE_MIDDLE_FROM ? CS_CONFIDENCE_MIDDLE
           : confidence >= CS_CONFIDENCE_LOW_FROM    ? CS_CONFIDENCE_LOW
                                                     : CS_CONFIDENCE_NONE;
}

/* --- reasons ------------------------------------------------------------------------------------------------------- */

static void add_concept(struct cs_index *index, struct cs_concepts *concepts, const struct cs_term *term)
{
    concepts->at = cs_grow(&index->job->arena, concepts->at, concepts->count, &concepts->room, sizeof *concepts->at);
    concepts->at[concepts->count++] = cs_term_concept(term);
}

/* Sorts the subjects of both texts into those in both, in the query only and in the document only. */
static void fill_reasons(struct cs_index *index, uint32_t document, struct cs_suggestion *suggestion)
{
    see(index, document);
    for (uint32_t i = 0; i < index->asked_count; i++) {
        const struct cs_term *term = &index->terms[index->asked[i]];
        if (cs_term_is_subject(index, term))
            add_concept(index, term->seen == index->seen ? &suggestion->both : &suggestion->yours, term);
    }
    for (uint32_t k = index->documents[document].start; k < index->documents[document].end; k++) {
        const struct cs_term *term = &index->terms[index->forward[k].term];
        if (index->forward[k].in_question && cs_term_is_subject(index, term) && term->last != index->asks)
            add_concept(index, &suggestion->known, term);
    }
}

/* --- the whole ----------------------------------------------------------------------------------------------------- */

static bool is_surer(const struct cs_suggestion *a, const struct cs_suggestion *b)
{
    if (a->equal != b->equal)
        return a->equal;
    return a->confidence > b->confidence;
}

uint32_t cs_index_suggest(struct cs_index *index, uint32_t first, uint32_t end, struct cs_suggestion *suggestions,
                          uint32_t room)
{
    struct cs_hit hits[CS_MOST_SUGGESTIONS + 1], best = {0};
    uint32_t figures[CS_FEATURES], most = room < CS_MOST_SUGGESTIONS ? room : CS_MOST_SUGGESTIONS;
    uint32_t found = cs_index_best(index, first, end, hits, most + 1), count = found < most ? found : most;
    uint32_t equal = cs_index_equal(index, index->text, first, end);
    cs_index_best(index, 0, UINT32_MAX, &best, 1);
    for (uint32_t i = 0; i < count; i++) {
        struct cs_suggestion suggestion = {.document = hits[i].document, .equal = hits[i].document == equal};
        cs_suggest_figures(index, hits, i, found, best.score, figures);
        suggestion.confidence = suggestion.equal ? CS_ALL_ALIKE : confidence_of(figures);
        fill_reasons(index, suggestion.document, &suggestion);
        uint32_t place = i;
        for (; place && is_surer(&suggestion, &suggestions[place - 1]); place--)
            suggestions[place] = suggestions[place - 1];
        suggestions[place] = suggestion;
    }
    return count;
}
