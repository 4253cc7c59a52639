/* Crosswalks as one graph: paths from an item over links to others, and the relation that follows for each path. */
#ifndef MATCH_LINKS_H
#define MATCH_LINKS_H

#include "checksheet/crosswalk.h"

struct cs_job;
struct cs_links;

/* A path, given by its last link and the path before that. */
struct cs_way {
    const struct cs_catalog *catalog;
    uint32_t item;
    enum cs_relation relation;     /* of its end to its start: what follows from all links */
    const struct cs_words *reason; /* of the last link */
    uint32_t before;               /* index of the path without the last link; CS_NO_WAY if there is none */
    uint32_t links;                /* number of links, at least 1 */
};

#define CS_NO_WAY UINT32_MAX

/* The maximum number of links in a path. */
enum { CS_MOST_LINKS = 3 };

/* The graph of crosswalks, which are loaded on the first query. NULL makes a graph without links. */
struct cs_links *cs_links_new(struct cs_job *job, const struct cs_crosswalks *crosswalks);

/* The paths that start at an item, by length, then by strength. Of several paths to one item only those stay that are
 * stronger than all before, so an item may be listed more than once. They live as long as the job. */
const struct cs_way *cs_links_from(struct cs_links *links, const struct cs_catalog *catalog, uint32_t item,
                                   uint32_t *count);

/* The relation of a to c, from those of a to b and of b to c. CS_RELATIONS if nothing follows. */
enum cs_relation cs_relation_chain(enum cs_relation first, enum cs_relation second);

/* The relation in the opposite direction. */
enum cs_relation cs_relation_inverse(enum cs_relation relation);

#endif
