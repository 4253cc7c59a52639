/* One question of a catalog: what stands behind its number. */
#ifndef LOAD_ITEM_H
#define LOAD_ITEM_H

#include "load/fields.h"

/* Reads an item, short (its question) or long (a mapping), into a zeroed struct; the catalog gives the meaning of signs.
 * Id, span and defaults are set; the section is the caller's. */
void cs_read_item(struct cs_reader *reader, const struct cs_catalog *catalog, const struct cs_node *key,
                  const struct cs_node *value, struct cs_item *item);

/* Reports what an item says is the same, in its own catalog, and is not there. To be called when all items are read. */
void cs_item_check_sames(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item);

/* Reads the gate of a section, `if`, into an item that is nothing else. */
void cs_read_section_gate(struct cs_reader *reader, const struct cs_catalog *catalog, const struct cs_node *key,
                          const struct cs_node *value, struct cs_item *item);

#endif
