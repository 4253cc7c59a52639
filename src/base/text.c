/* Text views and the growing buffer: see checksheet/text.h. Nothing here depends on the meaning of a text. */
#include "checksheet/text.h"
#include "base/ascii.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

cs_text cs_text_of(const char *string)
{
    return (cs_text){string, string ? strlen(string) : 0};
}

bool cs_text_equal(cs_text a, cs_text b)
{
    return a.size == b.size && (a.size == 0 || memcmp(a.bytes, b.bytes, a.size) == 0);
}

bool cs_text_starts(cs_text text, cs_text prefix)
{
    if (text.size < prefix.size || prefix.size == 0)
        return prefix.size == 0;
    /* most differ at once */
    return text.bytes[0] == prefix.bytes[0] && memcmp(text.bytes, prefix.bytes, prefix.size) == 0;
}

bool cs_text_ends(cs_text text, cs_text suffix)
{
    if (text.size < suffix.size || suffix.size == 0)
        return suffix.size == 0;
    return text.bytes[text.size - 1] == suffix.bytes[suffix.size - 1] &&
           memcmp(text.bytes + text.size - suffix.size, suffix.bytes, suffix.size) == 0;
}

int cs_text_compare(cs_text a, cs_text b)
{
    size_t shared = a.size < b.size ? a.size : b.size;
    int order = shared ? memcmp(a.bytes, b.bytes, shared) : 0;
    if (order == 0)
        return (a.size > b.size) - (a.size < b.size);
    return order < 0 ? -1 : 1;
}

/* Takes the digits at the front of a text, and returns them without leading zeros. */
static cs_text take_number(cs_text *rest)
{
    size_t zeros = 0, end;
    while (zeros < rest->size && rest->bytes[zeros] == '0')
        zeros++;
    for (end = zeros; end < rest->size && cs_is_digit(rest->bytes[end]); end++)
        ;
    cs_text number = {rest->bytes + zeros, end - zeros};
    *rest = cs_text_skip(*rest, end);
    return number;
}

int cs_text_compare_ids(cs_text a, cs_text b)
{
    while (a.size && b.size) {
        if (cs_is_digit(a.bytes[0]) && cs_is_digit(b.bytes[0])) {
            cs_text x = take_number(&a), y = take_number(&b);
            int order = x.size != y.size ? (x.size < y.size ? -1 : 1) : cs_text_compare(x, y);
            if (order)
                return order;
            continue;
        }
        if (a.bytes[0] != b.bytes[0])
            return (unsigned char)a.bytes[0] < (unsigned char)b.bytes[0] ? -1 : 1;
        a = cs_text_skip(a, 1);
        b = cs_text_skip(b, 1);
    }
    return (a.size > 0) - (b.size > 0);
}

cs_text cs_text_skip(cs_text text, size_t count)
{
    if (count > text.size)
        count = text.size;
    return (cs_text){text.bytes ? text.bytes + count : NULL, text.size - count};
}

/* U+3000 */
static bool is_wide_space(const char *bytes)
{
    return memcmp(bytes, "\xe3\x80\x80", 3) == 0;
}

cs_text cs_text_trim(cs_text text)
{
    if (!text.size)
        return text;
    const char *start = text.bytes, *end = text.bytes + text.size;
    for (size_t size = 1; start < end && size; start += size)
        size = cs_is_space(*start) ? 1 : end - start >= 3 && is_wide_space(start) ? 3 : 0;
    for (size_t size = 1; start < end && size; end -= size)
        size = cs_is_space(end[-1]) ? 1 : end - start >= 3 && is_wide_space(end - 3) ? 3 : 0;
    return (cs_text){start, (size_t)(end - start)};
}

/* Searches for the last byte of the part: many characters beyond ASCII begin alike, few end alike. */
ptrdiff_t cs_text_find(cs_text text, cs_text part)
{
    if (part.size == 0)
        return 0;
    char last = part.bytes[part.size - 1];
    for (size_t i = part.size - 1; i < text.size; i++) {
        const char *hit = memchr(text.bytes + i, last, text.size - i);
        if (!hit)
            return -1;
        i = (size_t)(hit - text.bytes);
        const char *start = hit - (part.size - 1);
        if (start[0] == part.bytes[0] && memcmp(start, part.bytes, part.size) == 0)
            return start - text.bytes;
    }
    return -1;
}

ptrdiff_t cs_text_find_last(cs_text text, cs_text part)
{
    ptrdiff_t last = -1;
    for (ptrdiff_t at, from = 0; (at = cs_text_find(cs_text_skip(text, (size_t)from), part)) >= 0; from = last + 1)
        last = from + at;
    return last;
}

bool cs_text_is_one(cs_text text, const cs_text *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cs_text_equal(text, words[i]))
            return true;
    return false;
}

bool cs_text_holds_one(cs_text text, const cs_text *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cs_text_find(text, words[i]) >= 0)
            return true;
    return false;
}

/* The same for any code point. */
static uint32_t next_of_any(cs_text *rest)
{
    static const uint32_t least[5] = {0, 0, 0x80, 0x800, 0x10000};
    if (rest->size == 0)
        return 0;
    const unsigned char *at = (const unsigned char *)rest->bytes;
    unsigned lead = at[0];
    size_t size = lead < 0x80 ? 1 : lead >= 0xf0 && lead < 0xf8 ? 4 : lead >= 0xe0 ? 3 : 2;
    uint32_t point = size == 1 ? lead : lead & (0x7fu >> size);
    bool valid = lead < 0x80 || (lead >= 0xc2 && lead < 0xf8 && size <= rest->size);
    for (size_t i = 1; valid && i < size; i++) {
        valid = (at[i] & 0xc0) == 0x80;
        point = point << 6 | (at[i] & 0x3f);
    }
    if (!valid || point < least[size] || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) {
        *rest = cs_text_skip(*rest, 1);
        return 0xfffd;
    }
    *rest = cs_text_skip(*rest, size);
    return point;
}

/* ASCII, kana and kanji, which are nearly all of any text, take a fast path. */
uint32_t cs_text_next(cs_text *rest)
{
    const unsigned char *at = (const unsigned char *)rest->bytes;
    size_t size = rest->size;
    if (size && at[0] < 0x80) {
        *rest = (cs_text){rest->bytes + 1, size - 1};
        return at[0];
    }
    if (size >= 3 && at[0] >= 0xe1 && at[0] <= 0xec && (at[1] & 0xc0) == 0x80 && (at[2] & 0xc0) == 0x80) {
        *rest = (cs_text){rest->bytes + 3, size - 3};
        return (at[0] & 0xfu) << 12 | (at[1] & 0x3fu) << 6 | (at[2] & 0x3fu);
    }
    return next_of_any(rest);
}

size_t cs_text_length(cs_text text)
{
    size_t length = 0;
    for (size_t i = 0; i < text.size; i++)
        length += (text.bytes[i] & 0xc0) != 0x80;
    return length;
}

size_t cs_text_utf16_length(cs_text text)
{
    size_t length = 0;
    for (size_t i = 0; i < text.size; i++)
        length += (size_t)((text.bytes[i] & 0xc0) != 0x80) + ((unsigned char)text.bytes[i] >= 0xf0);
    return length;
}

/* Makes room for `count` more bytes and a terminator; false once memory ran out. */
static bool reserve(struct cs_buf *buf, size_t count)
{
    if (buf->failed || count > SIZE_MAX / 4) {
        buf->failed = true;
        return false;
    }
    size_t need = buf->size + count + 1;
    if (need <= buf->room)
        return true;
    size_t room = buf->room * 2 > need ? buf->room * 2 : need + 64;
    char *bytes = realloc(buf->bytes, room);
    if (!bytes) {
        buf->failed = true;
        return false;
    }
    buf->bytes = bytes;
    buf->room = room;
    return true;
}

void cs_buf_add(struct cs_buf *buf, cs_text text)
{
    if (text.size == 0 || !reserve(buf, text.size))
        return;
    memcpy(buf->bytes + buf->size, text.bytes, text.size);
    buf->size += text.size;
    buf->bytes[buf->size] = '\0';
}

void cs_buf_add_byte(struct cs_buf *buf, char byte)
{
    /* usually there is room, and no call is needed */
    if ((buf->failed || buf->room - buf->size < 2) && !reserve(buf, 1))
        return;
    buf->bytes[buf->size++] = byte;
    buf->bytes[buf->size] = '\0';
}

void cs_buf_add_point(struct cs_buf *buf, uint32_t point)
{
    if (point < 0x80) {
        cs_buf_add_byte(buf, (char)point);
        return;
    }
    unsigned more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    if (!reserve(buf, more + 1))
        return;
    buf->bytes[buf->size++] = (char)(0xff00u >> (more + 1) | point >> 6 * more);
    while (more-- > 0)
        buf->bytes[buf->size++] = (char)(0x80 | (point >> 6 * more & 0x3f));
    buf->bytes[buf->size] = '\0';
}

void cs_buf_separate(struct cs_buf *buf, cs_text separator)
{
    if (buf->size)
        cs_buf_add(buf, separator);
}

void cs_buf_add_repeat(struct cs_buf *buf, char byte, size_t count)
{
    if (count == 0 || !reserve(buf, count))
        return;
    memset(buf->bytes + buf->size, byte, count);
    buf->size += count;
    buf->bytes[buf->size] = '\0';
}

void cs_buf_add_line(struct cs_buf *buf, cs_text text)
{
    size_t from = buf->size;
    cs_buf_add(buf, text);
    for (const char *end = "\n\r"; *end && buf->size > from; end++)
        for (char *at = buf->bytes + from; (at = memchr(at, *end, buf->size - (size_t)(at - buf->bytes)));)
            *at = ' ';
}

void cs_buf_print(struct cs_buf *buf, const char *format, ...)
{
    char line[256];
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (size < 0 || (size_t)size >= sizeof line)
        buf->failed = true; /* this call is for numbers: longer output is a bug */
    else
        cs_buf_add(buf, (cs_text){line, (size_t)size});
}

void cs_buf_add_word(struct cs_buf *buf, cs_text word)
{
    bool is_plain = word.size > 0;
    for (size_t i = 0; i < word.size; i++)
        is_plain = is_plain && word.bytes[i] && !strchr(" \t\n|&;<>()$`\\\"'*?[]#~=%!{}", word.bytes[i]);
    if (is_plain) {
        cs_buf_add(buf, word);
        return;
    }
    cs_buf_add_byte(buf, '\'');
    for (size_t i = 0; i < word.size; i++)
        if (word.bytes[i] == '\'')
            cs_buf_add(buf, CS_TEXT("'\\''"));
        else
            cs_buf_add_byte(buf, word.bytes[i]);
    cs_buf_add_byte(buf, '\'');
}

bool cs_buf_fill(struct cs_buf *buf, cs_text pattern, const cs_text texts[4])
{
    bool complete = true;
    for (size_t i = 0; i < pattern.size; i++) {
        cs_text rest = pattern.bytes[i] == '{' ? cs_text_skip(pattern, i + 2) : (cs_text){0}; /* behind {1 */
        bool is_word = cs_text_starts(rest, CS_TEXT("$}"));
        if (!is_word && !cs_text_starts(rest, CS_TEXT("}"))) {
            cs_buf_add_byte(buf, pattern.bytes[i]);
            continue;
        }
        cs_text text = texts[pattern.bytes[i + 1] - '1'];
        complete = complete && text.size > 0;
        if (is_word)
            cs_buf_add_word(buf, text);
        else
            cs_buf_add(buf, text);
        i += is_word ? 3 : 2;
    }
    return complete;
}

cs_text cs_buf_text(const struct cs_buf *buf)
{
    return (cs_text){buf->bytes, buf->size};
}

void cs_buf_clear(struct cs_buf *buf)
{
    buf->size = 0;
}

void cs_buf_free(struct cs_buf *buf)
{
    free(buf->bytes);
    *buf = (struct cs_buf){0};
}
