/* Reading the form to be filled, and the profile. */
#ifndef CMD_FILL_READING_H
#define CMD_FILL_READING_H

#include "cmd/fill/filling.h"

/* Reads profile and form, determines the form's catalog, and the places for its answers. False after reporting why
 * not, with *code set. */
bool reading_all(struct filling *filling, enum exit_code *code);

/* The form's own questions as a catalog, even if they are in a known one; NULL if it has none. */
const struct cs_catalog *reading_form_catalog(struct filling *filling);

/* The slots for a catalog of the form's own questions; NULL if they cannot be determined. */
struct cs_slots *reading_slots(struct filling *filling, const struct cs_catalog *catalog);

/* The slot of the same question among others, or NULL. Both are in the order of the file, so it is searched for from
 * where the last one was found, *from, which is 0 at first. */
const struct cs_slot *reading_same_place(const struct cs_slots *slots, const struct cs_slot *slot, uint32_t *from);

#endif
