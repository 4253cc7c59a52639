/* The shapes of schema.def that are written by code. */
#ifndef SCHEMA_SCHEMA_BUILT_H
#define SCHEMA_SCHEMA_BUILT_H

#include "schema/schema_out.h"

/* Writes the BUILT shape with a name into the open definition. */
void cs_schema_build(struct cs_schema_out *schema, const char *name);

/* True if the catalog has questions that are answered with its marks. */
bool cs_schema_has_signs(const struct cs_schema_out *schema);

/* Specifies the other keys of an object or a map, apart from the author's own; empty: none are allowed. */
void cs_schema_put_other_keys(struct cs_schema_out *schema, const char *shape);

#endif
