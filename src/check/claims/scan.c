/* Shared by the readers of all forms: bounds, and stepping through a sentence. */
#include "check/claims/scan.h"
#include "base/ascii.h"

struct cs_reading *cs_scan_add(struct cs_scan *scan, cs_text from, cs_text rest)
{
    struct cs_readings *readings = scan->readings;
    struct cs_reading *reading =
        &readings->at[readings->count < CS_MOST_READINGS ? readings->count++ : CS_MOST_READINGS - 1];
    *reading = (struct cs_reading){.words = {from.bytes, (size_t)(rest.bytes - from.bytes)}};
    return reading;
}

bool cs_take_one(cs_text *rest, const cs_text *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cs_take(rest, words[i]))
            return true;
    return false;
}

enum cs_bound cs_take_bound(cs_text *rest, enum cs_bound before)
{
    static const cs_text at_least[] = {CS_LITERAL("以上"), CS_LITERAL("超"), CS_LITERAL(" or more"),
                                       CS_LITERAL(" or longer")},
                         at_most[] = {CS_LITERAL("以内"), CS_LITERAL("以下"), CS_LITERAL("未満"),
                                      CS_LITERAL(" or less")};
    if (cs_take_one(rest, at_least, CS_COUNT(at_least)))
        return CS_AT_LEAST;
    if (cs_take_one(rest, at_most, CS_COUNT(at_most)))
        return CS_AT_MOST;
    return before;
}

bool cs_is_behind(cs_text sentence, cs_text at, const cs_text *words, size_t count)
{
    cs_text before = cs_text_trim((cs_text){sentence.bytes, (size_t)(at.bytes - sentence.bytes)});
    for (size_t i = 0; i < count; i++)
        if (cs_text_ends(before, words[i]))
            return true;
    return false;
}

enum cs_bound cs_bound_before(cs_text sentence, cs_text at)
{
    static const cs_text at_least[] = {
        CS_LITERAL("少なくとも"), CS_LITERAL("最低"),         CS_LITERAL("最低でも"),
        CS_LITERAL("最短"),       CS_LITERAL("at least"),     CS_LITERAL("At least"),
        CS_LITERAL("遅くとも"),   CS_LITERAL("no less than"), CS_LITERAL("a minimum of")};
    static const cs_text at_most[] = {CS_LITERAL("最長"),    CS_LITERAL("最大"),  CS_LITERAL("within"),
                                      CS_LITERAL("at most"), CS_LITERAL("up to"), CS_LITERAL("Within"),
                                      CS_LITERAL("Up to")};
    static const cs_text about[] = {CS_LITERAL("約"), CS_LITERAL("およそ"), CS_LITERAL("おおむね"), CS_LITERAL("about"),
                                    CS_LITERAL("About")};
    if (cs_is_behind(sentence, at, at_least, CS_COUNT(at_least)))
        return CS_AT_LEAST;
    if (cs_is_behind(sentence, at, at_most, CS_COUNT(at_most)))
        return CS_AT_MOST;
    return cs_is_behind(sentence, at, about, CS_COUNT(about)) ? CS_ABOUT : CS_EXACT;
}

/* Moves to the next code point, but not into a number: 0年 in 10年 is no period. */
static void step(cs_text *at)
{
    bool digit = cs_take_digit(at) >= 0;
    while (digit && (cs_take_digit(at) >= 0 || cs_take(at, CS_TEXT(".")) || cs_take(at, CS_TEXT(","))))
        ;
    if (!digit)
        cs_text_next(at);
}

void cs_scan_each(struct cs_scan *scan, cs_scan_taker *take)
{
    enum { LONGEST_VALUE = 96 };     /* in bytes: endless numbers are not read again and again */
    const unsigned char kana = 0xe3; /* the lead byte of kana and 、: no value begins with it */
    for (cs_text at = scan->sentence; at.size;) {
        if ((unsigned char)at.bytes[0] == kana) {
            at = cs_text_skip(at, 3);
            continue;
        }
        cs_text rest = {at.bytes, at.size < LONGEST_VALUE ? at.size : LONGEST_VALUE};
        if (take(scan, &rest))
            at = cs_text_skip(at, (size_t)(rest.bytes - at.bytes));
        else
            step(&at);
    }
}

bool cs_is_letter(char byte)
{
    return cs_is_ascii_letter(byte);
}
