/* The catalog that a file names. */
#ifndef LOAD_FIND_CATALOG_H
#define LOAD_FIND_CATALOG_H

#include "checksheet/load.h"
#include "load/fields.h"

/* The catalog with an id, in an edition or, if that is not available, in another; an empty one means the newest. NULL
 * if there is none, after reporting that at the span, with the one that was probably meant or the list of all. */
const struct cs_catalog *cs_find_catalog(struct cs_reader *reader, const struct cs_catalogs *catalogs, cs_text id,
                                         cs_text edition, struct cs_span span);

#endif
