/* What a difference between two versions of an item is, and whether it is one for the better. */
#ifndef DERIVE_ASPECTS_H
#define DERIVE_ASPECTS_H

#include "base/arena.h"
#include "checksheet/sheet.h"

/* What a difference in a column of a role is. */
enum cs_aspect cs_aspect_of(enum cs_role role);

/* True when two texts differ in nothing but the width of characters, spaces and line ends. */
bool cs_differs_in_form_only(struct cs_arena *arena, cs_text a, cs_text b);

/* Whether the answer has become a better or a worse one, by what is good at the item. */
enum cs_turn cs_turn_of(const struct cs_row *old, const struct cs_row *new);

#endif
