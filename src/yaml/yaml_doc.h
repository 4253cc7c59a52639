/* A YAML file as a tree of nodes with positions. Every scalar is text: no type is ever guessed from its look. */
#ifndef YAML_YAML_DOC_H
#define YAML_YAML_DOC_H

#include "base/job.h"

enum cs_node_kind { CS_NODE_TEXT, CS_NODE_MAP, CS_NODE_LIST };

struct cs_node {
    enum cs_node_kind kind;
    bool plain;          /* a text without quotes or | */
    uint32_t start, end; /* bytes in the source */

    cs_text text;                /* of a TEXT; a view into the source where the file holds it letter by letter */
    const struct cs_node *first; /* of a MAP: key, value, key, value ...; of a LIST: its entries */
    const struct cs_node *next;
};

/* Reads the source's one document. NULL when it is not YAML that we take: the causes are then reported, all at their
 * true lines. Nodes live in `nodes`, which may be released once a model is made; texts live as long as the job. */
const struct cs_node *cs_yaml_read(struct cs_job *job, struct cs_arena *nodes, const struct cs_source *source);

struct cs_span cs_node_span(const struct cs_source *source, const struct cs_node *node);

#endif
