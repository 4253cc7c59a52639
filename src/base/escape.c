/* Escaping: scanning for special bytes, and what CSV, Markdown and HTML need beyond a table of replacements. */
#include "base/escape.h"
#include "base/ascii.h"

#include <string.h>

#define EACH_BYTE(byte) ((byte)*UINT64_C(0x0101010101010101))

enum { WORD = 8 };

/* True if one of eight bytes is less than the bound repeated in `below`, which is at most 0x80. */
static bool has_less(const char *bytes, uint64_t below)
{
    uint64_t word;
    memcpy(&word, bytes, WORD);
    return ((word - below) & ~word & EACH_BYTE(UINT64_C(0x80))) != 0;
}

/* Skips words without special bytes from `at` on; stops at a word that may have one, or at the last few bytes. */
static size_t skip_words(const struct cs_escape *escape, cs_text text, size_t at)
{
    const uint64_t below = EACH_BYTE((uint64_t)escape->below);
    if (text.size < WORD)
        return at;
    while (at <= text.size - WORD && !has_less(text.bytes + at, below))
        at += WORD;
    bool at_tail = at > text.size - WORD;
    return at_tail && !has_less(text.bytes + text.size - WORD, below) ? text.size : at;
}

size_t cs_escape_find(const struct cs_escape *escape, cs_text text, size_t at)
{
    while (at < text.size) {
        at = skip_words(escape, text, at);
        size_t end = text.size - at < WORD ? text.size : at + WORD;
        for (; at < end; at++) {
            unsigned char byte = (unsigned char)text.bytes[at];
            if (byte < escape->below && escape->instead[byte])
                return at;
        }
    }
    return at;
}

static cs_text part(cs_text text, size_t from, size_t end)
{
    return (cs_text){text.bytes ? text.bytes + from : NULL, end - from};
}

void cs_escape(struct cs_buf *out, const struct cs_escape *escape, cs_text text)
{
    size_t from = 0, at;
    while ((at = cs_escape_find(escape, text, from)) < text.size) {
        cs_buf_add(out, part(text, from, at));
        cs_buf_add(out, cs_text_of(escape->instead[(unsigned char)text.bytes[at]]));
        from = at + 1;
    }
    cs_buf_add(out, part(text, from, text.size));
}

void cs_escape_invalid(struct cs_buf *out, cs_text text)
{
    while (text.size) {
        cs_text before = text;
        uint32_t point = cs_text_next(&text);
        bool bad = point >= 0xfffd && point <= 0xffff;
        cs_buf_add(out, bad ? CS_TEXT("\xef\xbf\xbd") : (cs_text){before.bytes, before.size - text.size});
    }
}

/* --- CSV ------------------------------------------------------------------------------------------------------- */

/* The bytes that require quotes. Between quotes only the quote itself is escaped. */
static const struct cs_escape csv = {
    .below = ',' + 1,
    .instead = {['"'] = "\"\"", [','] = ",", ['\n'] = "\n", ['\r'] = "\r"},
};

void cs_escape_csv(struct cs_buf *out, cs_text lead, cs_text text)
{
    size_t plain = cs_escape_find(&csv, text, 0);
    if (plain == text.size && cs_escape_find(&csv, lead, 0) == lead.size) {
        cs_buf_add(out, lead);
        cs_buf_add(out, text);
        return;
    }
    cs_buf_add_byte(out, '"');
    cs_escape(out, &csv, lead);
    cs_buf_add(out, part(text, 0, plain));
    cs_escape(out, &csv, cs_text_skip(text, plain));
    cs_buf_add_byte(out, '"');
}

/* --- Markdown -------------------------------------------------------------------------------------------------- */

/* `!` is missing on purpose: it has a meaning only before a bracket, and those are escaped. The bytes in the last
 * line are special only in some contexts: see replacement. */
static const struct cs_escape markdown = {
    .below = 0x80,
    .instead = {['|'] = "\\|",
                ['\\'] = "\\\\",
                ['<'] = "&lt;",
                ['&'] = "&amp;",
                ['*'] = "\\*",
                ['_'] = "\\_",
                ['`'] = "\\`",
                ['['] = "\\[",
                [']'] = "\\]",
                ['~'] = "\\~",
                ['\n'] = "<br>",
                ['#'] = "\\#",
                ['\r'] = "<br>",
                ['@'] = "@",
                ['.'] = ".",
                [':'] = ":"},
};

static const struct cs_escape markdown_address = {
    .below = 0x80,
    .instead = {['<'] = "%3C",
                ['>'] = "%3E",
                ['\\'] = "%5C",
                ['|'] = "\\|",
                ['&'] = "&amp;",
                [' '] = "%20",
                ['\t'] = "%09",
                ['\n'] = "%0A",
                ['\r'] = "%0D"},
};

/* True if GitHub would take the @ at `at` for a mention, and notify that user. */
static bool is_mention(cs_text text, size_t at)
{
    char before = at ? text.bytes[at - 1] : ' ';
    char after = at + 1 < text.size ? text.bytes[at + 1] : ' ';
    return (cs_is_ascii_letter(after) || cs_is_digit(after)) && !cs_is_ascii_letter(before) && !cs_is_digit(before) &&
           !strchr("_.+-%", before);
}

/* True if the dot at `at` belongs to "www." and the following text, which GitHub turns into a link up to the next
 * space, contains something that must be escaped or is no address any more (Japanese, or too long to check). */
static bool is_unsafe_www(cs_text text, size_t at)
{
    enum { FAR = 256 };
    if (!cs_text_ends((cs_text){text.bytes, at}, CS_TEXT("www")))
        return false;
    for (size_t i = at + 1; i < text.size && !strchr(" \t\r\n", text.bytes[i]); i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if (i - at > FAR || byte >= markdown.below || (byte != '.' && markdown.instead[byte]))
            return true;
    }
    return false;
}

/* The replacement of the special byte at `at`. An empty comment separates what GitHub must not take for a mention or
 * an issue, since it looks for those in the finished page, where escapes make no difference. An address that is not
 * made a link here must not become one automatically, since the escapes in it would show. */
static const char *replacement(cs_text text, size_t at)
{
    char next = at + 1 < text.size ? text.bytes[at + 1] : ' ';
    switch (text.bytes[at]) {
    case '#':
        return cs_is_digit(next) ? "\\#<!-- -->" : "\\#";
    case '@':
        return is_mention(text, at) ? "@<!-- -->" : "@";
    case '.':
        return is_unsafe_www(text, at) ? "\\." : ".";
    case ':':
        return cs_text_starts(cs_text_skip(text, at), CS_TEXT("://")) ? "\\:" : ":";
    case '\r':
        return next == '\n' ? "" : "<br>";
    default:
        return markdown.instead[(unsigned char)text.bytes[at]];
    }
}

/* The start of the scheme before the colon at `at`; `at` itself if it is not one that becomes a link. */
static size_t scheme_start(cs_text text, size_t from, size_t at)
{
    static const cs_text schemes[] = {CS_LITERAL("https"), CS_LITERAL("http"), CS_LITERAL("ftp")};
    size_t start = at;
    while (start > from && cs_is_ascii_letter(text.bytes[start - 1]))
        start--;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (cs_ascii_equal((cs_text){text.bytes + start, at - start}, schemes[i]))
            return start;
    return at;
}

/* The end of the address whose scheme ends at `at`: as no space separates it from a Japanese sentence, it ends at the
 * first byte that is not allowed in an address, and before punctuation that ends a clause. */
static size_t address_end(cs_text text, size_t at)
{
    static const char others[] = "-._~:/?#@!$&'()*+,;=%";
    size_t end = at, open = 0;
    for (; end < text.size; end++) {
        char byte = text.bytes[end];
        if (!cs_is_ascii_letter(byte) && !cs_is_digit(byte) && (byte == '\0' || !strchr(others, byte)))
            break;
        open += byte == '(';
        if (byte == ')' && open-- == 0)
            break;
    }
    while (end > at && strchr(".,;:!?'(", text.bytes[end - 1]))
        end--;
    return end;
}

/* The address around the colon at `at`, beginning at `from` or later; empty if there is none. */
static cs_text address_around(cs_text text, size_t from, size_t at)
{
    const cs_text none = {NULL, 0};
    if (!cs_text_starts(cs_text_skip(text, at), CS_TEXT("://")))
        return none;
    size_t start = scheme_start(text, from, at);
    if (start == at)
        return none;
    size_t end = address_end(text, at);
    return end > at + 3 ? part(text, start, end) : none;
}

void cs_escape_markdown(struct cs_buf *out, cs_text text, bool in_link)
{
    size_t from = 0, at = 0;
    while ((at = cs_escape_find(&markdown, text, at)) < text.size) {
        cs_text address = {NULL, 0};
        if (text.bytes[at] == ':' && !in_link)
            address = address_around(text, from, at);
        if (address.size == 0) {
            cs_buf_add(out, part(text, from, at));
            cs_buf_add(out, cs_text_of(replacement(text, at)));
            from = ++at;
            continue;
        }
        size_t start = (size_t)(address.bytes - text.bytes);
        cs_buf_add(out, part(text, from, start));
        cs_buf_add_byte(out, '<');
        cs_escape_markdown_address(out, address);
        cs_buf_add_byte(out, '>');
        from = at = start + address.size;
    }
    cs_buf_add(out, part(text, from, text.size));
}

void cs_escape_markdown_address(struct cs_buf *out, cs_text address)
{
    cs_escape(out, &markdown_address, address);
}

/* --- HTML ------------------------------------------------------------------------------------------------------- */

#define HTML_SIGNS ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;"

static const struct cs_escape html[] = {
    [CS_HTML_PLAIN] = {.below = 0x80, .instead = {HTML_SIGNS, ['\n'] = " ", ['\r'] = ""}},
    [CS_HTML_LINES] = {.below = 0x80, .instead = {HTML_SIGNS, ['\n'] = "<br/>", ['\r'] = ""}},
    [CS_HTML_LINKED] = {.below = 0x80, .instead = {HTML_SIGNS, ['\n'] = "<br/>", ['\r'] = "", [':'] = ":"}},
    [CS_HTML_ID] = {.below = 0x80, .instead = {HTML_SIGNS, [' '] = "_", ['\t'] = "_", ['\n'] = "_", ['\r'] = ""}},
};

static void add_html_link(struct cs_buf *out, cs_text address)
{
    cs_buf_add(out, CS_TEXT("<a href=\""));
    cs_escape(out, &html[CS_HTML_PLAIN], address);
    cs_buf_add(out, CS_TEXT("\">"));
    cs_escape(out, &html[CS_HTML_PLAIN], address);
    cs_buf_add(out, CS_TEXT("</a>"));
}

void cs_escape_html(struct cs_buf *out, cs_text text, enum cs_html how)
{
    size_t from = 0, at = 0;
    while ((at = cs_escape_find(&html[how], text, at)) < text.size) {
        cs_text address = text.bytes[at] == ':' ? address_around(text, from, at) : (cs_text){NULL, 0};
        size_t start = address.size ? (size_t)(address.bytes - text.bytes) : at;
        cs_buf_add(out, part(text, from, start));
        if (address.size)
            add_html_link(out, address);
        else
            cs_buf_add(out, cs_text_of(html[how].instead[(unsigned char)text.bytes[at]]));
        from = at = address.size ? start + address.size : at + 1;
    }
    cs_buf_add(out, part(text, from, text.size));
}
