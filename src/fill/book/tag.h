/* A tag as written: <x:row r="2" ht='15'/>. */
#ifndef FILL_TAG_H
#define FILL_TAG_H

#include "checksheet/text.h"

/* row for <x:row ...> and for </x:row>. */
cs_text cs_tag_local_name(cs_text tag);

/* x: for <x:row ...>; empty if there is no prefix. */
cs_text cs_tag_prefix(cs_text tag);

/* True for <row/>. */
bool cs_tag_is_empty(cs_text tag);

/* True if the tag has an attribute of this name. */
bool cs_tag_has(cs_text tag, cs_text name);

/* The value of an attribute as written; empty if the tag has none of this name. */
cs_text cs_tag_get(cs_text tag, cs_text name);

/* Appends a tag without certain attributes, whose names end with NULL, and without its end, so that more attributes,
 * > or /> may follow. The rest is kept byte for byte. */
void cs_tag_add(struct cs_buf *out, cs_text tag, const char *const *left_out);

#endif
