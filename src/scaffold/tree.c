/* Keys by name: the first few of a mapping are compared, the rest are indexed. */
#include "scaffold/tree.h"
#include "base/names.h"

/* The keys of a large mapping by name. */
struct cs_map_index {
    const struct cs_node *map;
    struct cs_names names;
    const struct cs_node **keys;
    struct cs_map_index *next;
};

static struct cs_map_index *index_of(struct cs_tree *tree, const struct cs_node *map)
{
    for (struct cs_map_index *index = tree->indexes; index; index = index->next)
        if (index->map == map)
            return index;
    struct cs_arena *arena = &tree->job->arena;
    struct cs_map_index *index = cs_alloc(arena, sizeof *index);
    uint32_t room = 0;
    for (const struct cs_node *key = map->first; key; key = key->next->next) {
        if (key->kind != CS_NODE_TEXT)
            continue;
        uint32_t count = index->names.count;
        cs_names_add(arena, &index->names, key->text);
        if (index->names.count == count)
            continue; /* a duplicate key */
        index->keys = cs_grow(arena, index->keys, count, &room, sizeof *index->keys);
        index->keys[count] = key;
    }
    index->map = map;
    index->next = tree->indexes;
    tree->indexes = index;
    return index;
}

const struct cs_node *cs_tree_find_key(struct cs_tree *tree, const struct cs_node *map, cs_text text)
{
    enum { FEW = 16 };
    int looked_at = 0;
    for (const struct cs_node *key = map->first; key && looked_at < FEW; key = key->next->next, looked_at++)
        if (key->kind == CS_NODE_TEXT && cs_text_equal(key->text, text))
            return key;
    if (looked_at < FEW)
        return NULL;
    const struct cs_map_index *index = index_of(tree, map);
    uint32_t name = cs_names_find(&index->names, text);
    return name == CS_NO_NAME ? NULL : index->keys[name];
}

uint32_t cs_keys_depth(struct cs_keys keys)
{
    uint32_t depth = 0;
    while (depth < sizeof keys.at / sizeof *keys.at && keys.at[depth].size)
        depth++;
    return depth;
}

bool cs_tree_find(struct cs_tree *tree, struct cs_keys keys, uint32_t depth, struct cs_key_place *found)
{
    *found = (struct cs_key_place){.map = tree->root};
    for (uint32_t i = 0; i < depth; i++) {
        if (i > 0)
            found->map = found->key->next;
        if (found->map->kind != CS_NODE_MAP)
            return false;
        found->key = cs_tree_find_key(tree, found->map, keys.at[i]);
        if (!found->key)
            return i + 1 == depth;
    }
    return true;
}
