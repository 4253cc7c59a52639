/* Removing HTML from a cell: see tags.h. */
#include "wording/tags.h"

/* True for tags that begin a new line. */
static bool breaks_line(cs_text tag)
{
    return cs_text_starts(tag, CS_TEXT("<li")) || cs_text_starts(tag, CS_TEXT("<br")) ||
           cs_text_starts(tag, CS_TEXT("<p")) || cs_text_starts(tag, CS_TEXT("<tr"));
}

/* Bytes of the tag at the front of a text: < followed by a letter or /, and > before the next <. 0 if there is none. */
static size_t tag_at(cs_text text)
{
    if (text.size < 3 || text.bytes[0] != '<')
        return 0;
    char first = text.bytes[1] == '/' ? text.bytes[2] : text.bytes[1];
    if (first < 'a' || first > 'z')
        return 0;
    for (size_t i = 1; i < text.size && text.bytes[i] != '<'; i++) {
        if (text.bytes[i] == ':' && text.bytes[i - 1] != '"' &&
            cs_text_find((cs_text){text.bytes, i}, CS_TEXT(" ")) < 0)
            return 0; /* <https://...>: an address in brackets */
        if (text.bytes[i] == '>')
            return i + 1;
    }
    return 0;
}

/* True for a tag that web editors put around the text of a cell. */
static bool is_usual(cs_text tag)
{
    static const cs_text names[] = {CS_LITERAL("ul"),  CS_LITERAL("ol"),  CS_LITERAL("li"),     CS_LITERAL("p"),
                                    CS_LITERAL("br"),  CS_LITERAL("b"),   CS_LITERAL("strong"), CS_LITERAL("br/"),
                                    CS_LITERAL("tr"),  CS_LITERAL("td"),  CS_LITERAL("table"),  CS_LITERAL("a"),
                                    CS_LITERAL("div"), CS_LITERAL("span")};
    bool closes = tag.bytes[1] == '/';
    cs_text name = {tag.bytes + 1 + closes, tag.size - 2 - closes};
    ptrdiff_t blank = cs_text_find(name, CS_TEXT(" "));
    name.size = blank > 0 ? (size_t)blank : name.size;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (cs_text_equal(names[i], name))
            return true;
    return false;
}

/* True for a cell that is HTML as a whole: it begins with a tag, ends with a closing one, and has only the usual
 * ones. <script> in a sentence is text, and so is a < b. */
static bool is_html(cs_text whole)
{
    cs_text text = cs_text_trim(whole), last = {0};
    if (tag_at(text) == 0)
        return false;
    for (size_t size; text.size; text = cs_text_skip(text, size ? size : 1)) {
        size = tag_at(text);
        if (size && !is_usual((cs_text){text.bytes, size}))
            return false;
        last = size ? (cs_text){text.bytes, size} : last;
    }
    text = cs_text_trim(whole);
    return last.size > 2 && last.bytes[1] == '/' && last.bytes + last.size == text.bytes + text.size;
}

static bool ends_line(const struct cs_buf *out)
{
    return out->size == 0 || out->bytes[out->size - 1] == '\n';
}

cs_text cs_without_tags(struct cs_job *job, cs_text whole)
{
    struct cs_buf out = {0};
    bool found = false;
    if (!is_html(whole))
        return whole;
    cs_text text = whole;
    while (text.size) {
        size_t size = tag_at(text);
        if (size == 0) {
            bool blank = text.bytes[0] == ' ' && ends_line(&out);
            if (!blank)
                cs_buf_add_byte(&out, text.bytes[0]);
            text = cs_text_skip(text, 1);
            continue;
        }
        found = true;
        while (breaks_line(text) && out.size && out.bytes[out.size - 1] == ' ')
            out.size--;
        if (breaks_line(text) && !ends_line(&out))
            cs_buf_add_byte(&out, '\n');
        text = cs_text_skip(text, size);
    }
    cs_text plain = cs_text_trim(cs_buf_copy(&job->arena, &out));
    cs_buf_free(&out);
    return found ? plain : whole;
}
