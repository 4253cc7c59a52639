/* Distinguishing formulas from numbers and single signs: see base/formula.h. */
#include "base/formula.h"
#include "base/ascii.h"

/* True for digits with at most one point: a number after its sign. */
static bool is_unsigned_number(cs_text text)
{
    unsigned points = 0;
    for (size_t i = 0; i < text.size; i++) {
        points += text.bytes[i] == '.';
        if (points > 1 || (!cs_is_digit(text.bytes[i]) && text.bytes[i] != '.'))
            return false;
    }
    return text.size > points;
}

/* True for a full-width = + - @ followed by text: some programs convert it to ASCII. */
static bool starts_wide_sign(cs_text text)
{
    static const cs_text signs[] = {CS_LITERAL("＝"), CS_LITERAL("＋"), CS_LITERAL("－"), CS_LITERAL("＠")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text.size > signs[i].size && cs_text_starts(text, signs[i]))
            return true;
    return false;
}

bool cs_csv_is_formula(cs_text text)
{
    while (text.size && text.bytes[0] == '\'')
        text = cs_text_skip(text, 1);
    if (text.size == 0)
        return false;
    switch (text.bytes[0]) {
    case '=':
    case '@':
    case '\t':
    case '\r':
    case '\n':
        return true;
    case '-':
        return text.size > 1 && !is_unsigned_number(cs_text_skip(text, 1));
    case '+':
        return !is_unsigned_number(cs_text_skip(text, 1));
    case '\xef':
        return starts_wide_sign(text);
    default:
        return false;
    }
}
