/* The graph of crosswalks: items of all catalogs are nodes, links are edges in both directions, paths are found
 * breadth first. */
#include "match/links.h"
#include "base/job.h"

struct edge {
    uint32_t to;               /* node */
    enum cs_relation relation; /* of the target to the source */
    const struct cs_words *reason;
};

struct cs_links {
    struct cs_job *job;
    const struct cs_crosswalks *crosswalks;
    bool is_made;
    const struct cs_catalog **catalogs;
    uint32_t *first; /* node of each catalog's first item, and the number of nodes at the end */
    uint32_t catalog_count;
    uint32_t *start; /* the first edge of each node, and the number of edges at the end */
    struct edge *edges;
    uint32_t *seen; /* by node and relation: the last query that reached it */
    uint32_t asking;
};

enum cs_relation cs_relation_inverse(enum cs_relation relation)
{
    return relation == CS_RELATION_BROADER    ? CS_RELATION_NARROWER
           : relation == CS_RELATION_NARROWER ? CS_RELATION_BROADER
                                              : relation;
}

enum cs_relation cs_relation_chain(enum cs_relation first, enum cs_relation second)
{
    if (first == CS_RELATION_EQUAL || second == CS_RELATION_EQUAL)
        return first == CS_RELATION_EQUAL ? second : first;
    if (first == CS_RELATION_RELATED || second == CS_RELATION_RELATED)
        return CS_RELATIONS; /* two partial overlaps may share nothing */
    return first == second ? first : CS_RELATION_RELATED;
}

/* --- making it ----------------------------------------------------------------------------------------------------- */

static uint32_t index_of(const struct cs_links *links, const struct cs_catalog *catalog)
{
    for (uint32_t i = 0; i < links->catalog_count; i++)
        if (links->catalogs[i] == catalog || cs_catalog_same_edition(links->catalogs[i], catalog))
            return i;
    return CS_NO_ITEM;
}

static void add_catalog(struct cs_links *links, const struct cs_catalog *catalog)
{
    if (index_of(links, catalog) != CS_NO_ITEM)
        return;
    links->catalogs[links->catalog_count++] = catalog;
    links->first[links->catalog_count] = links->first[links->catalog_count - 1] + catalog->item_count;
}

/* Handles a link, called once for each direction. */
typedef void edge_handler(struct cs_links *links, uint32_t from, const struct edge *edge);

static void each_edge(struct cs_links *links, const struct cs_crosswalk *crosswalk, edge_handler *handle)
{
    uint32_t from = links->first[index_of(links, crosswalk->from)], to = links->first[index_of(links, crosswalk->to)];
    for (uint32_t i = 0; i < crosswalk->from->item_count; i++)
        for (uint32_t k = 0; k < crosswalk->by_item[i].link_count; k++) {
            const struct cs_link *link = &crosswalk->by_item[i].links[k];
            handle(links, from + i, &(struct edge){to + link->to, cs_relation_inverse(link->relation), &link->reason});
            handle(links, to + link->to, &(struct edge){from + i, link->relation, &link->reason});
        }
}

static void count_edge(struct cs_links *links, uint32_t from, const struct edge *edge)
{
    (void)edge;
    links->start[from + 2]++;
}

static void put_edge(struct cs_links *links, uint32_t from, const struct edge *edge)
{
    links->edges[links->start[from + 1]++] = *edge;
}

static void make(struct cs_links *links)
{
    struct cs_arena *arena = &links->job->arena;
    const struct cs_crosswalks *crosswalks = links->crosswalks;
    uint32_t count = crosswalks ? crosswalks->count : 0;
    const struct cs_crosswalk **all = cs_alloc_array(arena, count + 1u, sizeof *all);
    links->catalogs = cs_alloc_array(arena, 2 * count + 1u, sizeof *links->catalogs);
    links->first = cs_alloc_array(arena, 2 * count + 2u, sizeof *links->first);
    for (uint32_t i = 0; i < count; i++) {
        if (!(all[i] = crosswalks->load(crosswalks->context, i)))
            continue;
        add_catalog(links, all[i]->from);
        add_catalog(links, all[i]->to);
    }
    uint32_t nodes = links->first[links->catalog_count];
    links->start = cs_alloc_array(arena, nodes + 2u, sizeof *links->start);
    for (uint32_t i = 0; i < count; i++)
        if (all[i])
            each_edge(links, all[i], count_edge);
    for (uint32_t node = 0; node < nodes; node++)
        links->start[node + 2] += links->start[node + 1];
    links->edges = cs_alloc_array(arena, links->start[nodes + 1] + 1u, sizeof *links->edges);
    for (uint32_t i = 0; i < count; i++)
        if (all[i])
            each_edge(links, all[i], put_edge);
    links->seen = cs_alloc_array(arena, (nodes + 1u) * (size_t)CS_RELATIONS, sizeof *links->seen);
    links->is_made = true;
}

struct cs_links *cs_links_new(struct cs_job *job, const struct cs_crosswalks *crosswalks)
{
    struct cs_links *links = cs_alloc(&job->arena, sizeof *links);
    links->job = job;
    links->crosswalks = crosswalks;
    return links;
}

/* --- asking it ----------------------------------------------------------------------------------------------------- */

/* A search under way. */
struct walk {
    struct cs_links *links;
    struct cs_way *at;
    uint32_t *nodes; /* by path */
    uint32_t count, room, node_room;
};

/* True if the node was reached by a relation at least as strong: EQUAL covers all, BROADER and NARROWER cover
 * RELATED. */
static bool is_known(const struct cs_links *links, uint32_t node, enum cs_relation relation)
{
    const uint32_t *seen = &links->seen[node * (size_t)CS_RELATIONS];
    if (seen[CS_RELATION_EQUAL] == links->asking || seen[relation] == links->asking)
        return true;
    return relation == CS_RELATION_RELATED &&
           (seen[CS_RELATION_BROADER] == links->asking || seen[CS_RELATION_NARROWER] == links->asking);
}

static void add_way(struct walk *walk, uint32_t node, struct cs_way way)
{
    struct cs_links *links = walk->links;
    struct cs_arena *arena = &links->job->arena;
    uint32_t catalog = 0;
    while (links->first[catalog + 1] <= node)
        catalog++;
    way.catalog = links->catalogs[catalog];
    way.item = node - links->first[catalog];
    links->seen[node * (size_t)CS_RELATIONS + way.relation] = links->asking;
    walk->at = cs_grow(arena, walk->at, walk->count, &walk->room, sizeof *walk->at);
    walk->nodes = cs_grow(arena, walk->nodes, walk->count, &walk->node_room, sizeof *walk->nodes);
    walk->nodes[walk->count] = node;
    walk->at[walk->count++] = way;
}

/* Extends a path, or starts one, by each link of its last node, strongest relations first. */
static void go_on(struct walk *walk, uint32_t node, uint32_t before)
{
    const struct cs_links *links = walk->links;
    for (int relation = 0; relation < CS_RELATIONS; relation++)
        for (uint32_t e = links->start[node]; e < links->start[node + 1]; e++) {
            const struct edge *edge = &links->edges[e];
            enum cs_relation all =
                before == CS_NO_WAY ? edge->relation : cs_relation_chain(edge->relation, walk->at[before].relation);
            uint32_t length = before == CS_NO_WAY ? 1 : walk->at[before].links + 1;
            if ((int)all == relation && !is_known(links, edge->to, all))
                add_way(walk, edge->to, (struct cs_way){NULL, 0, all, edge->reason, before, length});
        }
}

const struct cs_way *cs_links_from(struct cs_links *links, const struct cs_catalog *catalog, uint32_t item,
                                   uint32_t *count)
{
    struct walk walk = {.links = links};
    *count = 0;
    if (!links->is_made)
        make(links);
    uint32_t known = index_of(links, catalog);
    if (known == CS_NO_ITEM)
        return NULL;
    item = cs_catalog_find(links->catalogs[known], catalog->items[item].id, item);
    if (item == CS_NO_ITEM)
        return NULL;
    uint32_t node = links->first[known] + item;
    links->asking++;
    links->seen[node * (size_t)CS_RELATIONS + CS_RELATION_EQUAL] = links->asking; /* no path leads back */
    go_on(&walk, node, CS_NO_WAY);
    for (uint32_t i = 0; i < walk.count; i++)
        if (walk.at[i].links < CS_MOST_LINKS)
            go_on(&walk, walk.nodes[i], i);
    *count = walk.count;
    return walk.at;
}
