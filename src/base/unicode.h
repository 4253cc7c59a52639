/* What only the Unicode tables know: cells on a terminal or a page, and compatibility folding. Backed by libunistring. */
#ifndef BASE_UNICODE_H
#define BASE_UNICODE_H

#include "base/arena.h"

/* Widths of code points, looked up once each. */
struct cs_widths {
    uint8_t *known;    /* width + 1 by code point; 0 = not asked yet */
    uint8_t ambiguous; /* cells of East Asian Ambiguous characters such as the marks: 1 or 2 */
};

struct cs_widths cs_widths_new(struct cs_arena *arena, unsigned ambiguous);

/* Cells of a code point after UAX #11: W and F are 2, combining marks 0, A as chosen, all else 1. */
unsigned cs_width_of(struct cs_widths *widths, uint32_t point);

/* Cells of a text; control characters count nothing. */
size_t cs_text_width(struct cs_widths *widths, cs_text text);

/* The text in Normalization Form KC (UAX #15), for comparing only, never for output; it may be the text itself. */
cs_text cs_text_fold(struct cs_arena *arena, cs_text text);

/* True for a text of ASCII, kana, kanji, 、。 and geometric shapes alone, which is folded as it stands. */
bool cs_text_is_folded(cs_text text);

/* True for spaces, punctuation and control characters: what two typings of one text differ in. */
bool cs_point_is_filler(uint32_t point);

/* True for arrows, shapes, dingbats and emoji: where an answer begins with one, it is meant as a mark. */
bool cs_point_is_picture(uint32_t point);
enum { CS_FIRST_PICTURE = 0x2190, CS_LAST_PICTURE = 0x2bff }; /* of those in the Basic Multilingual Plane */

/* The character that a radical stands for where a PDF has put one in its place (⻑ for 長); other points: their text. */
cs_text cs_radical_meant(uint32_t point, cs_text text);

#endif
