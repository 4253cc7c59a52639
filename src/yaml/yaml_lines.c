/* Common mistakes in YAML, found line by line, each where a person made it.
 *
 * libyaml stops at the first error, often a line late and in terms of tokens. This reads the lines as somebody
 * would who knows how such files go wrong: a full-width colon, a missing space, a colon inside a text. It need not
 * understand all of YAML, only enough to know which lines are structure and which are text: it runs to explain an
 * error that libyaml has already found, and otherwise looks only for what libyaml accepts silently. */
#include "yaml/yaml_lines.h"
#include "base/messages_yaml.h"

#include <string.h>

enum { DEEPEST = 64, LONGEST_KEY = 64 };

struct scan {
    struct cs_job *job;
    const struct cs_source *source;
    bool broken;

    uint32_t indents[DEEPEST]; /* of the open mappings */
    int depth;
    bool last_has_text; /* the last key has a plain text, which a deeper line continues */
    bool in_block;      /* inside a | or > block, deeper than block_indent */
    uint32_t block_indent;
    char quote; /* " or ' while a quoted text spans lines; 0 if none */
    uint32_t quote_start;
    uint32_t brackets; /* depth of a flow collection that spans lines */
    uint32_t bracket_start;
};

static void report(const struct scan *scan, cs_message message, const char *start, const char *end, cs_text first,
                   cs_text second)
{
    const char *base = scan->source->bytes.bytes;
    struct cs_span span = {scan->source, (uint32_t)(start - base), (uint32_t)(end - base)};
    cs_report(scan->job, message, span, first, second);
}

static void report_broken(const struct scan *scan, cs_message message, const char *start, const char *end,
                          cs_text argument)
{
    if (scan->broken)
        report(scan, message, start, end, argument, (cs_text){0});
}

static const char *end_of(cs_text text)
{
    return text.bytes + text.size;
}

static bool is_blank(cs_text text)
{
    return cs_text_trim(text).size == 0;
}

/* Index of the comment in a plain text: a # after a blank; its size if there is none. */
static size_t comment_at(cs_text text)
{
    for (size_t i = 1; i < text.size; i++) {
        const char *hit = memchr(text.bytes + i, '#', text.size - i);
        if (!hit)
            break;
        i = (size_t)(hit - text.bytes);
        if (text.bytes[i - 1] == ' ' || text.bytes[i - 1] == '\t')
            return i;
    }
    return text.size;
}

/* Reports a # that truncates a text, unless it looks like a comment: followed by a blank or nothing. */
static cs_text cut_comment(const struct scan *scan, cs_text text)
{
    size_t at = comment_at(text);
    if (at + 1 < text.size && text.bytes[at + 1] != ' ' && text.bytes[at + 1] != '\t' && text.bytes[at + 1] != '#')
        report(scan, CS_MESSAGE_CUT_COMMENT, text.bytes + at, end_of(text), (cs_text){0}, (cs_text){0});
    return cs_text_trim((cs_text){text.bytes, at});
}

/* Index of the colon that ends a key: one followed by a blank or the end; text.size if there is none. */
static size_t key_colon(cs_text text)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.bytes[i] == ':' && (i + 1 == text.size || text.bytes[i + 1] == ' ' || text.bytes[i + 1] == '\t'))
            return i;
    return text.size;
}

/* True for a text that may be meant as a key: short, without blanks and punctuation. */
static bool looks_like_key(cs_text text)
{
    if (text.size == 0 || text.size > LONGEST_KEY)
        return false;
    for (size_t i = 0; i < text.size; i++)
        if (text.bytes[i] && strchr(" \t/\"'", text.bytes[i]))
            return false;
    return cs_text_find(text, CS_TEXT("。")) < 0 && cs_text_find(text, CS_TEXT("、")) < 0;
}

/* Index after the closing quotation mark, or text.size + 1 if the text ends first. Starts after the opening one. */
static size_t close_quote(cs_text text, char quote)
{
    for (size_t i = 0; i < text.size; i++) {
        if (quote == '"' && text.bytes[i] == '\\')
            i++;
        else if (text.bytes[i] == quote && quote == '\'' && i + 1 < text.size && text.bytes[i + 1] == quote)
            i++;
        else if (text.bytes[i] == quote)
            return i + 1;
    }
    return text.size + 1;
}

/* Checks the text after a closed quote or bracket, which may be a comment or, inside a list, a comma. */
static void check_behind(const struct scan *scan, cs_text rest, cs_message message, cs_text what)
{
    cs_text tail = cs_text_trim(rest);
    if (tail.size && tail.bytes[0] != '#' && tail.bytes[0] != ',' && tail.bytes[0] != ']' && tail.bytes[0] != '}')
        report_broken(scan, message, tail.bytes, end_of(tail), what);
}

static void open_quote(struct scan *scan, cs_text text)
{
    size_t close = close_quote(cs_text_skip(text, 1), text.bytes[0]);
    if (close > text.size - 1) {
        scan->quote = text.bytes[0];
        scan->quote_start = (uint32_t)(text.bytes - scan->source->bytes.bytes);
        return;
    }
    check_behind(scan, cs_text_skip(text, close + 1), CS_MESSAGE_AFTER_QUOTE, (cs_text){0});
}

/* Follows brackets to the end of the line, and checks the text after the last one. */
static void follow_brackets(struct scan *scan, cs_text text)
{
    cs_text opening = {text.bytes, 1};
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.bytes[i];
        if (byte == '"' || (byte == '\'' && (i == 0 || strchr(" [{,:", text.bytes[i - 1]))))
            i += close_quote(cs_text_skip(text, i + 1), byte);
        else if (byte == '#' && i > 0 && text.bytes[i - 1] == ' ')
            return;
        else if (byte == '[' || byte == '{')
            scan->brackets++;
        else if ((byte == ']' || byte == '}') && scan->brackets && --scan->brackets == 0) {
            check_behind(scan, cs_text_skip(text, i + 1), CS_MESSAGE_BAD_START, opening);
            return;
        }
    }
}

/* Checks a plain value: a comment that truncates it and, in a broken file, its first character and colons inside. */
static void check_plain(struct scan *scan, cs_text value)
{
    static const char *const starters = "@`%*&!";
    cs_text first = {value.bytes, 1}, text = cut_comment(scan, value);
    if (!scan->broken)
        return;
    if (strchr(starters, value.bytes[0]) || cs_text_equal(value, CS_TEXT("-")) || cs_text_starts(value, CS_TEXT("- ")))
        report(scan, CS_MESSAGE_BAD_START, value.bytes, value.bytes + 1, first, (cs_text){0});
    size_t colon = key_colon(text);
    if (colon < text.size)
        report(scan, CS_MESSAGE_COLON_IN_ANSWER, text.bytes + colon, text.bytes + colon + 1, (cs_text){0},
               (cs_text){0});
}

/* Scans what follows "key: " or "- " on its line, and sets the state for the next lines. */
static void scan_value(struct scan *scan, cs_text value, uint32_t indent)
{
    scan->last_has_text = false;
    value = cs_text_trim(value);
    if (value.size == 0 || value.bytes[0] == '#')
        return;
    switch (value.bytes[0]) {
    case '|':
    case '>':
        scan->in_block = true;
        scan->block_indent = indent;
        return;
    case '"':
    case '\'':
        open_quote(scan, value);
        return;
    case '[':
    case '{':
        scan->bracket_start = (uint32_t)(value.bytes - scan->source->bytes.bytes);
        follow_brackets(scan, value);
        return;
    default:
        scan->last_has_text = true;
        check_plain(scan, value);
    }
}

static void report_indent(const struct scan *scan, cs_text line, uint32_t found, uint32_t wanted)
{
    struct cs_buf words[2] = {{0}};
    cs_buf_print(&words[0], "%u", (unsigned)found);
    cs_buf_print(&words[1], "%u", (unsigned)wanted);
    report(scan, CS_MESSAGE_BAD_INDENT, line.bytes, line.bytes + found, cs_buf_text(&words[0]), cs_buf_text(&words[1]));
    cs_buf_free(&words[0]);
    cs_buf_free(&words[1]);
}

/* Enters a key's indentation into the open mappings. */
static void enter_indent(struct scan *scan, cs_text line, uint32_t indent)
{
    uint32_t innermost = scan->depth ? scan->indents[scan->depth - 1] : 0;
    if (scan->depth == 0 || indent > innermost) {
        if (scan->depth < DEEPEST)
            scan->indents[scan->depth++] = indent;
        return;
    }
    int depth = scan->depth;
    while (depth > 1 && scan->indents[depth - 1] > indent)
        depth--;
    if (scan->broken && scan->indents[depth - 1] != indent)
        report_indent(scan, line, indent, innermost); /* and is then treated as one of them */
    else
        scan->depth = depth;
}

/* Reports a line that is neither a key nor a continuation of a text, with what it was probably meant to be. */
static void report_keyless(const struct scan *scan, cs_text content)
{
    ptrdiff_t wide = cs_text_find(content, CS_TEXT("："));
    cs_text before = {content.bytes, wide > 0 ? (size_t)wide : 0};
    if (looks_like_key(before)) {
        report_broken(scan, CS_MESSAGE_FULLWIDTH_COLON, end_of(before), end_of(before) + 3, before);
        return;
    }
    const char *colon = memchr(content.bytes, ':', content.size);
    before = (cs_text){content.bytes, colon ? (size_t)(colon - content.bytes) : 0};
    if (looks_like_key(before))
        report_broken(scan, CS_MESSAGE_MISSING_SPACE, colon, colon + 1, before);
    else
        report_broken(scan, CS_MESSAGE_NO_COLON, content.bytes, end_of(content), (cs_text){0});
}

/* Scans a deeper line below a key with text: a continuation of the text, or a key indented too far. */
static void scan_continuation(struct scan *scan, cs_text line, cs_text content, uint32_t indent)
{
    cs_text body = cut_comment(scan, content);
    size_t colon = key_colon(body);
    if (colon == body.size || !scan->broken)
        return;
    if (!looks_like_key((cs_text){body.bytes, colon})) {
        report(scan, CS_MESSAGE_COLON_IN_ANSWER, body.bytes + colon, body.bytes + colon + 1, (cs_text){0},
               (cs_text){0});
        return;
    }
    report_indent(scan, line, indent, scan->depth ? scan->indents[scan->depth - 1] : 0);
}

/* Reports full-width blanks or tabs in the indentation; true if the rest of the line is not worth scanning. */
static bool has_bad_indent(const struct scan *scan, cs_text content)
{
    if (cs_text_starts(content, CS_TEXT("\xe3\x80\x80"))) {
        report(scan, CS_MESSAGE_FULLWIDTH_INDENT, content.bytes, content.bytes + 3, (cs_text){0}, (cs_text){0});
        return true;
    }
    if (content.bytes[0] == '\t')
        report_broken(scan, CS_MESSAGE_TAB_INDENT, content.bytes, content.bytes + 1, (cs_text){0});
    return content.bytes[0] == '\t';
}

/* Splits a line at the colon of its key; false if it has no key. */
static bool split_key(cs_text content, cs_text *value)
{
    size_t colon;
    if (content.bytes[0] == '"' || content.bytes[0] == '\'') {
        size_t close = close_quote(cs_text_skip(content, 1), content.bytes[0]) + 1;
        cs_text rest = cs_text_skip(content, close);
        if (!cs_text_starts(rest, CS_TEXT(":")))
            return false;
        colon = close;
    } else {
        colon = key_colon(content);
        if (colon == content.size || comment_at((cs_text){content.bytes, colon}) < colon)
            return false;
    }
    *value = cs_text_skip(content, colon + 1);
    return true;
}

static uint32_t indent_of(cs_text line)
{
    uint32_t indent = 0;
    while (indent < line.size && line.bytes[indent] == ' ')
        indent++;
    return indent;
}

/* Scans a line outside blocks, quotes and brackets. */
static void scan_structure(struct scan *scan, cs_text line, uint32_t indent)
{
    cs_text content = cs_text_skip(line, indent);
    if (content.bytes[0] == '#' || has_bad_indent(scan, content))
        return;
    if (indent == 0 && (cs_text_starts(content, CS_TEXT("---")) || cs_text_starts(content, CS_TEXT("..."))))
        return;
    if (scan->last_has_text && scan->depth && indent > scan->indents[scan->depth - 1]) {
        scan_continuation(scan, line, content, indent);
        return;
    }
    for (int lists = 0; lists < DEEPEST && cs_text_starts(content, CS_TEXT("- ")); lists++) {
        cs_text rest = cs_text_skip(content, 2);
        while (cs_text_starts(rest, CS_TEXT(" ")))
            rest = cs_text_skip(rest, 1);
        indent += (uint32_t)(rest.bytes - content.bytes);
        content = rest;
        cs_text value;
        if (content.size == 0 || !split_key(content, &value)) {
            scan_value(scan, content, indent - 1);
            return;
        }
    }
    if (content.bytes[0] == '{' || content.bytes[0] == '[') { /* JSON, for one */
        scan_value(scan, content, indent);
        return;
    }
    cs_text value;
    if (!split_key(content, &value)) {
        report_keyless(scan, cs_text_trim(content));
        return;
    }
    enter_indent(scan, line, indent);
    scan_value(scan, value, indent);
}

/* Reports blanks at the end of a line with content, except after the colon of a key, where an answer is yet to be
 * written. */
static void check_end(const struct scan *scan, cs_text line)
{
    cs_text said = line;
    for (;;) {
        if (said.size && (said.bytes[said.size - 1] == ' ' || said.bytes[said.size - 1] == '\t'))
            said.size--;
        else if (cs_text_ends(said, CS_TEXT("\xe3\x80\x80")))
            said.size -= 3;
        else
            break;
    }
    bool is_typing = cs_text_ends(said, CS_TEXT(":")) && line.size == said.size + 1;
    if (said.size && said.size < line.size && !is_typing)
        report(scan, CS_MESSAGE_TRAILING_SPACE, end_of(said), end_of(line), (cs_text){0}, (cs_text){0});
}

static void scan_line(struct scan *scan, cs_text line)
{
    if (!scan->broken)
        check_end(scan, line);
    if (scan->quote) {
        size_t close = close_quote(line, scan->quote);
        if (close <= line.size) {
            scan->quote = 0;
            check_behind(scan, cs_text_skip(line, close), CS_MESSAGE_AFTER_QUOTE, (cs_text){0});
        }
        return;
    }
    if (scan->brackets) {
        follow_brackets(scan, line);
        return;
    }
    uint32_t indent = indent_of(line);
    if ((scan->in_block && indent > scan->block_indent) || is_blank(cs_text_skip(line, indent)))
        return;
    scan->in_block = false;
    scan_structure(scan, line, indent);
}

void cs_yaml_scan_lines(struct cs_job *job, const struct cs_source *source, bool broken)
{
    struct scan scan = {.job = job, .source = source, .broken = broken};
    const char *base = source->bytes.bytes;
    for (uint32_t line = 1; line <= source->line_count; line++)
        scan_line(&scan, cs_source_line(source, line));
    if (scan.quote)
        report_broken(&scan, CS_MESSAGE_OPEN_QUOTE, base + scan.quote_start, base + scan.quote_start + 1, (cs_text){0});
    else if (scan.brackets)
        report_broken(&scan, CS_MESSAGE_OPEN_BRACKET, base + scan.bracket_start, base + scan.bracket_start + 1,
                      (cs_text){0});
}

/* libyaml's problems, by their beginnings, with explanations for people. Some are reported at their context: an open
 * quote is wrong where it opens, not where the file ends. */
static const struct {
    const char *problem;
    cs_message message;
    bool at_context;
} causes[] = {
    {"found unexpected end of stream", CS_MESSAGE_OPEN_QUOTE, true},
    {"found unexpected document indicator", CS_MESSAGE_OPEN_QUOTE, true},
    {"did not find expected ',' or ']'", CS_MESSAGE_OPEN_BRACKET, true},
    {"did not find expected ',' or '}'", CS_MESSAGE_OPEN_BRACKET, true},
    {"found unknown escape character", CS_MESSAGE_BAD_ESCAPE, false},
    {"found invalid Unicode character escape code", CS_MESSAGE_BAD_ESCAPE, false},
    {"did not find expected hexdecimal number", CS_MESSAGE_BAD_ESCAPE, false},
    {"could not find expected ':'", CS_MESSAGE_NO_COLON, true},
    {"mapping values are not allowed", CS_MESSAGE_COLON_IN_ANSWER, false},
    {"found character that cannot start any token", CS_MESSAGE_BAD_START, false},
    {"block sequence entries are not allowed", CS_MESSAGE_BAD_START, false},
};

void cs_yaml_report_cause(struct cs_job *job, const struct cs_source *source, cs_text problem, uint32_t problem_offset,
                          uint32_t context_offset)
{
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++) {
        if (!cs_text_starts(problem, cs_text_of(causes[i].problem)))
            continue;
        uint32_t at = causes[i].at_context ? context_offset : problem_offset;
        cs_text rest = cs_text_skip(source->bytes, at), after = rest;
        cs_text_next(&after);
        cs_text character = {rest.bytes, rest.size - after.size};
        cs_report(job, causes[i].message, ((struct cs_span){source, at, at + (uint32_t)character.size}), character);
        return;
    }
    cs_report(job, CS_MESSAGE_SYNTAX, ((struct cs_span){source, problem_offset, problem_offset}), problem);
}

/* YAML 1.1, section 5.1: the printable characters, without the line breaks that only YAML knows (NEL, LS, PS). */
static bool is_allowed(uint32_t point)
{
    return point == '\t' || point == '\n' || point == '\r' || (point >= 0x20 && point < 0x7f) ||
           (point >= 0xa0 && point < 0xfffe && point != 0xfeff && point != 0x2028 && point != 0x2029) ||
           point >= 0x10000;
}

void cs_yaml_report_bytes(struct cs_job *job, const struct cs_source *source)
{
    cs_text rest = source->bytes;
    cs_text path = cs_text_starts(source->path, CS_TEXT("<")) ? CS_TEXT("-") : source->path; /* <stdin> */
    bool is_wide = cs_text_starts(rest, CS_TEXT("\xff\xfe")) || cs_text_starts(rest, CS_TEXT("\xfe\xff"));
    if (cs_text_starts(rest, CS_TEXT("\xef\xbb\xbf")))
        rest = cs_text_skip(rest, 3);
    while (rest.size) {
        cs_text before = rest;
        uint32_t point = cs_text_next(&rest);
        uint32_t start = (uint32_t)(before.bytes - source->bytes.bytes);
        uint32_t size = (uint32_t)(before.size - rest.size);
        struct cs_span span = {source, start, start + size};
        if (point == 0xfffd && size == 1) {
            cs_report(job, CS_MESSAGE_NOT_UTF8, span, path, is_wide ? CS_TEXT("UTF-16") : CS_TEXT("CP932"));
            return;
        }
        if (!is_allowed(point)) {
            struct cs_buf name = {0};
            cs_buf_print(&name, "U+%04X", (unsigned)point);
            cs_report(job, CS_MESSAGE_BAD_CHARACTER, span, cs_buf_text(&name));
            cs_buf_free(&name);
            return;
        }
    }
}
