/* Rules over the answers of a profile: a table of small functions, each of which looks at one answer. */
#include "checksheet/check.h"
#include "checksheet/sheet.h"
#include "checksheet/standing.h"
#include "base/report.h"
#include "base/yaml_out.h"
#include "base/job.h"
#include "check/check_same.h"
#include "check/claims/claims.h"
#include "check/claims/denial.h"
#include "check/claims/sentence.h"
#include "check/claims/traces.h"

struct check {
    struct cs_job *job;
    const struct cs_profile *profile;
    const struct cs_answers *answers;
    const struct cs_check_options *options;
    int32_t today; /* as days; 0 when rules about dates are left out */
    struct cs_hints hints;
    unsigned says; /* hints of the answer that is looked at */
    struct cs_traces traces;
    struct cs_digests digests;
};

static cs_text name_of(const struct check *check, const struct cs_item *item)
{
    return cs_catalog_item_name(check->job, check->answers->catalog, item);
}

static bool has_words(const struct cs_answer *answer)
{
    return answer->remark.in[CS_JA].size || answer->remark.in[CS_EN].size || answer->detail.size;
}

/* The mark whose demand for a remark holds for an answer; NULL if none does. Good news need no words, and neither answer
 * does where neither is better; where × is the good one, ○ needs what × needs elsewhere. */
static const struct cs_mark *demanding_mark(const struct cs_catalog *catalog, const struct cs_item *item,
                                            enum cs_state state)
{
    bool is_plain = state == CS_STATE_OK || state == CS_STATE_NG;
    if (state == item->good || (is_plain && item->good == CS_STATE_NONE))
        return NULL;
    bool is_turned = state == CS_STATE_OK && item->good == CS_STATE_NG;
    return cs_catalog_mark(catalog, is_turned ? CS_STATE_NG : state);
}

static void check_remark(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    const struct cs_mark *mark = demanding_mark(check->answers->catalog, item, answer->state);
    if (item->kind != CS_KIND_MARK || !mark || !mark->remark_required || has_words(answer) || answer->part_count)
        return;
    bool lacks_function = item->capability && answer->state == CS_STATE_NG;
    if (lacks_function || !cs_answers_ask(check->answers, item))
        return; /* a fact, and what the catalog itself makes not applicable, explain themselves */
    struct cs_span span = answer->state_span.source ? answer->state_span : answer->key;
    cs_report(check->job, CS_MESSAGE_MISSING_REMARK, span, name_of(check, item),
              cs_catalog_sign(check->answers->catalog, item, answer->state, check->job->language));
}

static cs_text date_text(const struct check *check, struct cs_date date)
{
    struct cs_buf text = {0};
    cs_buf_print(&text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return cs_buf_take(&check->job->arena, &text);
}

static void check_future(const struct check *check, struct cs_date date, struct cs_span span)
{
    if (check->today && date.year && cs_date_days(date) > check->today)
        cs_report(check->job, CS_MESSAGE_FUTURE_DATE, span, date_text(check, date),
                  date_text(check, check->options->today));
}

static void check_reviewed(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    if (!check->today || answer->reviewed.year == 0 || !answer->reviewed_span.source)
        return;
    check_future(check, answer->reviewed, answer->reviewed_span);
    if (check->options->max_age == 0)
        return;
    int32_t age = check->today - cs_date_days(answer->reviewed);
    if (age <= (int32_t)check->options->max_age)
        return;
    struct cs_buf days = {0};
    cs_buf_print(&days, "%d", age);
    cs_report(check->job, CS_MESSAGE_STALE_ANSWER, answer->reviewed_span, name_of(check, item), cs_buf_text(&days));
    cs_buf_free(&days);
}

static void check_traces(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    (void)item;
    cs_traces_look(&check->traces, answer, check->says);
}

static void check_claim(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    (void)item;
    cs_check_claim(check->job, check->profile, check->answers, answer, check->says);
}

static void check_length(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    for (int language = 0; language < CS_LANGUAGES; language++) {
        cs_text text = answer->remark.in[language];
        if (text.size <= CS_CELL_UNITS || cs_text_utf16_length(text) <= CS_CELL_UNITS)
            continue;
        struct cs_buf length = {0};
        cs_buf_print(&length, "%zu", cs_text_utf16_length(text));
        cs_report(check->job, CS_MESSAGE_TEXT_TOO_LONG, answer->key, name_of(check, item), cs_buf_text(&length));
        cs_buf_free(&length);
    }
}

/* A plan says when, and that day is still to come. */
static void check_plan(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    struct cs_date due = answer->due;
    struct cs_span span = answer->state_span.source ? answer->state_span : answer->key;
    if (answer->state != CS_STATE_PLAN || answer->part_count)
        return; /* each part says its own */
    if (due.year == 0) {
        cs_report(check->job, CS_MESSAGE_PLAN_UNDATED, span, name_of(check, item));
        return;
    }
    cs_text when = date_text(check, due);
    if (due.day == 0)
        when.size -= sizeof "-00" - 1;
    due = due.day ? due : (struct cs_date){due.year, due.month, 28}; /* late only when the month is over */
    if (check->today && cs_date_days(due) + (answer->due.day ? 0 : 3) < check->today)
        cs_report(check->job, CS_MESSAGE_PLAN_OVERDUE, span, name_of(check, item), when);
}

/* An answer that differs by product speaks of each product. */
static void check_products(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
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

/* What stands behind edition: in the line that names it, with the level that stands there already. */
static cs_text edition_text(const struct check *check, cs_text edition)
{
    struct cs_buf text = {0};
    cs_yaml_add_flow(&text, edition);
    if (check->profile->level.size) {
        cs_buf_add(&text, CS_TEXT(", level: "));
        cs_yaml_add_flow(&text, check->profile->level);
    }
    return cs_buf_take(&check->job->arena, &text);
}

static bool is_same_everywhere(const struct check *check, const struct cs_item *item, uint32_t index)
{
    const struct cs_profile *profile = check->profile;
    for (uint32_t i = 0; i < profile->other_edition_count; i++) {
        const struct cs_catalog *other = profile->other_editions[i];
        uint32_t found = cs_catalog_find(other, item->id, index);
        if (found == CS_NO_ITEM || !cs_item_same_text(&other->items[found], item))
            return false;
    }
    return true;
}

/* The numbers of what is answered, and asks another thing in another edition; empty if there is none. */
static cs_text unclear_numbers(const struct check *check)
{
    enum { MOST_NUMBERS = 20 };
    const struct cs_answers *sheet = &check->profile->sheets[0];
    struct cs_buf numbers = {0};
    uint32_t count = 0;
    for (uint32_t i = 0; i < sheet->catalog->item_count && check->profile->other_edition_count; i++) {
        const struct cs_item *item = &sheet->catalog->items[i];
        if (sheet->by_item[i].state == CS_STATE_NONE || is_same_everywhere(check, item, i) || ++count > MOST_NUMBERS)
            continue;
        cs_buf_add(&numbers, numbers.size ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&numbers, item->id);
    }
    cs_buf_add(&numbers, count > MOST_NUMBERS ? CS_TEXT(" ...") : (cs_text){0});
    return numbers.size ? cs_buf_take(&check->job->arena, &numbers) : (cs_text){0};
}

/* All editions that there are, the one in use first. */
static cs_text all_editions(const struct check *check)
{
    struct cs_buf text = {0};
    enum cs_language language = cs_job_messages(check->job);
    cs_buf_add(&text, cs_words_in(&check->profile->sheets[0].catalog->edition, language));
    for (uint32_t i = 0; i < check->profile->other_edition_count; i++) {
        cs_buf_add(&text, CS_TEXT(", "));
        cs_buf_add(&text, cs_words_in(&check->profile->other_editions[i]->edition, language));
    }
    return cs_buf_take(&check->job->arena, &text);
}

/* The catalog in use is the one that was answered; the edition is the same in either language. A profile that takes its
 * catalog over from another says nothing of its edition either. */
static void check_edition(const struct check *check)
{
    const struct cs_profile *profile = check->profile;
    const struct cs_catalog *catalog = profile->sheets[0].catalog;
    cs_text written = profile->catalog_edition, in_use = cs_words_in(&catalog->edition, cs_job_messages(check->job));
    cs_text unclear = written.size ? (cs_text){0} : unclear_numbers(check);
    struct cs_span span = profile->catalog_span.source ? profile->catalog_span : profile->answers_span;
    if (unclear.size)
        cs_report(check->job, CS_MESSAGE_EDITION_UNCLEAR, span, catalog->id, unclear, edition_text(check, in_use),
                  all_editions(check));
    else if (written.size == 0 && in_use.size && profile->catalog_span.source)
        cs_report(check->job, CS_MESSAGE_NO_EDITION, span, catalog->id, edition_text(check, in_use));
    else if (written.size && !cs_catalog_is_edition(catalog, written))
        cs_report(check->job, CS_MESSAGE_EDITION_DIFFERS, profile->edition_span, catalog->id, written, in_use,
                  profile->source->path);
}

static void check_evidence(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    (void)item;
    if (!answer->same.size)
        cs_check_evidence(check->job, &check->digests, check->answers->catalog, answer, check->options->today);
}

static void check_approval(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    const struct cs_approval *approval = &answer->approved;
    if (!approval->of.size || cs_answer_is_approved(check->job, check->answers->catalog, answer))
        return;
    cs_report(check->job, CS_MESSAGE_CHANGED_SINCE_APPROVAL, approval->span, name_of(check, item), approval->by,
              date_text(check, approval->on));
}

/* What is asked only where another answer is such is not answered with yes where it is not. */
static void check_gate(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
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

/* The words of an answer that a rule looks for something in. */
static cs_text find_words(const struct cs_answer *answer, cs_text (*find)(cs_text remark))
{
    const cs_text texts[] = {answer->value.written, answer->detail, answer->remark.in[CS_JA], answer->remark.in[CS_EN]};
    cs_text found = {0};
    for (size_t i = 0; i < sizeof texts / sizeof *texts && !found.size; i++)
        found = find(texts[i]);
    return found;
}

static void report_words(struct check *check, enum cs_message message, const struct cs_item *item,
                         const struct cs_answer *answer, cs_text words)
{
    struct cs_statement statement = cs_statement_of(check->profile, check->answers, answer);
    cs_report(check->job, message, cs_statement_place(&statement, words), name_of(check, item), words);
}

static void check_withheld(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    bool in_words = answer->state == CS_STATE_FREE_TEXT && item->kind != CS_KIND_CAN;
    if (item->flag != CS_FLAG_REQUIRED || answer->same.size || (!in_words && answer->state != CS_STATE_NDA))
        return;
    cs_text words = check->says & CS_HINT_WITHHELD ? find_words(answer, cs_withheld) : (cs_text){0};
    if (words.size)
        report_words(check, CS_MESSAGE_REQUIRED_WITHHELD, item, answer, words);
    else if (answer->state == CS_STATE_NDA)
        cs_report(check->job, CS_MESSAGE_REQUIRED_WITHHELD, answer->key, name_of(check, item),
                  cs_state_label(answer->state, check->job->language));
}

static void check_delegated(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    if (!(check->says & CS_HINT_HANDED_ON) || answer->by.size || answer->same.size || answer->state == CS_STATE_NG ||
        answer->state == CS_STATE_NONE)
        return;
    cs_text words = find_words(answer, cs_handed_on);
    if (words.size)
        report_words(check, CS_MESSAGE_DELEGATED, item, answer, words);
}

static void check_thin(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    if (!item->wants_value || answer->state != CS_STATE_OK || has_words(answer) || answer->evidence_count ||
        answer->part_count)
        return;
    enum cs_language language = check->job->language;
    cs_text sign = cs_catalog_sign(check->answers->catalog, item, answer->state, language);
    cs_report(check->job, CS_MESSAGE_THIN_ANSWER, answer->state_span.source ? answer->state_span : answer->key,
              name_of(check, item), sign, item->guide ? cs_words_in(item->guide, language) : (cs_text){0});
}

static void (*const answer_rules[])(struct check *, const struct cs_item *, const struct cs_answer *) = {
    check_remark, check_reviewed, check_traces,    check_claim, check_length,   check_plan,     check_products,
    check_gate,   check_withheld, check_delegated, check_thin,  check_evidence, check_approval,
};

static void check_answer(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    check->says = cs_hints_of_answer(&check->hints, answer);
    for (size_t rule = 0; rule < sizeof answer_rules / sizeof *answer_rules; rule++)
        answer_rules[rule](check, item, answer);
}

/* What is said of all products is said of each. */
static void check_parts(struct check *check, const struct cs_item *item, const struct cs_answer *answer)
{
    for (uint32_t i = 0; i < answer->part_count; i++) {
        struct cs_answer part = answer->parts[i];
        part.item = answer->item; /* an inherited part may not have it */
        if (!has_words(&part))
            part.remark = answer->remark;
        if (part.state != CS_STATE_NONE)
            check_answer(check, item, &part);
    }
}

static bool is_open(const struct check *check, uint32_t item)
{
    const struct cs_answer *answer = &check->answers->by_item[item];
    return answer->state == CS_STATE_NONE && !answer->broken &&
           cs_answers_ask(check->answers, &check->answers->catalog->items[item]);
}

static bool is_open_required(const struct check *check, uint32_t item)
{
    return is_open(check, item) && check->answers->catalog->items[item].flag == CS_FLAG_REQUIRED;
}

static bool is_open_optional(const struct check *check, uint32_t item)
{
    return is_open(check, item) && check->answers->catalog->items[item].flag != CS_FLAG_REQUIRED;
}

/* True for words that are not to be had in the language that was asked for. */
static bool lacks_language(const struct check *check, const struct cs_words *words)
{
    enum cs_language other = check->options->language == CS_JA ? CS_EN : CS_JA;
    return words && words->in[check->options->language].size == 0 && words->in[other].size > 0;
}

static bool is_not_translated(const struct check *check, uint32_t item)
{
    const struct cs_answer *answer = &check->answers->by_item[item];
    const struct cs_item *asked = &check->answers->catalog->items[item];
    for (uint32_t i = 0; i < answer->part_count; i++)
        if (lacks_language(check, &answer->parts[i].remark))
            return true;
    if (asked->variant != CS_AS_IN_CATALOG && lacks_language(check, asked->ask))
        return true;
    return lacks_language(check, &answer->remark) || lacks_language(check, answer->for_nda);
}

/* How an item is called in a list: the numbers of the profile's own catalog stand alone, as they do in the profile. */
static cs_text number_of(const struct check *check, uint32_t item)
{
    const struct cs_item *asked = &check->answers->catalog->items[item];
    return check->answers == &check->profile->sheets[0] ? asked->id : name_of(check, asked);
}

/* True for an item whose answer allows that it would be listed: then it is found there, alone. */
static bool is_allowed(const struct check *check, enum cs_message message, uint32_t item, cs_text before)
{
    const struct cs_answer *answer = &check->answers->by_item[item];
    if (!cs_answer_allows(answer, cs_message_rule(message)))
        return false;
    cs_text one = CS_TEXT("1"), number = number_of(check, item);
    cs_report(check->job, message, answer->key, before.size ? before : one, before.size ? one : number, number);
    return true;
}

/* 6-1…6-31; of another catalog than the profile's own, OTHER 6-1…6-31. */
static void add_run(const struct check *check, struct cs_buf *numbers, uint32_t first, uint32_t last)
{
    const struct cs_catalog *catalog = check->answers->catalog;
    bool is_other = check->answers != &check->profile->sheets[0];
    if (is_other && last == first + 1) { /* each with its catalog */
        add_run(check, numbers, first, first);
        first = last;
    }
    cs_buf_add(numbers, numbers->size ? CS_TEXT(" ") : (cs_text){0});
    if (is_other) {
        cs_buf_add(numbers, catalog->id);
        cs_buf_add_byte(numbers, ' ');
    }
    cs_catalog_add_numbers(numbers, catalog, first, last);
}

/* One finding for all the items of a kind, with their numbers: the list of what is left to do. */
static void check_items(const struct check *check, bool (*is_meant)(const struct check *check, uint32_t item),
                        enum cs_message message, cs_text before)
{
    enum { MOST_RUNS = 20 };
    const struct cs_catalog *catalog = check->answers->catalog;
    struct cs_buf count = {0}, numbers = {0};
    uint32_t found = 0, runs = 0;
    for (uint32_t i = 0, last; i < catalog->item_count; i = last + 1) {
        last = i;
        if (!is_meant(check, i) || is_allowed(check, message, i, before))
            continue;
        while (last + 1 < catalog->item_count && is_meant(check, last + 1) &&
               cs_catalog_is_same_chapter(catalog, i, last + 1) &&
               !cs_answer_allows(&check->answers->by_item[last + 1], cs_message_rule(message)))
            last++;
        found += last - i + 1;
        if (++runs <= MOST_RUNS)
            add_run(check, &numbers, i, last);
    }
    if (runs > MOST_RUNS)
        cs_buf_add(&numbers, CS_TEXT(" ..."));
    cs_buf_print(&count, "%u", (unsigned)found);
    struct cs_span span = check->profile->answers_span;
    if (!span.source)
        span = (struct cs_span){check->profile->source, 0, 0};
    cs_text first = before.size ? before : cs_buf_text(&count), second = cs_buf_text(before.size ? &count : &numbers);
    if (found)
        cs_report(check->job, message, span, first, second, cs_buf_text(&numbers))->whole_file = true;
    cs_buf_free(&count);
    cs_buf_free(&numbers);
}

/* A sheet of so many marks that are all alike reads as if nobody had looked. */
static void check_marks(const struct check *check)
{
    enum { LEAST = 20 };
    const struct cs_catalog *catalog = check->answers->catalog;
    const struct cs_answer *first = NULL;
    uint32_t count = 0;
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        const struct cs_answer *answer = &check->answers->by_item[i];
        if (catalog->items[i].kind != CS_KIND_MARK || answer->state == CS_STATE_NONE)
            continue;
        first = first ? first : answer;
        if (answer->state != first->state || answer->state == CS_STATE_FREE_TEXT)
            return;
        count++;
    }
    if (count < LEAST || first->key.source != check->profile->source)
        return;
    struct cs_buf number = {0};
    cs_buf_print(&number, "%u", (unsigned)count);
    cs_text sign = cs_catalog_sign(catalog, &catalog->items[first->item], first->state, check->job->messages);
    cs_report(check->job, CS_MESSAGE_ONE_MARK, check->profile->answers_span, catalog->id, cs_buf_text(&number), sign)
        ->whole_file = true;
    cs_buf_free(&number);
}

/* True for a sheet that the profile means to fill: its own, one that was asked for, or one that it writes an answer to. What
 * is only taken over was asked by somebody else. */
static bool is_to_be_filled(const struct check *check, bool is_asked_for)
{
    if (is_asked_for || check->answers == &check->profile->sheets[0])
        return true;
    for (uint32_t i = 0; i < check->answers->catalog->item_count; i++)
        if (check->answers->by_item[i].key.source == check->profile->source)
            return true;
    return false;
}

static void check_answers(struct check *check, bool is_asked_for)
{
    const struct cs_catalog *catalog = check->answers->catalog;
    cs_traces_begin_sheet(&check->traces, check->answers);
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        const struct cs_answer *answer = &check->answers->by_item[i];
        bool unanswered = answer->state == CS_STATE_NONE && answer->part_count == 0;
        if (unanswered || answer->key.source != check->profile->source)
            continue; /* what is taken over is looked at in its own file */
        check_answer(check, &catalog->items[i], answer);
        check_parts(check, &catalog->items[i], answer);
    }
    cs_traces_end_sheet(&check->traces);
    check_marks(check);
    if (is_to_be_filled(check, is_asked_for)) {
        check_items(check, is_open_required, CS_MESSAGE_REQUIRED, (cs_text){0});
        check_items(check, is_open_optional, CS_MESSAGE_UNANSWERED, (cs_text){0});
    }
    if (check->options->in_language)
        check_items(check, is_not_translated, CS_MESSAGE_NOT_TRANSLATED, cs_language_code(check->options->language));
}

const struct cs_answers *cs_check_has_answers(struct cs_job *job, const struct cs_profile *profile, cs_text catalog_id)
{
    const struct cs_answers *answers = cs_profile_answers(profile, catalog_id);
    if (!answers)
        cs_report(job, CS_MESSAGE_NO_SUCH_ANSWERS, profile->answers_span, catalog_id);
    return answers;
}

void cs_check_profile(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                      const struct cs_check_options *options)
{
    struct check check = {.job = job, .profile = profile, .options = options};
    check.today = options->today.year ? cs_date_days(options->today) : 0;
    if (options->complete) {
        cs_job_raise(job, CS_RULE_UNANSWERED);
        cs_job_raise(job, CS_RULE_REQUIRED);
    }
    check_future(&check, profile->date, profile->date_span);
    check_edition(&check);
    cs_traces_hint(&check.hints);
    cs_sentence_hint(&check.hints);
    cs_denial_hint(&check.hints);
    cs_traces_begin(&check.traces, job, profile, options->today);
    cs_traces_look_at_notes(&check.traces);
    for (uint32_t i = 0; i < profile->sheet_count; i++) {
        check.answers = &profile->sheets[i];
        if (answers && answers != check.answers)
            continue;
        check_answers(&check, answers != NULL);
        cs_check_same(job, profile, check.answers);
    }
}
