/* Writing texts, keys and comments of YAML.
 *
 * The style of a text: plain if no reader can misread it; a block if it has several lines, or is long; quotes for
 * a short one with a colon or a hash in it, and for what can only be written with escapes. */
#include "base/yaml_out.h"
#include "base/wide.h"

#include <string.h>

enum {
    LONGEST_QUOTED = 80, /* in code points: for longer texts a block reads better than quotes */
    LONGEST_BLANKS = 256 /* in bytes: the reader refuses much longer runs of blanks, including indentation */
};

/* --- what a text is made of --------------------------------------------------------------------------------------- */

struct traits {
    bool empty, many_lines;
    bool needs_escape; /* it contains what can only be written with an escape */
    bool ambiguous;    /* it has a colon, hash or first character that is special in YAML */
};

/* Control characters that no workbook, terminal or YAML file may contain are replaced by their pictures. */
static uint32_t visible(uint32_t point)
{
    if (point < 0x20)
        return 0x2400 + point;
    if (point == 0x7f || point == 0x85)
        return point == 0x7f ? 0x2421 : 0x2424;
    return point > 0x7f && point < 0xa0 ? 0xfffd : point;
}

/* Unprintable in libyaml except as an escape: line breaks that only YAML knows, the byte order mark, noncharacters. */
static bool is_unprintable(uint32_t point)
{
    return point == 0x2028 || point == 0x2029 || point == 0xfeff || point == 0xfffe || point == 0xffff;
}

/* Takes a code point off the text as it will be written: line ends are LF, controls are visible. */
static uint32_t take_point(cs_text *rest)
{
    uint32_t point = cs_text_next(rest);
    if (point == '\r') {
        if (cs_text_starts(*rest, CS_TEXT("\n")))
            cs_text_next(rest);
        return '\n';
    }
    return point == '\n' || point == '\t' ? point : visible(point);
}

/* Copies the characters at the front that are never special, and takes them off the text. */
static void add_wide(struct cs_buf *out, cs_text *text)
{
    size_t size = cs_wide_run(*text);
    cs_buf_add(out, (cs_text){text->bytes, size});
    *text = cs_text_skip(*text, size);
}

static bool is_blank(uint32_t point)
{
    return point == ' ' || point == '\t' || point == '\n';
}

static struct traits look_at(cs_text text)
{
    static const char *const indicators = "-?:,[]{}#&*!|>'\"%@`=<~";
    struct traits traits = {.empty = text.size == 0};
    traits.ambiguous = text.size && strchr(indicators, text.bytes[0]) != NULL;
    uint32_t before = 0, run = 0;
    while (text.size) {
        size_t wide = cs_wide_run(text);
        if (wide) {
            text = cs_text_skip(text, wide);
            before = run = 0;
            continue;
        }
        uint32_t point = take_point(&text);
        run = is_blank(point) ? run + 1 : 0;
        traits.many_lines |= point == '\n';
        traits.needs_escape |= is_unprintable(point) || run > LONGEST_BLANKS;
        traits.ambiguous |= point == '\t' || (point == '#' && is_blank(before)) || (before == ':' && is_blank(point)) ||
                            (point == ':' && text.size == 0);
        before = point;
    }
    return traits;
}

bool cs_yaml_is_plain(cs_text text)
{
    struct traits traits = look_at(cs_text_trim(text));
    return !traits.empty && !traits.many_lines && !traits.needs_escape && !traits.ambiguous;
}

/* --- the styles --------------------------------------------------------------------------------------------------- */

static void add_plain(struct cs_buf *out, cs_text text)
{
    while (text.size) {
        cs_buf_add_point(out, take_point(&text));
        add_wide(out, &text);
    }
}

void cs_yaml_add_quoted(struct cs_buf *out, cs_text text)
{
    uint32_t run = 0;
    cs_buf_add_byte(out, '"');
    while (text.size) {
        uint32_t point = take_point(&text);
        run = point == ' ' ? run + 1 : 0;
        if (point == '\n')
            cs_buf_add(out, CS_TEXT("\\n"));
        else if (point == '\t')
            cs_buf_add(out, CS_TEXT("\\t"));
        else if (is_unprintable(point))
            cs_buf_print(out, "\\u%04X", (unsigned)point);
        else if (run > 0 && run % LONGEST_BLANKS == 0)
            cs_buf_add(out, CS_TEXT("\\x20"));
        else {
            if (point == '"' || point == '\\')
                cs_buf_add_byte(out, '\\');
            cs_buf_add_point(out, point);
        }
    }
    cs_buf_add_byte(out, '"');
}

static void add_block(struct cs_buf *out, uint32_t indent, cs_text text)
{
    bool at_start = true;
    cs_buf_add(out, CS_TEXT("|\n"));
    while (text.size) {
        uint32_t point = take_point(&text);
        if (at_start && point != '\n')
            cs_buf_add_repeat(out, ' ', indent);
        cs_buf_add_point(out, point);
        at_start = point == '\n';
        if (!at_start)
            add_wide(out, &text);
    }
    cs_buf_add_byte(out, '\n');
}

void cs_yaml_add_value(struct cs_buf *out, uint32_t indent, cs_text text)
{
    text = cs_text_trim(text);
    struct traits traits = look_at(text);
    if (!traits.empty)
        cs_buf_add_byte(out, ' ');
    if (!traits.needs_escape && (traits.many_lines || (traits.ambiguous && cs_text_length(text) > LONGEST_QUOTED))) {
        add_block(out, indent + CS_YAML_STEP, text);
        return;
    }
    if (cs_yaml_is_plain(text))
        add_plain(out, text);
    else if (text.size)
        cs_yaml_add_quoted(out, text);
    cs_buf_add_byte(out, '\n');
}

void cs_yaml_add_flow(struct cs_buf *out, cs_text text)
{
    static const char special[] = ",[]{}:#";
    bool is_plain = cs_yaml_is_plain(text);
    for (size_t i = 0; i < text.size; i++)
        is_plain = is_plain && !strchr(special, text.bytes[i]);
    if (is_plain)
        add_plain(out, text);
    else
        cs_yaml_add_quoted(out, text);
}

/* --- keys --------------------------------------------------------------------------------------------------------- */

void cs_yaml_add_key(struct cs_buf *out, cs_text prefix, cs_text key)
{
    bool is_plain = cs_yaml_is_plain(key);
    for (size_t i = 0; i < key.size && is_plain; i++) {
        unsigned char byte = (unsigned char)key.bytes[i];
        bool is_word = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        is_plain = is_word || byte >= 0x80 || (i > 0 && (byte == '-' || byte == '.' || byte == '_'));
    }
    if (is_plain) {
        cs_buf_add(out, prefix);
        add_plain(out, key);
        return;
    }
    struct cs_buf whole = {0};
    cs_buf_add(&whole, prefix);
    cs_buf_add(&whole, key);
    cs_yaml_add_quoted(out, cs_buf_text(&whole));
    cs_buf_free(&whole);
}

void cs_yaml_add_name(struct cs_buf *out, cs_text name)
{
    ptrdiff_t blank = cs_text_find(name, CS_TEXT(" "));
    cs_text prefix = {name.bytes, blank > 0 ? (size_t)blank + 1 : 0};
    bool is_word = prefix.size > 0;
    for (size_t i = 0; i + 1 < prefix.size; i++) {
        unsigned char byte = (unsigned char)prefix.bytes[i];
        is_word = is_word && (byte >= 0x80 || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
                              (i > 0 && ((byte >= '0' && byte <= '9') || byte == '-' || byte == '_')));
    }
    if (is_word)
        cs_yaml_add_key(out, prefix, cs_text_skip(name, prefix.size));
    else
        cs_yaml_add_key(out, (cs_text){0}, name);
}

void cs_yaml_add_field(struct cs_buf *out, uint32_t indent, cs_text key, cs_text text)
{
    cs_buf_add_repeat(out, ' ', indent);
    cs_yaml_add_key(out, (cs_text){0}, key);
    cs_buf_add_byte(out, ':');
    cs_yaml_add_value(out, indent, text);
}

/* --- comments ----------------------------------------------------------------------------------------------------- */

/* `sign` begins the first line, `next` the others; without it the text stays in one line. */
static void add_comment(struct cs_buf *out, uint32_t indent, cs_text text, cs_text sign, cs_text next)
{
    cs_buf_add_repeat(out, ' ', indent);
    cs_buf_add(out, text.size ? sign : CS_TEXT("#"));
    while (text.size) {
        uint32_t point = take_point(&text);
        if (point == '\n' && next.size) {
            cs_buf_add_byte(out, '\n');
            cs_buf_add_repeat(out, ' ', indent);
            cs_buf_add(out, next);
        } else
            cs_buf_add_point(out, point == '\n' || is_unprintable(point) ? ' ' : point);
        add_wide(out, &text);
    }
    cs_buf_add_byte(out, '\n');
}

void cs_yaml_add_comment(struct cs_buf *out, uint32_t indent, cs_text text)
{
    add_comment(out, indent, cs_text_trim(text), CS_TEXT("# "), (cs_text){0});
}

void cs_yaml_add_comments(struct cs_buf *out, uint32_t indent, cs_text text)
{
    add_comment(out, indent, cs_text_trim(text), CS_TEXT("# "), CS_TEXT("#   "));
}

void cs_yaml_add_signed(struct cs_buf *out, uint32_t indent, cs_text sign, cs_text next, cs_text text)
{
    add_comment(out, indent, cs_text_trim(text), sign, next);
}

/* The width of a title in cells, roughly: what is not ASCII takes two. */
static size_t title_width(cs_text title)
{
    size_t ascii = 0;
    for (size_t i = 0; i < title.size; i++)
        ascii += (unsigned char)title.bytes[i] < 0x80;
    return 2 * cs_text_length(title) - ascii;
}

/* Takes the words of a title that have room on a line; all of them where it has no blanks. */
static cs_text take_words(cs_text *title, size_t room)
{
    cs_text line = *title;
    while (title_width(line) > room) {
        size_t end = line.size;
        while (end > 0 && line.bytes[end - 1] != ' ')
            end--;
        if (end == 0)
            break;
        line.size = end - 1;
    }
    line = title_width(line) > room ? *title : line;
    *title = cs_text_skip(*title, line.size + 1);
    return line;
}

void cs_yaml_add_section(struct cs_buf *out, cs_text title, uint32_t depth)
{
    enum { RULE = 60, ROOM = 66 };
    struct cs_buf lines = {0};
    size_t width = 0;
    title = cs_text_trim(title);
    while (title.size) {
        cs_text line = take_words(&title, ROOM);
        cs_buf_add(&lines, line);
        cs_buf_add_byte(&lines, title.size ? '\n' : ' ');
        width = title_width(line);
    }
    if (depth == 0)
        cs_buf_add_repeat(&lines, '-', width + 4 < RULE ? RULE - width : 4);
    cs_buf_add_byte(out, '\n');
    add_comment(out, CS_YAML_STEP, cs_text_trim(cs_buf_text(&lines)), depth ? CS_TEXT("# -- ") : CS_TEXT("# ---- "),
                depth ? CS_TEXT("#    ") : CS_TEXT("#      "));
    cs_buf_free(&lines);
}
