/* Searching for words that were not meant to be sent, and words that other rules examine. */
#include "check/claims/traces.h"
#include "base/messages_check.h"
#include "base/job.h"
#include "check/claims/claims.h"
#include "check/claims/standards.h"
#include "model/quantity.h"

#include <string.h>

enum { WINDOW = 3 }; /* bytes of the shortest trace */

/* A text being searched: an answer's or, without an answer, a note of the profile. */
struct place {
    struct cs_traces *traces;
    const struct cs_answer *answer;
    cs_text text;
    bool has_rating; /* it contains two adjacent ★ */
};

/* Examines a trace at an offset of the text. */
typedef void look(const struct place *place, size_t at);

static look look_at_standard, look_at_generations, look_at_period, look_at_star;

static const struct {
    cs_text word;
    cs_message message; /* reported for the word, unless there is a function to examine it */
    look *look;
} traces[] = {
    {CS_LITERAL("TODO"), CS_MESSAGE_LEFTOVER_TODO, NULL},
    {CS_LITERAL("FIXME"), CS_MESSAGE_LEFTOVER_TODO, NULL},
    {CS_LITERAL("要確認"), CS_MESSAGE_LEFTOVER_TODO, NULL},
    {CS_LITERAL("未定"), CS_MESSAGE_LEFTOVER_TODO, NULL},
    {CS_LITERAL("★"), CS_MESSAGE_LEFTOVER_TODO, look_at_star},
    {CS_LITERAL("社外秘"), CS_MESSAGE_SECRET_WORD, NULL},
    {CS_LITERAL("パスワード:"), CS_MESSAGE_SECRET_WORD, NULL},
    {CS_LITERAL("パスワード："), CS_MESSAGE_SECRET_WORD, NULL},
    {CS_LITERAL("password:"), CS_MESSAGE_SECRET_WORD, NULL},
    {CS_LITERAL("ISO"), CS_MESSAGE_OLD_STANDARD, look_at_standard},
    {CS_LITERAL("JIS"), CS_MESSAGE_OLD_STANDARD, look_at_standard},
    {CS_LITERAL("世代"), CS_MESSAGE_REACH_MISMATCH, look_at_generations},
    {CS_LITERAL("generations"), CS_MESSAGE_REACH_MISMATCH, look_at_generations},
    {CS_LITERAL("過去"), CS_MESSAGE_OLD_PERIOD, look_at_period},
    {CS_LITERAL("年度"), CS_MESSAGE_OLD_PERIOD, look_at_period},
    {CS_LITERAL("現在"), CS_MESSAGE_OLD_PERIOD, look_at_period},
};

static struct cs_span span_in(const struct cs_source *source, cs_text word)
{
    uint32_t start = (uint32_t)(word.bytes - source->bytes.bytes);
    return (struct cs_span){source, start, start + (uint32_t)word.size};
}

/* The place of a word in a note that was joined from lines or facts: that of the notes. */
static struct cs_span span_in_notes(const struct cs_source *source, cs_text word)
{
    ptrdiff_t notes = cs_text_find(source->bytes, CS_TEXT("\nnote:"));
    cs_text below = cs_text_skip(source->bytes, notes < 0 ? 0 : (size_t)notes + 1);
    ptrdiff_t at = cs_text_find(below, word);
    return at < 0 ? span_in(source, (cs_text){below.bytes, 0})
                  : span_in(source, (cs_text){below.bytes + at, word.size});
}

/* The place of a found word: in the file itself if the text is a view into it, else the answer's key. */
static struct cs_span span_of(const struct place *place, cs_text word)
{
    const struct cs_source *source = place->traces->profile->source;
    cs_text all = source->bytes;
    if (word.bytes >= all.bytes && word.bytes < all.bytes + all.size)
        return span_in(source, word);
    return place->answer ? place->answer->key : span_in_notes(source, word);
}

static struct cs_statement statement_of(const struct place *place)
{
    return cs_statement_of(place->traces->profile, place->traces->sheet, place->answer);
}

static void look_at_standard(const struct place *place, size_t at)
{
    struct cs_traces *traces_now = place->traces;
    cs_text words, now;
    struct cs_date date = traces_now->profile->date.year ? traces_now->profile->date : traces_now->today;
    if (!cs_standard_is_old(traces_now->job, cs_text_skip(place->text, at), date, &words, &now))
        return;
    struct cs_span span = span_of(place, words);
    if (place->answer) {
        struct cs_statement statement = statement_of(place);
        span = cs_statement_place(&statement, words);
    }
    cs_report(traces_now->job, CS_MESSAGE_OLD_STANDARD, span, words, now);
}

static void look_at_generations(const struct place *place, size_t at)
{
    (void)at;
    if (!place->answer || place->answer->key.start == place->traces->reach)
        return; /* once for each answer */
    place->traces->reach = place->answer->key.start;
    struct cs_statement statement = statement_of(place);
    cs_check_reach(place->traces->job, &statement);
}

/* A single ★ is a reminder to oneself. Two to five, or one followed by a number or ☆, are a rating: ★★☆, ★3; more are
 * a line, which is reported once. */
static void look_at_star(const struct place *place, size_t at)
{
    enum { MOST_STARS = 5 };
    static const cs_text star = CS_LITERAL("★");
    cs_text rest = cs_text_skip(place->text, at), before = {place->text.bytes, at};
    size_t count = 0;
    if (cs_text_ends(before, star))
        return; /* handled with the first one */
    for (; cs_text_starts(rest, star); count++)
        rest = cs_text_skip(rest, star.size);
    cs_text digits = rest;
    bool rated =
        cs_take_digit(&digits) >= 0 || cs_text_starts(rest, CS_TEXT("☆")) || cs_text_ends(before, CS_TEXT("☆"));
    if ((count > 1 && count <= MOST_STARS) || rated || (count == 1 && place->has_rating))
        return;
    cs_text found = {place->text.bytes + at, count * star.size};
    cs_report(place->traces->job, CS_MESSAGE_LEFTOVER_TODO, span_of(place, found), star);
}

static void look_at_period(const struct place *place, size_t at)
{
    if (!place->answer)
        return;
    struct cs_statement statement = statement_of(place);
    cs_periods_meet(&place->traces->periods, &statement, place->text, at);
}

/* --- finding them -------------------------------------------------------------------------------------------------- */

/* Multi-pattern search by Wu and Manber: the last two bytes of a window give the distance to move it, so most of a
 * text is visited once, and hardly any of it twice. */
static unsigned pair_of(const char *bytes)
{
    return ((unsigned)(unsigned char)bytes[0] << 2 ^ (unsigned char)bytes[1]) % CS_TRACE_PAIRS;
}

static void set_skips(struct cs_traces *pass)
{
    memset(pass->skip, WINDOW - 1, sizeof pass->skip);
    for (size_t i = 0; i < sizeof traces / sizeof *traces; i++)
        for (uint8_t at = 0; at + 1 < WINDOW; at++) {
            uint8_t *skip = &pass->skip[pair_of(traces[i].word.bytes + at)], behind = WINDOW - 2 - at;
            *skip = *skip < behind ? *skip : behind;
        }
}

static void look_here(const struct place *place, size_t at)
{
    cs_text rest = cs_text_skip(place->text, at);
    for (size_t i = 0; i < sizeof traces / sizeof *traces; i++) {
        cs_text found = {rest.bytes, traces[i].word.size};
        if (rest.bytes[0] != traces[i].word.bytes[0] || !cs_text_starts(rest, traces[i].word))
            continue;
        if (traces[i].look)
            traces[i].look(place, at);
        else
            cs_report(place->traces->job, traces[i].message, span_of(place, found), traces[i].word);
    }
}

static void look_through(struct cs_traces *traces_now, const struct cs_answer *answer, cs_text text)
{
    const struct place here = {traces_now, answer, text, cs_text_find(text, CS_TEXT("★★")) >= 0}, *place = &here;
    const uint8_t *skips = place->traces->skip;
    const char *start = place->text.size ? place->text.bytes : "", *at = start, *end = start + place->text.size;
    while (end - at >= WINDOW) {
        uint8_t skip = skips[pair_of(at + WINDOW - 2)];
        if (skip == WINDOW - 1) { /* the usual case; a branch, so that the processor continues speculatively */
            at += WINDOW - 1;
            continue;
        }
        if (skip == 0)
            look_here(place, (size_t)(at - start));
        at++;
    }
}

void cs_traces_begin(struct cs_traces *pass, struct cs_job *job, const struct cs_profile *profile, struct cs_date today)
{
    *pass = (struct cs_traces){.job = job, .profile = profile, .today = today, .reach = UINT32_MAX};
    set_skips(pass);
}

void cs_traces_hint(struct cs_hints *hints)
{
    for (size_t i = 0; i < sizeof traces / sizeof *traces; i++)
        cs_hints_add(hints, CS_HINT_TRACE, traces[i].word, false);
}

void cs_traces_begin_sheet(struct cs_traces *pass, const struct cs_answers *sheet)
{
    pass->sheet = sheet;
    pass->periods = (struct cs_periods){.job = pass->job};
}

/* True for a question that asks for a record and the period that it covers. */
static bool asks_record(const struct cs_item *item)
{
    return item->kind != CS_KIND_MARK && cs_text_find(cs_words_in(item->ask, CS_JA), CS_TEXT("対象の期間")) >= 0;
}

void cs_traces_look(struct cs_traces *pass, const struct cs_answer *answer, unsigned hints)
{
    if (answer->same.size)
        return; /* reported where the words are */
    if (asks_record(&pass->sheet->catalog->items[answer->item])) {
        struct cs_statement statement = cs_statement_of(pass->profile, pass->sheet, answer);
        cs_periods_meet_asked(&pass->periods, &statement, answer->detail);
        for (int language = 0; language < CS_LANGUAGES; language++)
            cs_periods_meet_asked(&pass->periods, &statement, answer->remark.in[language]);
    }
    if (!(hints & CS_HINT_TRACE))
        return;
    look_through(pass, answer, answer->value.written);
    look_through(pass, answer, answer->detail);
    for (int language = 0; language < CS_LANGUAGES; language++)
        look_through(pass, answer, answer->remark.in[language]);
}

void cs_traces_look_at_notes(struct cs_traces *pass)
{
    bool are_own = !pass->profile->extends || cs_text_find(pass->profile->source->bytes, CS_TEXT("\nnote:")) >= 0;
    if (!are_own)
        return; /* inherited, and searched in their own file */
    for (uint32_t i = 0; i < pass->profile->note_count; i++)
        look_through(pass, NULL, pass->profile->notes[i]);
}

/* The date of a sheet: the profile's, or the answer to a first question that asks for one. */
static struct cs_date date_of(const struct cs_traces *pass)
{
    const struct cs_catalog *catalog = pass->sheet->catalog;
    bool is_asked = catalog->item_count && catalog->items[0].kind == CS_KIND_DATE;
    return pass->profile->date.year || !is_asked ? pass->profile->date : pass->sheet->by_item[0].value.date;
}

void cs_traces_end_sheet(struct cs_traces *pass)
{
    cs_periods_check(&pass->periods, date_of(pass), pass->today);
}
