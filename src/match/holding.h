/* The inside of the memory, for the room: an index over catalogs and over what profiles have of their own, and from which of
 * them a document comes. */
#ifndef MATCH_HOLDING_H
#define MATCH_HOLDING_H

#include "checksheet/memory.h"
#include "match/links.h"

/* A catalog, or of one that a vendor changed what is the vendor's own: documents [first, end). */
struct cs_holding {
    const struct cs_catalog *catalog;
    uint32_t first, end;
    const uint32_t *items; /* by document from first; NULL: the catalog's, in order */
};

struct cs_memory {
    struct cs_job *job;
    struct cs_index *index;
    struct cs_links *links;
    struct cs_holding *holdings;
    uint32_t count, room;
    const struct cs_profile **profiles;
    uint32_t profile_count, profile_room;
};

/* The catalog as it was before a vendor changed it. */
const struct cs_catalog *cs_catalog_root(const struct cs_catalog *catalog);

/* A profile's answer to an item, or NULL. */
const struct cs_answer *cs_profile_answer(const struct cs_profile *profile, const struct cs_catalog *catalog,
                                          uint32_t item);

#endif
