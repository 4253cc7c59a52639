/* Classifying a difference between two versions of an item, and whether it is an improvement. */
#ifndef DERIVE_ASPECTS_H
#define DERIVE_ASPECTS_H

#include "base/arena.h"
#include "checksheet/sheet.h"

/* The aspect that a difference in a column of a role belongs to. */
enum cs_aspect cs_aspect_of(enum cs_role role);

/* True if two texts differ only in the width of characters, in blanks and in line ends. */
bool cs_differs_in_form_only(struct cs_arena *arena, cs_text a, cs_text b);

/* Whether the answer has improved or worsened, given the good answer to the item. */
enum cs_turn cs_turn_of(const struct cs_row *old, const struct cs_row *new);

#endif
