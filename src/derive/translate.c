/* Carrying answers over to another catalog: see checksheet/translate.h. */
#include "checksheet/translate.h"
#include "base/job.h"
#include "base/names.h"

struct translator {
    struct cs_job *job;
    struct cs_memory *memory;
    const struct cs_catalog *catalog;
    struct cs_translation *translation;
    uint32_t most;
    struct cs_names texts; /* the questions, folded */
    uint32_t *text_counts; /* number of items for each */
};

/* --- which texts are one question's alone --------------------------------------------------------------------------- */

static cs_text folded(const struct translator *translator, uint32_t item)
{
    const struct cs_words *ask = translator->catalog->items[item].ask;
    return ask ? cs_text_folded(translator->job, cs_words_in(ask, translator->catalog->language)) : (cs_text){0};
}

static void count_texts(struct translator *translator)
{
    struct cs_arena *arena = &translator->job->arena;
    translator->text_counts = cs_alloc_array(arena, translator->catalog->item_count + 1u, sizeof(uint32_t));
    for (uint32_t i = 0; i < translator->catalog->item_count; i++)
        translator->text_counts[cs_names_add(arena, &translator->texts, folded(translator, i))]++;
}

static bool text_identifies(const struct translator *translator, uint32_t item)
{
    cs_text text = folded(translator, item);
    return text.size && translator->text_counts[cs_names_find(&translator->texts, text)] == 1;
}

/* --- whether an answer fits a question ------------------------------------------------------------------------------- */

/* Kinds that are answered by yes or no, in whatever words. */
static bool is_yes_or_no(enum cs_kind kind)
{
    return kind == CS_KIND_MARK || kind == CS_KIND_EXISTS || kind == CS_KIND_CAN || kind == CS_KIND_YES_NO;
}

static bool have_same_choices(const struct cs_item *a, const struct cs_item *b)
{
    if (a->choice_count != b->choice_count)
        return false;
    for (uint32_t i = 0; i < a->choice_count; i++)
        for (int l = 0; l < CS_LANGUAGES; l++)
            if (!cs_text_equal(a->choices[i].id, b->choices[i].id) ||
                !cs_text_equal(a->choices[i].label.in[l], b->choices[i].label.in[l]))
                return false;
    return true;
}

static bool takes_unit(const struct cs_item *item, cs_text unit)
{
    for (uint32_t i = 0; i < item->unit_count; i++)
        if (cs_text_equal(item->units[i], unit))
            return true;
    return unit.size == 0 || item->unit_count == 0;
}

static bool has_remark(const struct cs_answer *answer)
{
    return answer->remark.in[CS_JA].size || answer->remark.in[CS_EN].size || answer->value.written.size;
}

/* True if an answer to one item is valid for another as it is. */
static bool fits(const struct cs_catalog *catalog, const struct cs_item *item, const struct cs_item *other,
                 const struct cs_answer *answer)
{
    const struct cs_mark *mark = cs_catalog_mark(catalog, answer->state);
    bool is_marked = is_yes_or_no(item->kind);
    if (is_marked != is_yes_or_no(other->kind) || (!is_marked && item->kind != other->kind))
        return false;
    if (item->kind == CS_KIND_CHOICE && !have_same_choices(item, other))
        return false;
    if ((answer->value.none && !item->none_allowed) || !takes_unit(item, answer->value.unit))
        return false;
    return !(item->kind == CS_KIND_MARK && mark && mark->remark_required && !has_remark(answer));
}

/* --- what is carried over -------------------------------------------------------------------------------------------- */

static const struct cs_answers *sheet_of(const struct cs_candidate *from)
{
    for (uint32_t i = 0; i < from->profile->sheet_count; i++)
        if (cs_catalog_same_edition(from->profile->sheets[i].catalog, from->catalog))
            return &from->profile->sheets[i];
    return NULL;
}

/* False for the answer to a question that the vendor has reworded, or that does not apply because of another answer. */
static bool is_to_the_question(const struct cs_candidate *from)
{
    const struct cs_answers *sheet = sheet_of(from);
    const struct cs_item *item = sheet ? &sheet->catalog->items[from->answer->item] : NULL;
    if (!item || !cs_answers_ask(sheet, item))
        return false;
    return from->via == CS_VIA_ITEM || item->variant != CS_REWORDED ||
           from->catalog->items[from->item].variant == CS_REWORDED;
}

/* True if a state follows from a link. That something is not applicable never follows. */
static bool state_follows(enum cs_relation relation, enum cs_state state)
{
    return relation == CS_RELATION_EQUAL ? state != CS_STATE_NA
                                         : relation == CS_RELATION_BROADER && state == CS_STATE_OK;
}

/* True if the answer, and each of its parts by product, follows from the weakest link. */
static bool follows(const struct cs_candidate *from)
{
    const struct cs_answer *answer = from->answer;
    bool all_follow = from->via != CS_VIA_CROSSWALK || state_follows(from->relation, answer->state);
    for (uint32_t i = 0; from->via == CS_VIA_CROSSWALK && i < answer->part_count; i++)
        all_follow = all_follow && state_follows(from->relation, answer->parts[i].state);
    return all_follow;
}

static bool is_carried(const struct translator *translator, uint32_t item, const struct cs_candidate *from)
{
    bool is_first = from->profile == cs_memory_first_profile(translator->memory);
    if (from->standing == CS_STANDING_LIKELY || !from->answer || !is_to_the_question(from) || !follows(from))
        return false;
    if (from->standing == CS_STANDING_CONFIRMED && !is_first)
        return false;
    return from->via == CS_VIA_ITEM || fits(translator->catalog, &translator->catalog->items[item],
                                            &from->catalog->items[from->item], from->answer);
}

static bool is_other_answer(const struct cs_answer *a, const struct cs_answer *b)
{
    return a->state != b->state || !cs_text_equal(a->value.written, b->value.written);
}

/* How strongly an answer counts for an item: the first profile's to the item itself, then what a person has declared
 * to be the same, then equal texts, then crosswalks. An earlier customer's answer that refers to another counts as
 * that one. */
static int rank_of(const struct translator *translator, const struct cs_candidate *from)
{
    bool is_first = from->profile == cs_memory_first_profile(translator->memory);
    if (from->via == CS_VIA_ITEM && is_first)
        return 0;
    if (from->via == CS_VIA_PERSON)
        return 1;
    return from->via == CS_VIA_CROSSWALK ? 3 : 2;
}

/* The candidate to be carried over; NULL if the known ones disagree, so that a person has to decide. */
static const struct cs_candidate *choose(const struct translator *translator, uint32_t item,
                                         const struct cs_candidates *found)
{
    const struct cs_candidate *best = NULL;
    for (uint32_t i = 0; i < found->count; i++)
        if (is_carried(translator, item, &found->at[i]) &&
            (!best || rank_of(translator, &found->at[i]) < rank_of(translator, best)))
            best = &found->at[i];
    for (uint32_t i = 0; best && rank_of(translator, best) > 1 && i < found->count; i++)
        if (is_carried(translator, item, &found->at[i]) && is_other_answer(found->at[i].answer, best->answer))
            return NULL;
    return best;
}

/* An answer converted for another item: what is only valid for the old item, such as its approval, is removed. Its
 * parts by product are included. */
static struct cs_answer carried_answer(struct cs_job *job, const struct cs_candidate *from, uint32_t item)
{
    struct cs_answer answer = *from->answer;
    answer.item = item;
    if (answer.part_count) {
        struct cs_answer *parts = cs_alloc_array(&job->arena, answer.part_count, sizeof *parts);
        for (uint32_t i = 0; i < answer.part_count; i++) {
            parts[i] = answer.parts[i];
            parts[i].item = item;
        }
        answer.parts = parts;
    }
    if (from->via == CS_VIA_ITEM)
        return answer;
    answer.same = cs_catalog_item_name(job, from->catalog, &from->catalog->items[from->item]);
    answer.raw = NULL;
    answer.approved = (struct cs_approval){0};
    answer.allows = (struct cs_allowances){0};
    if (from->relation != CS_RELATION_EQUAL)
        answer.detail = (cs_text){0};
    return answer;
}

const struct cs_answers *cs_answers_joined(struct cs_job *job, const struct cs_profile *profile,
                                           const struct cs_answers *own, const struct cs_translation *translation)
{
    struct cs_answers *answers = cs_alloc(&job->arena, sizeof *answers);
    uint32_t count = translation->catalog->item_count;
    if (!own)
        return translation->answers;
    *answers = (struct cs_answers){.catalog = own->catalog, .answered = own->answered};
    answers->by_item = cs_alloc_array(&job->arena, count + 1u, sizeof *answers->by_item);
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_candidate *from = translation->by_item[i].from;
        bool is_open = own->by_item[i].state == CS_STATE_NONE && !own->by_item[i].broken;
        bool is_carried = is_open && from && (from->via != CS_VIA_ITEM || from->profile != profile);
        answers->by_item[i] = is_carried ? translation->answers->by_item[i] : own->by_item[i];
        answers->answered += is_carried;
    }
    return answers;
}

/* --- proposals ------------------------------------------------------------------------------------------------------ */

/* True if a candidate is answered and fairly certain. */
static bool is_useful(const struct cs_candidate *candidate)
{
    return candidate->answer && candidate->confidence >= CS_CONFIDENCE_MIDDLE_FROM;
}

/* The item whose answer a candidate's answer is: its own, or the one that it refers to. */
static cs_text origin_of(struct cs_job *job, const struct cs_candidate *candidate)
{
    return candidate->answer->same.size
               ? candidate->answer->same
               : cs_catalog_item_name(job, candidate->catalog, &candidate->catalog->items[candidate->item]);
}

/* True if two candidates are answered by one answer: the second by = METI 6-8, which the first is. */
static bool say_the_same(struct cs_job *job, const struct cs_candidate *a, const struct cs_candidate *b)
{
    if (!a->answer || !b->answer || is_other_answer(a->answer, b->answer))
        return false;
    for (int l = 0; l < CS_LANGUAGES; l++)
        if (!cs_text_equal(a->answer->remark.in[l], b->answer->remark.in[l]))
            return false;
    return cs_text_equal(origin_of(job, a), origin_of(job, b));
}

static bool is_proposed(const struct translator *translator, const struct cs_candidate *proposals, uint32_t count,
                        const struct cs_candidate *candidate)
{
    for (uint32_t i = 0; i < count; i++)
        if (say_the_same(translator->job, &proposals[i], candidate))
            return true;
    return false;
}

/* Proposes the first candidates that are answered, each answer once. If none of them is fairly certain, the most likely
 * unanswered text comes first, to show what is asked. */
static void propose(const struct translator *translator, const struct cs_candidates *found,
                    struct cs_translated *translated)
{
    struct cs_candidate *proposals = cs_alloc_array(&translator->job->arena, translator->most + 1u, sizeof *proposals);
    bool any_useful = false;
    for (uint32_t i = 0; i < found->count; i++)
        any_useful = any_useful || is_useful(&found->at[i]);
    for (uint32_t i = 0; i < found->count && translated->proposal_count < translator->most; i++) {
        const struct cs_candidate *candidate = &found->at[i];
        bool says_what = i == 0 && !any_useful && candidate->via != CS_VIA_CROSSWALK &&
                         candidate->confidence >= CS_CONFIDENCE_MIDDLE_FROM;
        if ((candidate->answer || says_what) &&
            !is_proposed(translator, proposals, translated->proposal_count, candidate))
            proposals[translated->proposal_count++] = *candidate;
    }
    translated->proposals = proposals;
}

/* --- the whole ----------------------------------------------------------------------------------------------------- */

static void translate_item(struct translator *translator, uint32_t item)
{
    struct cs_translation *translation = translator->translation;
    struct cs_translated *translated = &translation->by_item[item];
    struct cs_candidates found = cs_memory_find_item(translator->memory, translator->catalog, item,
                                                     text_identifies(translator, item), translator->most);
    translated->from = choose(translator, item, &found);
    if (translated->from) {
        translation->answers->by_item[item] = carried_answer(translator->job, translated->from, item);
        translation->answers->answered++;
        translation->own += translated->from->standing == CS_STANDING_OWN;
        translation->confirmed += translated->from->standing == CS_STANDING_CONFIRMED;
        return;
    }
    propose(translator, &found, translated);
    translation->proposed += translated->proposal_count > 0;
    translation->unknown += translated->proposal_count == 0;
    translation->only_equal += found.only_equal;
}

struct cs_translation *cs_translate(struct cs_job *job, struct cs_memory *memory, const struct cs_catalog *catalog,
                                    const bool *wanted, uint32_t most)
{
    struct cs_arena *arena = &job->arena;
    struct translator translator = {.job = job, .memory = memory, .catalog = catalog, .most = most};
    struct cs_translation *translation = cs_alloc(arena, sizeof *translation);
    translator.translation = translation;
    translation->catalog = catalog;
    translation->answers = cs_alloc(arena, sizeof *translation->answers);
    translation->answers->catalog = catalog;
    translation->answers->by_item =
        cs_alloc_array(arena, catalog->item_count + 1u, sizeof *translation->answers->by_item);
    translation->by_item = cs_alloc_array(arena, catalog->item_count + 1u, sizeof *translation->by_item);
    count_texts(&translator);
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        translation->answers->by_item[i].item = i;
        if (!wanted || wanted[i])
            translate_item(&translator, i);
    }
    return translation;
}
