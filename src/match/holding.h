/* Internals of the memory: an index over catalogs and over the vendors' own items in profiles, and the origin of each
 * document. */
#ifndef MATCH_HOLDING_H
#define MATCH_HOLDING_H

#include "checksheet/memory.h"
#include "match/links.h"

/* A catalog, or the vendor's own items of a changed one: documents [first, end). */
struct cs_holding {
    const struct cs_catalog *catalog;
    uint32_t first, end;
    const uint32_t *items; /* by document from `first`; NULL: all items of the catalog, in order */
};

struct cs_memory {
    struct cs_job *job;
    struct cs_index *index;
    struct cs_links *links;
    struct cs_holding *holdings;
    uint32_t count, room;
    const struct cs_profile **profiles;
    uint32_t profile_count, profile_room;
    uint64_t effort; /* pairs of questions that may still be compared for similarity */
};

/* A profile's answer to an item; NULL if there is none. */
const struct cs_answer *cs_profile_answer(const struct cs_profile *profile, const struct cs_catalog *catalog,
                                          uint32_t item);

#endif
