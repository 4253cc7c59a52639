/* Excel's rules for texts, from experiments and from the file format. */
#include "emit/xlsx/xlsx_text.h"
#include "model/address.h"

#include <string.h>

enum { LONGEST_LINK = 2079, LONGEST_LIST = 255 };

/* Excel decodes _x000D_ to a control character, unless the _ is escaped in the same way. */
static bool is_escape(cs_text text)
{
    return text.size >= 7 && text.bytes[1] == 'x' && text.bytes[6] == '_' &&
           strspn(text.bytes + 2, "0123456789abcdefABCDEF") >= 4;
}

/* The replacement of the bytes at the front, and how many it replaces; 0 if they are not replaced. */
static size_t replace(cs_text text, cs_text *by)
{
    *by = CS_TEXT("\xef\xbf\xbd");
    switch (text.bytes[0]) {
    case '\0':
        return 1;
    case '\r':
        *by = CS_TEXT("\n");
        return text.size > 1 && text.bytes[1] == '\n' ? 2 : 1;
    case '_':
        *by = CS_TEXT("_x005F_");
        return is_escape(text) ? 1 : 0;
    case '\xef': /* U+FFFE and U+FFFF are not allowed in XML */
        return text.size > 2 && text.bytes[1] == '\xbf' && (unsigned char)text.bytes[2] >= 0xbe ? 3 : 0;
    }
    return 0;
}

static bool has_byte(cs_text text, char byte)
{
    return memchr(text.bytes, byte, text.size) != NULL;
}

/* True for a text that certainly needs no replacement, as nearly all do. */
static bool is_plain(cs_text text)
{
    if (has_byte(text, '_') || has_byte(text, '\r') || has_byte(text, '\0'))
        return false;
    for (const char *at = text.bytes, *end = at + text.size; (at = memchr(at, '\xef', (size_t)(end - at))); at++)
        if (at + 1 < end && at[1] == '\xbf') /* no full-width form */
            return false;
    return true;
}

const char *cs_xlsx_plain(struct cs_buf *buf, cs_text text)
{
    cs_text by;
    size_t start = 0;
    cs_buf_clear(buf);
    if (text.size && is_plain(text)) {
        cs_buf_add(buf, text);
        return buf->size ? buf->bytes : "";
    }
    for (size_t i = 0; i < text.size; i++) {
        char byte = text.bytes[i];
        if (byte != '_' && byte != '\r' && byte != '\xef' && byte != '\0')
            continue;
        size_t size = replace(cs_text_skip(text, i), &by);
        if (size == 0)
            continue;
        cs_buf_add(buf, (cs_text){text.bytes + start, i - start});
        cs_buf_add(buf, by);
        start = i + size;
        i = start - 1;
    }
    cs_buf_add(buf, cs_text_skip(text, start));
    return buf->size ? buf->bytes : "";
}

char *cs_xlsx_kept(struct cs_arena *arena, cs_text text, size_t limit)
{
    cs_text rest = text;
    size_t used = 0, size = 0;
    while (rest.size) {
        used += cs_text_next(&rest) > 0xffff ? 2 : 1;
        if (used > limit)
            break;
        size = text.size - rest.size;
    }
    struct cs_buf buf = {0};
    const char *clean = cs_xlsx_plain(&buf, (cs_text){text.bytes, size});
    char *copy = cs_alloc(arena, strlen(clean) + 1);
    for (size_t i = 0; clean[i]; i++)
        copy[i] = clean[i] == '\n' ? ' ' : clean[i];
    cs_buf_free(&buf);
    return copy;
}

bool cs_xlsx_is_address(cs_text text)
{
    if (!cs_text_starts(text, CS_TEXT("https://")) && !cs_text_starts(text, CS_TEXT("http://")) &&
        !cs_text_starts(text, CS_TEXT("mailto:")))
        return false;
    size_t length = 0;
    for (size_t i = 0; i < text.size; i++) {
        unsigned char byte = (unsigned char)text.bytes[i];
        if (byte <= ' ' || byte == 0x7f)
            return false;
        length += byte && strchr("\"<>[]^`{}%", byte) ? 3 : 1; /* the library writes these as %XX */
    }
    return length <= LONGEST_LINK;
}

bool cs_xlsx_is_list(const cs_text *texts, uint32_t count)
{
    size_t length = count;
    for (uint32_t i = 0; i < count; i++) {
        if (cs_text_find(texts[i], CS_TEXT(",")) >= 0)
            return false;
        length += cs_text_utf16_length(texts[i]);
    }
    return length <= LONGEST_LIST;
}

void cs_xlsx_add_quoted(struct cs_buf *buf, cs_text text)
{
    cs_buf_add_byte(buf, '"');
    for (size_t i = 0; i < text.size; i++)
        cs_buf_add_repeat(buf, text.bytes[i], text.bytes[i] == '"' ? 2 : 1);
    cs_buf_add_byte(buf, '"');
}

void cs_xlsx_add_criterion(struct cs_buf *buf, cs_text text)
{
    cs_buf_add_byte(buf, '"');
    if (text.size && strchr("<=>", text.bytes[0]))
        cs_buf_add_byte(buf, '=');
    for (size_t i = 0; i < text.size; i++) {
        if (strchr("*?~", text.bytes[i]))
            cs_buf_add_byte(buf, '~');
        cs_buf_add_repeat(buf, text.bytes[i], text.bytes[i] == '"' ? 2 : 1);
    }
    cs_buf_add_byte(buf, '"');
}

static void add_cell(struct cs_buf *buf, const char *fixed, uint32_t row, uint32_t col)
{
    cs_buf_add(buf, cs_text_of(fixed));
    cs_add_column(buf, col);
    cs_buf_print(buf, "%s%u", fixed, (unsigned)row + 1);
}

/* A name of letters and digits needs no quotation marks. */
static bool is_bare(cs_text name)
{
    for (size_t i = 0; i < name.size; i++)
        if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", name.bytes[i]))
            return false;
    return true;
}

void cs_xlsx_add_cells(struct cs_buf *buf, cs_text sheet, struct cells cells)
{
    const char *fixed = sheet.size ? "$" : "", *mark = is_bare(sheet) ? "" : "'";
    if (sheet.size) {
        cs_buf_add(buf, cs_text_of(mark));
        cs_buf_add(buf, sheet);
        cs_buf_add(buf, cs_text_of(mark));
        cs_buf_add_byte(buf, '!');
    }
    add_cell(buf, fixed, cells.first_row, cells.first_col);
    if (cells.first_row == cells.last_row && cells.first_col == cells.last_col)
        return;
    cs_buf_add_byte(buf, ':');
    add_cell(buf, fixed, cells.last_row, cells.last_col);
}

cs_text cs_xlsx_place(struct cs_arena *arena, cs_text sheet, uint32_t row, uint32_t col)
{
    struct cs_buf buf = {0};
    cs_buf_add(&buf, CS_TEXT("#'"));
    cs_buf_add(&buf, sheet);
    cs_buf_add(&buf, CS_TEXT("'!"));
    add_cell(&buf, "", row, col);
    return cs_buf_take(arena, &buf);
}
