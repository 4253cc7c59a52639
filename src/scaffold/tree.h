/* A YAML file as read, in which keys are found by their names. */
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

/* How many names of keys there are. */
uint32_t cs_keys_depth(struct cs_keys keys);

/* A mapping's key of a name, or NULL; large mappings are indexed at the first look. */
const struct cs_node *cs_tree_find_key(struct cs_tree *tree, const struct cs_node *map, cs_text name);

/* A key, the mapping it is in, and the key of that one; key NULL where the mapping has none of the name. */
struct cs_found {
    const struct cs_node *key, *map, *map_key;
};

/* Goes down to the mapping of the last of `depth` keys, and looks for that one. False when a mapping on the way is not
 * there. No keys: the outermost mapping. */
bool cs_tree_find(struct cs_tree *tree, struct cs_keys keys, uint32_t depth, struct cs_found *found);

#endif
