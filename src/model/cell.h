/* A cell in formats without links. */
#ifndef MODEL_CELL_H
#define MODEL_CELL_H

#include "base/arena.h"
#include "checksheet/sheet.h"

/* The text of a cell in a format without links: its text, followed by the address unless the text contains it. */
cs_text cs_cell_words(struct cs_arena *arena, const struct cs_cell *cell);

#endif
