/* Reading hours of the day. */
#include "check/claims/scan.h"

/* Takes what follows the hour: ":30", "時", "時30分"; false if there is none. */
static bool take_minute(cs_text *rest, double *minute)
{
    *minute = 0;
    if (cs_take(rest, CS_TEXT(":")) || cs_take(rest, CS_TEXT("：")))
        return cs_take_number(rest, minute);
    if (!cs_take(rest, CS_TEXT("時")) || cs_text_starts(*rest, CS_TEXT("間")))
        return false;
    cs_text after = *rest;
    if (cs_take(rest, CS_TEXT("半")))
        *minute = 30;
    else if (cs_take_number(&after, minute) && cs_take(&after, CS_TEXT("分")))
        *rest = after;
    else
        *minute = 0;
    return true;
}

/* Takes am or p.m.; true if there is one, with the hours to add. */
static bool take_half(cs_text *rest, double *hours)
{
    static const cs_text before_noon[] = {CS_LITERAL("am"), CS_LITERAL("AM"), CS_LITERAL("a.m.")},
                         after_noon[] = {CS_LITERAL("pm"), CS_LITERAL("PM"), CS_LITERAL("p.m.")};
    cs_text at = *rest;
    cs_take_blanks(&at);
    *hours = 0;
    if (cs_take_one(&at, after_noon, CS_COUNT(after_noon)))
        *hours = 12;
    else if (!cs_take_one(&at, before_noon, CS_COUNT(before_noon)))
        return false;
    *rest = at;
    return true;
}

/* 9:30, 9時, 17時半, 午後5時, 5 pm; in minutes from midnight. */
static bool take_clock(cs_text *rest, uint32_t *minutes)
{
    double hour, minute, more;
    cs_text at = *rest;
    bool late = cs_take(&at, CS_TEXT("午後"));
    if (!late)
        cs_take(&at, CS_TEXT("午前"));
    if (!cs_take_number(&at, &hour) || hour > 24)
        return false;
    cs_text after = at;
    bool said = take_minute(&after, &minute);
    at = said ? after : at;
    if (take_half(&at, &more))
        late = late || more > 0;
    else if (!said)
        return false;
    if (minute >= 60)
        return false;
    hour += late && hour < 12 ? 12 : 0;
    *minutes = (uint32_t)(hour * 60 + minute);
    *rest = at;
    return true;
}

/* True for hours that are excluded from others: 12:00～13:00を除く. */
static bool is_pause(cs_text sentence, cs_text at, cs_text rest)
{
    static const cs_text behind[] = {CS_LITERAL("を除"), CS_LITERAL("は除"), CS_LITERAL("を休"), CS_LITERAL("は休"),
                                     CS_LITERAL("は昼休")};
    static const cs_text before[] = {CS_LITERAL("except"), CS_LITERAL("closed"), CS_LITERAL("休憩"),
                                     CS_LITERAL("昼休み")};
    return cs_take_one(&rest, behind, CS_COUNT(behind)) || cs_is_behind(sentence, at, before, CS_COUNT(before));
}

/* Splits the hours read last if a pause lies within them; the whole stays as well, as the answer to when it opens and
 * closes. */
static void add_pause(struct cs_scan *scan, uint32_t from, uint32_t until)
{
    struct cs_readings *readings = scan->readings;
    if (readings->count == 0)
        return;
    struct cs_reading last = readings->at[readings->count - 1];
    uint32_t begins = last.named >> 16, ends = last.named & 0xffff;
    if (begins >= from || ends <= until)
        return;
    cs_text rest = cs_text_skip(last.words, last.words.size);
    cs_scan_add(scan, last.words, rest)->named = begins << 16 | from;
    cs_scan_add(scan, last.words, rest)->named = until << 16 | ends;
}

/* 24時間, but not 24時間以内. */
static bool take_all_day(cs_text *rest)
{
    static const cs_text words[] = {CS_LITERAL("24時間"), CS_LITERAL("２４時間"), CS_LITERAL("二十四時間"),
                                    CS_LITERAL("24 hours"), CS_LITERAL("24/7")};
    static const cs_text behind[] = {CS_LITERAL("以"),   CS_LITERAL("前"), CS_LITERAL("後"),
                                     CS_LITERAL("ごと"), CS_LITERAL("毎"), CS_LITERAL("を")};
    cs_text at = *rest;
    if (!cs_take_one(&at, words, CS_COUNT(words)))
        return false;
    *rest = at;
    return !cs_take_one(&at, behind, CS_COUNT(behind));
}

/* 9:30～17:00, 10時から18時まで, 24時間. The reading is named by its two ends. */
bool cs_take_hours(struct cs_scan *scan, cs_text *rest)
{
    static const cs_text to[] = {CS_LITERAL("～"),   CS_LITERAL("〜"),   CS_LITERAL("-"),
                                 CS_LITERAL("–"),    CS_LITERAL("−"),    CS_LITERAL("－"),
                                 CS_LITERAL("から"), CS_LITERAL("より"), CS_LITERAL("to ")};
    uint32_t from, until;
    cs_text at = *rest;
    if (take_all_day(rest)) {
        cs_scan_add(scan, at, *rest)->named = 1;
        return true;
    }
    if (!take_clock(rest, &from))
        return false;
    cs_take_blanks(rest);
    if (!cs_take_one(rest, to, CS_COUNT(to)))
        return false;
    cs_take_blanks(rest);
    if (!take_clock(rest, &until))
        return false;
    if (is_pause(scan->sentence, at, *rest))
        add_pause(scan, from, until);
    else
        cs_scan_add(scan, at, *rest)->named = from << 16 | until;
    return true;
}
