/* Reading telephone numbers. */
#include "check/claims/scan.h"
#include "base/ascii.h"

/* Takes the digits, and separators between them; returns how many. */
static unsigned take_digits(cs_text *rest, double *number)
{
    static const cs_text between[] = {CS_LITERAL("-"),  CS_LITERAL("－"), CS_LITERAL("‐"),
                                      CS_LITERAL("–"),  CS_LITERAL("("),  CS_LITERAL(")"),
                                      CS_LITERAL("（"), CS_LITERAL("）"), CS_LITERAL(" ")};
    unsigned count = 0;
    cs_text at = *rest;
    for (;;) {
        int digit = cs_take_digit(&at);
        if (digit >= 0) {
            *number = *number * 10 + digit;
            count++;
            *rest = at;
        } else if (!cs_take_one(&at, between, CS_COUNT(between)))
            return count;
    }
}

static bool is_within_number(cs_text sentence, cs_text at)
{
    static const cs_text joints[] = {CS_LITERAL("-"), CS_LITERAL("－"), CS_LITERAL("."), CS_LITERAL("+")};
    char before = at.bytes > sentence.bytes ? at.bytes[-1] : '\0';
    return cs_is_letter(before) || cs_is_digit(before) ||
           (before != ' ' && cs_is_behind(sentence, at, joints, CS_COUNT(joints)));
}

/* 03-1234-5678, +81 3 1234 5678: ten or eleven digits with a leading 0. Fax numbers are skipped. */
bool cs_take_phone(struct cs_scan *scan, cs_text *rest)
{
    static const cs_text fax[] = {CS_LITERAL("FAX"),        CS_LITERAL("Fax"),      CS_LITERAL("fax"),
                                  CS_LITERAL("ファックス"), CS_LITERAL("ファクス"), CS_LITERAL("FAX:"),
                                  CS_LITERAL("FAX：")};
    enum { FEWEST = 10, MOST = 11 };
    double number = 0;
    cs_text at = *rest, digits = *rest;
    bool abroad = cs_take(&digits, CS_TEXT("+81"));
    if (is_within_number(scan->sentence, at) ||
        (!abroad && !cs_take(&digits, CS_TEXT("0")) && !cs_take(&digits, CS_TEXT("０"))))
        return false;
    unsigned count = take_digits(&digits, &number) + 1;
    if (count < FEWEST || count > MOST)
        return false;
    *rest = digits;
    if (!cs_is_behind(scan->sentence, at, fax, CS_COUNT(fax)))
        cs_scan_add(scan, at, digits)->amount = number;
    return true;
}
