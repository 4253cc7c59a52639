/* Rules for a single answer: a table of small functions, each of which checks one thing. */
#include "checksheet/approval.h"
#include "checksheet/sheet.h"
#include "base/messages_check.h"
#include "check/claims/claims.h"
#include "check/claims/denial.h"
#include "check/claims/sentence.h"
#include "check/profile_check.h"

static cs_text name_of(const struct cs_profile_check *check, const struct cs_item *item)
{
    return cs_catalog_item_name(check->job, check->answers->catalog, item);
}

static bool has_words(const struct cs_answer *answer)
{
    return answer->remark.in[CS_JA].size || answer->remark.in[CS_EN].size || answer->detail.size;
}

/* The mark whose requirement of a remark applies to an answer; NULL if there is none. A good answer needs no remark,
 * nor does any answer if none is better; where × is the good one, ○ needs what × needs elsewhere. */
static const struct cs_mark *demanding_mark(const struct cs_catalog *catalog, const struct cs_item *item,
                                            enum cs_state state)
{
    bool is_plain = state == CS_STATE_OK || state == CS_STATE_NG;
    if (state == item->good || (is_plain && item->good == CS_STATE_NONE))
        return NULL;
    bool is_turned = state == CS_STATE_OK && item->good == CS_STATE_NG;
    return cs_catalog_mark(catalog, is_turned ? CS_STATE_NG : state);
}

static void check_remark(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    const struct cs_mark *mark = demanding_mark(check->answers->catalog, item, answer->state);
    if (item->kind != CS_KIND_MARK || !mark || !mark->remark_required || has_words(answer) || answer->part_count)
        return;
    bool lacks_function = item->capability && answer->state == CS_STATE_NG;
    if (lacks_function || !cs_answers_ask(check->answers, item))
        return; /* a fact, or not applicable by the catalog itself, needs no explanation */
    struct cs_span span = answer->state_span.source ? answer->state_span : answer->key;
    cs_report(check->job, CS_MESSAGE_MISSING_REMARK, span, name_of(check, item),
              cs_catalog_sign(check->answers->catalog, item, answer->state, check->job->language));
}

static cs_text date_text(const struct cs_profile_check *check, struct cs_date date)
{
    struct cs_buf text = {0};
    cs_buf_print(&text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return cs_buf_take(&check->job->arena, &text);
}

void cs_check_future(const struct cs_profile_check *check, struct cs_date date, struct cs_span span)
{
    if (check->today && date.year && cs_date_days(date) > check->today)
        cs_report(check->job, CS_MESSAGE_FUTURE_DATE, span, date_text(check, date),
                  date_text(check, check->options->today));
}

static void check_reviewed(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    if (!check->today || answer->reviewed.year == 0 || !answer->reviewed_span.source)
        return;
    cs_check_future(check, answer->reviewed, answer->reviewed_span);
    if (check->options->max_age == 0)
        return;
    int32_t age = check->today - cs_date_days(answer->reviewed);
    if (age <= (int32_t)check->options->max_age)
        return;
    cs_report(check->job, CS_MESSAGE_STALE_ANSWER, answer->reviewed_span, name_of(check, item),
              cs_text_of_number(&check->job->arena, (size_t)age));
}

static void check_traces(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    (void)item;
    cs_traces_look(&check->traces, answer, check->answer_hints);
}

static void check_claim(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    (void)item;
    cs_check_claim(check->job, check->profile, check->answers, answer, check->answer_hints);
}

static void check_length(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    for (int language = 0; language < CS_LANGUAGES; language++) {
        cs_text text = answer->remark.in[language];
        size_t length = text.size <= CS_CELL_UNITS ? 0 : cs_text_utf16_length(text);
        if (length > CS_CELL_UNITS)
            cs_report(check->job, CS_MESSAGE_TEXT_TOO_LONG, answer->key, name_of(check, item),
                      cs_text_of_number(&check->job->arena, length));
    }
}

/* A plan must have a date in the future. */
static void check_plan(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    struct cs_date due = answer->due;
    struct cs_span span = answer->state_span.source ? answer->state_span : answer->key;
    if (answer->state != CS_STATE_PLAN || answer->part_count)
        return; /* each part has its own */
    if (due.year == 0) {
        cs_report(check->job, CS_MESSAGE_PLAN_UNDATED, span, name_of(check, item));
        return;
    }
    cs_text when = date_text(check, due);
    if (due.day == 0)
        when.size -= CS_TEXT("-00").size;
    due = due.day ? due : (struct cs_date){due.year, due.month, 28}; /* late only after the end of the month */
    if (check->today && cs_date_days(due) + (answer->due.day ? 0 : 3) < check->today)
        cs_report(check->job, CS_MESSAGE_PLAN_OVERDUE, span, name_of(check, item), when);
}

/* An answer by product must have a part for each product. */
static void check_products(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    if (answer->part_count == 0)
        return;
    for (uint32_t i = 0; i < check->profile->product_count; i++) {
        uint32_t part = 0;
        while (part < answer->part_count && !cs_text_equal(answer->parts[part].product, check->profile->products[i]))
            part++;
        if (part == answer->part_count)
            cs_report(check->job, CS_MESSAGE_PRODUCT_LEFT_OUT, answer->key, name_of(check, item),
                      check->profile->products[i]);
    }
}

static void check_evidence(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    (void)item;
    if (!answer->same.size)
        cs_check_evidence(check->job, &check->digests, check->answers->catalog, answer, check->options->today);
}

static void check_approval(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    const struct cs_approval *approval = &answer->approved;
    if (!approval->of.size || cs_answer_is_approved(check->job, check->answers->catalog, answer))
        return;
    cs_report(check->job, CS_MESSAGE_CHANGED_SINCE_APPROVAL, approval->span, name_of(check, item), approval->by,
              date_text(check, approval->on));
}

/* An item with a gate must not be answered yes if the gate's answer excludes it. */
static void check_gate(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    if ((answer->state != CS_STATE_OK && answer->state != CS_STATE_PART) || cs_answers_ask(check->answers, item))
        return;
    const struct cs_catalog *catalog = check->answers->catalog;
    uint32_t gate = cs_catalog_find(catalog, item->gate, CS_NO_ITEM);
    if (gate == CS_NO_ITEM || check->answers->by_item[gate].state == CS_STATE_NONE)
        return;
    cs_report(check->job, CS_MESSAGE_CLOSED_GATE, answer->key, name_of(check, item), item->gate,
              cs_catalog_sign(catalog, &catalog->items[gate], item->gate_state, check->job->language));
}

/* The words of an answer that a rule searches for. */
static cs_text find_words(const struct cs_answer *answer, cs_text (*find)(cs_text remark))
{
    const cs_text texts[] = {answer->value.written, answer->detail, answer->remark.in[CS_JA], answer->remark.in[CS_EN]};
    cs_text found = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts && !found.size; i++)
        found = find(texts[i]);
    return found;
}

static void report_words(struct cs_profile_check *check, cs_message message, const struct cs_item *item,
                         const struct cs_answer *answer, cs_text words)
{
    struct cs_statement statement = cs_statement_of(check->profile, check->answers, answer);
    cs_report(check->job, message, cs_statement_place(&statement, words), name_of(check, item), words);
}

static void check_withheld(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    bool in_words = answer->state == CS_STATE_FREE_TEXT && item->kind != CS_KIND_CAN;
    if (item->flag != CS_FLAG_REQUIRED || answer->same.size || (!in_words && answer->state != CS_STATE_NDA))
        return;
    cs_text words = check->answer_hints & CS_HINT_WITHHELD ? find_words(answer, cs_withheld) : (cs_text){0};
    if (words.size)
        report_words(check, CS_MESSAGE_REQUIRED_WITHHELD, item, answer, words);
    else if (answer->state == CS_STATE_NDA)
        cs_report(check->job, CS_MESSAGE_REQUIRED_WITHHELD, answer->key, name_of(check, item),
                  cs_state_label(answer->state, check->job->language));
}

static void check_delegated(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    if (!(check->answer_hints & CS_HINT_HANDED_ON) || answer->by.size || answer->same.size ||
        answer->state == CS_STATE_NG || answer->state == CS_STATE_NONE)
        return;
    cs_text words = find_words(answer, cs_handed_on);
    if (words.size)
        report_words(check, CS_MESSAGE_DELEGATED, item, answer, words);
}

static void check_thin(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    if (!item->wants_value || answer->state != CS_STATE_OK || has_words(answer) || answer->evidence_count ||
        answer->part_count)
        return;
    enum cs_language language = check->job->language;
    cs_text sign = cs_catalog_sign(check->answers->catalog, item, answer->state, language);
    cs_report(check->job, CS_MESSAGE_THIN_ANSWER, answer->state_span.source ? answer->state_span : answer->key,
              name_of(check, item), sign, item->guide ? cs_words_in(item->guide, language) : (cs_text){0});
}

static void (*const answer_rules[])(struct cs_profile_check *, const struct cs_item *, const struct cs_answer *) = {
    check_remark, check_reviewed, check_traces,    check_claim, check_length,   check_plan,     check_products,
    check_gate,   check_withheld, check_delegated, check_thin,  check_evidence, check_approval,
};

static void check_one(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    check->answer_hints = cs_hints_of_answer(&check->hints, answer);
    for (size_t rule = 0; rule < sizeof answer_rules / sizeof *answer_rules; rule++)
        answer_rules[rule](check, item, answer);
}

/* Checks the parts by product in the same way as whole answers. */
static void check_parts(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    for (uint32_t i = 0; i < answer->part_count; i++) {
        struct cs_answer part = answer->parts[i];
        part.item = answer->item; /* an inherited part may lack it */
        if (!has_words(&part))
            part.remark = answer->remark;
        if (part.state != CS_STATE_NONE)
            check_one(check, item, &part);
    }
}

void cs_check_answer(struct cs_profile_check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    check_one(check, item, answer);
    check_parts(check, item, answer);
}
