/* The colours of documents, on paper and on screen, as 0xRRGGBB. The meaning of tones is in vocab.h; each pair of ink
 * and fill has a contrast above 6.4. */
#ifndef EMIT_XLSX_PALETTE_H
#define EMIT_XLSX_PALETTE_H

#include "checksheet/vocab.h"

enum cs_color {
    CS_COLOR_INK = 0x1f2933,
    CS_COLOR_MUTED = 0x5f6b7a,
    CS_COLOR_NAVY = 0x1f3a5f,
    CS_COLOR_WHITE = 0xffffff,
    CS_COLOR_LINK = 0x0b57a4,
    CS_COLOR_RULE = 0xc9d1da,       /* below a row */
    CS_COLOR_HAIR = 0xdde3ea,       /* between columns */
    CS_COLOR_BAND = 0xe4ebf3,       /* behind a chapter's heading */
    CS_COLOR_BAND_LOWER = 0xf2f5f9, /* behind a heading below a chapter */
    CS_COLOR_GREEN = 0x1b7f5c,      /* the tab of the check sheet */
    CS_COLOR_AMBER = 0xe69f00,      /* the tab of the changes */
    CS_COLOR_TAKEN_OUT = 0x9b1c1c,
    CS_COLOR_PUT_IN = 0x0b5d2a,
};

struct cs_tone_colors {
    uint32_t ink, fill; /* of a cell */
    uint32_t bar;       /* of a chart */
    uint32_t edge;      /* around a bar, and around the cell of an open question */
    uint32_t on_bar;    /* a number in the bar */
};

/* The colours of a tone; for the second and later bars of a tone in a chart `turn` is 1 and up, and each is paler
 * than the last. */
struct cs_tone_colors cs_tone_colors(enum cs_tone tone, unsigned turn);

#endif
