/* Writes the tables of src/base/charset.c, as this system's iconv knows CP932 and CP1252: charset > charset.inc
 *
 * The program itself asks no iconv: one that is linked statically would load the modules of the machine that it runs on,
 * which may have none. The name is CP932, never SHIFT_JIS: that one has no ① and no 髙, and makes ～ another character. */
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { NONE = 0xffff, PAGES = 256, PAGE = 256 };

static uint16_t codes[PAGES][PAGE]; /* of CP932, by code point */

static iconv_t open_converter(const char *to, const char *from)
{
    iconv_t converter = iconv_open(to, from);
    if (converter != (iconv_t)-1)
        return converter;
    fprintf(stderr, "charset: iconv does not convert %s to %s\n", from, to);
    exit(1);
}

/* The one unit of 16 bits that some bytes become; NONE where there is no such. */
static unsigned point_of(iconv_t converter, unsigned code, size_t size)
{
    char bytes[2] = {(char)(size == 2 ? code >> 8 : code), (char)code}, units[8];
    char *from = bytes, *to = units;
    size_t left = size, room = sizeof units;
    iconv(converter, NULL, NULL, NULL, NULL);
    if (iconv(converter, &from, &left, &to, &room) != 0 || left || room != sizeof units - 2)
        return NONE;
    return (unsigned)(unsigned char)units[0] << 8 | (unsigned char)units[1];
}

/* The bytes of a code point as a number; 0 where it has none. */
static unsigned code_of(iconv_t converter, unsigned point)
{
    char unit[2] = {(char)(point >> 8), (char)point}, bytes[8];
    char *from = unit, *to = bytes;
    size_t left = sizeof unit, room = sizeof bytes;
    iconv(converter, NULL, NULL, NULL, NULL);
    if (iconv(converter, &from, &left, &to, &room) != 0 || left || sizeof bytes - room > 2)
        return 0;
    return sizeof bytes - room == 1 ? (unsigned char)bytes[0]
                                    : (unsigned)(unsigned char)bytes[0] << 8 | (unsigned char)bytes[1];
}

static void print_number(unsigned number, unsigned at)
{
    printf("%s%u,", at % 16 ? " " : "\n    ", number);
}

/* The single bytes of an encoding from `first` on. */
static void print_bytes(const char *name, iconv_t converter, unsigned first)
{
    printf("static const uint16_t %s[%u] = {", name, 256 - first);
    for (unsigned byte = first; byte < 256; byte++)
        print_number(point_of(converter, byte, 1), byte);
    printf("\n};\n");
}

/* The pairs of CP932, a row of 188 for each of its 60 first bytes. */
static void print_pairs(iconv_t converter)
{
    unsigned at = 0;
    printf("static const uint16_t cp932_pairs[60 * 188] = {");
    for (unsigned first = 0x81; first <= 0xfc; first++)
        for (unsigned second = 0x40; second <= 0xfc; second++)
            if ((first < 0xa0 || first >= 0xe0) && second != 0x7f)
                print_number(point_of(converter, first << 8 | second, 2), at++);
    printf("\n};\n");
}

/* Which code a point has that some code stands for. Points that iconv merely puts something like in the place of, such
 * as U+00A5 the backslash, have none: they would not come back. */
static void take_codes(iconv_t decoder, iconv_t encoder)
{
    for (unsigned code = 1; code <= 0xfcfc; code++) {
        unsigned point = point_of(decoder, code, code < 256 ? 1 : 2);
        unsigned back = point == NONE ? 0 : code_of(encoder, point);
        if (back && point_of(decoder, back, back < 256 ? 1 : 2) == point)
            codes[point / PAGE][point % PAGE] = (uint16_t)back;
    }
}

static int is_empty(unsigned page)
{
    for (unsigned i = 0; i < PAGE; i++)
        if (codes[page][i])
            return 0;
    return 1;
}

/* Pages of 256 points, without those that hold nothing: page 0 of the table is empty and stands for all of them. */
static void print_codes(void)
{
    unsigned used = 1;
    printf("static const uint8_t cp932_pages[%d] = {", PAGES);
    for (unsigned page = 0; page < PAGES; page++)
        print_number(is_empty(page) ? 0 : used++, page);
    printf("\n};\nstatic const uint16_t cp932_codes[%u][%d] = {{0},", used, PAGE);
    for (unsigned page = 0; page < PAGES; page++) {
        if (is_empty(page))
            continue;
        printf("\n    {");
        for (unsigned i = 0; i < PAGE; i++)
            print_number(codes[page][i], i);
        printf("},");
    }
    printf("\n};\n");
}

int main(void)
{
    iconv_t cp932 = open_converter("UTF-16BE", "CP932"), cp1252 = open_converter("UTF-16BE", "CP1252");
    printf("/* Made by .ci/charset.c. */\n");
    print_bytes("cp1252_bytes", cp1252, 0x80);
    print_bytes("cp932_bytes", cp932, 0x80);
    print_pairs(cp932);
    take_codes(cp932, open_converter("CP932", "UTF-16BE"));
    print_codes();
    return 0;
}
