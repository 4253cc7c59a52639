/* Breaking text into lines as Japanese and Latin typography allow. */
#ifndef BASE_WRAP_H
#define BASE_WRAP_H

#include "base/base.h"
#include "base/unicode.h"

/* Takes the first line off *rest when wrapped at a width in half-width characters, without the line end; it may have
 * blanks beyond that width. A word wider than a line is cut at the end of the line. */
cs_text cs_take_line(struct cs_widths *widths, unsigned units, cs_text *rest);

/* The same for people: without blanks at the line's end, and with a command line to be pasted, "checksheet ...", kept
 * whole, on a line of its own if it does not fit. SIZE_MAX: no limit. */
cs_text cs_take_text(struct cs_widths *widths, size_t cells, cs_text *rest);

#endif
