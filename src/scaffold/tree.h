/* A YAML file as read, with lookup of keys by name. */
#ifndef SCAFFOLD_TREE_H
#define SCAFFOLD_TREE_H

#include "scaffold/edit.h"
#include "yaml/yaml_doc.h"

struct cs_map_index;

/* A file as read. */
struct cs_tree {
    struct cs_job *job;
    const struct cs_source *source;
    const struct cs_node *root;
    struct cs_map_index *indexes;
};

/* The number of keys in a path. */
uint32_t cs_keys_depth(struct cs_keys keys);

/* The key of a mapping with a name; NULL if there is none. Large mappings are indexed on first use. */
const struct cs_node *cs_tree_find_key(struct cs_tree *tree, const struct cs_node *map, cs_text name);

/* A key and its mapping; key is NULL if the mapping has none of the name. */
struct cs_key_place {
    const struct cs_node *key, *map;
};

/* Follows the first `depth` keys of a path, and looks the last one up. False if a mapping on the way does not exist.
 * With depth 0 it is the outermost mapping. */
bool cs_tree_find(struct cs_tree *tree, struct cs_keys keys, uint32_t depth, struct cs_key_place *found);

#endif
