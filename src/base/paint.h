/* Colour on a terminal: bold, dim and the eight basic colours; nothing if colour is not wanted. */
#ifndef BASE_PAINT_H
#define BASE_PAINT_H

#include "checksheet/text.h"

enum cs_paint { CS_PAINT_BOLD, CS_PAINT_DIM, CS_PAINT_RED, CS_PAINT_GREEN, CS_PAINT_YELLOW, CS_PAINT_CYAN, CS_PAINTS };

/* Appends the text in a colour; plain if color is false. */
void cs_paint_add(struct cs_buf *buf, bool color, enum cs_paint paint, cs_text text);

#endif
