/* Strings: rich text runs joined, furigana removed, escapes decoded. */
#include "read/xlsx.h"
#include "base/ascii.h"
#include "checksheet/sheet.h"
#include "base/messages_read.h"

#include <string.h>

enum { ESCAPE_SIZE = 7, MOST_STRINGS = CS_MOST_CELLS };

static int hex_value(cs_text digits)
{
    int value = 0;
    for (size_t i = 0; i < digits.size; i++) {
        int digit = cs_hex_digit(digits.bytes[i]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/* The UTF-16 unit of an escape such as _x000D_ at the front of a text, or -1. */
static int escaped_unit(cs_text text)
{
    bool framed = text.size >= ESCAPE_SIZE && text.bytes[0] == '_' && text.bytes[1] == 'x' && text.bytes[6] == '_';
    return framed ? hex_value((cs_text){text.bytes + 2, 4}) : -1;
}

/* Takes the escape, or the pair of escapes, at the front of a text; 0 if there is none, or half a pair. */
static uint32_t take_escape(cs_text *rest, bool *taken)
{
    int unit = escaped_unit(*rest), low;
    *taken = unit >= 0 && (unit < 0xd800 || unit > 0xdfff);
    if (*taken) {
        *rest = cs_text_skip(*rest, ESCAPE_SIZE);
        return (uint32_t)unit;
    }
    if (unit < 0xd800 || unit > 0xdbff)
        return 0;
    low = escaped_unit(cs_text_skip(*rest, ESCAPE_SIZE));
    *taken = low >= 0xdc00 && low <= 0xdfff;
    if (*taken)
        *rest = cs_text_skip(*rest, 2 * (size_t)ESCAPE_SIZE);
    return *taken ? 0x10000 + ((uint32_t)(unit - 0xd800) << 10) + (uint32_t)(low - 0xdc00) : 0;
}

/* Appends an escaped character. Every kind of line end becomes one LF; for a CR the following text decides. */
static void add_decoded(struct cs_buf *out, uint32_t point, cs_text rest)
{
    enum { VERTICAL_TAB = 0x0b };
    if (point == '\r' && (cs_text_starts(rest, CS_TEXT("\n")) || escaped_unit(rest) == '\n'))
        return;
    if (point == '\r' || point == VERTICAL_TAB)
        point = '\n';
    bool is_shown = point == '\n' || point == '\t' || (point >= 0x20 && point < 0x7f) || point >= 0xa0;
    if (is_shown && point != 0xfffe && point != 0xffff)
        cs_buf_add_point(out, point);
}

static bool is_plain(char byte)
{
    return byte != '_' && byte != '\xc2' &&
           (byte & 0x80 || (byte >= 0x20 && byte != 0x7f) || byte == '\n' || byte == '\t');
}

/* True if no byte of a word equals the byte repeated in `each`; may be false without cause. */
static bool lacks(uint64_t word, uint64_t each)
{
    const uint64_t one = UINT64_C(0x0101010101010101);
    word ^= each;
    return ((word - one) & ~word & one * 0x80) == 0;
}

/* True if eight bytes are all plain; may be false without cause, and is for line ends and tabs. */
static bool is_plain_word(const char *bytes)
{
    const uint64_t each = UINT64_C(0x0101010101010101);
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return ((word - each * 0x20) & ~word & each * 0x80) == 0 && lacks(word, each * '_') && lacks(word, each * 0x7f) &&
           lacks(word, each * 0xc2);
}

/* Bytes at the front of a run that are copied unchanged. */
static size_t plain_size(cs_text run)
{
    enum { WORD = 8 };
    size_t size = 0;
    for (;;) {
        while (run.size - size >= WORD && is_plain_word(run.bytes + size))
            size += WORD;
        size_t end = run.size - size < WORD ? run.size : size + WORD;
        while (size < end && is_plain(run.bytes[size]))
            size++;
        if (size < end || end == run.size)
            return size;
    }
}

static void add_careful(struct cs_buf *out, cs_text rest)
{
    while (rest.size) {
        bool taken = false;
        uint32_t point = rest.bytes[0] == '_' ? take_escape(&rest, &taken) : 0;
        if (!taken && rest.bytes[0] != '\xc2') {
            point = (unsigned char)rest.bytes[0];
            rest = cs_text_skip(rest, 1);
            if (point & 0x80) {
                cs_buf_add_byte(out, (char)point);
                continue;
            }
        } else if (!taken) {
            point = cs_text_next(&rest); /* U+0080 to U+009F are controls as well */
        }
        add_decoded(out, point, rest);
    }
}

void cs_xlsx_add_run(struct cs_xlsx *xlsx, cs_text run)
{
    xlsx->is_long = xlsx->is_long || xlsx->text.size + run.size > 2 * (size_t)CS_XML_TEXT_LIMIT;
    if (xlsx->is_long)
        return;
    size_t plain = plain_size(run);
    cs_buf_add(&xlsx->text, (cs_text){run.bytes, plain});
    add_careful(&xlsx->text, cs_text_skip(run, plain));
}

bool cs_xlsx_take_text(struct cs_xlsx *xlsx, cs_text *text)
{
    cs_text taken = cs_buf_text(&xlsx->text);
    bool fits = !xlsx->is_long && (taken.size <= CS_CELL_UNITS || cs_text_utf16_length(taken) <= CS_CELL_UNITS);
    xlsx->is_long = false;
    *text = fits && taken.size ? cs_buf_copy(&xlsx->package.job->arena, &xlsx->text) : (cs_text){0};
    cs_buf_clear(&xlsx->text);
    return fits;
}

/* --- the part of shared strings ----------------------------------------------------------------------------------- */

struct reader {
    struct cs_xlsx *xlsx;
    cs_text part;
};

static void end_run(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    cs_xlsx_add_run(reader->xlsx, cs_xml_text(xml));
}

static void end_string(void *context, struct cs_xml *xml)
{
    struct reader *reader = context;
    struct cs_xlsx *xlsx = reader->xlsx;
    struct cs_arena *arena = &xlsx->package.job->arena;
    cs_text text;
    if (!cs_xlsx_take_text(xlsx, &text))
        cs_package_stop(&xlsx->package, xml, CS_MESSAGE_WORKBOOK_TEXT, reader->part, (cs_text){0});
    else if (xlsx->string_count == MOST_STRINGS)
        cs_package_stop(&xlsx->package, xml, CS_MESSAGE_WORKBOOK_CELLS, reader->part, (cs_text){0});
    if (xlsx->package.has_failed)
        return;
    xlsx->strings = cs_grow(arena, xlsx->strings, xlsx->string_count, &xlsx->string_room, sizeof *xlsx->strings);
    xlsx->strings[xlsx->string_count++] = text;
}

bool cs_xlsx_read_strings(struct cs_xlsx *xlsx, cs_text part)
{
    static const struct cs_xml_element elements[] = {
        {.name = "t", .end = end_run, .keeps_text = true},
        {.name = "si", .end = end_string},
        {.name = "rPh", .is_skipped = true}, /* furigana */
        {0},
    };
    struct reader reader = {xlsx, part};
    return cs_package_read(&xlsx->package, part, elements, &reader);
}
