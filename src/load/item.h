/* A question of a catalog: the value of its number. */
#ifndef LOAD_ITEM_H
#define LOAD_ITEM_H

#include "load/fields.h"

/* Reads an item, short (its question) or long (a mapping), into a zeroed struct; the catalog gives the meaning of
 * signs. Sets id, span and defaults; the caller sets the section. */
void cs_read_item(struct cs_reader *reader, const struct cs_catalog *catalog, const struct cs_node *key,
                  const struct cs_node *value, struct cs_item *item);

/* Reports what an item declares to be the same, in its own catalog, but does not exist. To be called once all items
 * are read. */
void cs_item_check_sames(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item);

/* Reads the gate of a section, `if`, into the gate of an otherwise empty item. */
void cs_read_section_gate(struct cs_reader *reader, const struct cs_catalog *catalog, const struct cs_node *key,
                          const struct cs_node *value, struct cs_item *item);

#endif
