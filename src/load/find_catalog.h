/* The catalog that a file names. */
#ifndef LOAD_FIND_CATALOG_H
#define LOAD_FIND_CATALOG_H

#include "checksheet/load.h"
#include "load/fields.h"

/* The catalog of an id that stands at a span, in an edition, or, where that one is not there, in another; an empty one means
 * the newest. NULL when there is none: reported there, with the one that was probably
 * meant or all that there are. */
const struct cs_catalog *cs_find_catalog(struct cs_reader *reader, const struct cs_catalogs *catalogs, cs_text id,
                                         cs_text edition, struct cs_span span);

#endif
