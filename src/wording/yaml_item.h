/* A catalog's item as YAML. */
#ifndef WORDING_YAML_ITEM_H
#define WORDING_YAML_ITEM_H

#include "checksheet/catalog.h"

/* The item under its id: its question in the short form if that is all, else all its keys. Texts in one language only
 * are taken to be in the file's language. */
void cs_yaml_add_item(struct cs_buf *out, uint32_t indent, const struct cs_item *item, enum cs_language language);

/* "key:" and a text in the languages that it has; nothing if it has none. */
void cs_yaml_add_words(struct cs_buf *out, uint32_t indent, cs_text key, const struct cs_words *words,
                       enum cs_language language);

/* "layout:" with the columns, signs and numbers of the profile's own layout. */
void cs_yaml_add_layout(struct cs_buf *out, const struct cs_layout *layout, enum cs_language language);

#endif
