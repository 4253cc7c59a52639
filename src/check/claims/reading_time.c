/* Reading periods and intervals. */
#include "check/claims/scan.h"

static const struct {
    enum cs_measure measure;
    cs_text text;
} follows[] = {
#define CS_BEHIND(measure, word) {CS_MEASURE_##measure, CS_LITERAL(word)},
#include "check/claims/measures.def"
};

struct span_of {
    cs_text text;
    double hours;
};

static const struct span_of whole[] = {
#define CS_WHOLE(word, hours) {CS_LITERAL(word), hours},
#include "check/claims/measures.def"
};

static const struct {
    enum cs_measure measure;
    cs_text text;
    double hours;
} own[] = {
#define CS_SAID(measure, word, hours) {CS_MEASURE_##measure, CS_LITERAL(word), hours},
#include "check/claims/measures.def"
};

static const struct span_of loose[] = {
#define CS_LOOSE(word, hours) {CS_LITERAL(word), hours},
#include "check/claims/measures.def"
};

static const struct span_of spans[] = {
#define CS_SPAN_OF(word, hours) {CS_LITERAL(word), hours},
#include "check/claims/measures.def"
};

/* Words that make a period an interval, after it or before it. */
static const cs_text every[] = {CS_LITERAL("ごと"), CS_LITERAL("毎"), CS_LITERAL("おき"), CS_LITERAL("間隔")};
static const cs_text every_before[] = {CS_LITERAL("every"), CS_LITERAL("Every")};

/* --- periods ----------------------------------------------------------------------------------------------------- */

/* True for 2025年, 11月, 11月1日, 5年目: a date or an age, not a period. */
static bool is_date(double amount, const struct cs_unit_word *unit, cs_text before, cs_text rest)
{
    static const cs_text day_after[] = {CS_LITERAL("月"), CS_LITERAL("/"), CS_LITERAL("-")},
                         ordinals[] = {CS_LITERAL("度"), CS_LITERAL("目"), CS_LITERAL("版"), CS_LITERAL("現在")};
    cs_text ahead = rest;
    if (cs_text_equal(unit->spelling, CS_TEXT("月")) || (amount >= 1000 && cs_text_equal(unit->name, CS_TEXT("年"))))
        return true;
    if (cs_is_behind(before, (cs_text){before.bytes + before.size, 0}, day_after, CS_COUNT(day_after)))
        return true;
    return cs_take_one(&ahead, ordinals, CS_COUNT(ordinals)) || (unit->factor > 700 && cs_take_digit(&ahead) >= 0);
}

/* 6, 六, six. */
static bool take_amount(cs_text sentence, cs_text *rest, double *amount)
{
    bool in_word = rest->bytes > sentence.bytes && cs_is_letter(rest->bytes[-1]); /* someone */
    return (!in_word && cs_take_number_word(rest, amount)) || cs_take_number(rest, amount);
}

/* Takes a period that is one word: 半年間. *amount is in hours. */
static bool take_whole(cs_text *rest, double *amount)
{
    for (size_t i = 0; i < CS_COUNT(whole); i++)
        if (cs_take(rest, whole[i].text)) {
            *amount = whole[i].hours;
            return true;
        }
    return false;
}

/* Takes a period: 30日間, 三か月, 半年, 2 weeks, six months. *amount is in hours. */
static bool take_period(cs_text sentence, cs_text *rest, double *amount)
{
    cs_text at = *rest, before = {sentence.bytes, (size_t)(at.bytes - sentence.bytes)};
    if (take_whole(rest, amount))
        return true;
    if (!take_amount(sentence, &at, amount))
        return false;
    cs_take_blanks(&at);
    cs_take(&at, CS_TEXT("-"));
    const struct cs_unit_word *unit = cs_unit_at(at);
    if (!unit || unit->dimension != CS_TIME)
        return false;
    cs_text after = cs_text_skip(at, unit->spelling.size);
    if (cs_is_letter(unit->spelling.bytes[0]) && after.size && cs_is_letter(after.bytes[0]))
        return false; /* 3 daylight hours */
    if (is_date(*amount, unit, before, after))
        return false;
    cs_take(&after, CS_TEXT("間"));
    *amount *= unit->factor;
    *rest = after;
    return true;
}

/* Takes the word that must follow a period in a remark: 3週間前. */
static bool take_behind(const struct cs_scan *scan, cs_text *rest)
{
    bool is_wanted = false;
    cs_text at = *rest;
    cs_take(&at, CS_TEXT("の"));
    cs_take_blanks(&at);
    for (size_t i = 0; i < CS_COUNT(follows); i++) {
        if (follows[i].measure != scan->measure)
            continue;
        is_wanted = true;
        if (!cs_take(&at, follows[i].text))
            continue;
        *rest = at;
        return true;
    }
    return !is_wanted || scan->asked;
}

/* True for 24時間ごと, 1日に4回: how often, not how long. */
static bool is_interval(cs_text sentence, cs_text at, cs_text rest)
{
    double times;
    cs_text behind = rest;
    cs_take(&behind, CS_TEXT("に"));
    return cs_take_one(&rest, every, CS_COUNT(every)) ||
           (cs_take_number(&behind, &times) && cs_take(&behind, CS_TEXT("回"))) ||
           cs_is_behind(sentence, at, every_before, CS_COUNT(every_before));
}

/* Takes a period for which the measure has a word of its own: お知らせは前日までに. */
static bool take_own(const struct cs_scan *scan, cs_text *rest, double *amount)
{
    for (size_t i = 0; i < CS_COUNT(own); i++)
        if (own[i].measure == scan->measure && cs_take(rest, own[i].text)) {
            *amount = own[i].hours;
            return true;
        }
    return false;
}

bool cs_take_period(struct cs_scan *scan, cs_text *rest)
{
    cs_text at = *rest;
    double amount;
    if (take_own(scan, rest, &amount)) {
        cs_scan_add(scan, at, *rest)->amount = amount;
        return true;
    }
    if (!take_period(scan->sentence, rest, &amount))
        return false;
    enum cs_bound bound = cs_take_bound(rest, cs_bound_before(scan->sentence, at));
    if (is_interval(scan->sentence, at, *rest) || !take_behind(scan, rest))
        return false;
    struct cs_reading *reading = cs_scan_add(scan, at, *rest);
    reading->amount = amount;
    reading->bound = bound;
    return true;
}

/* --- intervals --------------------------------------------------------------------------------------------------- */

static bool take_loose(cs_text *rest, double *hours)
{
    for (size_t i = 0; i < CS_COUNT(loose); i++)
        if (cs_take(rest, loose[i].text)) {
            *hours = loose[i].hours;
            return true;
        }
    return false;
}

/* Takes a frequency: 年4回, 年に1回以上, 年間少なくとも1回, 1日に4回; as the interval in between. */
static bool take_times(cs_text *rest, double *hours, enum cs_bound *bound)
{
    static const cs_text at_least[] = {CS_LITERAL("少なくとも"), CS_LITERAL("最低")};
    double many = 1, times;
    cs_text at = *rest;
    if (cs_take_number(&at, &many))
        cs_take(&at, CS_TEXT("か"));
    size_t i = 0;
    while (i < CS_COUNT(spans) && !cs_take(&at, spans[i].text))
        i++;
    if (i == CS_COUNT(spans))
        return false;
    cs_take(&at, CS_TEXT("に"));
    /* more often means a shorter interval */
    *bound = cs_take_one(&at, at_least, CS_COUNT(at_least)) ? CS_AT_MOST : CS_EXACT;
    if (!cs_take_number(&at, &times) || !(cs_take(&at, CS_TEXT("回")) || cs_take(&at, CS_TEXT("度"))) || times <= 0)
        return false;
    if (cs_take_bound(&at, CS_EXACT) == CS_AT_LEAST)
        *bound = CS_AT_MOST;
    *hours = many * spans[i].hours / times;
    *rest = at;
    return true;
}

/* Takes 6時間ごと, 1分おき; or 6時間 alone if the question asks for nothing else. */
static bool take_every(const struct cs_scan *scan, cs_text *rest, double *hours)
{
    static const cs_text word[] = {CS_LITERAL("every "), CS_LITERAL("Every ")};
    cs_text at = *rest;
    bool said = cs_take_one(&at, word, CS_COUNT(word));
    if (!take_period(scan->sentence, &at, hours))
        return false;
    said = cs_take_one(&at, every, CS_COUNT(every)) || said;
    *rest = at;
    return said || scan->asked;
}

/* Takes once a year, at least twice a month. */
static bool take_times_in_words(cs_text *rest, double *hours)
{
    static const struct {
        cs_text word;
        double times;
    } times[] = {{CS_LITERAL("once a "), 1},      {CS_LITERAL("once per "), 1}, {CS_LITERAL("Once a "), 1},
                 {CS_LITERAL("twice a "), 2},     {CS_LITERAL("Twice a "), 2},  {CS_LITERAL("three times a "), 3},
                 {CS_LITERAL("four times a "), 4}};
    cs_text at = *rest;
    for (size_t i = 0; i < CS_COUNT(times); i++) {
        if (!cs_take(&at, times[i].word))
            continue;
        const struct cs_unit_word *unit = cs_unit_at(at);
        if (!unit || unit->dimension != CS_TIME)
            return false;
        *hours = unit->factor / times[i].times;
        *rest = cs_text_skip(at, unit->spelling.size);
        return true;
    }
    return false;
}

bool cs_take_interval(struct cs_scan *scan, cs_text *rest)
{
    cs_text at = *rest;
    double hours;
    bool is_loose = take_loose(rest, &hours);
    enum cs_bound bound = CS_EXACT;
    if (!is_loose && !take_times(rest, &hours, &bound) && !take_every(scan, rest, &hours) &&
        !take_times_in_words(rest, &hours))
        return false;
    struct cs_reading *reading = cs_scan_add(scan, at, *rest);
    reading->bound = cs_bound_before(scan->sentence, at) == CS_AT_LEAST ? CS_AT_MOST : bound;
    reading->loose = is_loose;
    reading->amount = hours;
    return true;
}
