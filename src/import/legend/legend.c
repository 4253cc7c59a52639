/* Legends: see legend.h. */
#include "import/legend/legend.h"
#include "base/ascii.h"
#include "base/unicode.h"
#include "match/similar.h"
#include "wording/mark.h"

enum { MOST_SIGNS = 24, LONGEST = 2000 /* bytes of a text that is looked at */, LONGEST_WORDS = 200 };

/* --- signs -------------------------------------------------------------------------------------------------------- */

enum { CIRCLE = 0x25cb, CROSS = 0xd7, DASH = '-' };

/* A sign in its standard form; 0 for a character that is none. */
static uint32_t plain_point(uint32_t point)
{
    if (point > 0x3040 && point < 0xfe00 && point != 0x30fc)
        return 0; /* kana and kanji, which texts consist of */
    static const struct {
        uint32_t from, to;
    } same[] = {{0x3007, CIRCLE}, {0x25ef, CIRCLE}, {0x2b55, CIRCLE}, {0x2715, CROSS}, {0x2716, CROSS},
                {0x2613, CROSS},  {0x274c, CROSS},  {0xd7, CROSS},    {0xff0d, DASH},  {0x2212, DASH},
                {0x2013, DASH},   {0x2014, DASH},   {0x2015, DASH},   {0x2010, DASH},  {0x2500, DASH},
                {0x30fc, DASH},   {0x25b5, 0x25b3}, {0x2705, 0x2713}, {0x2714, 0x2713}};
    if (point >= 0xff01 && point <= 0xff5e && point != 0xff0d)
        point -= 0xff01 - '!';
    for (size_t i = 0; i < sizeof same / sizeof *same; i++)
        if (same[i].from == point)
            return same[i].to;
    if (point >= 'a' && point <= 'z')
        return point - 'a' + 'A';
    bool is_plain = (point >= 'A' && point <= 'Z') || (point >= '0' && point <= '9') || point == DASH;
    bool is_box = point == 0x25a0 || point == 0x25a1 || point == 0x2610 || point == 0x2611; /* to be checked */
    bool is_picture = point == CROSS || (cs_point_is_picture(point) && point > 0x21ff && !is_box);
    return is_plain || is_picture ? point : 0;
}

static bool is_letter(uint32_t point)
{
    return point < 0x80;
}

/* Takes the sign that a text begins with, and what says how it is to be drawn, which is no part of its words. */
static uint32_t take_sign(cs_text *text)
{
    static const cs_text variants[] = {CS_LITERAL("\xef\xb8\x8e"), CS_LITERAL("\xef\xb8\x8f")}; /* U+FE0E, U+FE0F */
    uint32_t point = text->size ? plain_point(cs_text_next(text)) : 0;
    for (size_t i = 0; i < sizeof variants / sizeof *variants && point; i++)
        *text = cs_text_skip(*text, cs_text_starts(*text, variants[i]) ? variants[i].size : 0);
    return point;
}

/* --- a text ------------------------------------------------------------------------------------------------------- */

static const cs_text *starts_with_one(cs_text text, const cs_text *texts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cs_text_starts(text, texts[i]))
            return &texts[i];
    return NULL;
}

static cs_text skip_blanks(cs_text text)
{
    static const cs_text blanks[] = {CS_LITERAL(" "), CS_LITERAL("　"), CS_LITERAL("\t"), CS_LITERAL("\xc2\xa0")};
    for (const cs_text *blank; (blank = starts_with_one(text, blanks, sizeof blanks / sizeof *blanks)) != NULL;)
        text = cs_text_skip(text, blank->size);
    return text;
}

/* Takes what joins a sign to its words: =, ：, …, a bracket. False if there is none. */
static bool take_joint(cs_text *text)
{
    static const cs_text joints[] = {CS_LITERAL("="),  CS_LITERAL("＝"),  CS_LITERAL(":"),  CS_LITERAL("："),
                                     CS_LITERAL("…"),  CS_LITERAL("..."), CS_LITERAL("→"),  CS_LITERAL("⇒"),
                                     CS_LITERAL("->"), CS_LITERAL("―"),   CS_LITERAL("—"),  CS_LITERAL("–"),
                                     CS_LITERAL("- "), CS_LITERAL("("),   CS_LITERAL("（"), CS_LITERAL("・・")};
    cs_text rest = skip_blanks(*text);
    bool any = false;
    for (const cs_text *joint; (joint = starts_with_one(rest, joints, sizeof joints / sizeof *joints)) != NULL;
         any = true)
        rest = skip_blanks(cs_text_skip(rest, joint->size));
    if (any)
        *text = rest;
    return any;
}

/* True if a sign in running text is part of the sentence: ○を付けて, ×の場合, △、. */
static bool goes_on(cs_text text)
{
    static const cs_text words[] = {
        CS_LITERAL("を"), CS_LITERAL("の"), CS_LITERAL("は"), CS_LITERAL("が"), CS_LITERAL("か"), CS_LITERAL("と"),
        CS_LITERAL("に"), CS_LITERAL("も"), CS_LITERAL("で"), CS_LITERAL("印"), CS_LITERAL("、"), CS_LITERAL("，"),
        CS_LITERAL("・"), CS_LITERAL("/"),  CS_LITERAL("／"), CS_LITERAL(","),  CS_LITERAL("|"),  CS_LITERAL("）"),
        CS_LITERAL(")"),  CS_LITERAL("]"),  CS_LITERAL("」"), CS_LITERAL("\n"), CS_LITERAL("\r"), CS_LITERAL(";")};
    return text.size == 0 || starts_with_one(text, words, sizeof words / sizeof *words) != NULL;
}

/* A sign followed by words at the front of a text; 0 if there is none. */
static uint32_t sign_at(cs_text text, cs_text *sign, cs_text *words)
{
    cs_text rest = text;
    uint32_t point = take_sign(&rest);
    *sign = (cs_text){text.bytes, text.size - rest.size};
    *words = rest;
    if (point == 0)
        return 0;
    bool joined = take_joint(words);
    bool needs_joint = is_letter(point) && (point != DASH || text.bytes[0] == '-');
    if (!joined && (needs_joint || goes_on(rest)))
        return 0;
    *words = skip_blanks(*words);
    cs_text next = *words;
    uint32_t after = take_sign(&next);
    return words->size && !(after && !is_letter(after)) ? point : 0; /* ○×△: adjacent signs explain nothing */
}

/* True if the text before an offset ends in a separator. */
static bool is_parted(cs_text text, size_t at)
{
    static const cs_text signs[] = {
        CS_LITERAL(" "),  CS_LITERAL("　"), CS_LITERAL("\n"), CS_LITERAL("\t"), CS_LITERAL("、"), CS_LITERAL(","),
        CS_LITERAL("，"), CS_LITERAL(";"),  CS_LITERAL("；"), CS_LITERAL("/"),  CS_LITERAL("／"), CS_LITERAL("・"),
        CS_LITERAL("|"),  CS_LITERAL("｜"), CS_LITERAL("("),  CS_LITERAL("（"), CS_LITERAL(")"),  CS_LITERAL("）"),
        CS_LITERAL("["),  CS_LITERAL("【"), CS_LITERAL("】"), CS_LITERAL("「"), CS_LITERAL("」"), CS_LITERAL(":"),
        CS_LITERAL("："), CS_LITERAL("。"), CS_LITERAL("\""), CS_LITERAL("．")};
    if (at == 0)
        return true;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i].size <= at && cs_text_ends((cs_text){text.bytes, at}, signs[i]))
            return true;
    return false;
}

/* The number of bytes before a closing bracket that is not opened in the words: the signs are in it, the rest is not. */
static size_t closed_before(cs_text words)
{
    static const cs_text opening[] = {CS_LITERAL("（"), CS_LITERAL("("), CS_LITERAL("【"), CS_LITERAL("「"),
                                      CS_LITERAL("[")};
    static const cs_text closing[] = {CS_LITERAL("）"), CS_LITERAL(")"), CS_LITERAL("】"), CS_LITERAL("」"),
                                      CS_LITERAL("]")};
    int depth = 0;
    for (cs_text rest = words; rest.size; cs_text_next(&rest)) {
        depth += starts_with_one(rest, opening, sizeof opening / sizeof *opening) != NULL;
        depth -= starts_with_one(rest, closing, sizeof closing / sizeof *closing) != NULL;
        if (depth < 0)
            return words.size - rest.size;
    }
    return words.size;
}

/* The words up to the next sign or the end of their line, without separators. */
static cs_text trim_words(cs_text words)
{
    static const cs_text ends[] = {
        CS_LITERAL("、"), CS_LITERAL(","),  CS_LITERAL("，"), CS_LITERAL(";"),  CS_LITERAL("；"), CS_LITERAL("/"),
        CS_LITERAL("／"), CS_LITERAL("・"), CS_LITERAL("|"),  CS_LITERAL("｜"), CS_LITERAL(")"),  CS_LITERAL("）"),
        CS_LITERAL("]"),  CS_LITERAL("】"), CS_LITERAL("」"), CS_LITERAL("。"), CS_LITERAL("."),  CS_LITERAL("「"),
        CS_LITERAL("("),  CS_LITERAL("（"), CS_LITERAL("[")};
    ptrdiff_t line = cs_text_find(words, CS_TEXT("\n"));
    words.size = line < 0 ? words.size : (size_t)line;
    words.size = closed_before(words);
    for (bool found = true; found;) {
        found = false;
        words = cs_text_trim(words);
        for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
            if (cs_text_ends(words, ends[i])) {
                words.size -= ends[i].size;
                found = true;
            }
    }
    return words;
}

/* --- what words mean ---------------------------------------------------------------------------------------------- */

/* True if the words contain a condition, or apply to a part. */
static bool is_conditional(cs_text words)
{
    static const cs_text doubts[] = {
#define CS_LEGEND_DOUBT(word) CS_LITERAL(word),
#include "import/legend/legend.def"
    };
    return cs_text_holds_one(words, doubts, sizeof doubts / sizeof *doubts);
}

bool cs_legend_says(struct cs_job *job, cs_text words, enum cs_state *state)
{
    static const struct {
        enum cs_state state;
        cs_text words;
    } known[] = {
#define CS_LEGEND_WORD(state, words) {CS_STATE_##state, CS_LITERAL(words)},
#include "import/legend/legend.def"
    };
    if (cs_mark_state(job, words, state))
        return *state != CS_STATE_NONE;
    cs_text bare = cs_text_bare(&job->arena, words);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (cs_text_equal(known[i].words, bare)) {
            *state = known[i].state;
            return true;
        }
    return false;
}

/* Without what asks to choose among the signs: 対応不可 in ×：対応不可 から選んでください. */
static cs_text cut_at_choice(cs_text words)
{
    static const cs_text ends[] = {CS_LITERAL("から選"),     CS_LITERAL("より選"), CS_LITERAL("を選"),
                                   CS_LITERAL("のいずれか"), CS_LITERAL("で記入"), CS_LITERAL("を記入"),
                                   CS_LITERAL("で回答")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        ptrdiff_t at = cs_text_find(words, ends[i]);
        if (at > 0)
            words.size = (size_t)at;
    }
    return words;
}

/* The words up to the closing bracket, if one was opened before them: 対象外 in －（対象外）から選択. */
static cs_text cut_at_bracket(cs_text words)
{
    static const cs_text brackets[] = {CS_LITERAL("("), CS_LITERAL("（"), CS_LITERAL(")"), CS_LITERAL("）")};
    size_t end = words.size, which = 0;
    for (size_t i = 0; i < sizeof brackets / sizeof *brackets; i++) {
        ptrdiff_t at = cs_text_find((cs_text){words.bytes, end}, brackets[i]);
        if (at > 0) {
            end = (size_t)at;
            which = i;
        }
    }
    return which >= 2 ? (cs_text){words.bytes, end} : words;
}

/* The meaning of the words in a legend: of all of them, or of those before a bracket or comma if the rest does not
 * qualify it. */
static enum cs_state state_of(struct cs_job *job, cs_text words)
{
    static const cs_text signs[] = {CS_LITERAL("（"), CS_LITERAL("("),  CS_LITERAL("、"),
                                    CS_LITERAL(", "), CS_LITERAL("。"), CS_LITERAL(" - "),
                                    CS_LITERAL("："), CS_LITERAL(": "), CS_LITERAL(". ")};
    static const cs_text ends[] = {CS_LITERAL("の場合"), CS_LITERAL("場合"), CS_LITERAL("である"), CS_LITERAL("です")};
    enum cs_state state;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cs_text_ends(words, ends[i]))
            words.size -= ends[i].size;
    if (cs_legend_says(job, words, &state))
        return state;
    size_t end = words.size;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        ptrdiff_t at = cs_text_find((cs_text){words.bytes, end}, signs[i]);
        end = at > 0 ? (size_t)at : end;
    }
    cs_text front = cs_text_trim((cs_text){words.bytes, end});
    bool known = end < words.size && cs_legend_says(job, front, &state);
    return known && (state != CS_STATE_OK || !is_conditional(cs_text_skip(words, end))) ? state : CS_STATE_NONE;
}

uint32_t cs_legend_read(struct cs_job *job, cs_text text, struct cs_legend_sign *found, uint32_t room)
{
    uint32_t count = 0;
    const char *starts[MOST_SIGNS];
    cs_text sign, words;
    if (text.size > LONGEST)
        return 0;
    room = room < MOST_SIGNS ? room : MOST_SIGNS;
    for (cs_text rest = text; rest.size && count < room; cs_text_next(&rest)) {
        uint32_t point = sign_at(rest, &sign, &words);
        if (point == 0 || !is_parted(text, text.size - rest.size))
            continue;
        starts[count] = rest.bytes;
        found[count++] = (struct cs_legend_sign){.sign = sign, .words = words, .point = point};
    }
    for (uint32_t i = 0; i < count; i++) {
        if (i + 1 < count)
            found[i].words.size =
                starts[i + 1] > found[i].words.bytes ? (size_t)(starts[i + 1] - found[i].words.bytes) : 0;
        found[i].words = trim_words(cut_at_choice(cut_at_bracket(found[i].words)));
        found[i].state = state_of(job, found[i].words);
    }
    return count;
}

/* 必須, 重要: a sign that is about the question, not its answer. */
static bool is_of_question(cs_text words)
{
    static const cs_text ranks[] = {
#define CS_LEGEND_RANK(word) CS_LITERAL(word),
#include "import/legend/legend.def"
    };
    return cs_text_holds_one(words, ranks, sizeof ranks / sizeof *ranks);
}

static bool is_better(uint32_t point)
{
    return point == 0x25ce || point == 0x25cf || point == 0x2605 || point == 0x2606;
}

bool cs_legend_holds(const struct cs_legend_sign *signs, uint32_t count)
{
    uint32_t known = 0, letters = 0, unlike = 0;
    bool better = false, of_question = false;
    for (uint32_t i = 0; i < count; i++) {
        bool is_first = true;
        for (uint32_t k = 0; k < i; k++)
            is_first &= signs[k].point != signs[i].point;
        unlike += is_first;
        known += signs[i].state != CS_STATE_NONE;
        letters += is_letter(signs[i].point) && signs[i].point != DASH;
        better |= is_better(signs[i].point);
        of_question |= is_of_question(signs[i].words);
    }
    bool says = letters ? known * 2 > count : known > 0 || (better && !of_question);
    return unlike >= 2 && says;
}

bool cs_is_legend(struct cs_job *job, cs_text text)
{
    struct cs_legend_sign found[MOST_SIGNS];
    return cs_legend_holds(found, cs_legend_read(job, text, found, MOST_SIGNS));
}

bool cs_legend_pair(struct cs_job *job, cs_text sign, cs_text words, struct cs_legend_sign *found)
{
    cs_text rest = sign = cs_text_trim(sign);
    uint32_t point = take_sign(&rest);
    if (point == 0 || rest.size)
        return false;
    cs_text next = words = trim_words(words);
    bool is_sign = take_sign(&next) && next.size == 0; /* ✓ | ✗ are two marks */
    if (words.size == 0 || words.size > LONGEST_WORDS || is_sign)
        return false;
    *found = (struct cs_legend_sign){.sign = sign, .words = words, .point = point, .state = state_of(job, words)};
    return true;
}

/* --- the legend --------------------------------------------------------------------------------------------------- */

static struct cs_legend_sign *find_point(const struct cs_legend *legend, uint32_t point)
{
    for (uint32_t i = 0; i < legend->count; i++)
        if (legend->at[i].point == point)
            return &legend->at[i];
    return NULL;
}

void cs_legend_add(struct cs_job *job, struct cs_legend *legend, const struct cs_legend_sign *signs, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        struct cs_legend_sign *known = find_point(legend, signs[i].point);
        if (!known) {
            legend->at = cs_grow(&job->arena, legend->at, legend->count, &legend->room, sizeof *legend->at);
            legend->at[legend->count++] = signs[i];
        } else if (known->state == CS_STATE_NONE && !known->is_torn) {
            *known = signs[i];
        } else if (signs[i].state != CS_STATE_NONE && signs[i].state != known->state) {
            known->is_torn = true;
            known->state = CS_STATE_NONE;
        }
    }
}

/* True if the legend has a sign that claims more than ○. */
static bool has_better(const struct cs_legend *legend)
{
    for (uint32_t i = 0; i < legend->count; i++)
        if (is_better(legend->at[i].point))
            return true;
    return false;
}

void cs_legend_settle(struct cs_legend *legend)
{
    bool better = has_better(legend);
    for (uint32_t i = 0; i < legend->count; i++) {
        struct cs_legend_sign *sign = &legend->at[i];
        enum cs_state usual = CS_STATE_NONE;
        size_t size;
        bool says = cs_state_of_spelling(sign->sign, &usual, &size) && size == sign->sign.size;
        if (sign->state == CS_STATE_NONE && !sign->is_torn && says && !is_letter(sign->point) && !better &&
            (usual != CS_STATE_OK || !is_conditional(sign->words)))
            sign->state = usual;
        sign->is_usual = says && usual == sign->state;
    }
}

const struct cs_legend_sign *cs_legend_find(const struct cs_legend *legend, cs_text answer, size_t *size)
{
    cs_text rest = answer;
    uint32_t point = legend->count ? take_sign(&rest) : 0;
    const struct cs_legend_sign *sign = point ? find_point(legend, point) : NULL;
    cs_text behind = skip_blanks(rest);
    bool is_alone = rest.size == 0 || cs_text_starts(behind, CS_TEXT("\n")) || cs_text_starts(behind, CS_TEXT("：")) ||
                    cs_text_starts(behind, CS_TEXT(":")) || cs_text_starts(behind, CS_TEXT("（")) ||
                    cs_text_starts(behind, CS_TEXT("("));
    *size = answer.size - rest.size;
    return sign && (!is_letter(point) || is_alone) ? sign : NULL;
}

bool cs_legend_is_sign(const struct cs_legend *legend, cs_text cell)
{
    size_t size;
    return cs_legend_find(legend, cell, &size) && size == cell.size;
}

bool cs_legend_is_circle(cs_text answer)
{
    return take_sign(&answer) == CIRCLE;
}

bool cs_legend_lacks(const struct cs_legend *legend, cs_text answer)
{
    return legend->count && cs_legend_is_circle(answer) && !find_point(legend, CIRCLE) && has_better(legend);
}
