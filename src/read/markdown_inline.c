/* Inline Markdown in one pass from left to right. Delimiters that come in pairs (emphasis, brackets) are copied like
 * text and remembered; when the second one comes, both are overwritten with NUL, which no text contains, and at the
 * end the NULs are removed. So nothing is searched twice, whatever the text. */
#include "read/markdown_inline.h"
#include "base/ascii.h"

#include <string.h>

enum { NOWHERE = -1, LONGEST_RUN = 3, MOST_BRACKETS = 8, LONGEST_FENCE = 32 };

struct walk {
    struct cs_buf *out;
    cs_text text;
    size_t at;
    ptrdiff_t open[3][LONGEST_RUN + 1]; /* offset in out of the last opening run of * _ ~, by its length */
    ptrdiff_t brackets[MOST_BRACKETS];  /* offsets in out of the open brackets */
    int bracket_count;
    uint32_t lone_fences; /* a bit for each length of a run of ` that has no closing run */
    bool has_open_comment;
    cs_text *link;
    struct cs_arena *arena;
};

static cs_text rest_of(const struct walk *walk)
{
    return cs_text_skip(walk->text, walk->at);
}

static bool is_punctuation(char byte)
{
    return byte > ' ' && byte < 0x7f && !cs_is_ascii_letter(byte) && !cs_is_digit(byte);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t';
}

/* The length of the run of one character at the front of the text. */
static size_t run_size(cs_text text)
{
    size_t size = 0;
    while (size < text.size && text.bytes[size] == text.bytes[0])
        size++;
    return size;
}

/* --- entities ----------------------------------------------------------------------------------------------------- */

static bool is_character(uint32_t point)
{
    return point && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
}

/* Bytes of a number such as #124; or #x7C; and its value; 0 if it is none. */
static size_t take_number(cs_text text, uint32_t *point)
{
    enum { MOST_DIGITS = 7 };
    bool is_hex = text.size > 1 && (text.bytes[1] | 0x20) == 'x';
    size_t start = is_hex ? 2 : 1, at = start;
    for (*point = 0; at < text.size && at - start < MOST_DIGITS; at++) {
        int digit = cs_hex_digit(text.bytes[at]);
        if (digit < 0 || (digit > 9 && !is_hex))
            break;
        *point = *point * (is_hex ? 16 : 10) + (uint32_t)digit;
    }
    return at > start && at < text.size && text.bytes[at] == ';' ? at + 1 : 0;
}

/* Appends the characters of the entity at the front of the text; returns its bytes, 0 if it is not a known one. */
static size_t add_entity(struct cs_buf *out, cs_text text)
{
    static const struct {
        cs_text name, says;
    } named[] = {{CS_LITERAL("amp;"), CS_LITERAL("&")},  {CS_LITERAL("lt;"), CS_LITERAL("<")},
                 {CS_LITERAL("gt;"), CS_LITERAL(">")},   {CS_LITERAL("quot;"), CS_LITERAL("\"")},
                 {CS_LITERAL("apos;"), CS_LITERAL("'")}, {CS_LITERAL("nbsp;"), CS_LITERAL("\xc2\xa0")}};
    uint32_t point;
    text = cs_text_skip(text, 1);
    if (text.size && text.bytes[0] == '#') {
        size_t size = take_number(text, &point);
        if (size)
            cs_buf_add_point(out, is_character(point) ? point : 0xfffd);
        return size ? size + 1 : 0;
    }
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (!cs_text_starts(text, named[i].name))
            continue;
        cs_buf_add(out, named[i].says);
        return named[i].name.size + 1;
    }
    return 0;
}

/* Appends an address, which contains only escapes and entities. */
static void add_address(struct cs_buf *out, cs_text text, bool has_escapes)
{
    for (size_t i = 0; i < text.size;) {
        size_t size = text.bytes[i] == '&' ? add_entity(out, cs_text_skip(text, i)) : 0;
        bool escaped = has_escapes && text.bytes[i] == '\\' && i + 1 < text.size && is_punctuation(text.bytes[i + 1]);
        if (size == 0)
            cs_buf_add_byte(out, text.bytes[i + escaped]);
        i += size ? size : escaped ? 2 : 1;
    }
}

/* --- tags --------------------------------------------------------------------------------------------------------- */

/* Bytes of the tag at the front of the text, including its >; 0 if another < comes first, or no >. */
static size_t tag_size(cs_text text)
{
    for (size_t i = 1; i < text.size && text.bytes[i] != '<'; i++)
        if (text.bytes[i] == '>')
            return i + 1;
    return 0;
}

static bool has_name(cs_text tag, cs_text name)
{
    cs_text inside = cs_text_skip(tag, 1);
    return inside.size > name.size && cs_ascii_starts(inside, name) && strchr(" \t/>", inside.bytes[name.size]);
}

/* True for <scheme:address>, and for <somebody@some.where>. */
static bool is_address(cs_text tag)
{
    size_t at = 1;
    bool has_sign = false;
    while (at < tag.size && cs_is_ascii_letter(tag.bytes[at]))
        at++;
    for (size_t i = 1; i < tag.size; i++) {
        has_sign |= tag.bytes[i] == '@';
        if (is_blank(tag.bytes[i]))
            return false;
    }
    return at > 2 && (tag.bytes[at] == ':' || (has_sign && tag.bytes[1] != '/'));
}

static void take_tag(struct walk *walk)
{
    cs_text rest = rest_of(walk);
    if (cs_text_starts(rest, CS_TEXT("<!--")) && !walk->has_open_comment) {
        ptrdiff_t end = cs_text_find(rest, CS_TEXT("-->"));
        walk->has_open_comment = end < 0;
        if (end >= 0) {
            walk->at += (size_t)end + 3;
            return;
        }
    }
    cs_text tag = {rest.bytes, tag_size(rest)};
    if (has_name(tag, CS_TEXT("br"))) {
        cs_buf_add_byte(walk->out, '\n');
    } else if (tag.size && is_address(tag)) {
        add_address(walk->out, (cs_text){tag.bytes + 1, tag.size - 2}, false);
    } else if (!has_name(tag, CS_TEXT("a")) && !has_name(tag, CS_TEXT("/a"))) {
        cs_buf_add_byte(walk->out, '<');
        tag.size = 1;
    }
    walk->at += tag.size;
}

/* --- code --------------------------------------------------------------------------------------------------------- */

/* Index of the next run of exactly `size` backticks, or the text's size. */
static size_t find_fence(cs_text text, size_t size)
{
    for (size_t at = 0; at < text.size;) {
        const char *hit = memchr(text.bytes + at, '`', text.size - at);
        if (!hit)
            break;
        at = (size_t)(hit - text.bytes);
        size_t found = run_size(cs_text_skip(text, at));
        if (found == size)
            return at;
        at += found;
    }
    return text.size;
}

/* In code the only escape is that of a bar. */
static void add_code(struct cs_buf *out, cs_text text)
{
    if (text.size > 2 && text.bytes[0] == ' ' && text.bytes[text.size - 1] == ' ')
        text = (cs_text){text.bytes + 1, text.size - 2};
    for (size_t i = 0; i < text.size; i++)
        if (text.bytes[i] != '\\' || i + 1 == text.size || text.bytes[i + 1] != '|')
            cs_buf_add_byte(out, text.bytes[i]);
}

static void take_code(struct walk *walk)
{
    cs_text rest = rest_of(walk);
    size_t fence = run_size(rest);
    uint32_t bit = fence < LONGEST_FENCE ? UINT32_C(1) << fence : 0;
    cs_text inside = cs_text_skip(rest, fence);
    size_t end = bit & ~walk->lone_fences ? find_fence(inside, fence) : inside.size;
    if (end == inside.size) {
        walk->lone_fences |= bit;
        cs_buf_add(walk->out, (cs_text){rest.bytes, fence});
        walk->at += fence;
        return;
    }
    add_code(walk->out, (cs_text){inside.bytes, end});
    walk->at += fence + end + fence;
}

/* --- pairs -------------------------------------------------------------------------------------------------------- */

static void strike_out(struct cs_buf *out, ptrdiff_t at, size_t size)
{
    if (!out->failed)
        memset(out->bytes + at, '\0', size);
}

static bool is_word(char byte)
{
    return !is_blank(byte) && !is_punctuation(byte);
}

/* A run of * _ or ~ closes the last opening run of its length, or opens one itself. */
static void take_emphasis(struct walk *walk)
{
    cs_text rest = rest_of(walk);
    size_t size = run_size(rest);
    char sign = rest.bytes[0];
    char before = walk->at ? walk->text.bytes[walk->at - 1] : ' ';
    char after = size < rest.size ? rest.bytes[size] : ' ';
    bool opens = !is_blank(after) && (sign != '_' || !is_word(before));
    bool closes = !is_blank(before) && (sign != '_' || !is_word(after));
    ptrdiff_t here = (ptrdiff_t)walk->out->size;
    cs_buf_add(walk->out, (cs_text){rest.bytes, size});
    walk->at += size;
    if (size > LONGEST_RUN || (sign == '~' && size != 2))
        return;
    ptrdiff_t *open = &walk->open[sign == '*' ? 0 : sign == '_' ? 1 : 2][size];
    if (closes && *open != NOWHERE) {
        strike_out(walk->out, *open, size);
        strike_out(walk->out, here, size);
        *open = NOWHERE;
    } else if (opens) {
        *open = here;
    }
}

static void take_bracket(struct walk *walk)
{
    bool is_picture = walk->out->size && walk->at && walk->text.bytes[walk->at - 1] == '!';
    if (walk->bracket_count == MOST_BRACKETS) {
        memmove(walk->brackets, walk->brackets + 1, sizeof walk->brackets - sizeof *walk->brackets);
        walk->bracket_count--;
    }
    walk->brackets[walk->bracket_count++] = (ptrdiff_t)walk->out->size - is_picture;
    cs_buf_add_byte(walk->out, '[');
    walk->at++;
}

/* The address of a link, read from after its bracket; *size is what it and its title take. False if it is no link. */
static bool find_address(cs_text rest, cs_text *address, size_t *size)
{
    bool is_pointed = rest.size > 1 && rest.bytes[1] == '<';
    size_t start = is_pointed ? 2 : 1, at = start, depth = 0;
    for (; at < rest.size && !strchr(is_pointed ? "<>" : " \t<[]", rest.bytes[at]); at++) {
        if (rest.bytes[at] == '\\' && at + 1 < rest.size) {
            at++;
            continue;
        }
        depth += rest.bytes[at] == '(';
        if (!is_pointed && rest.bytes[at] == ')' && depth-- == 0)
            break;
    }
    if (at >= rest.size || (is_pointed && rest.bytes[at] != '>'))
        return false;
    *address = (cs_text){rest.bytes + start, at - start};
    at += is_pointed;
    while (at < rest.size && is_blank(rest.bytes[at]))
        at++;
    if (at < rest.size && (rest.bytes[at] == '"' || rest.bytes[at] == '\'')) {
        const char *quote = memchr(rest.bytes + at + 1, rest.bytes[at], rest.size - at - 1);
        at = quote ? (size_t)(quote - rest.bytes) + 1 : at;
    }
    *size = at + 1;
    return at < rest.size && rest.bytes[at] == ')';
}

static void take_closing_bracket(struct walk *walk)
{
    cs_text rest = cs_text_skip(rest_of(walk), 1), address;
    size_t size;
    bool is_open = walk->bracket_count > 0;
    ptrdiff_t open = is_open ? walk->brackets[--walk->bracket_count] : NOWHERE;
    walk->at++;
    if (!is_open || rest.size == 0 || rest.bytes[0] != '(' || !find_address(rest, &address, &size)) {
        cs_buf_add_byte(walk->out, ']');
        return;
    }
    strike_out(walk->out, open, walk->out->failed || walk->out->bytes[open] == '[' ? 1 : 2);
    walk->at += size;
    if (walk->link->size) { /* a cell has one link; the addresses of others follow their texts */
        cs_buf_add(walk->out, CS_TEXT(" <"));
        add_address(walk->out, address, true);
        cs_buf_add_byte(walk->out, '>');
        return;
    }
    struct cs_buf link = {0};
    add_address(&link, address, true);
    *walk->link = cs_buf_take(walk->arena, &link);
}

/* --- the walk ----------------------------------------------------------------------------------------------------- */

static void take_escape(struct walk *walk)
{
    cs_text rest = rest_of(walk);
    bool escapes = rest.size > 1 && is_punctuation(rest.bytes[1]);
    cs_buf_add_byte(walk->out, rest.bytes[escapes]);
    walk->at += escapes ? 2 : 1;
}

static void take_entity(struct walk *walk)
{
    size_t size = add_entity(walk->out, rest_of(walk));
    if (size == 0)
        cs_buf_add_byte(walk->out, '&');
    walk->at += size ? size : 1;
}

static void (*const takers[0x80])(struct walk *walk) = {
    ['\\'] = take_escape,  ['&'] = take_entity,   ['<'] = take_tag,
    ['`'] = take_code,     ['*'] = take_emphasis, ['_'] = take_emphasis,
    ['~'] = take_emphasis, ['['] = take_bracket,  [']'] = take_closing_bracket,
};

static bool is_sign(char byte)
{
    return (unsigned char)byte < 0x80 && takers[(unsigned char)byte];
}

/* Index of the next special character, or the end. */
static size_t find_sign(cs_text text, size_t at)
{
    while (at < text.size && !is_sign(text.bytes[at]))
        at++;
    return at;
}

/* The content of the buffer without the NULs. */
static cs_text rest_left(struct cs_arena *arena, struct cs_buf *out)
{
    size_t size = 0;
    for (size_t i = 0; i < out->size && !out->failed; i++)
        if (out->bytes[i])
            out->bytes[size++] = out->bytes[i];
    out->size = size;
    return cs_buf_copy(arena, out);
}

cs_text cs_markdown_words(struct cs_arena *arena, struct cs_buf *scratch, cs_text raw, cs_text *link)
{
    struct walk walk = {.out = scratch, .text = raw, .link = link, .arena = arena};
    size_t sign = find_sign(raw, 0);
    if (sign == raw.size)
        return raw;
    memset(walk.open, 0xff, sizeof walk.open); /* NOWHERE */
    cs_buf_clear(scratch);
    for (; walk.at < raw.size; sign = find_sign(raw, walk.at)) {
        cs_buf_add(scratch, (cs_text){raw.bytes + walk.at, sign - walk.at});
        walk.at = sign;
        if (sign < raw.size)
            takers[(unsigned char)raw.bytes[sign]](&walk);
    }
    return rest_left(arena, scratch);
}
