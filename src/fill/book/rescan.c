/* See rescan.h. */
#include "fill/book/rescan.h"
#include "base/ascii.h"
#include "fill/book/tag.h"

#include <string.h>

/* What looks like a tag but is none, with its ends. */
static const cs_text others[][2] = {{CS_LITERAL("<!--"), CS_LITERAL("-->")},
                                    {CS_LITERAL("<![CDATA["), CS_LITERAL("]]>")},
                                    {CS_LITERAL("<?"), CS_LITERAL("?>")},
                                    {CS_LITERAL("<!"), CS_LITERAL(">")}};
enum { CDATA = 1, OTHERS = sizeof others / sizeof *others };

/* --- tags --------------------------------------------------------------------------------------------------------- */

/* Which of the others a text begins with; OTHERS if it is a tag. */
static size_t other_of(cs_text text)
{
    size_t kind = 0;
    if (text.size < 2 || (text.bytes[1] != '!' && text.bytes[1] != '?'))
        return OTHERS;
    while (!cs_text_starts(text, others[kind][0]))
        kind++;
    return kind;
}

/* The bytes of one of them; 0 if it has no end. */
static size_t other_size(cs_text text, size_t kind)
{
    size_t start = others[kind][0].size;
    ptrdiff_t end = cs_text_find(cs_text_skip(text, start), others[kind][1]);
    return end < 0 ? 0 : start + (size_t)end + others[kind][1].size;
}

/* The bytes of the tag that a text begins with; 0 if it has no end. Values in quotes may contain >. */
static size_t tag_size(cs_text text)
{
    char quote = '\0';
    for (size_t i = 1; i < text.size; i++) {
        char byte = text.bytes[i];
        if (quote)
            quote = byte == quote ? '\0' : quote;
        else if (byte == '"' || byte == '\'')
            quote = byte;
        else if (byte == '>')
            return i + 1;
    }
    return 0;
}

static bool take_tag(struct cs_rescan *scan, cs_text rest)
{
    size_t size = tag_size(rest);
    bool is_end = rest.size > 1 && rest.bytes[1] == '/';
    scan->is_disjoint = size < 3 || (is_end && scan->depth == 0);
    if (scan->is_disjoint)
        return false;
    scan->tag.start = (size_t)(rest.bytes - scan->part.bytes);
    scan->tag.end = scan->tag.start + size;
    scan->name = cs_tag_local_name(cs_rescan_tag(scan));
    scan->opens = !is_end;
    scan->closes = is_end || rest.bytes[size - 2] == '/';
    scan->depth += scan->opens;
    scan->depth -= scan->closes;
    return true;
}

bool cs_rescan_next(struct cs_rescan *scan)
{
    cs_text rest = cs_text_skip(scan->part, scan->tag.end);
    while (rest.size && !scan->is_disjoint) {
        const char *start = memchr(rest.bytes, '<', rest.size);
        rest = cs_text_skip(rest, start ? (size_t)(start - rest.bytes) : rest.size);
        size_t kind = other_of(rest);
        if (rest.size && kind == OTHERS)
            return take_tag(scan, rest);
        size_t size = rest.size ? other_size(rest, kind) : 0;
        scan->is_disjoint = rest.size && size == 0;
        rest = cs_text_skip(rest, size);
    }
    return false;
}

bool cs_rescan_is_whole(const struct cs_rescan *scan)
{
    return !scan->is_disjoint && scan->depth == 0 && scan->tag.end;
}

cs_text cs_rescan_tag(const struct cs_rescan *scan)
{
    return cs_rescan_bytes(scan->part, scan->tag);
}

cs_text cs_rescan_bytes(cs_text part, struct cs_stretch stretch)
{
    return (cs_text){part.bytes + stretch.start, stretch.end - stretch.start};
}

/* --- text --------------------------------------------------------------------------------------------------------- */

/* The character of a reference, without & and ;. */
static uint32_t referred(cs_text name)
{
    static const struct {
        cs_text name;
        char byte;
    } named[] = {{CS_LITERAL("lt"), '<'},
                 {CS_LITERAL("gt"), '>'},
                 {CS_LITERAL("amp"), '&'},
                 {CS_LITERAL("quot"), '"'},
                 {CS_LITERAL("apos"), '\''}};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++)
        if (cs_text_equal(name, named[i].name))
            return (uint32_t)named[i].byte;
    uint32_t base = cs_text_starts(name, CS_TEXT("#x")) ? 16 : 10, point = 0;
    for (size_t i = base == 16 ? 2 : 1; i < name.size && point <= 0x10ffff; i++)
        point = point * base + (uint32_t)cs_hex_digit(name.bytes[i]);
    return point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? 0xfffd : point;
}

/* Appends text without tags and CDATA sections; in one of these, & is itself. */
static void add_characters(struct cs_buf *out, cs_text text, bool is_cdata)
{
    if (text.size == 0)
        return;
    if (!memchr(text.bytes, '&', text.size) && !memchr(text.bytes, '\r', text.size)) {
        cs_buf_add(out, text);
        return;
    }
    while (text.size) {
        size_t size = 0;
        while (size < text.size && text.bytes[size] != '\r' && (text.bytes[size] != '&' || is_cdata))
            size++;
        cs_buf_add(out, (cs_text){text.bytes, size});
        text = cs_text_skip(text, size);
        if (cs_text_starts(text, CS_TEXT("&"))) {
            const char *end = memchr(text.bytes, ';', text.size);
            size = end ? (size_t)(end - text.bytes) : text.size;
            cs_buf_add_point(out, referred((cs_text){text.bytes + 1, size - 1}));
            text = cs_text_skip(text, size + 1);
        } else if (text.size) {
            cs_buf_add_byte(out, '\n');
            text = cs_text_skip(text, cs_text_starts(text, CS_TEXT("\r\n")) ? 2 : 1);
        }
    }
}

void cs_rescan_add_text(struct cs_buf *out, cs_text written)
{
    while (written.size) {
        const char *next = memchr(written.bytes, '<', written.size);
        size_t size = next ? (size_t)(next - written.bytes) : written.size;
        add_characters(out, (cs_text){written.bytes, size}, false);
        written = cs_text_skip(written, size);
        size_t kind = written.size ? other_of(written) : OTHERS;
        size = kind == OTHERS ? tag_size(written) : other_size(written, kind);
        if (kind == CDATA && size) {
            size_t start = others[CDATA][0].size, end = others[CDATA][1].size;
            add_characters(out, (cs_text){written.bytes + start, size - start - end}, true);
        }
        written = cs_text_skip(written, size ? size : written.size);
    }
}
