/* Periods of records, and the date they are compared with. */
#include "check/claims/periods.h"
#include "base/messages_check.h"
#include "base/job.h"
#include "check/claims/scan.h"
#include "check/claims/sentence.h"
#include "model/value.h"

struct cs_period {
    struct cs_statement statement;
    cs_text words; /* 2021年4月 */
    struct cs_date end;
};

static bool take_digits(cs_text *rest, int most, int *number)
{
    int digit = cs_take_digit(rest), count = 0;
    if (digit < 0)
        return false;
    for (*number = 0; digit >= 0 && count < most; count++) {
        *number = *number * 10 + digit;
        digit = count + 1 < most ? cs_take_digit(rest) : -1;
    }
    return true;
}

enum { YEAR_DIGITS = 4, FIRST_YEAR = 1990, LAST_YEAR = 2100 };

/* April 2021, Apr. 2021. */
static bool take_english_month(cs_text *rest, struct cs_date *date)
{
    enum { SHORTEST = 3, MONTHS = 12 };
    int year;
    for (int month = 1; month <= MONTHS; month++) {
        cs_text name = cs_month_name(month), at = *rest;
        if (!cs_take(&at, (cs_text){name.bytes, SHORTEST}))
            continue;
        while (at.size && cs_is_letter(at.bytes[0]))
            at = cs_text_skip(at, 1);
        cs_take(&at, CS_TEXT("."));
        cs_take_blanks(&at);
        if (!take_digits(&at, YEAR_DIGITS, &year) || year < FIRST_YEAR || year > LAST_YEAR)
            return false;
        *date = (struct cs_date){(int16_t)year, (int8_t)month, 1};
        *rest = at;
        return true;
    }
    return false;
}

/* 2021, 令和3: the year in the western calendar. */
static bool take_year(cs_text *rest, int *year)
{
    cs_text at = *rest;
    int before = cs_take_era(&at);
    if (before == 0)
        return take_digits(rest, YEAR_DIGITS, year) && *year >= FIRST_YEAR && *year <= LAST_YEAR;
    *year = 1;
    if (!cs_take(&at, CS_TEXT("元")) && !take_digits(&at, 2, year))
        return false;
    *year += before;
    *rest = at;
    return cs_text_starts(at, CS_TEXT("年"));
}

/* 2021年4月, 2021/4, 2021-04, 令和3年4月, 2021年度 (which ends in March), 2021年, April 2021; the result is the first day of
 * the month. */
static bool take_month(cs_text *rest, struct cs_date *date)
{
    int year, month;
    cs_text at = *rest;
    if (take_english_month(rest, date))
        return true;
    if (!take_year(&at, &year))
        return false;
    bool in_words = cs_take(&at, CS_TEXT("年"));
    if (!in_words && !cs_take(&at, CS_TEXT("/")) && !cs_take(&at, CS_TEXT("-")))
        return false;
    cs_text after = at;
    *rest = at;
    *date = (struct cs_date){(int16_t)year, 12, 1};
    if (in_words && cs_take(&after, CS_TEXT("度")))
        *date = (struct cs_date){(int16_t)(year + 1), 3, 1};
    else if (take_digits(&after, 2, &month) && month >= 1 && month <= 12)
        date->month = (int8_t)month;
    else
        return in_words;
    cs_take(&after, CS_TEXT("月"));
    *rest = after;
    return true;
}

/* The sentence around an offset of a text. */
static cs_text sentence_around(cs_text text, size_t at)
{
    enum { FARTHEST = 256 }; /* bytes in each direction, so that a text without full stops is not read repeatedly */
    static const cs_text full_stop = CS_LITERAL("。");
    size_t start = at, end = at, first = at > FARTHEST ? at - FARTHEST : 0, last = at + FARTHEST;
    last = last < text.size ? last : text.size;
    while (start > first && text.bytes[start - 1] != '\n' &&
           (start < full_stop.size || !cs_text_starts(cs_text_skip(text, start - full_stop.size), full_stop)))
        start--;
    while (end < last && text.bytes[end] != '\n' && !cs_text_starts(cs_text_skip(text, end), full_stop))
        end++;
    return (cs_text){text.bytes + start, end - start};
}

static bool is_later(struct cs_date a, struct cs_date b)
{
    return cs_date_compare(a, b) > 0;
}

/* Reads a date directly before the word: 2023年12月現在, 2023年12月1日現在. */
static void meet_now(struct cs_periods *periods, cs_text sentence, const char *word)
{
    struct cs_date date;
    int day;
    for (cs_text at = sentence; at.bytes < word && at.size; cs_text_next(&at)) {
        cs_text rest = at;
        if (!take_month(&rest, &date))
            continue;
        cs_text behind = rest;
        if (take_digits(&behind, 2, &day) && cs_take(&behind, CS_TEXT("日")))
            rest = behind;
        if (rest.bytes == word && is_later(date, periods->newest))
            periods->newest = date;
        return;
    }
}

/* Reads the last date of the sentence, which is the end of its period. */
static void meet_record(struct cs_periods *periods, const struct cs_statement *statement, cs_text sentence)
{
    struct cs_period record = {.statement = *statement};
    struct cs_date date;
    for (cs_text at = sentence; at.size;) {
        cs_text rest = at;
        if (!take_month(&rest, &date)) {
            cs_text_next(&at);
            continue;
        }
        if (!is_later(record.end, date)) {
            record.end = date;
            record.words = (cs_text){at.bytes, at.size - rest.size};
        }
        at = rest;
    }
    const struct cs_period *last = periods->count ? &periods->records[periods->count - 1] : NULL;
    if (record.end.year == 0 || (last && last->words.bytes == record.words.bytes))
        return; /* no date; or the sentence was read for another of its words */
    periods->records = cs_grow(&periods->job->arena, periods->records, periods->count, &periods->room, sizeof record);
    periods->records[periods->count++] = record;
}

/* True for a word that introduces a record: 過去1年間; 2021年度 in a sentence with figures. But not 過去に改めた or 2013年度版. */
static bool tells_record(cs_text sentence, cs_text word)
{
    static const cs_text figures[] = {CS_LITERAL("実績"), CS_LITERAL("稼働率"), CS_LITERAL("件数")};
    double amount;
    if (cs_take(&word, CS_TEXT("過去")))
        return cs_take_number(&word, &amount);
    for (size_t i = 0; i < sizeof figures / sizeof *figures; i++)
        if (cs_text_find(sentence, figures[i]) >= 0)
            return true;
    return false;
}

void cs_periods_meet(struct cs_periods *periods, const struct cs_statement *statement, cs_text text, size_t at)
{
    cs_text sentence = sentence_around(text, at), word = cs_text_skip(text, at);
    if (cs_text_starts(word, CS_TEXT("現在")))
        meet_now(periods, sentence, word.bytes);
    else if (tells_record(sentence, word))
        meet_record(periods, statement, sentence);
}

static cs_text month_text(struct cs_job *job, struct cs_date date)
{
    struct cs_buf text = {0};
    cs_buf_print(&text, "%04d-%02d", date.year, date.month);
    return cs_buf_take(&job->arena, &text);
}

void cs_periods_meet_asked(struct cs_periods *periods, const struct cs_statement *statement, cs_text text)
{
    for (cs_text line = cs_sentence_take(&text); line.size; line = cs_sentence_take(&text))
        meet_record(periods, statement, line);
}

void cs_periods_check(struct cs_periods *periods, struct cs_date disclosed, struct cs_date today)
{
    struct cs_date now = disclosed.year ? disclosed : periods->newest.year ? periods->newest : today;
    for (uint32_t i = 0; i < periods->count; i++) {
        const struct cs_period *record = &periods->records[i];
        int months = (now.year - record->end.year) * 12 + now.month - record->end.month;
        if (now.year == 0 || months <= 12)
            continue;
        const struct cs_statement *statement = &record->statement;
        cs_report(periods->job, CS_MESSAGE_OLD_PERIOD, cs_statement_place(statement, record->words),
                  cs_catalog_item_name(periods->job, statement->catalog, statement->item), record->words,
                  month_text(periods->job, now));
    }
}
