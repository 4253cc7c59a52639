/* Numbers and units: small readers over one table. */
#include "model/quantity.h"

/* Units by the spelling found in sheets. A working day is a fifth of a week. */
/* clang-format off */
static const struct cs_unit_word units[] = {
#define UNIT(spelling, name, dimension, factor) {CS_LITERAL(spelling), CS_LITERAL(name), dimension, factor}
    UNIT("秒", "秒", CS_TIME, 1 / 3600.0), UNIT("分", "分", CS_TIME, 1 / 60.0),
    UNIT("時間", "時間", CS_TIME, 1), UNIT("日間", "日", CS_TIME, 24),
    UNIT("日", "日", CS_TIME, 24), UNIT("営業日", "営業日", CS_TIME, 33.6),
    UNIT("週間", "週", CS_TIME, 168), UNIT("週", "週", CS_TIME, 168),
    UNIT("か月間", "月", CS_TIME, 730.5), UNIT("か月", "月", CS_TIME, 730.5),
    UNIT("ヶ月", "月", CS_TIME, 730.5), UNIT("ケ月", "月", CS_TIME, 730.5),
    UNIT("カ月", "月", CS_TIME, 730.5), UNIT("ヵ月", "月", CS_TIME, 730.5),
    UNIT("箇月", "月", CS_TIME, 730.5), UNIT("ヶ月間", "月", CS_TIME, 730.5),
    UNIT("月", "月", CS_TIME, 730.5), UNIT("年間", "年", CS_TIME, 8766),
    UNIT("カ月間", "月", CS_TIME, 730.5), UNIT("ヵ月間", "月", CS_TIME, 730.5),
    UNIT("箇月間", "月", CS_TIME, 730.5), UNIT("ケ月間", "月", CS_TIME, 730.5),
    UNIT("年", "年", CS_TIME, 8766), UNIT("seconds", "秒", CS_TIME, 1 / 3600.0),
    UNIT("minutes", "分", CS_TIME, 1 / 60.0), UNIT("minute", "分", CS_TIME, 1 / 60.0),
    UNIT("hours", "時間", CS_TIME, 1), UNIT("hour", "時間", CS_TIME, 1),
    UNIT("days", "日", CS_TIME, 24), UNIT("day", "日", CS_TIME, 24),
    UNIT("weeks", "週", CS_TIME, 168), UNIT("week", "週", CS_TIME, 168),
    UNIT("months", "月", CS_TIME, 730.5), UNIT("month", "月", CS_TIME, 730.5),
    UNIT("years", "年", CS_TIME, 8766), UNIT("year", "年", CS_TIME, 8766),
    UNIT("business days", "営業日", CS_TIME, 33.6), UNIT("working days", "営業日", CS_TIME, 33.6),
    UNIT("営業日間", "営業日", CS_TIME, 33.6), UNIT("business day", "営業日", CS_TIME, 33.6),
    UNIT("working day", "営業日", CS_TIME, 33.6), UNIT("分間", "分", CS_TIME, 1 / 60.0),
    UNIT("秒間", "秒", CS_TIME, 1 / 3600.0), UNIT("か年", "年", CS_TIME, 8766),
    UNIT("ヵ年", "年", CS_TIME, 8766), UNIT("ヶ年", "年", CS_TIME, 8766),
    UNIT("カ年", "年", CS_TIME, 8766), UNIT("second", "秒", CS_TIME, 1 / 3600.0),
    UNIT("円", "円", CS_YEN, 1), UNIT("千円", "円", CS_YEN, 1e3),
    UNIT("万円", "円", CS_YEN, 1e4), UNIT("百万円", "円", CS_YEN, 1e6),
    UNIT("億円", "円", CS_YEN, 1e8), UNIT("兆円", "円", CS_YEN, 1e12), UNIT("yen", "円", CS_YEN, 1),
    UNIT("%", "%", CS_PERCENT, 0), UNIT("％", "%", CS_PERCENT, 0),
    UNIT("パーセント", "%", CS_PERCENT, 0), UNIT("倍", "倍", CS_TIMES, 0),
    UNIT("x", "倍", CS_TIMES, 0),
#undef UNIT
};
/* clang-format on */

enum { UNIT_COUNT = sizeof units / sizeof *units };

void cs_take_blanks(cs_text *rest)
{
    while (cs_take(rest, CS_TEXT(" ")) || cs_take(rest, CS_TEXT("\xe3\x80\x80")))
        ;
}

int cs_take_digit(cs_text *rest)
{
    enum { WIDE_LEAD = 0xef }; /* of U+FF10, and little else */
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

/* 一か月前, 十二か月, 二十四時間: below a hundred. */
static bool take_kanji_number(cs_text *rest, double *amount)
{
    if (cs_text_starts(*rest, CS_TEXT("十分"))) /* "enough", not ten minutes */
        return false;
    cs_text at = *rest;
    int first = take_kanji_digit(&at), number = first;
    if (cs_take(&at, CS_TEXT("十")))
        number = (first ? first : 1) * 10 + take_kanji_digit(&at);
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

/* 12億39百万: a number with its multipliers is added up. */
bool cs_take_number(cs_text *rest, double *amount)
{
    static const struct {
        cs_text word;
        double factor;
    } multipliers[] = {{CS_LITERAL("兆"), 1e12}, {CS_LITERAL("千億"), 1e11}, {CS_LITERAL("百億"), 1e10},
                       {CS_LITERAL("億"), 1e8},  {CS_LITERAL("千万"), 1e7},  {CS_LITERAL("百万"), 1e6},
                       {CS_LITERAL("万"), 1e4},  {CS_LITERAL("千"), 1e3}};
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
