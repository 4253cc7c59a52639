/* Colour on a terminal: bold, dim and the eight basic colours, and nothing where no colour is wanted. */
#ifndef BASE_PAINT_H
#define BASE_PAINT_H

#include "checksheet/text.h"

enum cs_paint { CS_PAINT_BOLD, CS_PAINT_DIM, CS_PAINT_RED, CS_PAINT_GREEN, CS_PAINT_YELLOW, CS_PAINT_CYAN, CS_PAINTS };

/* Adds the text in a colour; plain when color is false. */
void cs_paint_add(struct cs_buf *buf, bool color, enum cs_paint paint, cs_text text);

#endif
