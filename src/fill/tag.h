/* A start tag as it is written: <x:row r="2" ht='15'/>. */
#ifndef FILL_TAG_H
#define FILL_TAG_H

#include "checksheet/text.h"

/* x: of <x:row ...>; empty where there is no prefix. */
cs_text cs_tag_prefix(cs_text tag);

/* True for <row/>. */
bool cs_tag_is_empty(cs_text tag);

/* True for a tag that has an attribute of this name. */
bool cs_tag_has(cs_text tag, cs_text name);

/* Adds a tag without the attributes of some names, which end with NULL, up to what would end it: more attributes, > or />
 * may follow. What is kept is spelt as it was. */
void cs_tag_add(struct cs_buf *out, cs_text tag, const char *const *left_out);

#endif
