/* Properties from the Unicode tables: widths on a terminal or page, and compatibility folding. Uses libunistring. */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include "base/arena.h"

/* Widths of code points, each looked up once. */
struct cs_widths {
    uint8_t *known;    /* width + 1 by code point; 0: not looked up yet */
    uint8_t ambiguous; /* width of East Asian Ambiguous characters such as the marks: 1 or 2 */
};

struct cs_widths cs_widths_new(struct cs_arena *arena, unsigned ambiguous);

/* Width of a code point in cells by UAX #11: 2 for W and F, 0 for combining marks, as chosen for A, else 1. */
unsigned cs_width_of(struct cs_widths *widths, uint32_t point);

/* Width of a text in cells; control characters have none. */
size_t cs_text_width(struct cs_widths *widths, cs_text text);

/* The text in Normalization Form KC (UAX #15), for comparing only, never for output; possibly the text itself. */
cs_text cs_text_fold(struct cs_arena *arena, cs_text text);

/* True for a text of only ASCII, kana, kanji, 、。 and geometric shapes, which folding does not change. */
bool cs_text_is_folded(cs_text text);

/* True for spaces, punctuation and control characters, in which two typed copies of a text may differ. */
bool cs_point_is_filler(uint32_t point);

/* True for arrows, shapes, dingbats and emoji: at the front of an answer they are meant as a mark. */
bool cs_point_is_picture(uint32_t point);
enum { CS_FIRST_PICTURE = 0x2190, CS_LAST_PICTURE = 0x2bff }; /* range of those in the Basic Multilingual Plane */

/* The character for a radical that a PDF has put in its place (⻑ for 長); for any other code point `text`. */
cs_text cs_radical_meant(uint32_t point, cs_text text);

#endif
