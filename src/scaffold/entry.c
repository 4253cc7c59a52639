/* Entries of mappings, by lines. The node tree locates texts; comments and blanks are what lies between. */
#include "scaffold/entry.h"

/* --- lines -------------------------------------------------------------------------------------------------------- */

uint32_t cs_line_of(const struct cs_source *source, uint32_t offset)
{
    return cs_source_place(source, offset).line;
}

uint32_t cs_line_start(const struct cs_source *source, uint32_t line)
{
    if (line > source->line_count)
        return (uint32_t)source->bytes.size;
    return (uint32_t)(cs_source_line(source, line).bytes - source->bytes.bytes); /* after a byte order mark */
}

uint32_t cs_line_end(const struct cs_source *source, uint32_t line)
{
    if (line > source->line_count)
        return (uint32_t)source->bytes.size;
    return cs_line_start(source, line) + (uint32_t)cs_source_line(source, line).size;
}

uint32_t cs_line_indent(const struct cs_source *source, uint32_t line)
{
    cs_text text = cs_source_line(source, line);
    uint32_t indent = 0;
    while (indent < text.size && text.bytes[indent] == ' ')
        indent++;
    return indent;
}

static bool is_blank(const struct cs_source *source, uint32_t line)
{
    return cs_text_trim(cs_source_line(source, line)).size == 0;
}

static bool is_comment(const struct cs_source *source, uint32_t line)
{
    return cs_text_starts(cs_text_trim(cs_source_line(source, line)), CS_TEXT("#"));
}

cs_text cs_line_break(const struct cs_source *source, uint32_t line)
{
    for (uint32_t at = line < source->line_count ? line : source->line_count - 1; at >= 1; at--) {
        uint32_t end = cs_line_end(source, at);
        cs_text text = {source->bytes.bytes + end, cs_line_start(source, at + 1) - end};
        if (text.size)
            return text;
    }
    return CS_TEXT("\n");
}

/* --- nodes -------------------------------------------------------------------------------------------------------- */

bool cs_node_is_flow(const struct cs_source *source, const struct cs_node *node)
{
    if (node->kind == CS_NODE_TEXT || node->start >= source->bytes.size)
        return false;
    char byte = source->bytes.bytes[node->start];
    return (byte == '{' || byte == '[') && (!node->first || node->first->start > node->start);
}

/* True for a block scalar, written with | or >. */
static bool is_block(const struct cs_source *source, const struct cs_node *node)
{
    char byte = node->start < source->bytes.size ? source->bytes.bytes[node->start] : 0;
    return node->kind == CS_NODE_TEXT && !node->plain && (byte == '|' || byte == '>');
}

/* The end of the header of a block scalar: |, |2-, >+. */
static uint32_t header_end(const struct cs_source *source, const struct cs_node *node)
{
    uint32_t end = node->start, line_end = cs_line_end(source, cs_line_of(source, node->start));
    while (end < line_end && source->bytes.bytes[end] != ' ' && source->bytes.bytes[end] != '\t')
        end++;
    return end;
}

static bool keeps_blank_lines(const struct cs_source *source, const struct cs_node *node)
{
    cs_text header = {source->bytes.bytes + node->start, header_end(source, node) - node->start};
    return is_block(source, node) && cs_text_find(header, CS_TEXT("+")) >= 0;
}

/* The last line of a node's text. */
static uint32_t last_line(const struct cs_source *source, const struct cs_node *node)
{
    const struct cs_node *last = node;
    while (last->kind != CS_NODE_TEXT && !cs_node_is_flow(source, last) && last->first) {
        last = last->first;
        while (last->next)
            last = last->next;
    }
    if (!is_block(source, last))
        return cs_line_of(source, last->end);
    uint32_t first = cs_line_of(source, last->start), line = cs_line_of(source, last->end);
    if (line > first && last->end <= cs_line_start(source, line) + cs_line_indent(source, line) &&
        last->end < source->bytes.size)
        line--; /* it ends at the beginning of the next line */
    while (line > first && is_blank(source, line) && !keeps_blank_lines(source, last))
        line--;
    return line;
}

/* The last line including the comments below an entry that are indented deeper than its key, and the blank lines
 * before them. */
static uint32_t with_comments_below(const struct cs_source *source, uint32_t line, uint32_t indent)
{
    uint32_t last = line;
    for (uint32_t at = line + 1; at <= source->line_count; at++) {
        if (is_blank(source, at))
            continue;
        if (!is_comment(source, at) || cs_line_indent(source, at) <= indent)
            break;
        last = at;
    }
    return last;
}

/* The first of the comments directly above a key with the same indentation, up to the heading of a section. */
static uint32_t first_comment(const struct cs_source *source, uint32_t line, uint32_t indent)
{
    while (line > 1 && is_comment(source, line - 1) && cs_line_indent(source, line - 1) == indent &&
           !cs_text_starts(cs_text_trim(cs_source_line(source, line - 1)), CS_TEXT("# --")))
        line--;
    return line;
}

/* --- an entry ----------------------------------------------------------------------------------------------------- */

static bool find_colon(const struct cs_source *source, const struct cs_node *key, uint32_t *colon)
{
    uint32_t at = key->end, end = (uint32_t)source->bytes.size;
    while (at < end && (source->bytes.bytes[at] == ' ' || source->bytes.bytes[at] == '\t'))
        at++;
    *colon = at + 1;
    return at < end && source->bytes.bytes[at] == ':';
}

bool cs_entry_of(const struct cs_source *source, const struct cs_node *key, struct cs_entry *entry)
{
    const struct cs_node *value = key->next;
    *entry = (struct cs_entry){.key = key, .value = value, .line = cs_line_of(source, key->start)};
    entry->indent = cs_line_indent(source, entry->line);
    if (cs_line_start(source, entry->line) + entry->indent != key->start || !find_colon(source, key, &entry->colon))
        return false;
    entry->comments = first_comment(source, entry->line, entry->indent);
    entry->head_end = entry->colon;
    entry->head_line = entry->line;
    if (cs_line_of(source, value->start) == entry->line && value->end > value->start) {
        entry->head_end = is_block(source, value) ? header_end(source, value) : value->end;
        entry->head_line = cs_line_of(source, entry->head_end);
    }
    entry->last_of_body = last_line(source, value);
    entry->last = with_comments_below(source, entry->last_of_body, entry->indent);
    return true;
}

/* --- comments in a value ------------------------------------------------------------------------------------------ */

/* Adds the comments between two texts of a value, each from its # to the line's end. */
static void add_gap(const struct cs_source *source, uint32_t from, uint32_t to, struct cs_buf *out)
{
    for (uint32_t at = from; at < to; at++)
        if (source->bytes.bytes[at] == '#') {
            uint32_t end = cs_line_end(source, cs_line_of(source, at));
            cs_buf_add(out, (cs_text){source->bytes.bytes + at, end - at});
            cs_buf_add_byte(out, '\n');
            at = end;
        }
}

/* Visits the texts of a node in order; *at is the end of the last one. */
static void walk(const struct cs_source *source, const struct cs_node *node, uint32_t *at, struct cs_buf *out)
{
    if (node->kind != CS_NODE_TEXT) {
        for (const struct cs_node *child = node->first; child; child = child->next)
            walk(source, child, at, out);
        return;
    }
    if (node->start > *at)
        add_gap(source, *at, node->start, out);
    uint32_t end = is_block(source, node) ? cs_line_end(source, last_line(source, node)) : node->end;
    if (is_block(source, node))
        add_gap(source, header_end(source, node), cs_line_end(source, cs_line_of(source, node->start)), out);
    *at = end > *at ? end : *at;
}

void cs_entry_comments(const struct cs_source *source, const struct cs_entry *entry, uint32_t from, uint32_t to,
                       struct cs_buf *out)
{
    uint32_t at = from;
    if (!is_block(source, entry->value) || cs_line_of(source, entry->value->start) != entry->line)
        walk(source, entry->value, &at, out);
    else
        at = cs_line_end(source, entry->last_of_body); /* the comment after | is on the key's line, and stays */
    if (to > at)
        add_gap(source, at, to, out);
}
