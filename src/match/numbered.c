/* Numbers checked against the texts beside them: see numbered.h. A text is compared with the items twice: with the
 * questions alone, and with everything the items say, guides and sections included, which distinguishes questions in
 * the same words. */
#include "checksheet/numbered.h"
#include "base/job.h"
#include "match/contrast.h"
#include "match/index.h"
#include "match/similar.h"
#include "match/turns.h"

enum {
    ALIKE = 150,           /* letter pairs shared with the item, in thousandths */
    HOLDS = 150,           /* similarity by words and concepts weighted by rarity, in thousandths ... */
    HOLDS_WELL = 300,      /* ... and for two short questions, of the words of each of which the other ... */
    PART = 333,            /* ... lacks so much, in thousandths, unless they have the same concepts */
    PART_WIDELY = 500,     /* lacks so much that they differ, however similar */
    ANY_OTHER_TENTHS = 9,  /* of the score of the best other item, by everything that items say */
    NEAR_OTHER = 750,      /* of the similarity of the best other question, in thousandths ... */
    FAR_FROM_OTHERS = 1500 /* ... at which the question alone is enough */
};

enum agreement { DIFFERS, NEARLY, AGREES };

/* A catalog, indexed. Document 2i + language is item i in that language. */
struct ground {
    struct cs_job *job;
    const struct cs_catalog *catalog;
    const struct cs_thesaurus *thesaurus;
    const bool *common; /* concepts */
    struct cs_index *items, *questions;
};

/* --- by letters ----------------------------------------------------------------------------------------------------- */

static double larger(double a, double b)
{
    return a > b ? a : b;
}

/* In either language, with the item's question or name, in thousandths. */
static uint32_t letters_of(struct cs_job *job, cs_text text, const struct cs_item *item)
{
    double best = 0;
    for (int language = 0; language < CS_LANGUAGES; language++) {
        if (item->ask)
            best = larger(best, cs_text_likeness(&job->arena, text, item->ask->in[language]));
        if (item->name)
            best = larger(best, cs_text_likeness(&job->arena, text, item->name->in[language]));
    }
    return (uint32_t)(best * CS_ALL_ALIKE);
}

/* True for a text in the item's words that is a different question, or asks for something besides. */
static bool asks_other(const struct ground *ground, cs_text text, const struct cs_item *item)
{
    for (int language = 0; item->ask && language < CS_LANGUAGES; language++)
        if (cs_texts_contrast(ground->job, text, item->ask->in[language]) ||
            cs_text_turns(ground->job, text, item->ask->in[language]))
            return true;
    for (int language = 0; ground->thesaurus && item->ask && language < CS_LANGUAGES; language++)
        if (cs_text_asks_part(ground->job, ground->thesaurus, ground->common, text, item->ask->in[language]))
            return true;
    return ground->thesaurus && cs_text_adds_subject(ground->job, ground->thesaurus, ground->common, text, item);
}

/* How far the words of a short text and those of the item's question part: see contrast.h. */
static uint32_t part_from(struct cs_job *job, cs_text text, const struct cs_item *item)
{
    uint32_t most = 0;
    for (int language = 0; item->ask && language < CS_LANGUAGES; language++) {
        uint32_t part = cs_texts_part(job, text, item->ask->in[language]);
        most = part > most ? part : most;
    }
    return most;
}

/* --- by words and concepts ------------------------------------------------------------------------------------------ */

static struct ground ground_of(struct cs_job *job, const struct cs_catalog *catalog,
                               const struct cs_thesaurus *thesaurus)
{
    struct ground ground = {job,
                            catalog,
                            thesaurus,
                            thesaurus ? cs_common_concepts(job, thesaurus, catalog) : NULL,
                            cs_index_new(job, thesaurus),
                            cs_index_new(job, thesaurus)};
    cs_index_catalog(ground.items, catalog);
    cs_index_finish(ground.items);
    for (uint32_t i = 0; i < catalog->item_count; i++)
        for (int language = 0; language < CS_LANGUAGES; language++) {
            const struct cs_item *item = &catalog->items[i];
            cs_index_begin(ground.questions);
            cs_index_text(ground.questions, CS_PART_QUESTION, item->ask ? item->ask->in[language] : (cs_text){0});
            cs_index_text(ground.questions, CS_PART_NAME, item->name ? item->name->in[language] : (cs_text){0});
        }
    cs_index_finish(ground.questions);
    return ground;
}

/* For the last query: how well its text matches the item's question, and the best match of another item's. */
static void hold_questions(const struct ground *ground, uint32_t item, uint32_t *own, uint32_t *other)
{
    const struct cs_index *index = ground->questions;
    *own = *other = 0;
    for (uint32_t i = 0; i < index->touched_count; i++) {
        uint32_t document = index->touched[i], likeness = cs_index_likeness_of_all(index, document);
        uint32_t *of = document / CS_LANGUAGES == item ? own : other;
        *of = likeness > *of ? likeness : *of;
    }
}

/* For the last query: true if it and the item's question, in either language, have all their subjects in common. */
static bool have_same_subjects(const struct ground *ground, uint32_t item)
{
    const struct cs_index *index = ground->questions;
    uint32_t asked = 0;
    for (uint32_t i = 0; i < index->asked_count; i++)
        asked += cs_term_is_subject(index, &index->terms[index->asked[i]]);
    for (uint32_t d = item * CS_LANGUAGES; d < (item + 1) * CS_LANGUAGES; d++) {
        uint32_t both = 0, known = 0;
        for (uint32_t k = index->documents[d].start; k < index->documents[d].end; k++) {
            const struct cs_term *term = &index->terms[index->forward[k].term];
            known += cs_term_is_subject(index, term);
            both += cs_term_is_subject(index, term) && term->last == index->asks;
        }
        if (both && both == asked && both == known)
            return true;
    }
    return false;
}

/* For the last query: the score of an item, and the best score of all others. */
static void hold_items(const struct ground *ground, uint32_t item, uint32_t *own, uint32_t *other)
{
    struct cs_hit hits[2], hit;
    uint32_t count = cs_index_best(ground->items, 0, ground->catalog->item_count, hits, 2);
    *own = cs_index_best(ground->items, item, item + 1, &hit, 1) ? hit.score : 0;
    *other = 0;
    for (uint32_t i = count; i-- > 0;)
        if (hits[i].document != item)
            *other = hits[i].score;
}

/* For the last query, whose text is not similar enough to believe that a short question in other words is the item's. */
static bool asks_for_more(const struct ground *ground, cs_text text, uint32_t item, uint32_t own)
{
    uint32_t part = part_from(ground->job, text, &ground->catalog->items[item]);
    return (part >= PART_WIDELY || (part >= PART && own < HOLDS_WELL)) && !have_same_subjects(ground, item);
}

static enum agreement agreement_of(const struct ground *ground, cs_text text, uint32_t item)
{
    uint32_t own, other, own_score, other_score;
    const struct cs_item *asked = &ground->catalog->items[item];
    if (letters_of(ground->job, text, asked) < ALIKE || asks_other(ground, text, asked))
        return DIFFERS;
    cs_index_ask(ground->questions, text);
    hold_questions(ground, item, &own, &other);
    if (own < HOLDS || asks_for_more(ground, text, item, own))
        return DIFFERS;
    if ((uint64_t)own * CS_ALL_ALIKE >= (uint64_t)other * FAR_FROM_OTHERS)
        return AGREES;
    cs_index_ask(ground->items, text);
    hold_items(ground, item, &own_score, &other_score);
    if ((uint64_t)own * CS_ALL_ALIKE < (uint64_t)other * NEAR_OTHER ||
        (uint64_t)own_score * 10 < (uint64_t)other_score * ANY_OTHER_TENTHS)
        return DIFFERS;
    return own_score >= other_score ? AGREES : NEARLY;
}

/* --- the slots ------------------------------------------------------------------------------------------------------ */

bool cs_slots_have_doubts(const struct cs_slots *slots)
{
    for (uint32_t i = 0; i < slots->count; i++)
        if (slots->at[i].known == CS_SLOT_DOUBTFUL && slots->at[i].item != CS_NO_ITEM)
            return true;
    return false;
}

/* True if four of five numbers agree with their texts. */
static bool numbers_hold(const struct cs_slots *slots, const enum agreement *found)
{
    uint32_t numbered = 0, agree = 0;
    for (uint32_t i = 0; i < slots->count; i++) {
        bool is_known = slots->at[i].known == CS_SLOT_BY_NUMBER;
        numbered += is_known || slots->at[i].known == CS_SLOT_DOUBTFUL;
        agree += is_known || found[i] == AGREES;
    }
    return agree * 5 >= numbered * 4;
}

void cs_slots_agree(struct cs_job *job, struct cs_slots *slots, const struct cs_thesaurus *thesaurus)
{
    if (!cs_slots_have_doubts(slots) || !slots->catalog)
        return;
    struct ground ground = ground_of(job, slots->catalog, thesaurus);
    enum agreement *found = cs_alloc_array(&job->arena, slots->count + 1u, sizeof *found);
    for (uint32_t i = 0; i < slots->count; i++)
        if (slots->at[i].known == CS_SLOT_DOUBTFUL && slots->at[i].item != CS_NO_ITEM)
            found[i] = agreement_of(&ground, slots->at[i].question, slots->at[i].item);
    bool hold = numbers_hold(slots, found);
    for (uint32_t i = 0; i < slots->count; i++) {
        struct cs_slot *slot = &slots->at[i];
        if (slot->known != CS_SLOT_DOUBTFUL || slot->item == CS_NO_ITEM)
            continue;
        slot->likeness = letters_of(job, slot->question, &slots->catalog->items[slot->item]);
        if (found[i] == AGREES || (found[i] == NEARLY && hold))
            slot->known = CS_SLOT_BY_NUMBER;
        else if (slot->likeness < CS_SLOT_DIFFERS)
            slot->item = CS_NO_ITEM;
    }
}
