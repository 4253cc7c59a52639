/* Numbers and units: small readers over one table of units. */
#include "model/quantity.h"
#include "base/ascii.h"

static const struct cs_unit_word units[] = {
#define CS_UNIT(spelling, unit, dimension, factor) {CS_LITERAL(spelling), CS_LITERAL(unit), CS_##dimension, factor},
#include "model/units.def"
#undef CS_UNIT
};

enum { UNIT_COUNT = sizeof units / sizeof *units };

void cs_take_blanks(cs_text *rest)
{
    while (cs_take(rest, CS_TEXT(" ")) || cs_take(rest, CS_TEXT("\xe3\x80\x80")))
        ;
}

int cs_take_digit(cs_text *rest)
{
    enum { WIDE_LEAD = 0xef }; /* lead byte of U+FF10 and few other characters */
    unsigned lead = rest->size ? (unsigned char)rest->bytes[0] : 0;
    if (lead >= '0' && lead <= '9') {
        *rest = cs_text_skip(*rest, 1);
        return (int)(lead - '0');
    }
    cs_text after = *rest;
    uint32_t point = lead == WIDE_LEAD ? cs_text_next(&after) : 0;
    if (point < 0xff10 || point > 0xff19)
        return -1;
    *rest = after;
    return (int)(point - 0xff10);
}

/* 一 to 九; 0 if there is none. */
static int take_kanji_digit(cs_text *rest)
{
    static const uint32_t digits[] = {U'一', U'二', U'三', U'四', U'五', U'六', U'七', U'八', U'九'};
    cs_text after = *rest;
    uint32_t point = rest->size ? cs_text_next(&after) : 0;
    for (size_t i = 0; i < sizeof digits / sizeof *digits; i++)
        if (point == digits[i]) {
            *rest = after;
            return (int)i + 1;
        }
    return 0;
}

/* 一か月前, 十二か月, 百名以上, 二千三百社: numbers below ten thousand. */
static bool take_kanji_number(cs_text *rest, double *amount)
{
    static const struct {
        cs_text text;
        int worth;
    } places[] = {{CS_LITERAL("千"), 1000}, {CS_LITERAL("百"), 100}, {CS_LITERAL("十"), 10}};
    enum { PLACES = sizeof places / sizeof *places };
    cs_text at = *rest;
    int number = 0, digit = take_kanji_digit(&at);
    for (int i = 0; i < PLACES; i++) {
        cs_text place = at;
        if (!cs_take(&place, places[i].text))
            continue;
        if (digit == 0 && cs_text_starts(place, CS_TEXT("分"))) /* 十分 is "enough", 百分 and 千分 are shares */
            return false;
        number += (digit ? digit : 1) * places[i].worth;
        at = place;
        digit = take_kanji_digit(&at);
    }
    number += digit;
    if (number == 0)
        return false;
    *amount = number;
    *rest = at;
    return true;
}

/* 1,234.5 */
static bool take_plain_number(cs_text *rest, double *amount)
{
    int digit = cs_take_digit(rest);
    if (digit < 0)
        return take_kanji_number(rest, amount);
    for (*amount = 0; digit >= 0; digit = cs_take_digit(rest)) {
        *amount = *amount * 10 + digit;
        cs_text behind = *rest, digits;
        bool grouped = cs_take(&behind, CS_TEXT(",")) || cs_take(&behind, CS_TEXT("，"));
        digits = behind;
        if (grouped && cs_take_digit(&behind) >= 0)
            *rest = digits;
    }
    cs_text fraction = *rest;
    if (!cs_take(&fraction, CS_TEXT(".")) && !cs_take(&fraction, CS_TEXT("．")))
        return true;
    double place = 0.1;
    for (digit = cs_take_digit(&fraction); digit >= 0; digit = cs_take_digit(&fraction), place /= 10) {
        *amount += digit * place;
        *rest = fraction;
    }
    return true;
}

/* 12億39百万: numbers with multipliers are added. */
bool cs_take_number(cs_text *rest, double *amount)
{
    static const struct {
        cs_text word;
        double factor;
    } multipliers[] = {{CS_LITERAL("兆"), 1e12},     {CS_LITERAL("千億"), 1e11}, {CS_LITERAL("百億"), 1e10},
                       {CS_LITERAL("億"), 1e8},      {CS_LITERAL("千万"), 1e7},  {CS_LITERAL("百万"), 1e6},
                       {CS_LITERAL("万"), 1e4},      {CS_LITERAL("千"), 1e3},    {CS_LITERAL(" billion"), 1e9},
                       {CS_LITERAL(" million"), 1e6}};
    double part;
    cs_text at = *rest;
    if (!take_plain_number(&at, &part))
        return false;
    for (*amount = 0;;) {
        bool multiplied = false;
        for (size_t i = 0; i < sizeof multipliers / sizeof *multipliers && !multiplied; i++)
            if (cs_take(&at, multipliers[i].word)) {
                part *= multipliers[i].factor;
                multiplied = true;
            }
        *amount += part;
        *rest = at;
        if (!multiplied || !take_plain_number(&at, &part))
            return true;
    }
}

bool cs_take_number_word(cs_text *rest, double *amount)
{
    static const struct {
        cs_text word;
        double number;
    } numbers[] = {
#define CS_NUMBER_WORD(word, number) {CS_LITERAL(word), number},
#include "model/amount.def"
    };
    if (!rest->size || !cs_is_ascii_letter(rest->bytes[0]))
        return false;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        cs_text word = numbers[i].word, behind = cs_text_skip(*rest, word.size);
        bool stands =
            (rest->bytes[0] | 0x20) == word.bytes[0] && cs_text_starts(cs_text_skip(*rest, 1), cs_text_skip(word, 1));
        if (!stands || (behind.size && cs_is_ascii_letter(behind.bytes[0])))
            continue;
        *amount = numbers[i].number;
        *rest = behind;
        return true;
    }
    return false;
}

const struct cs_unit_word *cs_unit_at(cs_text text)
{
    const struct cs_unit_word *best = NULL;
    for (int i = 0; i < UNIT_COUNT; i++)
        if (cs_text_starts(text, units[i].spelling) && (!best || units[i].spelling.size > best->spelling.size))
            best = &units[i];
    return best;
}

const struct cs_unit_word *cs_unit_called(cs_text spelling)
{
    for (int i = 0; i < UNIT_COUNT; i++)
        if (cs_text_equal(units[i].spelling, spelling))
            return &units[i];
    return NULL;
}
