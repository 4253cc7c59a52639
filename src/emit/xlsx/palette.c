/* The colours of tones; the bars are distinguishable without red-green vision, too. */
#include "emit/xlsx/palette.h"

static const struct cs_tone_colors tones[] = {
    [CS_TONE_PLAIN] = {CS_COLOR_INK, CS_COLOR_WHITE, 0x4f7cac, 0x2d4f73, CS_COLOR_WHITE},
    [CS_TONE_GOOD] = {0x0b5d2a, 0xdff3e4, 0x1b7f5c, 0x0b5d2a, CS_COLOR_WHITE},
    [CS_TONE_PARTIAL] = {0x7a4b00, 0xfdf0cf, 0xe69f00, 0x7a4b00, CS_COLOR_INK},
    [CS_TONE_BAD] = {0x9b1c1c, 0xfbe0de, 0xb93a26, 0x9b1c1c, CS_COLOR_WHITE},
    [CS_TONE_MUTED] = {0x4a5560, 0xe9ecef, 0x9aa5b1, 0x4a5560, CS_COLOR_INK},
    [CS_TONE_NONE] = {0x7a4b00, 0xfff3c4, 0xfff3c4, 0xe0a100, CS_COLOR_INK},
};
_Static_assert(sizeof tones / sizeof *tones == CS_TONES, "colours for each tone");

/* Halfway to white. */
static uint32_t paler(uint32_t color)
{
    return (color >> 1 & 0x7f7f7f) + 0x808080;
}

struct cs_tone_colors cs_tone_colors(enum cs_tone tone, unsigned turn)
{
    struct cs_tone_colors colors = tones[tone];
    if (turn > 0)
        colors.on_bar = CS_COLOR_INK;
    for (unsigned i = 0; i < turn && i < 3; i++)
        colors.bar = paler(colors.bar);
    return colors;
}
