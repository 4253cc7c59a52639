/* A YAML file as a tree of nodes with positions. Every scalar is text: no type is inferred from its form. */
#ifndef YAML_YAML_DOC_H
#define YAML_YAML_DOC_H

#include "base/job.h"

enum cs_node_kind { CS_NODE_TEXT, CS_NODE_MAP, CS_NODE_LIST };

struct cs_node {
    enum cs_node_kind kind;
    bool plain;          /* a TEXT without quotes or | */
    uint32_t start, end; /* bytes in the source */

    cs_text text;                /* of a TEXT; a view of the source if that has the same bytes */
    const struct cs_node *first; /* of a MAP: key, value, key, value ...; of a LIST: its entries */
    const struct cs_node *next;
};

/* Reads the only document of a source. NULL if it is not YAML as accepted here: the causes are then reported, at
 * their true lines. Nodes live in `nodes`, which may be released once a model is built; texts live as long as the
 * job. */
const struct cs_node *cs_yaml_read(struct cs_job *job, struct cs_arena *nodes, const struct cs_source *source);

struct cs_span cs_node_span(const struct cs_source *source, const struct cs_node *node);

#endif
