/* The notation of a value: plain, quoted, or a block. */
#include "scaffold/edit_value.h"
#include "base/yaml_out.h"

#include <string.h>

/* Takes the first line off *rest, with any line end; false at the end. */
static bool take_line(cs_text *rest, cs_text *line)
{
    size_t size = 0;
    if (rest->size == 0)
        return false;
    while (size < rest->size && rest->bytes[size] != '\n' && rest->bytes[size] != '\r')
        size++;
    *line = (cs_text){rest->bytes, size};
    *rest = cs_text_skip(*rest, size);
    *rest = cs_text_skip(*rest, cs_text_starts(*rest, CS_TEXT("\r\n")) ? 2 : 1);
    return true;
}

/* Adds a line with its indentation changed. */
static void add_dented(struct cs_buf *out, cs_text line, uint32_t from, uint32_t to)
{
    uint32_t less = from > to ? from - to : 0;
    while (less > 0 && cs_text_starts(line, CS_TEXT(" "))) {
        line = cs_text_skip(line, 1);
        less--;
    }
    if (line.size && to > from)
        cs_buf_add_repeat(out, ' ', to - from);
    cs_buf_add(out, line);
}

void cs_yaml_add_lines(struct cs_buf *out, cs_text lines, uint32_t from, uint32_t to, cs_text before, cs_text behind)
{
    cs_text line;
    while (take_line(&lines, &line)) {
        cs_buf_add(out, before);
        add_dented(out, line, from, to);
        cs_buf_add(out, behind);
    }
}

struct cs_yaml_value cs_yaml_split(struct cs_arena *arena, cs_text lines, uint32_t indent)
{
    struct cs_yaml_value value = {.indent = indent};
    cs_text head = {0};
    take_line(&lines, &head);
    value.body = lines;
    if (cs_text_trim(head).size == 0)
        head.size = 0;
    if (head.size && head.bytes[0] != ' ' && head.bytes[0] != '\t') {
        struct cs_buf with_blank = {0};
        cs_buf_add_byte(&with_blank, ' ');
        cs_buf_add(&with_blank, head);
        head = cs_buf_take(arena, &with_blank);
    }
    value.head = head;
    return value;
}

static bool has_line_end(cs_text text)
{
    return cs_text_find(text, CS_TEXT("\n")) >= 0 || cs_text_find(text, CS_TEXT("\r")) >= 0;
}

static bool is_safe_in_flow(cs_text text)
{
    if (!cs_yaml_is_plain(text))
        return false;
    for (size_t i = 0; i < text.size; i++)
        if (strchr(",[]{}", text.bytes[i]))
            return false;
    return true;
}

bool cs_yaml_add_in_single_quotes(struct cs_buf *out, cs_text text)
{
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.bytes[i] < 0x20)
            return false;
    cs_buf_add_byte(out, '\'');
    for (size_t i = 0; i < text.size; i++) {
        cs_buf_add_byte(out, text.bytes[i]);
        if (text.bytes[i] == '\'')
            cs_buf_add_byte(out, '\'');
    }
    cs_buf_add_byte(out, '\'');
    return true;
}

struct cs_yaml_value cs_yaml_of_text(struct cs_arena *arena, const struct cs_source *source, const struct cs_node *old,
                                     bool in_flow, cs_text text)
{
    struct cs_buf out = {0};
    char quote = old && old->kind == CS_NODE_TEXT && old->end > old->start ? source->bytes.bytes[old->start] : '\0';
    text = cs_text_trim(text);
    if (text.size) {
        bool keeps_quotes = !has_line_end(text) && (quote == '"' || quote == '\'');
        cs_buf_add_byte(&out, ' ');
        if (!(keeps_quotes && quote == '\'' && cs_yaml_add_in_single_quotes(&out, text))) {
            if (keeps_quotes || (in_flow && !is_safe_in_flow(text)))
                cs_yaml_add_quoted(&out, text);
            else {
                cs_buf_clear(&out);
                cs_yaml_add_value(&out, 0, text);
            }
        }
    }
    cs_text lines = cs_buf_take(arena, &out);
    return cs_yaml_split(arena, lines, 0);
}
