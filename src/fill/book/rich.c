/* See rich.h. The XML is well-formed: the XML reader has checked it. */
#include "fill/book/rich.h"
#include "fill/book/tag.h"

#include <string.h>

/* --- the strings of a workbook ---------------------------------------------------------------------------------- */

void cs_rich_read(struct cs_job *job, cs_text bytes, struct cs_rich_strings *strings)
{
    struct cs_rescan scan = {.part = bytes};
    bool is_readable = cs_cells_is_readable(bytes);
    *strings = (struct cs_rich_strings){.bytes = bytes};
    while (is_readable && cs_rescan_next(&scan)) {
        if (!cs_text_equal(scan.name, CS_TEXT("si")))
            continue;
        if (scan.opens) {
            strings->at = cs_grow(&job->arena, strings->at, strings->count, &strings->room, sizeof *strings->at);
            strings->at[strings->count++] = (struct cs_stretch){scan.tag.end, scan.tag.end};
            strings->prefix = cs_tag_prefix(cs_rescan_tag(&scan));
        } else if (strings->count) {
            strings->at[strings->count - 1].end = scan.tag.start;
        }
    }
    if (!cs_rescan_is_whole(&scan))
        strings->count = 0;
}

/* --- a change ---------------------------------------------------------------------------------------------------- */

struct edit {
    cs_text from, to, before;
    size_t start, end; /* of what changes, in the text before */
    cs_text made;      /* what takes its place */
    size_t at;         /* bytes of the text before that have been met */
    uint32_t furigana; /* open elements */
    bool is_in_text, is_done, is_rich;
    struct cs_buf *out;
};

/* What differs between two texts, by whole characters. */
static void find_change(struct edit *edit, cs_text before, cs_text after)
{
    size_t least = before.size < after.size ? before.size : after.size, start = 0, tail = 0;
    while (start < least && before.bytes[start] == after.bytes[start])
        start++;
    while (start && start < before.size && (before.bytes[start] & 0xc0) == 0x80)
        start--;
    while (tail < least - start && before.bytes[before.size - tail - 1] == after.bytes[after.size - tail - 1])
        tail++;
    while (tail && (before.bytes[before.size - tail] & 0xc0) == 0x80)
        tail--;
    edit->before = before;
    edit->start = start;
    edit->end = before.size - tail;
    edit->made = (cs_text){after.bytes + start, after.size - tail - start};
}

/* Bytes of the tag at the front of a text. */
static size_t tag_size(cs_text text)
{
    char quote = '\0';
    for (size_t i = 1; i < text.size; i++) {
        if (quote ? text.bytes[i] == quote : text.bytes[i] == '"' || text.bytes[i] == '\'')
            quote = quote ? '\0' : text.bytes[i];
        else if (!quote && text.bytes[i] == '>')
            return i + 1;
    }
    return 0;
}

/* Copies a tag with the other prefix; false for one of another namespace, or what is no tag. */
static bool copy_tag(struct edit *edit, cs_text tag)
{
    bool is_end = tag.bytes[1] == '/';
    cs_text name = cs_text_skip(tag, is_end ? 2 : 1);
    size_t size = 0;
    if (name.bytes[0] == '!' || name.bytes[0] == '?' || !cs_text_starts(name, edit->from))
        return false;
    name = cs_text_skip(name, edit->from.size);
    while (size < name.size && !strchr(" \t\r\n/>:", name.bytes[size]))
        size++;
    cs_text local = {name.bytes, size};
    bool opens = !is_end && !cs_tag_is_empty(tag);
    if (name.bytes[size] == ':')
        return false;
    edit->is_rich |= !cs_text_equal(local, CS_TEXT("t"));
    if (cs_text_equal(local, CS_TEXT("t")))
        edit->is_in_text = opens;
    else if (cs_text_equal(local, CS_TEXT("rPh")) && (opens || is_end))
        edit->furigana += is_end ? UINT32_MAX : 1;
    cs_buf_add(edit->out, is_end ? CS_TEXT("</") : CS_TEXT("<"));
    cs_buf_add(edit->out, edit->to);
    cs_buf_add(edit->out, name);
    return true;
}

/* Takes a character off a text as XML writes it, and appends it; false for a reference that is none. */
static bool take_written(cs_text *rest, struct cs_buf *character)
{
    static const cs_text names[][2] = {
        {CS_LITERAL("&lt;"), CS_LITERAL("<")},   {CS_LITERAL("&gt;"), CS_LITERAL(">")},
        {CS_LITERAL("&amp;"), CS_LITERAL("&")},  {CS_LITERAL("&quot;"), CS_LITERAL("\"")},
        {CS_LITERAL("&apos;"), CS_LITERAL("'")}, {CS_LITERAL("&#10;"), CS_LITERAL("\n")},
        {CS_LITERAL("\r\n"), CS_LITERAL("\n")}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (cs_text_starts(*rest, names[i][0])) {
            cs_buf_add(character, names[i][1]);
            *rest = cs_text_skip(*rest, names[i][0].size);
            return true;
        }
    cs_text from = *rest;
    cs_text_next(rest);
    cs_buf_add(character, (cs_text){from.bytes, from.size - rest->size});
    return from.bytes[0] != '&' && from.bytes[0] != '\r';
}

/* Copies the text of a run up to the next tag, but for what changes; false where it is another text than was read. */
static bool copy_text(struct edit *edit, cs_text text)
{
    struct cs_buf character = {0};
    bool good = true;
    for (cs_text rest = text; good;) {
        cs_text from = rest;
        if (!edit->is_done && edit->at == edit->start && (rest.size || edit->start == edit->end)) {
            cs_buf_add(edit->out, edit->made);
            edit->is_done = true;
        }
        if (rest.size == 0)
            break;
        cs_buf_clear(&character);
        good = take_written(&rest, &character) &&
               cs_text_starts(cs_text_skip(edit->before, edit->at), cs_buf_text(&character));
        bool is_replaced = edit->is_done && edit->at >= edit->start && edit->at < edit->end;
        if (!is_replaced)
            cs_buf_add(edit->out, (cs_text){from.bytes, from.size - rest.size});
        edit->at += character.size;
    }
    cs_buf_free(&character);
    return good && (!edit->is_done || edit->at >= edit->end);
}

/* Signs alone are written, nothing that would have to be escaped. */
static bool is_plain(cs_text text)
{
    return !memchr(text.bytes, '&', text.size) && !memchr(text.bytes, '<', text.size) &&
           !memchr(text.bytes, '_', text.size);
}

bool cs_rich_edit(cs_text inside, cs_text from, cs_text to, cs_text before, cs_text after, struct cs_buf *out)
{
    struct edit edit = {.from = from, .to = to, .out = out};
    bool good = true;
    find_change(&edit, before, after);
    for (size_t size; good && inside.size; inside = cs_text_skip(inside, size)) {
        bool is_tag = inside.bytes[0] == '<';
        const char *next = is_tag ? NULL : memchr(inside.bytes, '<', inside.size);
        size = is_tag ? tag_size(inside) : next ? (size_t)(next - inside.bytes) : inside.size;
        cs_text piece = {inside.bytes, size};
        if (is_tag)
            good = size > 2 && copy_tag(&edit, piece);
        else if (edit.is_in_text && edit.furigana == 0)
            good = copy_text(&edit, piece);
        else
            cs_buf_add(out, piece);
    }
    return good && edit.is_done && edit.is_rich && edit.at == before.size && is_plain(edit.made);
}
