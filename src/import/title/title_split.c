/* The parts of a title: 製品A 回答 is the word 回答 and the rest 製品A. See title.h. */
#include "import/title/title.h"
#include "base/ascii.h"
#include "wording/wording.h"

/* Takes signs and blanks off both ends, and the particle that joins two names, which stands last here, off the end. */
static cs_text strip(cs_text text)
{
    static const cs_text signs[] = {CS_LITERAL(":"),  CS_LITERAL("："), CS_LITERAL("-"),  CS_LITERAL("－"),
                                    CS_LITERAL("–"),  CS_LITERAL("—"),  CS_LITERAL("―"),  CS_LITERAL("/"),
                                    CS_LITERAL("／"), CS_LITERAL("_"),  CS_LITERAL("＿"), CS_LITERAL("|"),
                                    CS_LITERAL("｜"), CS_LITERAL("・"), CS_LITERAL("　"), CS_LITERAL("の")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs;) {
        size_t before = text.size;
        text = cs_text_trim(text);
        if (cs_text_starts(text, signs[i]) && i + 1 < sizeof signs / sizeof *signs)
            text = cs_text_skip(text, signs[i].size);
        if (cs_text_ends(text, signs[i]))
            text.size -= signs[i].size;
        i = text.size == before ? i + 1 : 0;
    }
    return text;
}

/* Alpha of "for Alpha". */
static cs_text without_of(cs_text text)
{
    ptrdiff_t at = cs_text_find(text, CS_TEXT(" "));
    bool is_first = at > 0 && cs_title_is_of((cs_text){text.bytes, (size_t)at});
    return is_first ? cs_text_trim(cs_text_skip(text, (size_t)at)) : text;
}

/* True where a text can be divided: between two characters, and not within a word of Latin letters. */
static bool is_joint(cs_text text, size_t at)
{
    unsigned char before = (unsigned char)text.bytes[at - 1], after = (unsigned char)text.bytes[at];
    bool in_word = (cs_is_ascii_letter((char)before) || cs_is_digit((char)before)) &&
                   (cs_is_ascii_letter((char)after) || cs_is_digit((char)after));
    return (after & 0xc0) != 0x80 && !in_word;
}

/* The longest title that ends or begins the text, in front of the rest or behind it. */
static struct cs_title_parts divide(const struct cs_titles *titles, cs_text text)
{
    struct cs_title_parts parts = {.rest = text};
    for (size_t i = 1; i < text.size; i++) {
        cs_text end = cs_text_skip(text, i);
        if (is_joint(text, i) && cs_title_is_known(titles, end))
            return (struct cs_title_parts){.word = strip(end), .rest = strip((cs_text){text.bytes, i})};
    }
    for (size_t i = text.size; i-- > 1;) {
        cs_text start = {text.bytes, i};
        if (is_joint(text, i) && cs_title_is_known(titles, start))
            return (struct cs_title_parts){.word = strip(start), .rest = without_of(strip(cs_text_skip(text, i)))};
    }
    return parts;
}

/* What stands before and behind a bracket. */
static cs_text around(struct cs_job *job, cs_text before, cs_text behind)
{
    const cs_text both[] = {strip(before), strip(behind)};
    return both[0].size && both[1].size ? cs_texts_join(job, both, 2, CS_TEXT(" ")) : both[both[0].size == 0];
}

struct cs_title_parts cs_title_split(struct cs_job *job, const struct cs_titles *titles, cs_text title)
{
    static const cs_text signs[][2] = {{CS_LITERAL("（"), CS_LITERAL("）")},
                                       {CS_LITERAL("("), CS_LITERAL(")")},
                                       {CS_LITERAL("【"), CS_LITERAL("】")},
                                       {CS_LITERAL("["), CS_LITERAL("]")}};
    struct cs_title_parts parts;
    cs_text bracket = {0};
    title = cs_text_trim(title);
    for (size_t i = 0; i < sizeof signs / sizeof *signs && !bracket.size; i++) {
        ptrdiff_t at = cs_text_find(title, signs[i][0]);
        cs_text inside = at < 0 ? (cs_text){0} : cs_text_skip(title, (size_t)at + signs[i][0].size);
        ptrdiff_t end = cs_text_find(inside, signs[i][1]);
        if (at < 0 || end < 0)
            continue;
        bracket = (cs_text){inside.bytes, (size_t)end};
        title = around(job, (cs_text){title.bytes, (size_t)at}, cs_text_skip(inside, (size_t)end + signs[i][1].size));
    }
    title = strip(title);
    if (!cs_may_be_title(title))
        parts = (struct cs_title_parts){.rest = title};
    else if (cs_title_is_known(titles, title))
        parts = (struct cs_title_parts){.word = title};
    else
        parts = divide(titles, title);
    parts.bracket = cs_text_trim(bracket);
    return parts;
}
