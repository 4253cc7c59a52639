/* Reading what is to be filled, and with what. */
#ifndef CMD_FILL_READING_H
#define CMD_FILL_READING_H

#include "cmd/fill/filling.h"

/* Reads profile and form, finds out which catalog the form asks, and where its answers go. False after it was said why not,
 * and *code set. */
bool reading_all(struct filling *filling, enum exit_code *code);

/* The form's own questions as a catalog, whatever known ones they are; NULL where it has none. */
const struct cs_catalog *reading_form_catalog(struct filling *filling);

/* Where the answers to a catalog of the form's own questions go; NULL where they cannot be told. */
struct cs_slots *reading_slots(struct filling *filling, const struct cs_catalog *catalog);

#endif
