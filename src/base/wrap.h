/* Text in lines, broken where Japanese and Latin text may be. */
#ifndef BASE_WRAP_H
#define BASE_WRAP_H

#include "base/base.h"
#include "base/unicode.h"

/* Takes the first line off *rest as it would wrap in so many half-width characters, without the line end that it breaks
 * at; blanks may hang out of it. A word that is wider than a line is cut where the line is full. */
cs_text cs_take_line(struct cs_widths *widths, unsigned units, cs_text *rest);

/* The same for a person: without the blanks at the line's end, and a command line to be pasted, "checksheet ...", whole, on a
 * line of its own where it does not fit. SIZE_MAX: no limit. */
cs_text cs_take_text(struct cs_widths *widths, size_t cells, cs_text *rest);

#endif
