/* Rules for questions that are the same by their catalog (same: [IPA 3-2]). Two answers contradict each other if they
 * say yes and no, or give two figures in one unit; free text, and what does not apply, contradict nothing. */
#include "check/check_same.h"
#include "base/messages_check.h"
#include "check/claims/statement.h"
#include "base/job.h"

/* An answer and its item. */
struct side {
    const struct cs_answers *sheet;
    const struct cs_item *item;
    const struct cs_answer *answer;
};

static struct side side_of(const struct cs_answers *sheet, uint32_t item)
{
    return (struct side){sheet, &sheet->catalog->items[item], &sheet->by_item[item]};
}

/* The meaning of a yes, since a question may be negated. */
static enum cs_state meaning_of(const struct side *side)
{
    enum cs_state state = side->answer->state;
    bool is_turned = side->item->good == CS_STATE_NG;
    return is_turned && state == CS_STATE_OK ? CS_STATE_NG : is_turned && state == CS_STATE_NG ? CS_STATE_OK : state;
}

static bool are_other_figures(const struct cs_value *a, const struct cs_value *b)
{
    return a->has_number && b->has_number && cs_text_equal(a->unit, b->unit) &&
           (a->number < b->number || a->number > b->number);
}

static bool says_a_state(const struct side *side)
{
    enum cs_state state = side->answer->state;
    return state != CS_STATE_NONE && state != CS_STATE_FREE_TEXT && cs_answers_ask(side->sheet, side->item);
}

static bool differ(const struct side *a, const struct side *b)
{
    if (are_other_figures(&a->answer->value, &b->answer->value))
        return true;
    return says_a_state(a) && says_a_state(b) && a->item->negated == b->item->negated && meaning_of(a) != meaning_of(b);
}

/* The shortest form of an answer. */
static cs_text gist_of(const struct cs_job *job, const struct side *side)
{
    const struct cs_answer *answer = side->answer;
    if (answer->value.written.size)
        return answer->value.written;
    cs_text sign = cs_catalog_sign(side->sheet->catalog, side->item, answer->state, job->messages);
    return sign.size ? sign : cs_state_label(answer->state, job->messages);
}

/* Reported at the later of the two, showing the earlier; not for two answers inherited from another file. A pair of
 * questions that refer to each other gives the same finding twice, of which one is kept. */
static void report(struct cs_job *job, const struct cs_profile *profile, struct side a, struct side b)
{
    bool a_is_here = a.answer->key.source == profile->source, b_is_here = b.answer->key.source == profile->source;
    if (!a_is_here && !b_is_here)
        return;
    bool at_a = !b_is_here || (a_is_here && a.answer->key.start > b.answer->key.start);
    struct side later = at_a ? a : b, earlier = at_a ? b : a;
    cs_text name = cs_catalog_item_name(job, earlier.sheet->catalog, earlier.item);
    struct cs_finding *finding = cs_report(job, CS_MESSAGE_SAME_DIFFERS, later.answer->key,
                                           cs_catalog_item_name(job, later.sheet->catalog, later.item), name,
                                           gist_of(job, &later), gist_of(job, &earlier));
    if (a_is_here && b_is_here)
        finding->above = earlier.answer->key.start;
    else
        finding->related = earlier.answer->key;
}

/* The answer to a number, in this catalog's sheet or in that of the catalog it names; its sheet is NULL if there is
 * none. */
static struct side find(const struct cs_profile *profile, const struct cs_answers *answers, cs_text number)
{
    cs_text catalog_id = answers->catalog->id, id;
    cs_split_number(number, &catalog_id, &id);
    const struct cs_answers *sheet = cs_profile_answers(profile, catalog_id);
    uint32_t item = sheet ? cs_catalog_find(sheet->catalog, id, CS_NO_ITEM) : CS_NO_ITEM;
    return item == CS_NO_ITEM ? (struct side){0} : side_of(sheet, item);
}

/* Records that two answers were compared, so that allowances for this could have matched. */
static void meet(const struct side *a, const struct side *b)
{
    if (a->answer->state == CS_STATE_NONE || b->answer->state == CS_STATE_NONE)
        return;
    cs_allowances_met(&a->answer->allows);
    cs_allowances_met(&b->answer->allows);
}

void cs_check_same(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers)
{
    for (uint32_t i = 0; i < answers->catalog->item_count; i++) {
        struct side side = side_of(answers, i);
        for (uint32_t k = 0; k < side.item->same_count; k++) {
            struct side other = find(profile, answers, side.item->sames[k]);
            if (!other.sheet)
                continue;
            meet(&side, &other);
            if (differ(&side, &other))
                report(job, profile, side, other);
        }
    }
}
