/* Deciding which finding has exactly one fix, and what it is. */
#include "scaffold/cure.h"
#include "base/ascii.h"
#include "base/job.h"
#include "base/unicode.h"
#include "base/yaml_out.h"
#include "scaffold/edit_value.h"
#include "scaffold/entry.h"
#include "checksheet/rules.h"

#include <string.h>

static uint32_t offset_in(const struct cs_source *source, const char *at)
{
    return (uint32_t)(at - source->bytes.bytes);
}

/* The indentation step of the file: that of its first indented line. */
static uint32_t step_of(struct cs_curing *curing)
{
    for (uint32_t line = 1; line <= curing->source->line_count && !curing->step; line++) {
        uint32_t indent = cs_line_indent(curing->source, line);
        cs_text text = cs_text_trim(cs_source_line(curing->source, line));
        if (indent && text.size && text.bytes[0] != '#' && indent <= 8)
            curing->step = indent;
    }
    curing->step = curing->step ? curing->step : CS_YAML_STEP;
    return curing->step;
}

static bool replace(const struct cs_finding *finding, cs_text text, struct cs_cure *cure)
{
    *cure = (struct cs_cure){finding->span.start, finding->span.end, text};
    return true;
}

/* Bytes of blanks, tabs and full-width blanks at the front of a line, and their visible width. */
static uint32_t blanks_of(struct cs_curing *curing, cs_text line, uint32_t *width)
{
    cs_text rest = line;
    *width = 0;
    for (;;) {
        size_t size = cs_text_starts(rest, CS_TEXT("\xe3\x80\x80")) ? 3
                      : rest.size && strchr(" \t", rest.bytes[0])   ? 1
                                                                    : 0;
        if (size == 0)
            return (uint32_t)(line.size - rest.size);
        *width += size == 3 ? 2 : rest.bytes[0] == ' ' ? 1 : step_of(curing);
        rest = cs_text_skip(rest, size);
    }
}

enum { MOST_ABOVE = 1000000 }; /* lines examined for all fixes of a file: each may examine all lines above it */

/* The indentation closest to the visible width of the blanks, among those possible below the lines above. */
static uint32_t nearest_indent(struct cs_curing *curing, uint32_t line, uint32_t width)
{
    const struct cs_source *source = curing->source;
    uint32_t best = 0, innermost = UINT32_MAX;
    for (uint32_t above = line - 1; above > 0 && innermost > 0 && curing->above < MOST_ABOVE; above--) {
        curing->above++;
        cs_text text = cs_source_line(source, above), said = cs_text_trim(text);
        uint32_t indent = cs_line_indent(source, above), look;
        if (said.size == 0 || said.bytes[0] == '#' || blanks_of(curing, text, &look) != indent || indent >= innermost)
            continue; /* a line that is wrong itself tells nothing */
        uint32_t deeper =
            innermost == UINT32_MAX && cs_text_ends(said, CS_TEXT(":")) ? indent + step_of(curing) : indent;
        const uint32_t candidates[] = {deeper, indent};
        for (int i = 0; i < 2; i++) {
            uint32_t far = candidates[i] > width ? candidates[i] - width : width - candidates[i];
            uint32_t best_far = best > width ? best - width : width - best;
            best = (innermost == UINT32_MAX && i == 0) || far < best_far ? candidates[i] : best;
        }
        innermost = indent;
    }
    return best;
}

static bool cure_indent(struct cs_curing *curing, const struct cs_finding *finding, struct cs_cure *cure)
{
    struct cs_buf blanks = {0};
    uint32_t number = cs_source_place(curing->source, finding->span.start).line, width;
    cs_text line = cs_source_line(curing->source, number);
    uint32_t start = offset_in(curing->source, line.bytes), size = blanks_of(curing, line, &width);
    uint32_t indent = nearest_indent(curing, number, width);
    if (curing->above >= MOST_ABOVE)
        return false;
    cs_buf_add_repeat(&blanks, ' ', indent);
    *cure = (struct cs_cure){start, start + size, cs_buf_take(&curing->job->arena, &blanks)};
    return true;
}

/* Adds a blank after the colon, unless one, or nothing, follows. */
static bool cure_colon(struct cs_curing *curing, const struct cs_finding *finding, struct cs_cure *cure)
{
    cs_text behind = cs_text_skip(curing->source->bytes, finding->span.end);
    bool is_free = behind.size == 0 || strchr(" \r\n", behind.bytes[0]);
    return replace(finding, is_free ? CS_TEXT(":") : CS_TEXT(": "), cure);
}

/* --- quotes ------------------------------------------------------------------------------------------------------- */

/* The text after the first colon of a line that is followed by a blank; empty if there is none. */
static cs_text value_of(cs_text line)
{
    for (size_t i = 0; i + 1 < line.size; i++)
        if (line.bytes[i] == ':' && line.bytes[i + 1] == ' ')
            return cs_text_trim(cs_text_skip(line, i + 1));
    return (cs_text){0};
}

/* True for a line whose text continues on the next one. */
static bool goes_on(const struct cs_source *source, uint32_t line)
{
    uint32_t indent = cs_line_indent(source, line);
    for (uint32_t next = line + 1; next <= source->line_count; next++) {
        cs_text text = cs_text_trim(cs_source_line(source, next));
        if (text.size && text.bytes[0] != '#')
            return cs_line_indent(source, next) > indent;
    }
    return false;
}

/* True if a text may have been meant as a key with its value: 6-8: status: ○ */
static bool may_be_key(cs_text value)
{
    static const cs_text keys[] = {CS_LITERAL("status"),   CS_LITERAL("remark"), CS_LITERAL("evidence"),
                                   CS_LITERAL("reviewed"), CS_LITERAL("owner"),  CS_LITERAL("same"),
                                   CS_LITERAL("value"),    CS_LITERAL("detail"), CS_LITERAL("by")};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (cs_text_starts(value, keys[i]) && cs_text_starts(cs_text_skip(value, keys[i].size), CS_TEXT(":")))
            return true;
    return false;
}

/* True for a text with a colon, one that begins with an indicator of YAML, and an answer such as [社外秘] ○. */
static bool is_for_quotes(const struct cs_source *source, const struct cs_finding *finding, cs_text line, cs_text value)
{
    uint32_t start = offset_in(source, value.bytes);
    if (finding->rule == CS_RULE_COLON_IN_ANSWER)
        return !strchr("\"'[{|>", value.bytes[0]);
    if (strchr("[{", value.bytes[0])) {
        cs_text before =
            cs_text_trim((cs_text){value.bytes, finding->span.start > start ? finding->span.start - start : 0});
        bool is_behind = cs_text_ends(before, CS_TEXT("]")) || cs_text_ends(before, CS_TEXT("}"));
        return is_behind && cs_is_digit(cs_text_trim(line).bytes[0]);
    }
    bool is_sign = strchr("*&!", value.bytes[0]) && cs_text_starts(cs_text_skip(value, 1), CS_TEXT(" "));
    return finding->span.start == start && (is_sign || strchr("@`%-", value.bytes[0]));
}

/* Puts the whole value of the line in quotes; not if a # may be meant as a comment, or the text continues. */
static bool cure_by_quotes(struct cs_curing *curing, const struct cs_finding *finding, struct cs_cure *cure)
{
    const struct cs_source *source = curing->source;
    uint32_t number = cs_source_place(source, finding->span.start).line;
    cs_text line = cs_source_line(source, number), value = value_of(line);
    bool is_list = cs_text_starts(cs_text_trim(line), CS_TEXT("- "));
    if (value.size == 0 || is_list || goes_on(source, number) || may_be_key(value) ||
        cs_text_find(value, CS_TEXT(" #")) >= 0 || !is_for_quotes(source, finding, line, value))
        return false;
    uint32_t start = offset_in(source, value.bytes);
    struct cs_buf quoted = {0};
    bool is_plain = cs_text_find(value, CS_TEXT("\"")) < 0 && cs_text_find(value, CS_TEXT("\\")) < 0;
    if (is_plain) {
        cs_buf_add_byte(&quoted, '"');
        cs_buf_add(&quoted, value);
        cs_buf_add_byte(&quoted, '"');
    } else if (!cs_yaml_add_in_single_quotes(&quoted, value)) {
        cs_buf_free(&quoted);
        return false;
    }
    *cure = (struct cs_cure){start, start + (uint32_t)value.size, cs_buf_take(&curing->job->arena, &quoted)};
    return true;
}

/* --- words -------------------------------------------------------------------------------------------------------- */

static const struct cs_node *root_of(struct cs_curing *curing)
{
    if (!curing->is_read) {
        struct cs_job *reading = curing->reading = cs_job_fork(curing->job);
        curing->root = reading ? cs_yaml_read(reading, &reading->arena, curing->source) : NULL;
        curing->is_read = true;
    }
    return curing->root;
}

/* The mapping below a node that has a key starting at an offset. */
static const struct cs_node *map_of_key(const struct cs_node *node, uint32_t start)
{
    const struct cs_node *found = NULL;
    for (const struct cs_node *child = node ? node->first : NULL; child && !found; child = child->next) {
        if (node->kind == CS_NODE_MAP && child->start == start)
            return node;
        if (node->kind == CS_NODE_MAP)
            child = child->next; /* the key's value */
        found = map_of_key(child, start);
    }
    return found;
}

/* True if a line of the file begins with a key, whatever it belongs to. */
static bool has_key_anywhere(const struct cs_source *source, cs_text key)
{
    for (uint32_t line = 1; line <= source->line_count; line++) {
        cs_text text = cs_text_trim(cs_source_line(source, line));
        if (cs_text_starts(text, key) && cs_text_starts(cs_text_skip(text, key.size), CS_TEXT(":")))
            return true;
    }
    return false;
}

/* Renames a key to the one that was meant, unless the mapping has that one as well; a file that is not YAML yet, unless
 * there may be one. */
static bool cure_key(struct cs_curing *curing, const struct cs_finding *finding, struct cs_cure *cure)
{
    /* in a file with many findings most have no proposal: the search for one is limited */
    if (finding->instead.size == 0)
        return false;
    if (!root_of(curing))
        return !has_key_anywhere(curing->source, finding->instead) && replace(finding, finding->instead, cure);
    const struct cs_node *map = map_of_key(root_of(curing), finding->span.start);
    if (!map)
        return false;
    for (const struct cs_node *key = map->first; key; key = key->next->next)
        if (cs_text_equal(key->text, finding->instead))
            return false;
    return replace(finding, finding->instead, cure);
}

/* The text with every sign that is used as a hyphen replaced by a hyphen. */
static cs_text with_hyphens(struct cs_job *job, cs_text text)
{
    struct cs_buf out = {0};
    for (cs_text rest = text; rest.size;) {
        cs_text before = rest;
        uint32_t point = cs_text_next(&rest);
        bool is_dash = (point >= 0x2010 && point <= 0x2015) || point == 0x2212 || point == 0x30fc || point == 0x2500;
        cs_buf_add(&out, is_dash ? CS_TEXT("-") : (cs_text){before.bytes, before.size - rest.size});
    }
    return cs_buf_take(&job->arena, &out);
}

/* Replaces a number with the same one in half-width characters; any other number would be a guess. */
static bool cure_number(struct cs_curing *curing, const struct cs_finding *finding, struct cs_cure *cure)
{
    cs_text folded = with_hyphens(curing->job, cs_text_fold(&curing->job->arena, cs_span_text(finding->span)));
    return finding->instead.size && cs_text_equal(folded, finding->instead) && cure_key(curing, finding, cure);
}

bool cs_cure_of(struct cs_curing *curing, const struct cs_finding *finding, struct cs_cure *cure)
{
    switch (finding->rule) {
    case CS_RULE_FULLWIDTH_COLON:
    case CS_RULE_MISSING_SPACE:
        return cure_colon(curing, finding, cure);
    case CS_RULE_TAB_INDENT:
    case CS_RULE_FULLWIDTH_INDENT:
        return cure_indent(curing, finding, cure);
    case CS_RULE_COLON_IN_ANSWER:
    case CS_RULE_YAML_SYNTAX:
        return cure_by_quotes(curing, finding, cure);
    case CS_RULE_TRAILING_SPACE:
        return replace(finding, (cs_text){0}, cure);
    case CS_RULE_MARK_VARIANT:
    case CS_RULE_BAD_DATE:
        return finding->instead.size && replace(finding, finding->instead, cure);
    case CS_RULE_UNKNOWN_KEY:
        return cure_key(curing, finding, cure);
    case CS_RULE_UNKNOWN_NUMBER:
        return cure_number(curing, finding, cure);
    default:
        return false;
    }
}

bool cs_curing_reads(const struct cs_job *job, const struct cs_source *source)
{
    struct cs_job *own = cs_job_fork(job);
    bool reads = own && cs_yaml_read(own, &own->arena, cs_source_add(own, source->path, source->bytes));
    cs_job_free(own);
    return reads;
}
