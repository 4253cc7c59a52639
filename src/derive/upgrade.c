/* Comparing two editions of a catalog, question by question.
 *
 * Pairs are found by the texts of the questions (match/similar.h) and their order, not by number alone: a number
 * may have been given to another question. Questions whose kind or good answer differs are never a pair: an answer to
 * the one says nothing about the other. */
#include "derive/derive.h"
#include "base/job.h"
#include "match/similar.h"
#include "checksheet/sheet_words.h"

/* The similarity from which a question is a rewording of an old one: with the same number, and with another. Whoever
 * reviews the answer sees both; below that, an answer would be listed under a question that it was hardly given to. */
static const double alike_by_number = 0.5, alike = 0.6;

/* --- the plan ----------------------------------------------------------------------------------------------------- */

static struct cs_list list_of(struct cs_job *job, const struct cs_catalog *catalog, enum cs_language language)
{
    cs_text *texts = cs_alloc_array(&job->arena, catalog->item_count, sizeof *texts);
    cs_text *ids = cs_alloc_array(&job->arena, catalog->item_count, sizeof *ids);
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        texts[i] = cs_words_in(catalog->items[i].ask, language);
        ids[i] = catalog->items[i].id;
    }
    return (struct cs_list){texts, ids, catalog->item_count};
}

static bool is_answered_alike(const struct cs_item *old, const struct cs_item *new)
{
    return old->kind == new->kind && old->good == new->good && old->negated == new->negated;
}

/* The step of a new item, whose pair may be none. */
static struct cs_upgrade_step step_of(const struct cs_upgrade *upgrade, uint32_t new, const struct cs_pair *pair)
{
    const struct cs_item *item = &upgrade->new->items[new];
    uint32_t same_id = cs_catalog_find(upgrade->old, item->id, new);
    struct cs_upgrade_step step = {CS_FATE_NEW, CS_NO_ITEM, new};
    const struct cs_item *old = pair->other == CS_UNPAIRED ? NULL : &upgrade->old->items[pair->other];
    bool same_words = pair->likeness >= 1, same_number = same_id == pair->other;
    if (old && pair->likeness >= (same_number ? alike_by_number : alike) && is_answered_alike(old, item)) {
        step.old = pair->other;
        step.fate = !same_words ? CS_FATE_REWORDED : same_number ? CS_FATE_SAME : CS_FATE_RENUMBERED;
    } else if (same_id != CS_NO_ITEM)
        step.fate = CS_FATE_CHANGED; /* its old item is determined when all pairs are known */
    return step;
}

/* Adds the old items that no new one comes from: their numbers mean something else now, or are gone. */
static void add_rest(struct cs_upgrade *upgrade, struct cs_upgrade_step *steps, const struct cs_upgrade_step **by_old)
{
    for (uint32_t new = 0; new < upgrade->new->item_count; new ++) {
        if (steps[new].fate != CS_FATE_CHANGED)
            continue;
        uint32_t old = cs_catalog_find(upgrade->old, upgrade->new->items[new].id, new);
        if (by_old[old])
            steps[new].fate = CS_FATE_NEW; /* the old question continues under another number */
        else {
            steps[new].old = old;
            by_old[old] = &steps[new];
        }
    }
    for (uint32_t old = 0; old < upgrade->old->item_count; old++) {
        if (by_old[old])
            continue;
        steps[upgrade->step_count] = (struct cs_upgrade_step){CS_FATE_REMOVED, old, CS_NO_ITEM};
        by_old[old] = &steps[upgrade->step_count++];
    }
}

const struct cs_upgrade *cs_upgrade_plan(struct cs_job *job, const struct cs_catalog *old, const struct cs_catalog *new)
{
    struct cs_upgrade *upgrade = cs_alloc(&job->arena, sizeof *upgrade);
    struct cs_list lists[] = {list_of(job, old, new->language), list_of(job, new, new->language)};
    struct cs_pair *pairs = cs_alloc_array(&job->arena, new->item_count, sizeof *pairs);
    struct cs_upgrade_step *steps = cs_alloc_array(&job->arena, old->item_count + new->item_count, sizeof *steps);
    const struct cs_upgrade_step **by_old = cs_alloc_array(&job->arena, old->item_count, sizeof *by_old);
    for (uint32_t i = 0; i < new->item_count; i++)
        pairs[i].other = CS_UNPAIRED;
    cs_pair_texts(&job->arena, &lists[0], &lists[1], pairs);
    *upgrade = (struct cs_upgrade){.old = old, .new = new, .steps = steps, .by_old = by_old};
    upgrade->step_count = new->item_count;
    for (uint32_t i = 0; i < new->item_count; i++) {
        steps[i] = step_of(upgrade, i, &pairs[i]);
        if (steps[i].old != CS_NO_ITEM)
            by_old[steps[i].old] = &steps[i];
    }
    add_rest(upgrade, steps, by_old);
    for (uint32_t i = 0; i < upgrade->step_count; i++)
        upgrade->count[steps[i].fate]++;
    return upgrade;
}

/* --- what must be read again -------------------------------------------------------------------------------------- */

static const cs_word_id fate_words[CS_FATES] = {
    [CS_FATE_SAME] = CS_WORD_UNCHANGED,         [CS_FATE_RENUMBERED] = CS_WORD_RENUMBERED,
    [CS_FATE_REWORDED] = CS_WORD_FATE_REWORDED, [CS_FATE_CHANGED] = CS_WORD_FATE_CHANGED,
    [CS_FATE_NEW] = CS_WORD_FATE_NEW,           [CS_FATE_REMOVED] = CS_WORD_FATE_REMOVED,
};

/* True if some file contains an answer to an item of the old catalog. */
static bool has_answer(const struct cs_answers *answers, const struct cs_catalog *old, uint32_t item)
{
    uint32_t own = item == CS_NO_ITEM ? CS_NO_ITEM : cs_catalog_find(answers->catalog, old->items[item].id, item);
    return own != CS_NO_ITEM && (answers->by_item[own].state != CS_STATE_NONE || answers->by_item[own].broken);
}

/* True if an answer refers to one that is not kept. */
static bool points_to_lost(const struct cs_upgrade *upgrade, const struct cs_answers *answers, uint32_t item)
{
    uint32_t own = cs_catalog_find(answers->catalog, upgrade->old->items[item].id, item);
    cs_text catalog_id = upgrade->old->id, id;
    if (own == CS_NO_ITEM || answers->by_item[own].same.size == 0)
        return false;
    cs_split_number(answers->by_item[own].same, &catalog_id, &id);
    uint32_t other =
        cs_text_equal(catalog_id, upgrade->old->id) ? cs_catalog_find(upgrade->old, id, CS_NO_ITEM) : CS_NO_ITEM;
    return other != CS_NO_ITEM &&
           (upgrade->by_old[other]->fate == CS_FATE_CHANGED || upgrade->by_old[other]->fate == CS_FATE_REMOVED);
}

/* Determines why a question has to be reviewed; false if it need not be. New questions have to be, others if they are
 * answered. */
static bool reason_of(const struct cs_upgrade *upgrade, const struct cs_upgrade_step *step,
                      const struct cs_answers *answers, cs_word_id *reason)
{
    *reason = fate_words[step->fate];
    if (step->fate == CS_FATE_NEW)
        return true;
    if (step->fate != CS_FATE_CHANGED && step->fate != CS_FATE_REMOVED && points_to_lost(upgrade, answers, step->old))
        *reason = CS_WORD_FATE_POINTED;
    else if (step->fate == CS_FATE_SAME || step->fate == CS_FATE_RENUMBERED)
        return false;
    return has_answer(answers, upgrade->old, step->old);
}

/* The item that a step leads to, or the one that is removed. */
static const struct cs_item *item_of(const struct cs_upgrade *upgrade, const struct cs_upgrade_step *step)
{
    return step->new == CS_NO_ITEM ? &upgrade->old->items[step->old] : &upgrade->new->items[step->new];
}

struct cs_sheet *cs_compose_upgrade(struct cs_job *job, const struct cs_upgrade *upgrade,
                                    const struct cs_answers *answers)
{
    static const enum cs_role roles[] = {CS_ROLE_NUMBER, CS_ROLE_NUMBER, CS_ROLE_NAME, CS_ROLE_QUESTION};
    enum { OLD, NEW, FATE, QUESTION, COLUMNS };
    enum cs_language language = cs_job_language(job);
    struct cs_sheet *sheet = cs_sheet_new(job, language);
    cs_sheet_set_columns(job, sheet, roles, COLUMNS);
    sheet->columns[OLD].title = cs_word(CS_WORD_BEFORE, language);
    sheet->columns[NEW].title = cs_word(CS_WORD_AFTER, language);
    sheet->columns[FATE].title = cs_word(CS_WORD_READ_AGAIN, language);
    cs_sheet_add_header(job, sheet);
    for (uint32_t i = 0; i < upgrade->step_count; i++) {
        const struct cs_upgrade_step *step = &upgrade->steps[i];
        const struct cs_item *item = item_of(upgrade, step);
        cs_word_id reason;
        if (!reason_of(upgrade, step, answers, &reason))
            continue;
        struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, COLUMNS);
        row->cells[OLD].text = step->old == CS_NO_ITEM ? CS_TEXT("-") : upgrade->old->items[step->old].id;
        row->cells[NEW].text = step->new == CS_NO_ITEM ? CS_TEXT("-") : item->id;
        row->cells[FATE].text = cs_word(reason, language);
        row->cells[QUESTION].text = cs_words_in(item->ask, language);
        row->key = item->id;
    }
    return sheet;
}

const struct cs_answers *cs_answers_of_equal_texts(struct cs_job *job, const struct cs_profile *profile,
                                                   const struct cs_answers *answers, const struct cs_catalog *answered,
                                                   uint32_t *left)
{
    const struct cs_catalog *catalog = answers->catalog;
    struct cs_answers *kept = cs_alloc(&job->arena, sizeof *kept);
    *kept = *answers;
    kept->answered = 0;
    kept->by_item = cs_alloc_array(&job->arena, catalog->item_count, sizeof *kept->by_item);
    *left = 0;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        uint32_t old = answered ? cs_catalog_find(answered, catalog->items[i].id, i) : CS_NO_ITEM;
        bool is_sure = answers->edition.size == 0 && !cs_answer_is_unclear(profile, answers, i);
        bool same = is_sure || (old != CS_NO_ITEM && cs_item_same_text(&answered->items[old], &catalog->items[i]));
        kept->by_item[i] = same ? answers->by_item[i] : (struct cs_answer){.item = i};
        *left += !same && answers->by_item[i].state != CS_STATE_NONE;
        kept->answered += kept->by_item[i].state != CS_STATE_NONE;
    }
    return kept;
}
