/* Rules for all answers of a sheet together: one finding for each kind, with a list of numbers. */
#include "base/messages_check.h"
#include "check/profile_check.h"

static bool is_open(const struct cs_profile_check *check, uint32_t item)
{
    const struct cs_answer *answer = &check->answers->by_item[item];
    return answer->state == CS_STATE_NONE && !answer->broken &&
           cs_answers_ask(check->answers, &check->answers->catalog->items[item]);
}

static bool is_open_required(const struct cs_profile_check *check, uint32_t item)
{
    return is_open(check, item) && check->answers->catalog->items[item].flag == CS_FLAG_REQUIRED;
}

static bool is_open_optional(const struct cs_profile_check *check, uint32_t item)
{
    return is_open(check, item) && check->answers->catalog->items[item].flag != CS_FLAG_REQUIRED;
}

/* True for words that exist only in a language other than the one asked for. */
static bool lacks_language(const struct cs_profile_check *check, const struct cs_words *words)
{
    enum cs_language other = check->options->language == CS_JA ? CS_EN : CS_JA;
    return words && words->in[check->options->language].size == 0 && words->in[other].size > 0;
}

static bool is_not_translated(const struct cs_profile_check *check, uint32_t item)
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

/* The name of an item in a list: a bare number for the profile's main catalog, as in the profile. */
static cs_text number_of(const struct cs_profile_check *check, uint32_t item)
{
    const struct cs_item *asked = &check->answers->catalog->items[item];
    return check->answers == &check->profile->sheets[0]
               ? asked->id
               : cs_catalog_item_name(check->job, check->answers->catalog, asked);
}

/* True for an item whose answer allows the finding: then it is reported separately. */
static bool is_allowed(const struct cs_profile_check *check, cs_message message, uint32_t item, cs_text before)
{
    const struct cs_answer *answer = &check->answers->by_item[item];
    if (!cs_answer_allows(answer, cs_message_rule(message)))
        return false;
    cs_text one = CS_TEXT("1"), number = number_of(check, item);
    cs_report(check->job, message, answer->key, before.size ? before : one, before.size ? one : number, number);
    return true;
}

/* 6-1…6-31; for a catalog that is not the main one, OTHER 6-1…6-31. */
static void add_run(const struct cs_profile_check *check, struct cs_buf *numbers, uint32_t first, uint32_t last)
{
    const struct cs_catalog *catalog = check->answers->catalog;
    bool is_other = check->answers != &check->profile->sheets[0];
    if (is_other && last == first + 1) { /* each with its catalog */
        add_run(check, numbers, first, first);
        first = last;
    }
    cs_buf_separate(numbers, CS_TEXT(" "));
    if (is_other) {
        cs_buf_add(numbers, catalog->id);
        cs_buf_add_byte(numbers, ' ');
    }
    cs_catalog_add_numbers(numbers, catalog, first, last);
}

/* One finding for all items of a kind, with their numbers: the list of what is left to do. */
static void check_items(const struct cs_profile_check *check,
                        bool (*is_meant)(const struct cs_profile_check *check, uint32_t item), cs_message message,
                        cs_text before)
{
    enum { MOST_RUNS = 20 };
    const struct cs_catalog *catalog = check->answers->catalog;
    struct cs_buf numbers = {0};
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
    cs_text count = cs_text_of_number(&check->job->arena, found);
    struct cs_span span = check->profile->answers_span;
    if (!span.source)
        span = (struct cs_span){check->profile->source, 0, 0};
    cs_text first = before.size ? before : count, second = before.size ? count : cs_buf_text(&numbers);
    if (found)
        cs_report(check->job, message, span, first, second, cs_buf_text(&numbers))->whole_file = true;
    cs_buf_free(&numbers);
}

/* Reports a sheet with many marks that are all the same, which looks unchecked. */
static void check_marks(const struct cs_profile_check *check)
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
    cs_text sign = cs_catalog_sign(catalog, &catalog->items[first->item], first->state, check->job->messages);
    cs_report(check->job, CS_MESSAGE_ONE_MARK, check->profile->answers_span, catalog->id,
              cs_text_of_number(&check->job->arena, count), sign)
        ->whole_file = true;
}

/* True for a sheet that the profile is meant to fill in: its main one, one that was asked for, or one with answers of
 * its own; not one that is only inherited. */
static bool is_to_be_filled(const struct cs_profile_check *check, bool is_asked_for)
{
    if (is_asked_for || check->answers == &check->profile->sheets[0])
        return true;
    for (uint32_t i = 0; i < check->answers->catalog->item_count; i++)
        if (check->answers->by_item[i].key.source == check->profile->source)
            return true;
    return false;
}

void cs_check_sheet(const struct cs_profile_check *check, bool is_asked_for)
{
    check_marks(check);
    if (is_to_be_filled(check, is_asked_for)) {
        check_items(check, is_open_required, CS_MESSAGE_REQUIRED, (cs_text){0});
        check_items(check, is_open_optional, CS_MESSAGE_UNANSWERED, (cs_text){0});
    }
    if (check->options->in_language)
        check_items(check, is_not_translated, CS_MESSAGE_NOT_TRANSLATED, cs_language_code(check->options->language));
}
