/* Values in words: a reader for each form. The tables of measures.def say which measure has which form. */
#include "check/reading.h"
#include "check/sentence.h"
#include "model/quantity.h"

enum form { NO_FORM, PERIOD, INTERVAL, NUMBER, PERCENT, WORDS, CLOCK };

static const enum form forms[CS_MEASURES] = {
#define CS_READ(measure, form) [CS_MEASURE_##measure] = form,
#include "check/measures.def"
};

/* A word that a measure looks for. */
struct word {
    enum cs_measure measure;
    cs_text text;
};

#define WORD(measure, word) {CS_MEASURE_##measure, {word, sizeof word - 1}},

static const struct word near[] = {
#define CS_NEAR(measure, word) WORD(measure, word)
#include "check/measures.def"
};

static const struct word behind[] = {
#define CS_BEHIND(measure, word) WORD(measure, word)
#include "check/measures.def"
};

/* What words may name; as bits of a set. */
enum name {
    IGNORED,
    HOME,
    AMERICA,
    EUROPE,
    ASIA,
    ABROAD,
    PASSWORD = 1,
    FACTORS,
    SIGN_ON,
    ORIGIN,
    CERTIFICATE,
    TLS_OLD = 1,
    TLS_NOW,
    THERE_IS = 1,
    THERE_IS_NOT,
};
_Static_assert(CS_PLACE_HOME == 1u << HOME && CS_PLACE_ABROAD == 1u << ABROAD, "the places that a question may ask for");

static const struct {
    enum cs_measure measure;
    enum name name;
    cs_text text;
} named[] = {
#define CS_NAMED(measure, name, word) {CS_MEASURE_##measure, name, {word, sizeof word - 1}},
#include "check/measures.def"
};

struct span_of {
    cs_text text;
    double hours;
};

static const struct span_of loose[] = {
#define CS_LOOSE(word, hours) {{word, sizeof word - 1}, hours},
#include "check/measures.def"
};

static const struct span_of spans[] = {
#define CS_SPAN_OF(word, hours) {{word, sizeof word - 1}, hours},
#include "check/measures.def"
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* What is being read. */
struct reader {
    enum cs_measure measure;
    bool asked;
    cs_text sentence;
    struct cs_readings *readings;
};

static struct cs_reading *add(struct reader *reader, cs_text from, cs_text rest)
{
    struct cs_readings *readings = reader->readings;
    struct cs_reading *reading = &readings->at[readings->count < CS_MOST_READINGS ? readings->count++ : CS_MOST_READINGS - 1];
    *reading = (struct cs_reading){.words = {from.bytes, (size_t)(rest.bytes - from.bytes)}};
    return reading;
}

static bool take_one(cs_text *rest, const cs_text *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cs_take(rest, words[i]))
            return true;
    return false;
}

/* 以上, 以内 behind an amount. */
static enum cs_bound take_bound(cs_text *rest, enum cs_bound before)
{
    static const cs_text at_least[] = {{"以上", 6}, {"超", 3}, {" or more", 8}}, at_most[] = {{"以内", 6}, {"以下", 6}, {"未満", 6}};
    if (take_one(rest, at_least, COUNT(at_least)))
        return CS_AT_LEAST;
    if (take_one(rest, at_most, COUNT(at_most)))
        return CS_AT_MOST;
    return before;
}

/* True when the sentence ends here with one of these, as far as it was read. */
static bool is_behind(cs_text sentence, cs_text at, const cs_text *words, size_t count)
{
    cs_text before = cs_text_trim((cs_text){sentence.bytes, (size_t)(at.bytes - sentence.bytes)});
    for (size_t i = 0; i < count; i++)
        if (cs_text_ends(before, words[i]))
            return true;
    return false;
}

/* 少なくとも, 最低, about before an amount. */
static enum cs_bound bound_before(cs_text sentence, cs_text at)
{
    static const cs_text at_least[] = {{"少なくとも", 15}, {"最低", 6}, {"最低でも", 12}, {"最短", 6}, {"at least", 8}, {"At least", 8}};
    static const cs_text at_most[] = {{"最長", 6}, {"最大", 6}, {"within", 6}, {"at most", 7}, {"up to", 5}, {"Within", 6}, {"Up to", 5}};
    static const cs_text about[] = {{"約", 3}, {"およそ", 9}, {"about", 5}, {"About", 5}};
    if (is_behind(sentence, at, at_least, COUNT(at_least)))
        return CS_AT_LEAST;
    if (is_behind(sentence, at, at_most, COUNT(at_most)))
        return CS_AT_MOST;
    return is_behind(sentence, at, about, COUNT(about)) ? CS_ABOUT : CS_EXACT;
}

/* What makes a period an interval, behind it or before it. */
static const cs_text every[] = {{"ごと", 6}, {"毎", 3}, {"おき", 6}, {"間隔", 6}};
static const cs_text every_before[] = {{"every", 5}, {"Every", 5}};

/* --- periods ----------------------------------------------------------------------------------------------------- */

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* 2025年, 11月, 11月1日, 5年目: a date or an age, not a period. */
static bool is_date(double amount, const struct cs_unit_word *unit, cs_text before, cs_text rest)
{
    static const cs_text day_after[] = {{"月", 3}, {"/", 1}, {"-", 1}}, ordinals[] = {{"度", 3}, {"目", 3}, {"版", 3}, {"現在", 6}};
    cs_text ahead = rest;
    if (cs_text_equal(unit->spelling, CS_TEXT("月")) || (amount >= 1000 && cs_text_equal(unit->name, CS_TEXT("年"))))
        return true;
    if (is_behind(before, (cs_text){before.bytes + before.size, 0}, day_after, COUNT(day_after)))
        return true;
    return take_one(&ahead, ordinals, COUNT(ordinals)) || (unit->factor > 700 && cs_take_digit(&ahead) >= 0);
}

/* A period: 30日間, 三か月, 半年, 2 weeks. Hours in *amount. */
static bool take_period(cs_text sentence, cs_text *rest, double *amount)
{
    enum { HALF_A_YEAR = 4383 };
    cs_text at = *rest, before = {sentence.bytes, (size_t)(at.bytes - sentence.bytes)};
    if (cs_take(&at, CS_TEXT("半年"))) {
        cs_take(&at, CS_TEXT("間"));
        *amount = HALF_A_YEAR;
        *rest = at;
        return true;
    }
    if (!cs_take_number(&at, amount))
        return false;
    cs_take_blanks(&at);
    cs_take(&at, CS_TEXT("-"));
    const struct cs_unit_word *unit = cs_unit_at(at);
    if (!unit || unit->dimension != CS_TIME)
        return false;
    cs_text after = cs_text_skip(at, unit->spelling.size);
    if (is_letter(unit->spelling.bytes[0]) && after.size && is_letter(after.bytes[0]))
        return false; /* 3 daylight hours */
    if (is_date(*amount, unit, before, after))
        return false;
    cs_take(&after, CS_TEXT("間"));
    *amount *= unit->factor;
    *rest = after;
    return true;
}

/* What must follow a period in a remark stands there, and is taken: 3週間前. */
static bool take_behind(const struct reader *reader, cs_text *rest)
{
    bool is_wanted = false;
    cs_text at = *rest;
    cs_take(&at, CS_TEXT("の"));
    cs_take_blanks(&at);
    for (size_t i = 0; i < COUNT(behind); i++) {
        if (behind[i].measure != reader->measure)
            continue;
        is_wanted = true;
        if (!cs_take(&at, behind[i].text))
            continue;
        *rest = at;
        return true;
    }
    return !is_wanted || reader->asked;
}

/* The code point behind this one, but not one within a number: 0年 in 10年 is no period. */
static void step(cs_text *at)
{
    bool digit = cs_take_digit(at) >= 0;
    while (digit && (cs_take_digit(at) >= 0 || cs_take(at, CS_TEXT(".")) || cs_take(at, CS_TEXT(","))))
        ;
    if (!digit)
        cs_text_next(at);
}

/* 24時間ごと says how often, not how long. */
static bool is_interval(cs_text sentence, cs_text at, cs_text rest)
{
    return take_one(&rest, every, COUNT(every)) || is_behind(sentence, at, every_before, COUNT(every_before));
}

static void find_periods(struct reader *reader)
{
    double amount;
    for (cs_text at = reader->sentence; at.size; step(&at)) {
        cs_text rest = at;
        if (!take_period(reader->sentence, &rest, &amount))
            continue;
        enum cs_bound bound = take_bound(&rest, bound_before(reader->sentence, at));
        if (is_interval(reader->sentence, at, rest) || !take_behind(reader, &rest))
            continue;
        struct cs_reading *reading = add(reader, at, rest);
        reading->amount = amount;
        reading->bound = bound;
        at = rest;
        if (at.size == 0)
            return;
    }
}

/* --- intervals --------------------------------------------------------------------------------------------------- */

static bool take_loose(cs_text *rest, double *hours)
{
    for (size_t i = 0; i < COUNT(loose); i++)
        if (cs_take(rest, loose[i].text)) {
            *hours = loose[i].hours;
            return true;
        }
    return false;
}

/* 年4回, 年に1回以上, 年間少なくとも1回, 1日に4回: how often in a span; as the interval between two. */
static bool take_times(cs_text *rest, double *hours, enum cs_bound *bound)
{
    static const cs_text at_least[] = {{"少なくとも", 15}, {"最低", 6}};
    double many = 1, times;
    cs_text at = *rest;
    if (cs_take_number(&at, &many))
        cs_take(&at, CS_TEXT("か"));
    size_t i = 0;
    while (i < COUNT(spans) && !cs_take(&at, spans[i].text))
        i++;
    if (i == COUNT(spans))
        return false;
    cs_take(&at, CS_TEXT("に"));
    *bound = take_one(&at, at_least, COUNT(at_least)) ? CS_AT_MOST : CS_EXACT; /* more often: a shorter interval */
    if (!cs_take_number(&at, &times) || !(cs_take(&at, CS_TEXT("回")) || cs_take(&at, CS_TEXT("度"))) || times <= 0)
        return false;
    if (take_bound(&at, CS_EXACT) == CS_AT_LEAST)
        *bound = CS_AT_MOST;
    *hours = many * spans[i].hours / times;
    *rest = at;
    return true;
}

/* 6時間ごと, 1分おき; where the question asks for nothing else 6時間 alone. */
static bool take_every(const struct reader *reader, cs_text *rest, double *hours)
{
    static const cs_text word[] = {{"every ", 6}, {"Every ", 6}};
    cs_text at = *rest;
    bool said = take_one(&at, word, COUNT(word));
    if (!take_period(reader->sentence, &at, hours))
        return false;
    said = take_one(&at, every, COUNT(every)) || said;
    *rest = at;
    return said || reader->asked;
}

/* once a year, at least twice a month. */
static bool take_times_in_words(cs_text *rest, double *hours)
{
    static const struct {
        cs_text word;
        double times;
    } times[] = {{{"once a ", 7}, 1}, {{"once per ", 9}, 1}, {{"Once a ", 7}, 1}, {{"twice a ", 8}, 2},
                 {{"Twice a ", 8}, 2}, {{"three times a ", 14}, 3}, {{"four times a ", 13}, 4}};
    cs_text at = *rest;
    for (size_t i = 0; i < COUNT(times); i++) {
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

static void find_intervals(struct reader *reader)
{
    double hours;
    for (cs_text at = reader->sentence; at.size; step(&at)) {
        cs_text rest = at;
        bool is_loose = take_loose(&rest, &hours);
        enum cs_bound bound = CS_EXACT;
        if (!is_loose && !take_times(&rest, &hours, &bound) && !take_every(reader, &rest, &hours) &&
            !take_times_in_words(&rest, &hours))
            continue;
        if (bound_before(reader->sentence, at) == CS_AT_LEAST)
            bound = CS_AT_MOST;
        *add(reader, at, rest) = (struct cs_reading){{at.bytes, (size_t)(rest.bytes - at.bytes)}, bound, is_loose, hours, 0};
        at = rest;
        if (at.size == 0)
            return;
    }
}

/* --- numbers and percentages -------------------------------------------------------------------------------------- */

static bool take_counted(enum cs_measure measure, cs_text *rest)
{
    for (size_t i = 0; i < COUNT(near); i++)
        if (near[i].measure == measure && cs_take(rest, near[i].text))
            return true;
    return false;
}

/* A number with what it counts: 7世代, 8文字以上, 99.9%. */
static void find_numbers(struct reader *reader, bool percent)
{
    double amount;
    for (cs_text at = reader->sentence; at.size; step(&at)) {
        cs_text rest = at;
        if (!cs_take_number(&rest, &amount))
            continue;
        cs_take_blanks(&rest);
        const struct cs_unit_word *unit = percent ? cs_unit_at(rest) : NULL;
        if (percent ? !unit || unit->dimension != CS_PERCENT : !take_counted(reader->measure, &rest))
            continue;
        rest = unit ? cs_text_skip(rest, unit->spelling.size) : rest;
        enum cs_bound bound = take_bound(&rest, bound_before(reader->sentence, at));
        struct cs_reading *reading = add(reader, at, rest);
        reading->amount = amount;
        reading->bound = bound;
        at = rest;
        if (at.size == 0)
            return;
    }
}

/* --- words ------------------------------------------------------------------------------------------------------- */

/* A Latin word is not found within another: US in USB. */
static bool stands_alone(cs_text sentence, cs_text at, cs_text word)
{
    size_t end = (size_t)(at.bytes - sentence.bytes) + word.size;
    bool before = at.bytes > sentence.bytes && is_letter(at.bytes[-1]);
    bool after = end < sentence.size && is_letter(sentence.bytes[end]);
    return !is_letter(word.bytes[0]) || (!before && !after);
}

/* The longest word of a measure that stands here; COUNT(named) if none. */
static size_t word_at(enum cs_measure measure, cs_text sentence, cs_text at)
{
    size_t best = COUNT(named);
    for (size_t i = 0; i < COUNT(named); i++)
        if (named[i].measure == measure && named[i].text.bytes[0] == at.bytes[0] && cs_text_starts(at, named[i].text) &&
            (best == COUNT(named) || named[i].text.size > named[best].text.size) &&
            stands_alone(sentence, at, named[i].text))
            best = i;
    return best;
}

/* What a sentence names where it says that this is not so: no protection; nothing abroad, so all at home. 0: nothing. */
static uint32_t named_by_denial(enum cs_measure measure, uint32_t name)
{
    if (measure == CS_MEASURE_VIRUS_PROTECTION)
        return 1u << THERE_IS_NOT;
    return measure == CS_MEASURE_COUNTRY && name == 1u << ABROAD ? 1u << HOME : 0;
}

static void find_words(struct reader *reader)
{
    bool denied = cs_sentence_negates(reader->sentence);
    for (cs_text at = reader->sentence; at.size;) {
        size_t found = word_at(reader->measure, reader->sentence, at);
        if (found == COUNT(named)) {
            cs_text_next(&at);
            continue;
        }
        uint32_t name = 1u << named[found].name;
        cs_text rest = cs_text_skip(at, named[found].text.size);
        if (denied)
            name = named_by_denial(reader->measure, name);
        if (named[found].name != IGNORED && name)
            add(reader, at, rest)->named = name;
        at = rest;
    }
}

uint32_t cs_reading_named(cs_text text, enum cs_measure measure)
{
    uint32_t set = 0;
    for (cs_text at = text; at.size;) {
        size_t found = word_at(measure, text, at);
        if (found == COUNT(named)) {
            cs_text_next(&at);
            continue;
        }
        set |= named[found].name == IGNORED ? 0 : 1u << named[found].name;
        at = cs_text_skip(at, named[found].text.size);
    }
    return set;
}

/* --- times of the day --------------------------------------------------------------------------------------------- */

/* 9:30, 9時, 17時30分; minutes from midnight. */
static bool take_clock(cs_text *rest, uint32_t *minutes)
{
    double hour, minute = 0;
    cs_text at = *rest;
    if (!cs_take_number(&at, &hour) || hour > 24)
        return false;
    if (cs_take(&at, CS_TEXT(":")) || cs_take(&at, CS_TEXT("："))) {
        if (!cs_take_number(&at, &minute))
            return false;
    } else if (cs_take(&at, CS_TEXT("時")) && !cs_text_starts(at, CS_TEXT("間"))) {
        cs_text after = at;
        if (cs_take_number(&after, &minute) && cs_take(&after, CS_TEXT("分")))
            at = after;
        else
            minute = 0;
    } else
        return false;
    *minutes = (uint32_t)(hour * 60 + minute);
    *rest = at;
    return minute < 60;
}

/* 9:30～17:00, 10時から18時まで, 24時間. A span of time is named by its two ends. */
static void find_hours(struct reader *reader)
{
    static const cs_text to[] = {{"～", 3}, {"〜", 3}, {"-", 1}, {"–", 3}, {"－", 3}, {"から", 6}, {"より", 6}, {" to ", 4}};
    uint32_t from, until;
    for (cs_text at = reader->sentence; at.size; step(&at)) {
        cs_text rest = at;
        bool all_day = cs_take(&rest, CS_TEXT("24時間")) || cs_take(&rest, CS_TEXT("24 hours"));
        if (!all_day) {
            if (!take_clock(&rest, &from))
                continue;
            cs_take_blanks(&rest);
            if (!take_one(&rest, to, COUNT(to)))
                continue;
            cs_take_blanks(&rest);
            if (!take_clock(&rest, &until))
                continue;
        }
        add(reader, at, rest)->named = all_day ? 1 : from << 16 | until;
        at = rest;
        if (at.size == 0)
            return;
    }
}

/* --- all of it --------------------------------------------------------------------------------------------------- */

static bool is_near(const struct reader *reader)
{
    bool is_wanted = false;
    for (size_t i = 0; i < COUNT(near); i++) {
        if (near[i].measure != reader->measure)
            continue;
        is_wanted = true;
        if (cs_text_find(reader->sentence, near[i].text) >= 0)
            return true;
    }
    return !is_wanted;
}

bool cs_measure_is_read(enum cs_measure measure)
{
    return forms[measure] != NO_FORM;
}

static void find_in_sentence(struct reader *reader)
{
    switch (forms[reader->measure]) {
    case NO_FORM:
        break;
    case PERIOD:
        find_periods(reader);
        break;
    case INTERVAL:
        find_intervals(reader);
        break;
    case NUMBER:
    case PERCENT:
        find_numbers(reader, forms[reader->measure] == PERCENT);
        break;
    case WORDS:
        find_words(reader);
        break;
    case CLOCK:
        find_hours(reader);
        break;
    }
}

void cs_reading_find(cs_text text, enum cs_measure measure, bool asked, struct cs_readings *readings)
{
    struct reader reader = {.measure = measure, .asked = asked, .readings = readings};
    cs_text rest = text;
    for (bool first = true;; first = false) {
        reader.sentence = cs_sentence_take(&rest);
        if (reader.sentence.size == 0)
            return;
        uint32_t before = readings->count;
        bool said = asked || is_near(&reader);
        if (said || first)
            find_in_sentence(&reader);
        if (!said && readings->count > before && readings->at[before].words.bytes != reader.sentence.bytes)
            readings->count = before; /* nothing stands by it, nor does the answer begin with it */
    }
}

/* --- comparing ---------------------------------------------------------------------------------------------------- */

/* Amounts that people take for the same: 30 days and a month, 12 months and a year. */
static bool is_same_amount(double a, double b)
{
    double larger = a > b ? a : b, smaller = a > b ? b : a;
    return larger - smaller <= larger * 0.03;
}

/* What one reading allows the other to be. */
static bool allows(const struct cs_reading *bound, const struct cs_reading *other)
{
    switch (bound->bound) {
    case CS_EXACT:
        return false;
    case CS_ABOUT:
        return other->amount <= bound->amount * 1.2 && other->amount >= bound->amount * 0.8;
    case CS_AT_LEAST:
        return other->amount >= bound->amount && other->bound != CS_AT_MOST;
    case CS_AT_MOST:
        return other->amount <= bound->amount && other->bound != CS_AT_LEAST;
    }
    return false;
}

static enum cs_agreement compare_amounts(const struct cs_reading *a, const struct cs_reading *b, enum form form)
{
    bool same = form == PERIOD || form == INTERVAL ? is_same_amount(a->amount, b->amount)
                                                   : a->amount - b->amount < 1e-9 && b->amount - a->amount < 1e-9;
    if (same)
        return CS_AGREE;
    if (a->bound == b->bound && a->bound != CS_EXACT && a->bound != CS_ABOUT)
        return CS_MORE_EXACT; /* both promises may be kept */
    if (allows(a, b) || allows(b, a))
        return CS_AGREE;
    if ((a->loose && b->amount < a->amount) || (b->loose && a->amount < b->amount))
        return CS_MORE_EXACT;
    return CS_CONFLICT;
}

/* Abroad is any country but this. */
static bool is_abroad(uint32_t set)
{
    return (set & ~(1u << HOME)) != 0;
}

static enum cs_agreement compare_one(const struct cs_reading *a, const struct cs_reading *b, enum cs_measure measure)
{
    if (forms[measure] != WORDS && forms[measure] != CLOCK)
        return compare_amounts(a, b, forms[measure]);
    if (a->named == b->named)
        return CS_AGREE;
    bool vague = measure == CS_MEASURE_COUNTRY && ((a->named | b->named) & 1u << ABROAD) != 0;
    return vague && is_abroad(a->named) && is_abroad(b->named) ? CS_AGREE : CS_CONFLICT;
}

enum cs_agreement cs_readings_compare(const struct cs_readings *left, const struct cs_readings *right,
                                      enum cs_measure measure, const struct cs_reading **a, const struct cs_reading **b)
{
    enum cs_agreement best = CS_CONFLICT;
    *a = left->at;
    *b = right->at;
    for (uint32_t i = 0; i < left->count; i++)
        for (uint32_t k = 0; k < right->count; k++) {
            enum cs_agreement agreement = compare_one(&left->at[i], &right->at[k], measure);
            if (agreement >= best)
                continue;
            best = agreement;
            *a = &left->at[i];
            *b = &right->at[k];
        }
    return best;
}
