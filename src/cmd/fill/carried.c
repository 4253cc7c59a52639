/* Two catalogs are used: the one that the form was recognised as, and, for questions that are not in it, the form's
 * own. None of this happens if everything is answered. */
#include "cmd/fill/carried.h"
#include "cmd/fill/reading.h"
#include "cmd/known/known.h"
#include "cmd/memory.h"
#include "derive/derive.h"

#include <stdlib.h>

enum { PROPOSALS = 3 };

/* --- what is open -------------------------------------------------------------------------------------------------- */

/* True for a question of the form's catalog that is open. */
static bool is_open_item(const struct filling *filling, const struct cs_slot *slot)
{
    const struct cs_answers *answers = filling->answers;
    if (!cs_slot_is_sure(slot))
        return false;
    const struct cs_item *item = &filling->catalog->items[slot->item];
    const struct cs_answer *answer = answers ? &answers->by_item[slot->item] : NULL;
    return !answer || (answer->state == CS_STATE_NONE && !answer->broken && cs_answers_ask(answers, item));
}

static void count_open(const struct filling *filling, uint32_t *items, uint32_t *others)
{
    *items = *others = 0;
    for (uint32_t i = 0; i < filling->slots->count; i++) {
        *items += is_open_item(filling, &filling->slots->at[i]);
        *others += !cs_slot_is_sure(&filling->slots->at[i]) && filling->slots->at[i].beyond.size == 0;
    }
}

/* --- what is known ------------------------------------------------------------------------------------------------- */

/* The proposal: the most likely candidate with an answer, else the most likely one. */
static const struct cs_candidate *proposal_of(const struct cs_translated *found)
{
    for (uint32_t i = 0; i < found->proposal_count; i++)
        if (found->proposals[i].answer)
            return &found->proposals[i];
    return found->proposal_count ? &found->proposals[0] : NULL;
}

/* Sets in a slot what was found for an item: an answer that is carried over, or a proposal. For a known open
 * question, only an answer helps. */
static void note(struct filling *filling, const struct known *known, const struct cs_item *item,
                 const struct cs_translated *found, struct cs_slot *slot)
{
    struct cs_job *job = filling->run->job;
    const struct cs_candidate *proposal = proposal_of(found);
    enum cs_via via = found->from ? found->from->via : CS_VIA_LIKENESS;
    if (found->from && (via != CS_VIA_ITEM || found->from->profile != known->first)) {
        slot->known = via == CS_VIA_TEXT || via == CS_VIA_ITEM ? CS_SLOT_BY_TEXT : CS_SLOT_CONFIRMED;
        slot->over = cs_candidate_label(job, found->from, false);
        slot->from = found->from->catalog;
        slot->from_item = found->from->item;
    } else if (!found->from && proposal && (proposal->answer || !cs_slot_is_sure(slot))) {
        slot->likely = cs_candidate_label(job, proposal, false);
        slot->why = cs_candidate_why(job, known->thesaurus, proposal);
        /* so that a profile that extends it can refer to it */
        if (proposal->answer && proposal->profile == known->first)
            slot->confirm = cs_candidate_pointer(job, item->id, proposal);
    }
}

/* The items that the profile leaves open; NULL for all, if it answers none of the catalog. The caller frees it. */
static bool *open_items(const struct filling *filling)
{
    const struct cs_answers *own = filling->answers;
    bool *open = own ? memory_zeroed(filling->catalog->item_count, sizeof *open) : NULL;
    for (uint32_t i = 0; open && i < filling->catalog->item_count; i++)
        open[i] = own->by_item[i].state == CS_STATE_NONE && !own->by_item[i].broken;
    return open;
}

static void take_items(struct filling *filling, const struct known *known)
{
    struct cs_job *job = filling->run->job;
    bool *open = open_items(filling);
    const struct cs_translation *translation = known_translate(filling->run, known, filling->catalog, open, PROPOSALS);
    free(open);
    for (uint32_t i = 0; i < filling->slots->count; i++) {
        struct cs_slot *slot = &filling->slots->at[i];
        if (is_open_item(filling, slot))
            note(filling, known, &filling->catalog->items[slot->item], &translation->by_item[slot->item], slot);
    }
    filling->answers = cs_answers_joined(job, known->first, filling->answers, translation);
}

/* --- the form's own questions -------------------------------------------------------------------------------------- */

/* Leaves those own questions of the form open whose answers go into none of its cells, so that nothing is reported of
 * them. */
static void drop_unused(const struct filling *filling, const struct cs_answers *others)
{
    bool *is_used = memory_zeroed(others->catalog->item_count, sizeof *is_used);
    for (uint32_t i = 0; i < filling->slots->count; i++)
        if (filling->slots->at[i].catalog == others->catalog)
            is_used[filling->slots->at[i].item] = true;
    for (uint32_t i = 0; i < others->catalog->item_count; i++)
        if (!is_used[i])
            others->by_item[i] = (struct cs_answer){.item = i};
    free(is_used);
}

/* The question of the form's own catalog at the place of one that nobody knows; NULL if there is none. The search goes on
 * from *from. */
static const struct cs_slot *own_slot(const struct cs_slots *own, const struct cs_slot *slot, uint32_t *from)
{
    const struct cs_slot *other =
        cs_slot_is_sure(slot) || slot->beyond.size ? NULL : reading_same_place(own, slot, from);
    return other && cs_slot_is_sure(other) ? other : NULL;
}

/* The own questions of the form that are needed. The caller frees it. */
static bool *own_items(const struct filling *filling, const struct cs_slots *own)
{
    bool *wanted = memory_zeroed(own->catalog->item_count, sizeof *wanted);
    uint32_t from = 0;
    for (uint32_t i = 0; i < filling->slots->count; i++) {
        const struct cs_slot *other = own_slot(own, &filling->slots->at[i], &from);
        if (other)
            wanted[other->item] = true;
    }
    return wanted;
}

static void take_others(struct filling *filling, const struct known *known)
{
    const struct cs_catalog *own = reading_form_catalog(filling);
    const struct cs_slots *slots = own ? reading_slots(filling, own) : NULL;
    if (!slots)
        return;
    bool *wanted = own_items(filling, slots);
    const struct cs_translation *translation = known_translate(filling->run, known, own, wanted, PROPOSALS);
    free(wanted);
    filling->others = translation->answers;
    uint32_t from = 0;
    for (uint32_t i = 0; i < filling->slots->count; i++) {
        struct cs_slot *slot = &filling->slots->at[i];
        const struct cs_slot *other = own_slot(slots, slot, &from);
        if (!other)
            continue;
        const struct cs_translated *found = &translation->by_item[other->item];
        note(filling, known, &own->items[other->item], found, slot);
        if (!found->from)
            continue;
        slot->catalog = own;
        slot->item = other->item;
    }
    drop_unused(filling, filling->others);
}

bool carried_take(struct filling *filling, enum exit_code *code)
{
    uint32_t items, others;
    struct known known;
    count_open(filling, &items, &others);
    bool done = true;
    if (items || others || !filling->answers) {
        done = known_open(filling->run, &known, NULL, code);
        if (done && (items || !filling->answers))
            take_items(filling, &known);
        if (done && others)
            take_others(filling, &known);
        known_free(&known);
    }
    return done;
}
