/* The only file that sees libunistring. Widths are cached by code point: a sheet has the same few hundred characters
 * a hundred thousand times, and each lookup in the library compares the name of an encoding. */
#include "base/unicode.h"

#include <stdlib.h>
#include <unictype.h>
#include <uninorm.h>
#include <uniwidth.h>

enum { CACHED_POINTS = 0x20000 };

struct cs_widths cs_widths_new(struct cs_arena *arena, unsigned ambiguous)
{
    return (struct cs_widths){cs_alloc(arena, CACHED_POINTS), ambiguous == 2 ? 2 : 1};
}

static unsigned ask(const struct cs_widths *widths, uint32_t point)
{
    /* The library returns 2 for ambiguous characters only if the encoding is a Japanese one. */
    int width = uc_width(point, widths->ambiguous == 2 ? "EUC-JP" : "UTF-8");
    return width < 0 ? 0 : (unsigned)width;
}

unsigned cs_width_of(struct cs_widths *widths, uint32_t point)
{
    if (point >= CACHED_POINTS)
        return ask(widths, point);
    if (widths->known[point] == 0)
        widths->known[point] = (uint8_t)(ask(widths, point) + 1);
    return widths->known[point] - 1u;
}

size_t cs_text_width(struct cs_widths *widths, cs_text text)
{
    size_t width = 0;
    while (text.size)
        width += cs_width_of(widths, cs_text_next(&text));
    return width;
}

/* Bytes of the character at the front if it is ASCII, kana, a kanji, one of 、。 or a shape such as ○; else 0. Decided
 * by the bytes, not the code point, since nearly all of what is folded consists of these. */
static size_t folded_size(const unsigned char *at, size_t size)
{
    if (at[0] < 0x80)
        return 1;
    if (size < 3 || (at[1] & 0xc0) != 0x80 || (at[2] & 0xc0) != 0x80)
        return 0;
    if (at[0] >= 0xe5 && at[0] <= 0xe9)
        return 3;
    if (at[0] == 0xe2)
        return (at[1] == 0x96 && at[2] >= 0xa0) || at[1] == 0x97 ? 3 : 0; /* U+25A0 to U+25FF */
    if (at[0] == 0xe4)
        return at[1] >= 0xb8 ? 3 : 0;                       /* U+4E00 on */
    uint32_t kana = (at[1] & 0x3fu) << 6 | (at[2] & 0x3fu); /* from U+3000 */
    bool plain = (kana >= 0x41 && kana <= 0x96) || (kana >= 0xa1 && kana <= 0xfc) || kana == 0x01 || kana == 0x02;
    return at[0] == 0xe3 && plain ? 3 : 0;
}

/* Such characters have no decomposition and no combining marks. */
bool cs_text_is_folded(cs_text text)
{
    const unsigned char *bytes = (const unsigned char *)text.bytes;
    for (size_t at = 0, size; at < text.size; at += size)
        if ((size = folded_size(bytes + at, text.size - at)) == 0)
            return false;
    return true;
}

cs_text cs_text_fold(struct cs_arena *arena, cs_text text)
{
    if (cs_text_is_folded(text))
        return text;
    size_t size = 0;
    uint8_t *folded = u8_normalize(UNINORM_NFKC, (const uint8_t *)text.bytes, text.size, NULL, &size);
    if (!folded)
        return text; /* invalid UTF-8 is compared unchanged */
    cs_text copy = cs_text_copy(arena, (cs_text){(const char *)folded, size});
    free(folded);
    return copy;
}

bool cs_point_is_filler(uint32_t point)
{
    if (point >= 0x3041 && point <= 0x9fff)
        return point == 0x30fb; /* kana and kanji, the usual case; the one in between is a middle dot */
    return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_P | UC_CATEGORY_MASK_Z | UC_CATEGORY_MASK_C);
}

bool cs_point_is_picture(uint32_t point)
{
    return (point >= CS_FIRST_PICTURE && point <= CS_LAST_PICTURE) || (point >= 0x1f300 && point < 0x1fb00);
}

/* Radicals that NFKC does not change, with the characters used in Japanese. Source: EquivalentUnifiedIdeograph.txt of
 * the Unicode Character Database. Those of the previous block (U+2F00 and above) are folded by NFKC. */
static const struct {
    uint32_t point;
    const char *meant;
} radicals[] = {
    {0x2e81, "厂"}, {0x2e83, "乚"}, {0x2e85, "亻"}, {0x2e89, "刂"}, {0x2e8b, "㔾"}, {0x2e8c, "小"}, {0x2e8e, "兀"},
    {0x2e92, "巳"}, {0x2e93, "幺"}, {0x2e96, "忄"}, {0x2e97, "心"}, {0x2e98, "扌"}, {0x2e9d, "月"}, {0x2e9f, "母"},
    {0x2ea0, "民"}, {0x2ea1, "氵"}, {0x2ea3, "灬"}, {0x2ea4, "爫"}, {0x2ead, "礻"}, {0x2eaf, "糸"}, {0x2eb4, "罓"},
    {0x2ebe, "艹"}, {0x2ec2, "衤"}, {0x2ec4, "西"}, {0x2ec5, "见"}, {0x2ed1, "長"}, {0x2ed2, "镸"}, {0x2ed8, "青"},
    {0x2edd, "食"}, {0x2ee4, "鬼"}, {0x2ee8, "麦"}, {0x2ee9, "黄"}, {0x2eeb, "斉"}, {0x2eed, "歯"}, {0x2eef, "竜"},
    {0x2ef2, "亀"}, {0x2ef3, "龟"},
};

cs_text cs_radical_meant(uint32_t point, cs_text text)
{
    if (point < 0x2e80 || point > 0x2eff)
        return text;
    for (size_t i = 0; i < sizeof radicals / sizeof *radicals; i++)
        if (radicals[i].point == point)
            return cs_text_of(radicals[i].meant);
    return text;
}
