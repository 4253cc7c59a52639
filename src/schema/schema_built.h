/* The shapes of schema.def that are written by code. */
#ifndef SCHEMA_SCHEMA_BUILT_H
#define SCHEMA_SCHEMA_BUILT_H

#include "schema/schema_out.h"

/* Writes the BUILT shape of a name into the definition that is open. */
void cs_schema_build(struct cs_schema_out *schema, const char *name);

/* True when the catalog has questions that are answered with its marks. */
bool cs_schema_has_signs(const struct cs_schema_out *schema);

/* Says of an object or a map what its other keys hold, besides those of the author's own; empty: there are none. */
void cs_schema_put_other_keys(struct cs_schema_out *schema, const char *shape);

#endif
