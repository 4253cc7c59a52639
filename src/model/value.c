/* The grammar of typed values, one function for each kind; amounts are in amount.c, the table of units in quantity.c.
 * The words are those seen in published sheets, in Japanese and English. */
#include "model/value.h"
#include "model/amount.h"
#include "model/quantity.h"
#include "base/ascii.h"

enum { CORPORATE_DIGITS = 13 };

/* True where a value may end. */
static bool at_value_end(cs_text rest)
{
    static const cs_text ends[] = {CS_LITERAL(" "),  CS_LITERAL("\n"), CS_LITERAL("\xe3\x80\x80"),
                                   CS_LITERAL("("),  CS_LITERAL("（"), CS_LITERAL("["),
                                   CS_LITERAL("［"), CS_LITERAL("【"), CS_LITERAL("、"),
                                   CS_LITERAL("。"), CS_LITERAL("※"),  CS_LITERAL(",")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cs_text_starts(rest, ends[i]))
            return true;
    return rest.size == 0;
}

/* Ends the value at the next blank or bracket, so that 6時間ごと or 2か月以上前 is taken as a whole. */
static void finish(cs_text text, cs_text after, struct cs_value *value, cs_text *rest)
{
    while (!at_value_end(after))
        cs_text_next(&after);
    value->written = (cs_text){text.bytes, text.size - after.size};
    while (cs_take(&after, CS_TEXT("、")) || cs_take(&after, CS_TEXT("。")) || cs_take(&after, CS_TEXT(",")))
        ;
    *rest = cs_text_trim(after);
}

/* `whole`: the text is a complete answer, so that a number without a unit has the question's. */
static enum cs_value_fault take_quantity(cs_text text, const struct cs_value_wanted *wanted, bool whole,
                                         struct cs_value *value, cs_text *rest)
{
    cs_text at;
    enum cs_value_fault fault;
    if (cs_amount_find(text, wanted, whole, value, &at, &fault)) {
        finish(text, at, value, rest);
        return CS_VALUE_GOOD;
    }
    if (cs_is_in_words(text)) {
        *value = (struct cs_value){.written = text};
        return CS_VALUE_IN_WORDS;
    }
    if (fault == CS_VALUE_OTHER_KIND)
        return fault;
    finish(text, at, value, rest);
    if (fault == CS_VALUE_OTHER_UNIT && value->unit.size == 0)
        value->unit = cs_text_skip(value->written, (size_t)(at.bytes - text.bytes)); /* an unknown word */
    return value->unit.size || fault != CS_VALUE_OTHER_UNIT ? fault : CS_VALUE_NO_UNIT;
}

static enum cs_value_fault read_quantity(cs_text text, const struct cs_value_wanted *wanted, struct cs_value *value,
                                         cs_text *rest)
{
    return take_quantity(text, wanted, true, value, rest);
}

/* Takes the digits of a year, month or day; a number too great for any of them stays so. */
static bool take_date_part(cs_text *rest, int *part)
{
    enum { BEYOND = 100000 };
    int digit = cs_take_digit(rest);
    if (digit < 0)
        return false;
    for (*part = 0; digit >= 0; digit = cs_take_digit(rest))
        *part = *part < BEYOND ? *part * 10 + digit : BEYOND;
    return true;
}

/* Skips (平成12) between a year and its 年. */
static void take_era(cs_text *rest)
{
    cs_text at = *rest;
    if (!cs_take(&at, CS_TEXT("(")) && !cs_take(&at, CS_TEXT("（")))
        return;
    while (at.size && !cs_text_starts(at, CS_TEXT(")")) && !cs_text_starts(at, CS_TEXT("）")))
        cs_text_next(&at);
    if ((cs_take(&at, CS_TEXT(")")) || cs_take(&at, CS_TEXT("）"))) && cs_text_starts(at, CS_TEXT("年")))
        *rest = at;
}

int cs_take_era(cs_text *rest)
{
    static const struct {
        cs_text name;
        int before;
    } eras[] = {{CS_LITERAL("令和"), 2018}, {CS_LITERAL("平成"), 1988}, {CS_LITERAL("昭和"), 1925},
                {CS_LITERAL("R"), 2018},    {CS_LITERAL("H"), 1988},    {CS_LITERAL("S"), 1925}};
    for (size_t i = 0; i < sizeof eras / sizeof *eras; i++) {
        cs_text at = *rest, digit;
        if (!cs_take(&at, eras[i].name))
            continue;
        digit = at;
        if (!cs_text_starts(at, CS_TEXT("元年")) && cs_take_digit(&digit) < 0)
            return 0;
        *rest = at;
        return eras[i].before;
    }
    return 0;
}

/* Takes the name of a month, or its first three letters: 1 to 12; 0 if there is none. */
static int take_month_name(cs_text *rest)
{
    for (int month = 1; month <= 12; month++) {
        cs_text name = cs_month_name(month), brief = {name.bytes, 3};
        if (cs_take(rest, name))
            return month;
        if (!cs_text_starts(*rest, brief) || (rest->size > 3 && cs_is_ascii_letter(rest->bytes[3])))
            continue;
        *rest = cs_text_skip(*rest, 3);
        cs_take(rest, CS_TEXT("."));
        return month;
    }
    return 0;
}

/* 9 June 2006, June 9, 2006, 9 Jun 2006, June 2006. */
static enum cs_value_fault read_english_date(cs_text text, struct cs_value *value, cs_text *rest)
{
    int day = 0, month, year = 0;
    cs_text at = text;
    bool day_first = take_date_part(&at, &day);
    cs_take_blanks(&at);
    month = take_month_name(&at);
    cs_take_blanks(&at);
    if (month == 0 || !take_date_part(&at, &year))
        return CS_VALUE_OTHER_KIND;
    if (!day_first && year <= 31) {
        day = year;
        cs_take(&at, CS_TEXT(","));
        cs_take_blanks(&at);
        if (!take_date_part(&at, &year))
            return CS_VALUE_OTHER_KIND;
    }
    struct cs_date date = {(int16_t)year, (int8_t)month, (int8_t)(day ? day : 1)};
    if (year < 1800 || year > 2200 || day > 31 || !cs_date_exists(date))
        return CS_VALUE_OTHER_KIND;
    value->date = date;
    finish(text, at, value, rest);
    return CS_VALUE_GOOD;
}

/* 2019/3/1, 2019-03-01, 2019.3.1, 2000年4月1日, 2000(平成12)年4月1日, 令和7年11月30日, R7.11.30, 2004年6月, 2004年. */
static enum cs_value_fault read_date(cs_text text, const struct cs_value_wanted *wanted, struct cs_value *value,
                                     cs_text *rest)
{
    (void)wanted;
    if (read_english_date(text, value, rest) == CS_VALUE_GOOD)
        return CS_VALUE_GOOD;
    enum { STYLES = 4, DOTS = 3 };
    static const cs_text behind[3][STYLES] = {{CS_LITERAL("年"), CS_LITERAL("/"), CS_LITERAL("-"), CS_LITERAL(".")},
                                              {CS_LITERAL("月"), CS_LITERAL("/"), CS_LITERAL("-"), CS_LITERAL(".")},
                                              {CS_LITERAL("日"), CS_LITERAL(""), CS_LITERAL(""), CS_LITERAL("")}};
    int parts[3] = {0, 1, 1}, count = 0, style = -1;
    cs_text at = text;
    int before = cs_take_era(&at);
    for (int part = 0; part < 3; part++) {
        cs_text number = at;
        if (part == 0 && before && cs_take(&number, CS_TEXT("元")))
            parts[0] = 1;
        else if (!take_date_part(&number, &parts[part]))
            break;
        at = number;
        count++;
        if (part == 0)
            take_era(&at);
        for (int i = 0; style < 0 && i < STYLES; i++)
            if (cs_text_starts(at, behind[0][i]))
                style = i;
        if (style < 0 || (behind[part][style].size && !cs_take(&at, behind[part][style])))
            break;
    }
    parts[0] += before;
    if (style < 0 || (style == DOTS && count < 3) || parts[0] < 1800 || parts[0] > 2200 || parts[1] > 12 ||
        parts[2] > 31)
        return CS_VALUE_OTHER_KIND;
    struct cs_date date = {(int16_t)parts[0], (int8_t)parts[1], (int8_t)parts[2]};
    if (!cs_date_exists(date))
        return CS_VALUE_OTHER_KIND;
    value->date = date;
    finish(text, at, value, rest);
    return CS_VALUE_GOOD;
}

int cs_corporate_check_digit(cs_text digits)
{
    int sum = 0;
    cs_take_digit(&digits);
    for (int i = 1; i < CORPORATE_DIGITS; i++)
        sum += cs_take_digit(&digits) * (i % 2 ? 2 : 1); /* the rightmost digit, at index 12, has weight 1 */
    return 9 - sum % 9;
}

static enum cs_value_fault read_corporate(cs_text text, const struct cs_value_wanted *wanted, struct cs_value *value,
                                          cs_text *rest)
{
    (void)wanted;
    cs_text at = text, after = text;
    int first = cs_take_digit(&after), count = 0;
    while (cs_take_digit(&at) >= 0)
        count++;
    finish(text, at, value, rest);
    if (count != CORPORATE_DIGITS)
        return CS_VALUE_OTHER_KIND;
    return first == cs_corporate_check_digit(text) ? CS_VALUE_GOOD : CS_VALUE_CHECK_DIGIT;
}

static enum cs_value_fault take_all(cs_text text, struct cs_value *value, cs_text *rest, bool good)
{
    value->written = text;
    *rest = (cs_text){0};
    return good && text.size ? CS_VALUE_GOOD : CS_VALUE_OTHER_KIND;
}

static enum cs_value_fault read_any(cs_text text, const struct cs_value_wanted *wanted, struct cs_value *value,
                                    cs_text *rest)
{
    (void)wanted;
    return take_all(text, value, rest, true);
}

static enum cs_value_fault read_url(cs_text text, const struct cs_value_wanted *wanted, struct cs_value *value,
                                    cs_text *rest)
{
    enum { LONGEST_TITLE = 60 }; /* bytes before the address: 会社概要：https://... */
    (void)wanted;
    ptrdiff_t at = cs_text_find(text, CS_TEXT("https://"));
    at = at < 0 ? cs_text_find(text, CS_TEXT("http://")) : at;
    at = at < 0 && cs_text_starts(text, CS_TEXT("www.")) ? 0 : at;
    if (at < 0 || at > LONGEST_TITLE)
        return take_all(text, value, rest, false);
    finish(text, cs_text_skip(text, (size_t)at), value, rest);
    return CS_VALUE_GOOD;
}

static uint32_t digits_in(cs_text text)
{
    uint32_t count = 0;
    while (text.size)
        if (cs_take_digit(&text) >= 0)
            count++;
        else
            cs_text_next(&text);
    return count;
}

/* Reads a telephone number, a mail address or a web address. */
static enum cs_value_fault read_contact(cs_text text, const struct cs_value_wanted *wanted, struct cs_value *value,
                                        cs_text *rest)
{
    (void)wanted;
    enum { DIGITS_OF_A_TELEPHONE = 9 };
    return take_all(text, value, rest,
                    cs_text_find(text, CS_TEXT("@")) > 0 || cs_text_find(text, CS_TEXT("://")) > 0 ||
                        digits_in(text) >= DIGITS_OF_A_TELEPHONE);
}

/* Reads a postal address; its postal code, if it has one, has seven digits. */
static enum cs_value_fault read_address(cs_text text, const struct cs_value_wanted *wanted, struct cs_value *value,
                                        cs_text *rest)
{
    (void)wanted;
    cs_text at = text;
    bool good = true;
    if (cs_take(&at, CS_TEXT("〒"))) {
        cs_take_blanks(&at);
        for (int i = 0; i < 7; i++) {
            if (i == 3)
                cs_take(&at, CS_TEXT("-"));
            good = cs_take_digit(&at) >= 0 && good;
        }
    }
    return take_all(text, value, rest, good);
}

/* 24時間365日, 平日 9:30～17:00, 9時から17時. */
static enum cs_value_fault read_hours(cs_text text, const struct cs_value_wanted *wanted, struct cs_value *value,
                                      cs_text *rest)
{
    (void)wanted;
    if (cs_names_hours(text))
        return take_all(text, value, rest, true);
    return take_all(text, value, rest,
                    digits_in(text) > 0 &&
                        (cs_text_find(text, CS_TEXT("時")) >= 0 || cs_text_find(text, CS_TEXT(":")) > 0 ||
                         cs_text_find(text, CS_TEXT("24")) >= 0));
}

typedef enum cs_value_fault value_reader(cs_text text, const struct cs_value_wanted *wanted, struct cs_value *value,
                                         cs_text *rest);

static value_reader *const grammars[CS_KINDS] = {
    [CS_KIND_LIST] = read_any,         [CS_KIND_TEXT] = read_any,          [CS_KIND_NUMBER] = read_quantity,
    [CS_KIND_PERCENT] = read_quantity, [CS_KIND_RATIO] = read_quantity,    [CS_KIND_MONEY] = read_quantity,
    [CS_KIND_COUNT] = read_quantity,   [CS_KIND_DURATION] = read_quantity, [CS_KIND_LEAD_TIME] = read_quantity,
    [CS_KIND_HOURS] = read_hours,      [CS_KIND_DATE] = read_date,         [CS_KIND_ADDRESS] = read_address,
    [CS_KIND_URL] = read_url,          [CS_KIND_CONTACT] = read_contact,   [CS_KIND_CORPORATE_NUMBER] = read_corporate,
};

static bool is_none(cs_text text, struct cs_value *value, cs_text *rest)
{
    static const cs_text nones[] = {CS_LITERAL("なし"), CS_LITERAL("無し"), CS_LITERAL("無"), CS_LITERAL("none"),
                                    CS_LITERAL("None")};
    for (size_t i = 0; i < sizeof nones / sizeof *nones; i++) {
        cs_text at = text;
        if (!cs_take(&at, nones[i]) || !at_value_end(at))
            continue;
        value->none = true;
        finish(text, at, value, rest);
        return true;
    }
    return false;
}

enum cs_value_fault cs_value_read(cs_text text, const struct cs_value_wanted *wanted, struct cs_value *value,
                                  cs_text *rest)
{
    *value = (struct cs_value){0};
    *rest = (cs_text){0};
    if (wanted->none_allowed && is_none(text, value, rest))
        return CS_VALUE_GOOD;
    value_reader *read = grammars[wanted->kind];
    enum cs_value_fault fault = read ? read(text, wanted, value, rest) : CS_VALUE_OTHER_KIND;
    if (fault != CS_VALUE_OTHER_KIND || !read || !cs_is_in_words(text))
        return fault;
    *value = (struct cs_value){.written = text};
    *rest = (cs_text){0};
    return CS_VALUE_IN_WORDS;
}

bool cs_value_stands_in(cs_text text, const struct cs_value_wanted *wanted)
{
    enum { LONGEST_VALUE = 64 }; /* in bytes; without a limit a text without blanks would take quadratic time */
    struct cs_value value;
    cs_text rest;
    if (grammars[wanted->kind] == read_quantity && cs_value_read(text, wanted, &value, &rest) == CS_VALUE_GOOD)
        return true;
    for (; text.size; cs_text_next(&text)) {
        cs_text near = {text.bytes, text.size < LONGEST_VALUE ? text.size : LONGEST_VALUE};
        enum cs_value_fault fault = grammars[wanted->kind] == read_quantity
                                        ? take_quantity(near, wanted, false, &value, &rest)
                                        : cs_value_read(near, wanted, &value, &rest);
        if (fault == CS_VALUE_GOOD)
            return true;
    }
    return false;
}

/* True for a text with two numbers: 9 June 2006, unlike June 2006. */
static bool has_two_numbers(cs_text text)
{
    uint32_t numbers = 0;
    for (size_t i = 0; i < text.size; i++)
        numbers += cs_is_digit(text.bytes[i]) && (i == 0 || !cs_is_digit(text.bytes[i - 1]));
    return numbers == 2;
}

bool cs_date_of_writing(cs_text text, struct cs_date *date)
{
    static const struct cs_value_wanted wanted = {.kind = CS_KIND_DATE};
    struct cs_value value;
    cs_text rest;
    uint32_t signs = 0;
    if (cs_date_of_text(text, date))
        return true;
    for (size_t i = 0; i < text.size; i++)
        signs += text.bytes[i] == '/' || text.bytes[i] == '-' || text.bytes[i] == '.';
    bool has_day = cs_text_ends(text, CS_TEXT("日")) || signs > 1 ||
                   (has_two_numbers(text) && read_english_date(text, &value, &rest) == CS_VALUE_GOOD);
    if (!has_day || cs_value_read(text, &wanted, &value, &rest) != CS_VALUE_GOOD || rest.size)
        return false;
    *date = value.date;
    return true;
}
