/* Line breaking: lines are filled greedily and broken where Japanese and Latin text allows it.
 *
 * No line is broken inside a run of half-width characters, none begins with 。 or the like, and none ends with 「 or
 * ( or the like. */
#include "base/wrap.h"
#include "base/job.h"

#include <string.h>

enum kind { START, BLANK, NARROW, WIDE, OPENING, CLOSING };

/* The class of a wide character; small kana and 々 stick to the previous character like closing marks. */
static enum kind kind_of_wide(uint32_t point)
{
    /* clang-format off */
    switch (point) {
    case 0x3008: case 0x300a: case 0x300c: case 0x300e: case 0x3010: case 0x3014: /* 〈 《 「 『 【 〔 */
    case 0xff08: case 0xff3b: case 0xff5b:                                        /* （ ［ ｛ */
        return OPENING;
    case 0x3001: case 0x3002: case 0x3005: case 0x3009: case 0x300b: case 0x300d: case 0x300f: case 0x3011: case 0x3015:
    case 0x3041: case 0x3043: case 0x3045: case 0x3047: case 0x3049: case 0x3063: case 0x3083: case 0x3085: case 0x3087:
    case 0x308e: case 0x30a1: case 0x30a3: case 0x30a5: case 0x30a7: case 0x30a9: case 0x30c3: case 0x30e3: case 0x30e5:
    case 0x30e7: case 0x30ee: case 0x30fb: case 0x30fc: case 0xff01: case 0xff05: case 0xff09: case 0xff0c: case 0xff0e:
    case 0xff1a: case 0xff1b: case 0xff1f: case 0xff3d: case 0xff5d: case 0xff5e:
        return CLOSING;
        /* clang-format on */
    }
    return WIDE;
}

/* Kana: e3 and two bytes are U+3000 and above. The voicing marks among them have no width of their own. */
static bool is_kana(uint32_t point)
{
    return point >= 0x3041 && point <= 0x30ff && point != 0x3099 && point != 0x309a;
}

/* Takes a character and its width in units. The usual ones are recognised by their first byte: ASCII, kana, and kanji
 * from U+5000. */
static enum kind take_character(struct cs_widths *widths, cs_text *rest, unsigned *width)
{
    const unsigned char *at = (const unsigned char *)rest->bytes;
    if (*at < 0x80) {
        *rest = (cs_text){rest->bytes + 1, rest->size - 1};
        *width = *at >= ' ';
        return *at == ' ' ? BLANK : NARROW;
    }
    bool is_kanji = *at >= 0xe5 && *at <= 0xe9;
    if ((is_kanji || *at == 0xe3) && rest->size >= 3) {
        uint32_t kana = is_kanji ? 0 : 0x3000u | (at[1] & 0x3fu) << 6 | (at[2] & 0x3fu);
        if (is_kanji || is_kana(kana)) {
            *rest = (cs_text){rest->bytes + 3, rest->size - 3};
            *width = 2;
            return is_kanji ? WIDE : kind_of_wide(kana);
        }
    }
    uint32_t point = cs_text_next(rest);
    *width = cs_width_of(widths, point);
    return *width == 2 ? kind_of_wide(point) : NARROW;
}

static bool may_break(enum kind before, enum kind behind)
{
    switch (behind) {
    case NARROW:
        return before == BLANK || before == WIDE || before == CLOSING;
    case WIDE:
    case OPENING:
        return before != START && before != OPENING;
    case CLOSING:
        return before == BLANK;
    case START:
    case BLANK:
        break;
    }
    return false;
}

/* Takes the kana and kanji from U+5000 at the front, at most so many, all of them two units wide. Returns how many. */
static unsigned take_wide(cs_text *rest, unsigned most)
{
    const unsigned char *at = (const unsigned char *)rest->bytes;
    size_t size = 0, end = rest->size / 3 < most ? rest->size / 3 * 3 : (size_t)most * 3;
    for (; size < end; size += 3) {
        uint32_t kana = 0x3000u | (at[size + 1] & 0x3fu) << 6 | (at[size + 2] & 0x3fu);
        if ((at[size] < 0xe5 || at[size] > 0xe9) && (at[size] != 0xe3 || !is_kana(kana)))
            break;
    }
    *rest = cs_text_skip(*rest, size);
    return (unsigned)(size / 3);
}

/* A line that is being filled. */
struct filling {
    cs_text at;    /* the rest */
    cs_text whole; /* the rest after the last possible break */
    bool skipped;  /* not all possible breaks were looked for */
    enum kind before;
    unsigned used;
};

/* Takes what surely fits, without looking for breaks: the last characters are not among it, nor the one that decides what
 * may follow. */
static void skip_wide(struct filling *line, unsigned units)
{
    enum { LAST = 3, WIDTH = 2 };
    unsigned room = (units - line->used) / WIDTH, taken;
    if (room <= LAST || (taken = take_wide(&line->at, room - LAST)) == 0)
        return;
    line->used += taken * WIDTH;
    line->whole = (cs_text){0};
    line->skipped = true;
    cs_text last = {line->at.bytes - 3, 3};
    line->before = kind_of_wide(cs_text_next(&last));
}

enum end { AT_FEED, AT_BREAK, AT_SKIPPED };

/* Fills a line, up to a line feed or the end of the text, or to a break: AT_SKIPPED if that is among what was skipped. */
static enum end fill_line(struct cs_widths *widths, unsigned units, bool skips, const cs_text text,
                          struct filling *line)
{
    *line = (struct filling){.at = text, .before = START};
    while (line->at.size && *line->at.bytes != '\n') {
        unsigned width;
        if (skips && (unsigned char)*line->at.bytes >= 0xe3)
            skip_wide(line, units);
        cs_text after = line->at;
        if (after.size == 0 || *after.bytes == '\n')
            break;
        enum kind kind = take_character(widths, &after, &width);
        if (width == 0)
            kind = line->before;
        if (may_break(line->before, kind))
            line->whole = line->at;
        if (line->used + width > units && kind != BLANK && line->at.size < text.size)
            return line->whole.size || !line->skipped ? AT_BREAK : AT_SKIPPED;
        line->used = line->used + width > units ? units : line->used + width; /* blanks may extend beyond a full line */
        line->before = *line->at.bytes == '(' || *line->at.bytes == '[' ? OPENING : kind;
        line->at = after;
    }
    return AT_FEED;
}

cs_text cs_take_line(struct cs_widths *widths, unsigned units, cs_text *rest)
{
    const cs_text text = *rest;
    struct filling line;
    enum end end = fill_line(widths, units, true, text, &line);
    if (end == AT_SKIPPED)
        end = fill_line(widths, units, false, text, &line);
    if (end == AT_FEED) {
        *rest = cs_text_skip(line.at, 1);
        return (cs_text){text.bytes, text.size - line.at.size};
    }
    *rest = line.whole.size ? line.whole : line.at; /* a word wider than a line is cut at the end of the line */
    return (cs_text){text.bytes, text.size - rest->size};
}

/* True for the prefix of a message, "checksheet render: ", which nobody pastes. */
static bool is_head(cs_text command)
{
    cs_text rest = cs_text_skip(command, CS_TEXT("checksheet ").size);
    ptrdiff_t blank = cs_text_find(rest, CS_TEXT(" "));
    return blank > 0 && rest.bytes[blank - 1] == ':';
}

/* The start of a command line to be pasted, which is a word of its own and not quoted; the text's size if there is
 * none up to a place. */
static size_t find_command(cs_text text, size_t farthest)
{
    static const cs_text program = CS_LITERAL("checksheet ");
    cs_text head = {text.bytes, text.size - farthest > program.size ? farthest + program.size : text.size};
    for (size_t from = 0; from < head.size;) {
        ptrdiff_t at = cs_text_find(cs_text_skip(head, from), program);
        if (at < 0)
            break;
        from += (size_t)at;
        if ((from == 0 || text.bytes[from - 1] == ' ') && !is_head(cs_text_skip(text, from)))
            return from;
        from += program.size;
    }
    return text.size;
}

/* The character before an offset; 0 at the beginning. */
static uint32_t point_before(cs_text text, size_t at, size_t *from)
{
    for (*from = at; *from > 0 && (text.bytes[*from - 1] & 0xc0) == 0x80;)
        --*from;
    *from -= *from > 0;
    cs_text point = cs_text_skip(text, *from);
    return at ? cs_text_next(&point) : 0;
}

static bool is_katakana(uint32_t point)
{
    return point >= 0x30a1 && point <= 0x30fc && point != 0x30fb;
}

static bool is_figure(uint32_t point)
{
    return (point >= '0' && point <= '9') || point == '.' || point == ',';
}

static bool is_wide(uint32_t point)
{
    return point >= 0x3000;
}

/* Sequences that stay together on a line: a katakana word, a number with its unit. */
static const struct {
    bool (*holds)(uint32_t point), (*follows)(uint32_t point);
} clusters[] = {{is_katakana, is_katakana}, {is_figure, is_wide}};

/* The end of the line before the sequence that it would break; the line's own end if there is none, or if the line
 * would become less than half as long. */
static size_t end_before_cluster(cs_text text, size_t end)
{
    size_t at = end, from;
    cs_text behind = cs_text_skip(text, end);
    uint32_t next = cs_text_next(&behind);
    for (size_t i = 0; i < sizeof clusters / sizeof *clusters && at == end; i++)
        while (clusters[i].follows(next) && clusters[i].holds(point_before(text, at, &from)))
            at = from;
    while (at < end && kind_of_wide(point_before(text, at, &from)) == OPENING)
        at = from;
    return at > end / 2 ? at : end;
}

/* The end of the line before the group that it would break, where two blanks part groups: "Added 1  Removed 2". The
 * line's own end if there is none, or if the line would become less than half as long. */
static size_t end_before_group(cs_text text, size_t end)
{
    for (size_t at = end; at > end / 2 && at >= 2; at--)
        if (text.bytes[at - 1] == ' ' && text.bytes[at - 2] == ' ')
            return at;
    return end;
}

cs_text cs_take_text(struct cs_widths *widths, size_t cells, cs_text *rest)
{
    const cs_text text = *rest;
    const char *feed = text.size ? memchr(text.bytes, '\n', text.size) : NULL;
    cs_text whole = {text.bytes, feed ? (size_t)(feed - text.bytes) : text.size};
    cs_text line = whole;
    if (cells == SIZE_MAX || whole.size <= cells || find_command(whole, 0) == 0) {
        *rest = cs_text_skip(text, whole.size + 1);
        return line;
    }
    line = cs_take_line(widths, (unsigned)cells, rest);
    size_t command = find_command(whole, line.size < whole.size ? line.size : whole.size);
    if (line.size > command && line.size < whole.size)
        line.size = command;
    else if (line.size < whole.size)
        line.size = end_before_group(text, end_before_cluster(text, line.size));
    if (line.size < whole.size)
        *rest = cs_text_skip(text, line.size);
    while (rest->size && cs_text_ends(line, CS_TEXT(" ")))
        line.size--;
    return line;
}

void cs_wrap(struct cs_job *job, const struct cs_wrapping *how, cs_text text, struct cs_buf *out)
{
    enum { LEAST = 10 };
    struct cs_widths *widths = cs_job_widths(job, how->ambiguous);
    uint32_t start = how->start;
    for (bool first = true; text.size; first = false) {
        size_t room = how->columns > start + LEAST ? how->columns - start : LEAST;
        cs_text line = cs_take_text(widths, how->columns ? room : SIZE_MAX, &text);
        if (!first) {
            cs_buf_add_byte(out, '\n');
            cs_buf_add_repeat(out, ' ', line.size ? how->indent : 0);
        }
        cs_buf_add(out, line);
        start = how->indent;
    }
}

size_t cs_cells(struct cs_job *job, unsigned ambiguous, cs_text text)
{
    return cs_text_width(cs_job_widths(job, ambiguous), text);
}
