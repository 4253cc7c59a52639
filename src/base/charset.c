/* See checksheet/charset.h. Each encoding has a function that takes one character off some bytes, and one that adds
 * one. */
#include "checksheet/charset.h"
#include "base/ascii.h"

#include "charset.inc"

enum { NO_TABLE_ENTRY = 0xffff };

static const uint32_t none = UINT32_MAX;

/* The character set that ISO-2022-JP has switched to; other encodings have no modes. */
enum mode { MODE_ASCII, MODE_KANJI, MODE_KANA };

/* Takes a character off bytes that are not empty, and returns it; `none`, with nothing taken, if they are invalid. */
typedef uint32_t taker(cs_text *rest, enum mode *mode);

/* Adds a character; false, with nothing added, if the encoding does not have it. */
typedef bool adder(struct cs_buf *out, uint32_t point);

static unsigned byte_at(cs_text text, size_t at)
{
    return at < text.size ? (unsigned char)text.bytes[at] : 0;
}

/* The character for a table entry; takes its bytes. */
static uint32_t take(cs_text *rest, size_t size, unsigned entry)
{
    if (entry == NO_TABLE_ENTRY || size > rest->size)
        return none;
    *rest = cs_text_skip(*rest, size);
    return entry;
}

/* --- UTF ---------------------------------------------------------------------------------------------------------- */

static uint32_t take_utf_8(cs_text *rest, enum mode *mode)
{
    (void)mode;
    cs_text before = *rest;
    uint32_t point = cs_text_next(rest);
    if (point != 0xfffd || cs_text_starts(before, CS_TEXT("\xef\xbf\xbd")))
        return point;
    *rest = before;
    return none;
}

static bool add_utf_8(struct cs_buf *out, uint32_t point)
{
    cs_buf_add_point(out, point);
    return true;
}

/* Characters above 0xffff are surrogate pairs, high one first. */
static uint32_t take_units(cs_text *rest, unsigned first, unsigned second)
{
    if (rest->size < 2 || (first >= 0xdc00 && first <= 0xdfff))
        return none;
    if (first < 0xd800 || first > 0xdfff) {
        *rest = cs_text_skip(*rest, 2);
        return first;
    }
    if (rest->size < 4 || second < 0xdc00 || second > 0xdfff)
        return none;
    *rest = cs_text_skip(*rest, 4);
    return 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
}

static uint32_t take_utf_16le(cs_text *rest, enum mode *mode)
{
    (void)mode;
    return take_units(rest, byte_at(*rest, 1) << 8 | byte_at(*rest, 0), byte_at(*rest, 3) << 8 | byte_at(*rest, 2));
}

static uint32_t take_utf_16be(cs_text *rest, enum mode *mode)
{
    (void)mode;
    return take_units(rest, byte_at(*rest, 0) << 8 | byte_at(*rest, 1), byte_at(*rest, 2) << 8 | byte_at(*rest, 3));
}

static void add_unit(struct cs_buf *out, uint32_t unit, bool big)
{
    cs_buf_add_byte(out, (char)(big ? unit >> 8 : unit));
    cs_buf_add_byte(out, (char)(big ? unit : unit >> 8));
}

static void add_units(struct cs_buf *out, uint32_t point, bool big)
{
    if (point < 0x10000) {
        add_unit(out, point, big);
        return;
    }
    add_unit(out, 0xd800 + ((point - 0x10000) >> 10), big);
    add_unit(out, 0xdc00 + ((point - 0x10000) & 0x3ff), big);
}

static bool add_utf_16le(struct cs_buf *out, uint32_t point)
{
    add_units(out, point, false);
    return true;
}

static bool add_utf_16be(struct cs_buf *out, uint32_t point)
{
    add_units(out, point, true);
    return true;
}

/* --- Windows ------------------------------------------------------------------------------------------------------ */

static uint32_t take_cp1252(cs_text *rest, enum mode *mode)
{
    (void)mode;
    unsigned byte = byte_at(*rest, 0);
    return take(rest, 1, byte < 0x80 ? byte : cp1252_bytes[byte - 0x80]);
}

static bool add_cp1252(struct cs_buf *out, uint32_t point)
{
    unsigned byte = point < 0x80 ? point : 0x80;
    while (point >= 0x80 && byte < 0x100 && cp1252_bytes[byte - 0x80] != point)
        byte++;
    if (byte >= 0x100 || point == NO_TABLE_ENTRY)
        return false;
    cs_buf_add_byte(out, (char)byte);
    return true;
}

/* The first byte of a pair is 81 to 9f or e0 to fc, the second 40 to 7e or 80 to fc. */
static uint32_t take_cp932(cs_text *rest, enum mode *mode)
{
    (void)mode;
    unsigned first = byte_at(*rest, 0), second = byte_at(*rest, 1);
    if (first < 0x80)
        return take(rest, 1, first);
    if (first == 0x80 || (first >= 0xa0 && first < 0xe0) || first > 0xfc)
        return take(rest, 1, cp932_bytes[first & 0x7f]);
    if (second < 0x40 || second == 0x7f || second > 0xfc)
        return none;
    unsigned row = first - (first < 0xa0 ? 0x81 : 0xc1), column = second - (second < 0x7f ? 0x40 : 0x41);
    return take(rest, 2, cp932_pairs[row * 188 + column]);
}

static bool add_cp932(struct cs_buf *out, uint32_t point)
{
    unsigned code = point > 0xffff ? 0 : cp932_codes[cp932_pages[point >> 8]][point & 0xff];
    if (code == 0 && point)
        return false;
    if (code > 0xff)
        cs_buf_add_byte(out, (char)(code >> 8));
    cs_buf_add_byte(out, (char)code);
    return true;
}

/* --- JIS ---------------------------------------------------------------------------------------------------------- */

/* The character at a row and a cell of the kanji table, both from 0x21: CP932 has two rows for each first byte. */
static uint32_t take_kanji(cs_text *rest, size_t size, unsigned row, unsigned cell)
{
    if (row < 0x21 || row > 0x7e || cell < 0x21 || cell > 0x7e)
        return none;
    return take(rest, size, cp932_pairs[(row - 0x21) / 2 * 188 + (row - 0x21) % 2 * 94 + (cell - 0x21)]);
}

static uint32_t take_euc_jp(cs_text *rest, enum mode *mode)
{
    (void)mode;
    enum { HALF_WIDTH = 0x8e };
    unsigned first = byte_at(*rest, 0), second = byte_at(*rest, 1);
    if (first < 0x80)
        return take(rest, 1, first);
    if (first == HALF_WIDTH)
        return second < 0xa0 || second >= 0xe0 ? none : take(rest, 2, cp932_bytes[second - 0x80]);
    return first < 0xa0 || second < 0xa0 ? none : take_kanji(rest, 2, first - 0x80, second - 0x80);
}

/* Takes all escape sequences at the front and sets the mode. */
static void take_switches(cs_text *rest, enum mode *mode)
{
    static const struct {
        cs_text sign;
        enum mode mode;
    } switches[] = {{CS_LITERAL("\033(B"), MODE_ASCII},
                    {CS_LITERAL("\033(J"), MODE_ASCII},
                    {CS_LITERAL("\033(I"), MODE_KANA},
                    {CS_LITERAL("\033$@"), MODE_KANJI},
                    {CS_LITERAL("\033$B"), MODE_KANJI}};
    enum { SWITCHES = sizeof switches / sizeof *switches };
    for (size_t i = 0; rest->size && rest->bytes[0] == '\033' && i < SWITCHES;) {
        bool is_it = cs_text_starts(*rest, switches[i].sign);
        if (is_it) {
            *mode = switches[i].mode;
            *rest = cs_text_skip(*rest, switches[i].sign.size);
        }
        i = is_it ? 0 : i + 1;
    }
}

/* A line end resets to ASCII: programs that split lines omit the escape sequence. */
static uint32_t take_iso_2022_jp(cs_text *rest, enum mode *mode)
{
    unsigned byte = byte_at(*rest, 0);
    if (byte == '\n' || byte == '\r')
        *mode = MODE_ASCII;
    if (byte >= 0x80 || byte == '\033')
        return none;
    if (*mode == MODE_KANJI && byte > 0x20)
        return take_kanji(rest, 2, byte, byte_at(*rest, 1));
    if (*mode == MODE_KANA && byte > 0x20)
        return take(rest, 1, byte < 0x60 ? cp932_bytes[byte] : NO_TABLE_ENTRY);
    return take(rest, 1, byte);
}

/* --- all of them -------------------------------------------------------------------------------------------------- */

static const struct {
    cs_text name;
    taker *take;
    adder *add;
    size_t unit; /* bytes to skip for an invalid character */
    bool switches;
} charsets[CS_CHARSETS] = {
    [CS_CHARSET_UTF_8] = {CS_LITERAL("utf-8"), take_utf_8, add_utf_8, 1, false},
    [CS_CHARSET_UTF_16LE] = {CS_LITERAL("utf-16le"), take_utf_16le, add_utf_16le, 2, false},
    [CS_CHARSET_UTF_16BE] = {CS_LITERAL("utf-16be"), take_utf_16be, add_utf_16be, 2, false},
    [CS_CHARSET_CP932] = {CS_LITERAL("cp932"), take_cp932, add_cp932, 1, false},
    [CS_CHARSET_CP1252] = {CS_LITERAL("cp1252"), take_cp1252, add_cp1252, 1, false},
    [CS_CHARSET_EUC_JP] = {CS_LITERAL("euc-jp"), take_euc_jp, NULL, 1, false},
    [CS_CHARSET_ISO_2022_JP] = {CS_LITERAL("iso-2022-jp"), take_iso_2022_jp, NULL, 1, true},
};

/* Other names of these encodings, in small letters without - and _. */
static const struct {
    cs_text name;
    enum cs_charset charset;
} aliases[] = {
    {CS_LITERAL("utf16"), CS_CHARSET_UTF_16LE},     {CS_LITERAL("unicode"), CS_CHARSET_UTF_16LE},
    {CS_LITERAL("shiftjis"), CS_CHARSET_CP932},     {CS_LITERAL("sjis"), CS_CHARSET_CP932},
    {CS_LITERAL("mskanji"), CS_CHARSET_CP932},      {CS_LITERAL("ms932"), CS_CHARSET_CP932},
    {CS_LITERAL("windows31j"), CS_CHARSET_CP932},   {CS_LITERAL("cswindows31j"), CS_CHARSET_CP932},
    {CS_LITERAL("windows1252"), CS_CHARSET_CP1252}, {CS_LITERAL("latin1"), CS_CHARSET_CP1252},
    {CS_LITERAL("iso88591"), CS_CHARSET_CP1252},    {CS_LITERAL("eucjpms"), CS_CHARSET_EUC_JP},
    {CS_LITERAL("cp51932"), CS_CHARSET_EUC_JP},     {CS_LITERAL("cp50221"), CS_CHARSET_ISO_2022_JP},
    {CS_LITERAL("jis"), CS_CHARSET_ISO_2022_JP},
};

cs_text cs_charset_name(enum cs_charset charset)
{
    return charsets[charset].name;
}

/* Equal, ignoring case, - and _. */
static bool is_called(cs_text name, cs_text word)
{
    size_t at = 0;
    for (size_t i = 0; i < word.size; i++) {
        if (word.bytes[i] == '-')
            continue;
        while (at < name.size && (name.bytes[at] == '-' || name.bytes[at] == '_'))
            at++;
        if (at == name.size || cs_ascii_lower(name.bytes[at++]) != word.bytes[i])
            return false;
    }
    return at == name.size;
}

bool cs_charset_of(cs_text name, enum cs_charset *charset)
{
    for (*charset = 0; *charset < CS_CHARSETS; (*charset)++)
        if (is_called(name, charsets[*charset].name))
            return true;
    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++) {
        *charset = aliases[i].charset;
        if (is_called(name, aliases[i].name))
            return true;
    }
    return false;
}

/* Converts up to the first invalid character. */
static void decode(struct cs_buf *out, enum cs_charset charset, cs_text *rest, enum mode *mode)
{
    taker *take_one = charsets[charset].take;
    while (rest->size) {
        if (charsets[charset].switches)
            take_switches(rest, mode);
        uint32_t point = rest->size ? take_one(rest, mode) : none;
        if (point == none)
            return;
        cs_buf_add_point(out, point);
    }
}

size_t cs_charset_decode(struct cs_buf *out, enum cs_charset charset, cs_text bytes)
{
    enum mode mode = MODE_ASCII;
    cs_text rest = bytes;
    decode(out, charset, &rest, &mode);
    return bytes.size - rest.size;
}

void cs_charset_decode_all(struct cs_buf *out, enum cs_charset charset, cs_text bytes)
{
    enum mode mode = MODE_ASCII;
    for (;;) {
        decode(out, charset, &bytes, &mode);
        if (bytes.size == 0)
            return;
        cs_buf_add_point(out, 0xfffd);
        bytes = cs_text_skip(bytes, charsets[charset].unit);
    }
}

size_t cs_charset_encode(struct cs_buf *out, enum cs_charset charset, cs_text text)
{
    enum mode mode = MODE_ASCII;
    adder *add_one = charsets[charset].add;
    cs_text rest = text;
    while (add_one && rest.size) {
        cs_text before = rest;
        uint32_t point = take_utf_8(&rest, &mode);
        if (point == none || !add_one(out, point))
            return text.size - before.size;
    }
    return text.size - rest.size;
}
