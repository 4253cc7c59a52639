/* Finding an amount in one pass: it is read at each place where one may begin, and the first one of the right
 * dimension counts. 直近3ヶ月において99.9%以上, read as a percentage, is 99.9%. */
#include "model/amount.h"
#include "base/ascii.h"
#include "model/quantity.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { FIRST_YEAR = 1800, LAST_YEAR = 2200 }; /* of dates */
enum { LONGEST_LEAD = 120 };                  /* bytes before an amount; further on it is no longer the answer */

struct number {
    double amount;
    cs_text unit; /* as in the table, or as the item names it; empty if none */
    enum cs_dimension dimension;
    bool is_about; /* somewhat more: 30数名 */
};

static const struct {
    cs_text word;
    enum cs_bound bound;
} before[] =
    {
#define CS_BEFORE(word, bound) {CS_LITERAL(word), CS_##bound},
#include "model/amount.def"
},
  behind[] = {
#define CS_BEHIND(word, bound) {CS_LITERAL(word), CS_##bound},
#include "model/amount.def"
};

static const struct {
    cs_text word;
    double amount;
    cs_text unit;
} often[] = {
#define CS_OFTEN(word, amount, unit) {CS_LITERAL(word), amount, CS_LITERAL(unit)},
#include "model/amount.def"
};

static const struct {
    cs_text unit, word;
} counted[] = {
#define CS_COUNTED(unit, word) {CS_LITERAL(unit), CS_LITERAL(word)},
#include "model/amount.def"
};

static const struct {
    cs_text word, unit;
} shorts[] = {
#define CS_SHORT(word, unit) {CS_LITERAL(word), CS_LITERAL(unit)},
#include "model/amount.def"
};

static const cs_text frees[] = {
#define CS_FREE(word) CS_LITERAL(word),
#include "model/amount.def"
};

static const cs_text hours[] = {
#define CS_ALL_DAY(word) CS_LITERAL(word),
#include "model/amount.def"
};

static const cs_text in_words[] = {
#define CS_IN_WORDS(word) CS_LITERAL(word),
#include "model/amount.def"
};

bool cs_is_in_words(cs_text text)
{
    return cs_text_holds_one(text, in_words, COUNT(in_words));
}

bool cs_names_hours(cs_text text)
{
    return cs_text_holds_one(text, hours, COUNT(hours));
}

static bool is_latin(char byte)
{
    return cs_is_ascii_letter(byte);
}

/* --- units -------------------------------------------------------------------------------------------------------- */

static bool takes_word_end(cs_text rest, cs_text word)
{
    return !is_latin(word.bytes[word.size - 1]) || rest.size == 0 || !is_latin(rest.bytes[0]);
}

/* Takes one of the item's own units, or a synonym of it. */
static bool take_own_unit(cs_text *rest, const struct cs_value_wanted *wanted, size_t longer_than,
                          struct number *number)
{
    cs_text best = {0}, unit = {0};
    for (uint32_t i = 0; i < wanted->unit_count; i++) {
        if (cs_text_starts(*rest, wanted->units[i]) && wanted->units[i].size > best.size)
            best = unit = wanted->units[i];
        for (size_t k = 0; k < COUNT(counted); k++)
            if (cs_text_equal(counted[k].unit, wanted->units[i]) && counted[k].word.size > best.size &&
                cs_text_starts(*rest, counted[k].word)) {
                best = counted[k].word;
                unit = wanted->units[i];
            }
    }
    if (best.size == 0 || best.size < longer_than || !takes_word_end(cs_text_skip(*rest, best.size), best))
        return false;
    const struct cs_unit_word *known = cs_unit_called(unit);
    number->unit = unit;
    number->dimension = known ? known->dimension : number->dimension;
    return cs_take(rest, best);
}

/* The unit at the front of a text, by the table or by an abbreviation: hrs. */
static const struct cs_unit_word *unit_at(cs_text text, cs_text *spelling)
{
    const struct cs_unit_word *unit = cs_unit_at(text);
    *spelling = unit ? unit->spelling : (cs_text){0};
    for (size_t i = 0; i < COUNT(shorts); i++)
        if (shorts[i].word.size > spelling->size && cs_text_starts(text, shorts[i].word) &&
            takes_word_end(cs_text_skip(text, shorts[i].word.size), shorts[i].word)) {
            unit = cs_unit_called(shorts[i].unit);
            *spelling = shorts[i].word;
        }
    return unit;
}

/* Takes the unit at the front of a text: one of the item's own, or the longest known one. */
static bool take_unit(cs_text *rest, const struct cs_value_wanted *wanted, struct number *number)
{
    cs_text spelling;
    const struct cs_unit_word *unit = unit_at(*rest, &spelling);
    if (take_own_unit(rest, wanted, spelling.size, number))
        return true;
    if (!unit || !takes_word_end(cs_text_skip(*rest, spelling.size), spelling))
        return false;
    cs_take(rest, spelling);
    number->unit = unit->name;
    number->dimension = unit->dimension;
    if (unit->dimension == CS_YEN)
        number->amount *= unit->factor;
    return true;
}

static bool take_open(cs_text *rest)
{
    return cs_take(rest, CS_TEXT("(")) || cs_take(rest, CS_TEXT("（"));
}

static bool take_close(cs_text *rest)
{
    return cs_take(rest, CS_TEXT(")")) || cs_take(rest, CS_TEXT("）"));
}

/* Takes the unit after a number, possibly in brackets: 6 時間, 16,859,430(千円); 30数名, 200余名. */
static bool take_unit_behind(cs_text *rest, const struct cs_value_wanted *wanted, struct number *number)
{
    struct number read = *number;
    cs_text at = *rest;
    read.is_about = cs_take(&at, CS_TEXT("数")) || cs_take(&at, CS_TEXT("余"));
    cs_take_blanks(&at);
    bool bracket = take_open(&at);
    if (!take_unit(&at, wanted, &read) || (bracket && !take_close(&at)))
        return false;
    *number = read;
    *rest = at;
    return true;
}

/* Takes the upper end of a range; its unit is that of both: 5～7日. */
static bool take_range(cs_text *rest, const struct cs_value_wanted *wanted, struct number *number)
{
    static const cs_text to[] = {CS_LITERAL("～"), CS_LITERAL("〜"), CS_LITERAL("から"),
                                 CS_LITERAL("-"),  CS_LITERAL("–"),  CS_LITERAL(" to "),
                                 CS_LITERAL("~"),  CS_LITERAL("、"), CS_LITERAL("・")};
    for (size_t i = 0; i < COUNT(to); i++) {
        cs_text at = *rest;
        struct number other = *number;
        double upper;
        if (!cs_take(&at, to[i]))
            continue;
        cs_take_blanks(&at);
        if (!cs_take_number(&at, &upper) || !take_unit_behind(&at, wanted, &other))
            continue;
        *number = other;
        *rest = at;
        return true;
    }
    return false;
}

/* --- amounts ------------------------------------------------------------------------------------------------------- */

/* Takes a frequency, the longest known one: 毎日, weekly. */
static bool take_often(cs_text *rest, struct number *number)
{
    size_t longest = 0;
    for (size_t i = 0; i < COUNT(often); i++) {
        if (often[i].word.size <= longest || (rest->bytes[0] | 0x20) != (often[i].word.bytes[0] | 0x20) ||
            !cs_text_starts(cs_text_skip(*rest, 1), cs_text_skip(often[i].word, 1)))
            continue;
        longest = often[i].word.size;
        *number = (struct number){.amount = often[i].amount, .unit = often[i].unit, .dimension = CS_TIME};
    }
    *rest = cs_text_skip(*rest, longest);
    return longest > 0;
}

/* Takes the number of times per period: 1日に2回, 年4回. */
static void take_times(cs_text *rest, struct number *number)
{
    cs_text at = *rest;
    double times;
    if (!cs_take(&at, CS_TEXT("に")))
        cs_take(&at, CS_TEXT("間に"));
    cs_take_blanks(&at);
    if (!cs_take_number(&at, &times) || !cs_take(&at, CS_TEXT("回")) || times < 1)
        return;
    number->amount /= times;
    *rest = at;
}

/* Takes a unit followed by its number: 年4回, 震度7. Times of day and dates are excluded. */
static bool take_unit_first(cs_text *rest, const struct cs_value_wanted *wanted, struct number *number)
{
    cs_text at = *rest;
    if (!take_unit(&at, wanted, number))
        return false;
    if (number->dimension == CS_TIME) {
        number->amount = 1;
        cs_text before_times = at;
        take_times(&at, number);
        if (at.size == before_times.size)
            return false;
    } else {
        cs_take_blanks(&at);
        if (!cs_take_number(&at, &number->amount))
            return false;
    }
    *rest = at;
    return true;
}

static bool take_nothing_to_pay(cs_text *rest, struct number *number)
{
    for (size_t i = 0; i < COUNT(frees); i++)
        if (cs_take(rest, frees[i])) {
            *number = (struct number){.unit = CS_LITERAL("円"), .dimension = CS_YEN};
            return true;
        }
    return false;
}

/* 1年半: adds half a unit. */
static void take_half(cs_text *rest, struct number *number)
{
    if (number->dimension == CS_TIME && cs_take(rest, CS_TEXT("半")))
        number->amount += 0.5;
}

static bool take_sign(cs_text *rest)
{
    static const cs_text signs[] = {CS_LITERAL("△"), CS_LITERAL("▲"), CS_LITERAL("-"), CS_LITERAL("−"),
                                    CS_LITERAL("－")};
    for (size_t i = 0; i < COUNT(signs); i++)
        if (cs_take(rest, signs[i]))
            return true;
    return false;
}

static bool take_currency(cs_text *rest)
{
    static const cs_text signs[] = {CS_LITERAL("¥"), CS_LITERAL("￥"), CS_LITERAL("JPY"), CS_LITERAL("\\")};
    for (size_t i = 0; i < COUNT(signs); i++)
        if (cs_take(rest, signs[i])) {
            cs_take_blanks(rest);
            return true;
        }
    return false;
}

/* Takes number and unit, in either order, or words that mean both. */
static bool take_amount(cs_text *rest, const struct cs_value_wanted *wanted, struct number *number)
{
    cs_text at = *rest;
    *number = (struct number){0};
    if (take_often(&at, number)) {
        take_times(&at, number);
        *rest = at;
        return true;
    }
    if (wanted->kind == CS_KIND_MONEY && take_nothing_to_pay(rest, number))
        return true;
    bool yen = take_currency(&at), negative = take_sign(&at);
    yen = yen || take_currency(&at);
    if (!cs_take_number(&at, &number->amount) && !cs_take_number_word(&at, &number->amount)) {
        at = *rest;
        if (!take_unit_first(&at, wanted, number))
            return false;
    } else if (!take_unit_behind(&at, wanted, number) && !take_range(&at, wanted, number) && yen) {
        number->unit = CS_TEXT("円");
        number->dimension = CS_YEN;
    }
    take_half(&at, number);
    if (number->dimension == CS_TIME)
        take_times(&at, number);
    number->amount = negative ? -number->amount : number->amount;
    *rest = at;
    return true;
}

/* --- which amount is the answer ------------------------------------------------------------------------------------ */

static enum cs_dimension dimension_of(enum cs_kind kind)
{
    static const enum cs_dimension dimensions[CS_KINDS] = {
        [CS_KIND_PERCENT] = CS_PERCENT, [CS_KIND_RATIO] = CS_TIMES,    [CS_KIND_MONEY] = CS_YEN,
        [CS_KIND_DURATION] = CS_TIME,   [CS_KIND_LEAD_TIME] = CS_TIME,
    };
    return dimensions[kind];
}

static bool unit_fits(const struct cs_value_wanted *wanted, const struct number *number)
{
    enum cs_dimension dimension = dimension_of(wanted->kind);
    if (number->unit.size == 0)
        return wanted->unit_count == 0 && dimension == CS_NO_UNIT; /* the question asks for a plain number */
    for (uint32_t i = 0; i < wanted->unit_count; i++)
        if (cs_text_equal(wanted->units[i], number->unit))
            return true;
    return dimension != CS_NO_UNIT && number->dimension == dimension;
}

/* The unit of a number without one, if the question leaves no choice. */
static cs_text unit_asked(const struct cs_value_wanted *wanted)
{
    static const cs_text usual[CS_KINDS] = {
        [CS_KIND_PERCENT] = CS_LITERAL("%"), [CS_KIND_RATIO] = CS_LITERAL("倍"), [CS_KIND_MONEY] = CS_LITERAL("円")};
    if (wanted->unit_count == 1)
        return wanted->units[0];
    return wanted->unit_count ? (cs_text){0} : usual[wanted->kind];
}

/* True for the number of a date or a period that a figure refers to: 2024年3月期, 直近3ヶ月, 過去1年間. */
static bool is_of_a_period(cs_text text, cs_text at, const struct number *number)
{
    static const cs_text leads[] = {CS_LITERAL("直近"),  CS_LITERAL("過去"), CS_LITERAL("last "),
                                    CS_LITERAL("past "), CS_LITERAL("前"),   CS_LITERAL("第")};
    if (number->dimension != CS_TIME)
        return false;
    if (number->amount >= FIRST_YEAR && number->amount <= LAST_YEAR)
        return true;
    cs_text lead = {text.bytes, (size_t)(at.bytes - text.bytes)};
    for (size_t i = 0; i < COUNT(leads); i++)
        if (cs_text_ends(lead, leads[i]))
            return true;
    return false;
}

/* Skips month and day after the year of a date: 2023年12月現在. */
static void pass_date(cs_text *rest)
{
    static const cs_text parts[] = {CS_LITERAL("月"), CS_LITERAL("日")};
    for (size_t i = 0; i < COUNT(parts); i++) {
        cs_text at = *rest;
        double ignored;
        if (cs_take_number(&at, &ignored) && cs_take(&at, parts[i]))
            *rest = at;
    }
}

static bool ends_lead(cs_text at)
{
    return cs_text_starts(at, CS_TEXT("。")) || at.bytes[0] == '\n';
}

/* True if an amount may begin here: not within a number, a name such as AES256, or a character. */
static bool may_begin(cs_text text, cs_text at)
{
    if ((at.bytes[0] & 0xc0) == 0x80)
        return false;
    char last = at.bytes > text.bytes ? at.bytes[-1] : ' ';
    bool in_number = cs_is_digit(last) || last == '.' || last == '-';
    bool is_some = cs_text_ends((cs_text){text.bytes, (size_t)(at.bytes - text.bytes)}, CS_TEXT("数")); /* 数十名 */
    return !in_number && !is_some && !is_latin(last);
}

static enum cs_bound bound_of(cs_text lead, cs_text *rest)
{
    enum cs_bound bound = CS_EXACT;
    for (size_t i = 0; i < COUNT(behind); i++)
        if (cs_take(rest, behind[i].word))
            return behind[i].bound;
    ptrdiff_t latest = -1;
    for (size_t i = 0; i < COUNT(before); i++) {
        ptrdiff_t found = cs_text_find(lead, before[i].word);
        if (found > latest) {
            latest = found;
            bound = before[i].bound;
        }
    }
    return bound;
}

static void keep(cs_text lead, const struct number *number, cs_text rest, struct cs_value *value, cs_text *end)
{
    value->bound = bound_of(lead, &rest);
    if (number->is_about && value->bound == CS_EXACT)
        value->bound = CS_ABOUT;
    value->has_number = true;
    value->number = number->amount;
    value->unit = number->unit;
    *end = rest;
}

/* True if a number may end here without a unit: before the end, a bracket, a note, a date, or a bound. A word after a
 * blank might be an unknown unit: 45 ドル. */
static bool is_bare(cs_text rest)
{
    static const cs_text ends[] = {CS_LITERAL("("),  CS_LITERAL("（"), CS_LITERAL("["),
                                   CS_LITERAL("［"), CS_LITERAL("、"), CS_LITERAL("。"),
                                   CS_LITERAL("※"),  CS_LITERAL(","),  CS_LITERAL("\n")};
    cs_take_blanks(&rest);
    cs_text digits = rest;
    if (cs_take_digit(&digits) >= 0)
        return true;
    for (size_t i = 0; i < COUNT(ends); i++)
        if (cs_text_starts(rest, ends[i]))
            return true;
    for (size_t i = 0; i < COUNT(behind); i++)
        if (cs_text_starts(rest, behind[i].word))
            return true;
    return rest.size == 0;
}

/* Takes the amount at the front of a text, without its bound. */
static bool take_first(cs_text text, const struct cs_value_wanted *wanted, struct number *number, cs_text *lead,
                       cs_text *rest)
{
    cs_text at = cs_text_skip(text, text.size && is_latin(text.bytes[0])); /* About, about */
    size_t i = 0;
    while (i < COUNT(before) && !cs_take(&at, before[i].word))
        i++;
    at = i < COUNT(before) ? at : text;
    cs_take(&at, CS_TEXT("."));
    cs_take_blanks(&at);
    *lead = (cs_text){text.bytes, (size_t)(at.bytes - text.bytes)};
    *rest = at;
    return at.size && take_amount(rest, wanted, number);
}

bool cs_value_may_be_share(const struct cs_value *value)
{
    return value->number > 0 && value->number <= 1 && cs_text_equal(value->unit, CS_TEXT("%"));
}

bool cs_amount_find(cs_text text, const struct cs_value_wanted *wanted, bool whole, struct cs_value *value,
                    cs_text *end, enum cs_value_fault *fault)
{
    struct number number, first;
    cs_text lead, rest, first_rest, period = {0}; /* 直近90日分: the answer if there is no other amount */
    bool begins = take_first(text, wanted, &first, &lead, &first_rest);
    bool bare = begins && first.unit.size == 0 && is_bare(first_rest);
    cs_text asked = unit_asked(wanted);
    for (cs_text at = text; at.size && at.size + LONGEST_LEAD > text.size && !ends_lead(at) && !(bare && asked.size);) {
        rest = at;
        if (!may_begin(text, at) || !take_amount(&rest, wanted, &number)) {
            cs_text_next(&at);
            continue;
        }
        bool is_period = is_of_a_period(text, at, &number);
        if (!is_period && unit_fits(wanted, &number)) {
            keep((cs_text){text.bytes, (size_t)(at.bytes - text.bytes)}, &number, rest, value, end);
            return true;
        }
        if (is_period && number.amount < FIRST_YEAR && unit_fits(wanted, &number))
            period = period.size ? period : at;
        else if (is_period)
            pass_date(&rest);
        at = rest;
    }
    if (period.size && take_amount(&period, wanted, &number)) {
        keep((cs_text){0}, &number, period, value, end);
        return true;
    }
    *fault = bare ? CS_VALUE_NO_UNIT : begins ? CS_VALUE_OTHER_UNIT : CS_VALUE_OTHER_KIND;
    if (!begins)
        return false;
    keep(lead, &first, first_rest, value, end);
    if (bare)
        value->unit = asked;
    return bare && whole && asked.size > 0 && !cs_value_may_be_share(value);
}
