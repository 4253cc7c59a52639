/* The only file that sees libyaml for reading. It runs the event loop over a source and builds the node tree.
 *
 * Events are used rather than libyaml's documents, which cost 1.7 times as much and resolve types. Depth is
 * limited in the loop, since libyaml's own cost grows with the square of it; runs of blanks and of %TAG lines are
 * refused before it sees them, for the same reason. Marks count code points; they become byte offsets here, and no
 * other code deals with them. */
#include "yaml/yaml_doc.h"
#include "yaml/yaml_lines.h"
#include "yaml/yaml_other.h"
#include "base/ascii.h"
#include "base/messages_yaml.h"
#include "base/wide.h"

#include <errno.h>
#include <string.h>
#include <yaml.h>

enum { DEEPEST = 16, BLANKS_IN_A_ROW = 4096, DIRECTIVES = 16 };

/* The parser's own buffer, set aside while it reads from the file's bytes. */
struct loan {
    bool lent;
    yaml_char_t *start, *end, *pointer, *last;
};

struct reader {
    struct cs_job *job;
    struct cs_arena *nodes;
    const struct cs_source *source;
    yaml_parser_t parser;
    struct loan loan; /* saved while the parser's buffer is replaced */

    yaml_mark_t mark; /* the last mark converted, and its byte offset */
    const char *at_mark;

    struct cs_node *open[DEEPEST + 1]; /* collections being filled */
    struct cs_node *last[DEEPEST + 1]; /* their last children so far */
    int depth;
    struct cs_node *root;
};

struct cs_span cs_node_span(const struct cs_source *source, const struct cs_node *node)
{
    return (struct cs_span){source, node->start, node->end};
}

/* The input for libyaml: without the byte order mark, which it does not expect once it is told the encoding. */
static cs_text text_of(const struct cs_source *source)
{
    static const cs_text byte_order_mark = CS_LITERAL("\xef\xbb\xbf");
    return cs_text_skip(source->bytes, cs_text_starts(source->bytes, byte_order_mark) ? byte_order_mark.size : 0);
}

/* --- lending the file's bytes to the parser --- */

/* Size of the character at the front if libyaml accepts it without further checks: well-formed, no control, no byte
 * order mark. 0 otherwise. */
static size_t plain_size(const unsigned char *at, const unsigned char *end)
{
    unsigned char lead = at[0];
    if (lead < 0x80)
        return (lead >= 0x20 && lead != 0x7f) || lead == '\n' || lead == '\r' || lead == '\t';
    size_t size = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (size == 0 || (size_t)(end - at) < size)
        return 0;
    for (size_t i = 1; i < size; i++)
        if ((at[i] & 0xc0) != 0x80)
            return 0;
    switch (lead) {
    case 0xc2:
        return at[1] < 0xa0 ? 0 : size; /* controls; U+0085 ends lines */
    case 0xe0:
        return at[1] < 0xa0 ? 0 : size; /* overlong */
    case 0xed:
        return at[1] > 0x9f ? 0 : size; /* surrogates */
    case 0xef:
        return (at[1] == 0xbb && at[2] == 0xbf) || (at[1] == 0xbf && at[2] > 0xbd) ? 0 : size;
    case 0xf0:
        return at[1] < 0x90 ? 0 : size;
    case 0xf4:
        return at[1] > 0x8f ? 0 : size;
    default:
        return size;
    }
}

/* True for eight bytes of printable ASCII. */
static bool is_printable_word(const unsigned char *bytes)
{
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return ((word | (word - each * 0x20) | (word + each)) & each * 0x80) == 0;
}

/* Counts the characters if all are plain. Printable ASCII, kana and kanji, nearly all of a file, take the fast path. */
static bool count_plain(cs_text text, size_t *count)
{
    enum { WORD = 8 };
    const unsigned char *at = (const unsigned char *)text.bytes, *end = at + text.size;
    size_t counted = 0;
    while (at < end) {
        const unsigned char *start = at;
        for (; end - at >= WORD && is_printable_word(at); counted += WORD)
            at += WORD;
        for (; at < end && ((*at >= 0x20 && *at < 0x7f) || *at == '\n'); counted++)
            at++;
        size_t wide = cs_wide_run((cs_text){(const char *)at, (size_t)(end - at)});
        at += wide;
        counted += wide / 3;
        if (at > start)
            continue;
        size_t size = plain_size(at, end);
        if (size == 0)
            return false;
        at += size;
        counted++;
    }
    *count = counted;
    return true;
}

/* True for a libyaml version whose parser struct is known to work as used here. */
static bool knows_libyaml(void)
{
    int major, minor, patch;
    yaml_get_version(&major, &minor, &patch);
    return major == 0 && minor == 2 && patch <= 5;
}

/* Gives the parser its text: as input, or, if all of it is plain, as the buffer that it would copy the text to,
 * character by character, which takes a third of its total time. The buffer's fields are in yaml.h, though marked as
 * internal; this is the only place that touches them. The parser takes the zero byte after the text for the end.
 * cs_yaml_read restores the parser's own buffer before it is deleted. */
static void lend(yaml_parser_t *parser, struct loan *loan, cs_text text, bool is_string)
{
    size_t count;
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(parser, (const unsigned char *)text.bytes, text.size);
    if (!is_string || !knows_libyaml() || !count_plain(text, &count))
        return;
    *loan = (struct loan){true, parser->buffer.start, parser->buffer.end, parser->buffer.pointer, parser->buffer.last};
    yaml_char_t *bytes = (yaml_char_t *)(uintptr_t)text.bytes; /* never written to: the parser has no more input */
    parser->buffer.start = parser->buffer.pointer = bytes;
    parser->buffer.end = parser->buffer.last = bytes + text.size + 1;
    parser->unread = count + 1;
    parser->eof = 1;
}

static void take_back(yaml_parser_t *parser, const struct loan *loan)
{
    if (!loan->lent)
        return;
    parser->buffer.start = loan->start;
    parser->buffer.end = loan->end;
    parser->buffer.pointer = loan->pointer;
    parser->buffer.last = loan->last;
}

/* --- places --- */

/* Byte offset of a mark. Marks mostly come in order, so columns are counted from the last one: a line of a thousand
 * entries is scanned once. */
static uint32_t offset_of(struct reader *reader, yaml_mark_t mark)
{
    const struct cs_source *source = reader->source;
    if (mark.line >= source->line_count)
        return (uint32_t)source->bytes.size;
    const char *end = source->bytes.bytes + source->bytes.size;
    bool goes_on = reader->at_mark && mark.line == reader->mark.line && mark.column >= reader->mark.column;
    const char *at = mark.line ? source->bytes.bytes + source->lines[mark.line] : text_of(source).bytes;
    at = goes_on ? reader->at_mark : at;
    for (size_t column = goes_on ? reader->mark.column : 0; column < mark.column && at < end; column++)
        for (at++; at < end && (*at & 0xc0) == 0x80; at++)
            ;
    reader->mark = mark;
    reader->at_mark = at;
    return (uint32_t)(at - source->bytes.bytes);
}

/* Goes on to a later mark of the same line, whose offset is known. */
static void go_on_to(struct reader *reader, yaml_mark_t mark, uint32_t offset)
{
    reader->mark = mark;
    reader->at_mark = reader->source->bytes.bytes + offset;
}

static void refuse(struct reader *reader, cs_message message, yaml_event_t *event)
{
    struct cs_span span = {reader->source, offset_of(reader, event->start_mark), offset_of(reader, event->end_mark)};
    cs_report(reader->job, message, span, (cs_text){0});
}

/* Appends a node to the open collection. */
static void attach(struct reader *reader, struct cs_node *node)
{
    if (reader->depth == 0)
        reader->root = node;
    else if (reader->last[reader->depth])
        reader->last[reader->depth]->next = node;
    else
        reader->open[reader->depth]->first = node;
    reader->last[reader->depth] = node;
}

/* The scalar's text: a view of the source if the bytes are the same, else a copy. */
static cs_text keep_text(struct reader *reader, uint32_t start, cs_text value)
{
    cs_text all = reader->source->bytes;
    if (start + value.size <= all.size && memcmp(all.bytes + start, value.bytes, value.size) == 0)
        return (cs_text){all.bytes + start, value.size};
    return cs_text_copy(&reader->job->arena, value);
}

/* True for characters that are written without blanks between them: CJK and full-width forms. */
static bool is_wide(uint32_t point)
{
    return point >= 0x2e80;
}

static uint32_t last_point(cs_text text)
{
    size_t at = text.size;
    while (at > 0 && (text.bytes[at - 1] & 0xc0) == 0x80)
        at--;
    cs_text rest = cs_text_skip(text, at ? at - 1 : 0);
    return cs_text_next(&rest);
}

/* Takes the first line off *rest, with any kind of line end. */
static cs_text take_line(cs_text *rest)
{
    size_t size = 0;
    while (size < rest->size && rest->bytes[size] != '\n' && rest->bytes[size] != '\r')
        size++;
    cs_text line = {rest->bytes, size};
    *rest = cs_text_skip(*rest, size);
    *rest = cs_text_skip(*rest, cs_text_starts(*rest, CS_TEXT("\r\n")) ? 2 : 1);
    return line;
}

/* Joins the lines of a plain text. YAML puts a blank at each line end; between two Japanese characters that would be
 * a gap, so none is put there. A blank line becomes a line end, as in YAML. */
static cs_text join_lines(struct reader *reader, cs_text raw)
{
    struct cs_buf joined = {0};
    bool paragraph = false;
    while (raw.size) {
        cs_text line = cs_text_trim(take_line(&raw)), peek = line;
        if (line.size == 0) {
            cs_buf_add_byte(&joined, '\n');
            paragraph = true;
            continue;
        }
        bool meet = is_wide(last_point(cs_buf_text(&joined))) && is_wide(cs_text_next(&peek));
        if (joined.size && !paragraph && !meet)
            cs_buf_add_byte(&joined, ' ');
        cs_buf_add(&joined, line);
        paragraph = false;
    }
    return cs_buf_take(&reader->job->arena, &joined);
}

/* Finds the first character produced by an escape that must not reach a workbook or terminal. */
static bool find_control(cs_text text, uint32_t *point)
{
    while (text.size) {
        *point = cs_text_next(&text);
        if ((*point < 0x20 && *point != '\n' && *point != '\t') || (*point >= 0x7f && *point < 0xa0))
            return true;
    }
    return false;
}

static void report_control(struct reader *reader, const struct cs_node *node, uint32_t point)
{
    struct cs_buf name = {0};
    cs_buf_print(&name, "U+%04X", (unsigned)point);
    cs_report(reader->job, CS_MESSAGE_BAD_CHARACTER, cs_node_span(reader->source, node), cs_buf_text(&name));
    cs_buf_free(&name);
}

static bool take_scalar(struct reader *reader, yaml_event_t *event)
{
    struct cs_node *node = cs_alloc(reader->nodes, sizeof *node);
    cs_text value = {(const char *)event->data.scalar.value, event->data.scalar.length};
    yaml_scalar_style_t style = event->data.scalar.style;
    bool quoted = style == YAML_DOUBLE_QUOTED_SCALAR_STYLE || style == YAML_SINGLE_QUOTED_SCALAR_STYLE;
    node->kind = CS_NODE_TEXT;
    node->plain = style == YAML_PLAIN_SCALAR_STYLE;
    node->start = offset_of(reader, event->start_mark);
    node->text = keep_text(reader, node->start + quoted, value);
    bool verbatim = node->text.bytes == reader->source->bytes.bytes + node->start + quoted;
    node->end = verbatim ? node->start + (uint32_t)value.size + 2u * quoted : offset_of(reader, event->end_mark);
    if (verbatim && event->end_mark.line == event->start_mark.line)
        go_on_to(reader, event->end_mark, node->end);
    if (node->plain && !verbatim)
        node->text = join_lines(reader, cs_span_text(cs_node_span(reader->source, node)));
    uint32_t control;
    if (style == YAML_DOUBLE_QUOTED_SCALAR_STYLE && !verbatim && find_control(value, &control)) {
        report_control(reader, node, control);
        return false;
    }
    attach(reader, node);
    return true;
}

static bool open_collection(struct reader *reader, yaml_event_t *event, enum cs_node_kind kind)
{
    if (reader->depth == DEEPEST) {
        refuse(reader, CS_MESSAGE_TOO_DEEP, event);
        return false;
    }
    struct cs_node *node = cs_alloc(reader->nodes, sizeof *node);
    node->kind = kind;
    node->start = offset_of(reader, event->start_mark);
    attach(reader, node);
    reader->depth++;
    reader->open[reader->depth] = node;
    reader->last[reader->depth] = NULL;
    return true;
}

static void close_collection(struct reader *reader, yaml_event_t *event)
{
    reader->open[reader->depth]->end = offset_of(reader, event->end_mark);
    reader->depth--;
}

/* Reports anchors and tags, which any node may have. */
static bool is_plain_node(struct reader *reader, yaml_event_t *event, const yaml_char_t *anchor, const yaml_char_t *tag)
{
    if (!anchor && !tag)
        return true;
    refuse(reader, anchor ? CS_MESSAGE_ANCHOR : CS_MESSAGE_TAG, event);
    return false;
}

/* Reports the key <<, which other YAML readers treat as a merge key. */
static void refuse_merge_key(struct reader *reader, const struct cs_node *map)
{
    for (const struct cs_node *key = map->first; key; key = key->next->next)
        if (key->kind == CS_NODE_TEXT && key->plain && cs_text_equal(key->text, CS_TEXT("<<")))
            cs_report(reader->job, CS_MESSAGE_MERGE_KEY, cs_node_span(reader->source, key), (cs_text){0});
}

static bool take_event(struct reader *reader, yaml_event_t *event, int *documents)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return is_plain_node(reader, event, event->data.scalar.anchor, event->data.scalar.tag) &&
               take_scalar(reader, event);
    case YAML_MAPPING_START_EVENT:
        return is_plain_node(reader, event, event->data.mapping_start.anchor, event->data.mapping_start.tag) &&
               open_collection(reader, event, CS_NODE_MAP);
    case YAML_SEQUENCE_START_EVENT:
        return is_plain_node(reader, event, event->data.sequence_start.anchor, event->data.sequence_start.tag) &&
               open_collection(reader, event, CS_NODE_LIST);
    case YAML_MAPPING_END_EVENT:
        refuse_merge_key(reader, reader->open[reader->depth]);
        close_collection(reader, event);
        return true;
    case YAML_SEQUENCE_END_EVENT:
        close_collection(reader, event);
        return true;
    case YAML_ALIAS_EVENT:
        refuse(reader, CS_MESSAGE_ANCHOR, event);
        return false;
    case YAML_DOCUMENT_START_EVENT:
        if (++*documents > 1)
            refuse(reader, CS_MESSAGE_SECOND_DOCUMENT, event);
        return *documents == 1;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT:
        return true;
    }
    return true;
}

static void report_no_memory(struct cs_job *job, const struct cs_source *source)
{
    cs_report(job, CS_MESSAGE_CANNOT_READ, ((struct cs_span){source, 0, 0}), cs_system_words(job, ENOMEM));
}

/* Reports where libyaml stopped: at the problem's mark, or at the mark of its context if that is the cause. */
static void report_parser(struct reader *reader)
{
    yaml_parser_t *parser = &reader->parser;
    if (parser->error == YAML_MEMORY_ERROR) {
        report_no_memory(reader->job, reader->source);
        return;
    }
    uint32_t problem = offset_of(reader, parser->problem_mark);
    uint32_t context = parser->context ? offset_of(reader, parser->context_mark) : problem;
    cs_yaml_report_cause(reader->job, reader->source, cs_text_of(parser->problem), problem, context);
}

/* The line on which libyaml sees the end; it ends the last line if the file does not. */
static uint32_t last_line(const struct cs_source *source)
{
    cs_text all = source->bytes;
    bool ended = all.size && (all.bytes[all.size - 1] == '\n' || all.bytes[all.size - 1] == '\r');
    return source->line_count - ended;
}

/* True if the whole document was read; every cause of failure is reported except the parser's own. */
static bool run(struct reader *reader, bool *parser_failed)
{
    bool good = true, finished = false;
    int documents = 0;
    while (good && !finished) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader->parser, &event)) {
            *parser_failed = true;
            return false;
        }
        good = take_event(reader, &event, &documents);
        finished = event.type == YAML_STREAM_END_EVENT;
        if (finished && event.end_mark.line > last_line(reader->source)) {
            cs_yaml_report_bytes(reader->job,
                                 reader->source); /* line breaks that only YAML knows: our line numbers would differ */
            good = false;
        }
        yaml_event_delete(&event);
    }
    return good;
}

/* True if the file has a shape for which libyaml takes quadratic time: an endless run of blanks or of directives. A
 * run that long covers at least one of the sampled places, so few bytes are examined. */
static bool is_abusive(const struct cs_source *source)
{
    cs_text all = source->bytes;
    for (size_t i = 0; i < all.size; i += BLANKS_IN_A_ROW) {
        size_t from = i, to = i;
        while (from > 0 && cs_is_space(all.bytes[from - 1]) && cs_is_space(all.bytes[i]) && i - from < BLANKS_IN_A_ROW)
            from--;
        while (to < all.size && cs_is_space(all.bytes[to]) && to - i < BLANKS_IN_A_ROW)
            to++;
        if (to - from > BLANKS_IN_A_ROW)
            return true;
    }
    uint32_t directives = 0;
    for (uint32_t line = 1; line <= source->line_count && directives <= DIRECTIVES; line++) {
        cs_text text = cs_text_trim(cs_source_line(source, line));
        if (text.size && text.bytes[0] != '%' && text.bytes[0] != '#')
            break;
        directives += text.size && text.bytes[0] == '%';
    }
    return directives > DIRECTIVES;
}

const struct cs_node *cs_yaml_read(struct cs_job *job, struct cs_arena *nodes, const struct cs_source *source)
{
    struct reader reader = {.job = job, .nodes = nodes, .source = source};
    bool parser_failed = false, good = false;
    if (cs_yaml_report_other(job, source))
        return NULL;
    if (is_abusive(source)) {
        cs_report(job, CS_MESSAGE_SYNTAX, ((struct cs_span){source, 0, 0}),
                  CS_TEXT("blanks or directives without end"));
        return NULL;
    }
    if (!yaml_parser_initialize(&reader.parser)) {
        report_no_memory(job, source);
        return NULL;
    }
    lend(&reader.parser, &reader.loan, text_of(source), source->is_string);
    uint32_t errors = cs_job_faults(job);
    good = run(&reader, &parser_failed);
    if (parser_failed)
        cs_yaml_report_bytes(job, source);
    if (!parser_failed || cs_job_faults(job) == errors) /* else the lines differ from those that a person sees */
        cs_yaml_scan_lines(job, source, parser_failed);
    if (parser_failed && cs_job_faults(job) == errors)
        report_parser(&reader);
    good = good && cs_job_faults(job) == errors;
    take_back(&reader.parser, &reader.loan);
    yaml_parser_delete(&reader.parser);
    if (good && !reader.root)
        cs_report(job, CS_MESSAGE_EMPTY_FILE, ((struct cs_span){source, 0, 0}), (cs_text){0});
    else if (good && reader.root->kind != CS_NODE_MAP)
        cs_report(job, CS_MESSAGE_NOT_MAPPING, ((struct cs_span){source, reader.root->start, reader.root->end}),
                  (cs_text){0});
    else if (good)
        return reader.root;
    return NULL;
}
