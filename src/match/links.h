/* Crosswalks as one net: from a question over links to others, and what follows from all links on the way together. */
#ifndef MATCH_LINKS_H
#define MATCH_LINKS_H

#include "checksheet/crosswalk.h"

struct cs_job;
struct cs_links;

/* Where a way leads. A way is its last link, and the way before it. */
struct cs_way {
    const struct cs_catalog *catalog;
    uint32_t item;
    enum cs_relation relation;     /* of what is there to where the way began: the weakest of all links */
    const struct cs_words *reason; /* of the last link */
    uint32_t before;               /* index of the way up to the last link; CS_NO_WAY: it is the first */
    uint32_t links;                /* how many, from 1 */
};

#define CS_NO_WAY UINT32_MAX

/* The most links that a way may have. */
enum { CS_MOST_LINKS = 3 };

/* The net of crosswalks, which are loaded when it is first asked. NULL: a net without links. */
struct cs_links *cs_links_new(struct cs_job *job, const struct cs_crosswalks *crosswalks);

/* The ways that begin at an item, the shortest first, and of those the strongest. Of several ways to one item those count
 * that say more than all before them, so an item may be there twice. They live as long as the job. */
const struct cs_way *cs_links_from(struct cs_links *links, const struct cs_catalog *catalog, uint32_t item,
                                   uint32_t *count);

/* What follows for c from two links: the relation of a to b, and that of b to c, make that of a to c. CS_RELATIONS where
 * nothing follows. */
enum cs_relation cs_relation_chain(enum cs_relation first, enum cs_relation second);

/* The relation seen from the other side. */
enum cs_relation cs_relation_inverse(enum cs_relation relation);

#endif
