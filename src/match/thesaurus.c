/* A trie of tokens: each term is a path from the root, and its last node lists the concepts that have it. A text is
 * scanned once; at each position the longest term counts. */
#include "match/thesaurus.h"
#include "base/job.h"
#include "base/names.h"

#include <string.h>

struct node {
    uint32_t parent;
    uint64_t key;
    uint32_t groups; /* the first in its list, or NO_GROUPS */
};

struct group_entry {
    uint32_t concept, next;
};

enum { MOST_TOKENS = 64 }; /* of a term: the longest match tried at each position of a text */

#define NO_GROUPS UINT32_MAX
#define ROOT      0u
#define NO_NODE   UINT32_MAX

struct cs_thesaurus {
    struct cs_job *job;
    struct cs_concept *concepts;
    uint32_t count, room;
    struct cs_names ids; /* the name of an id is the concept's number */
    struct node *nodes;  /* the first one is the root */
    uint32_t node_count, node_room;
    uint32_t *slots, slot_count; /* open addressing by parent and key: node, 0 for none; at most half full */
    struct group_entry *entries;
    uint32_t entry_count, entry_room;
};

static const cs_text kind_words[CS_CONCEPT_KINDS] = {
    [CS_CONCEPT_SUBJECT] = CS_LITERAL("subject"),
    [CS_CONCEPT_FRAME] = CS_LITERAL("frame"),
    [CS_CONCEPT_OUTSIDE] = CS_LITERAL("outside"),
    [CS_CONCEPT_MASK] = CS_LITERAL("mask"),
};

bool cs_concept_kind_of_word(cs_text word, enum cs_concept_kind *kind)
{
    for (int k = 0; k < CS_CONCEPT_KINDS; k++)
        if (cs_text_equal(word, kind_words[k])) {
            *kind = (enum cs_concept_kind)k;
            return true;
        }
    return false;
}

/* --- the tree ------------------------------------------------------------------------------------------------------ */

static uint32_t *slot_of(const struct cs_thesaurus *thesaurus, uint32_t parent, uint64_t key)
{
    uint32_t mask = thesaurus->slot_count - 1;
    uint64_t hash = (key ^ (uint64_t)parent << 40) * 0x9e3779b97f4a7c15u;
    uint32_t slot = (uint32_t)(hash >> 32) & mask;
    for (;; slot = (slot + 1) & mask) {
        const struct node *node = &thesaurus->nodes[thesaurus->slots[slot]];
        if (!thesaurus->slots[slot] || (node->parent == parent && node->key == key))
            return &thesaurus->slots[slot];
    }
}

static uint32_t child_of(const struct cs_thesaurus *thesaurus, uint32_t parent, uint64_t key)
{
    uint32_t node = *slot_of(thesaurus, parent, key);
    return node ? node : NO_NODE;
}

static void add_node(struct cs_thesaurus *thesaurus, uint32_t parent, uint64_t key)
{
    thesaurus->nodes = cs_grow(&thesaurus->job->arena, thesaurus->nodes, thesaurus->node_count, &thesaurus->node_room,
                               sizeof *thesaurus->nodes);
    thesaurus->nodes[thesaurus->node_count++] = (struct node){parent, key, NO_GROUPS};
    if (thesaurus->node_count * 2 <= thesaurus->slot_count)
        return;
    thesaurus->slot_count *= 2;
    thesaurus->slots = cs_alloc_array(&thesaurus->job->arena, thesaurus->slot_count, sizeof *thesaurus->slots);
    for (uint32_t i = 1; i + 1 < thesaurus->node_count; i++)
        *slot_of(thesaurus, thesaurus->nodes[i].parent, thesaurus->nodes[i].key) = i;
}

static uint32_t make_child(struct cs_thesaurus *thesaurus, uint32_t parent, uint64_t key)
{
    uint32_t node = child_of(thesaurus, parent, key);
    if (node != NO_NODE)
        return node;
    add_node(thesaurus, parent, key);
    return *slot_of(thesaurus, parent, key) = thesaurus->node_count - 1;
}

static bool has_group(const struct cs_thesaurus *thesaurus, uint32_t node, uint32_t concept)
{
    for (uint32_t e = thesaurus->nodes[node].groups; e != NO_GROUPS; e = thesaurus->entries[e].next)
        if (thesaurus->entries[e].concept == concept)
            return true;
    return false;
}

/* --- making it ----------------------------------------------------------------------------------------------------- */

struct cs_thesaurus *cs_thesaurus_new(struct cs_job *job)
{
    struct cs_thesaurus *thesaurus = cs_alloc(&job->arena, sizeof *thesaurus);
    thesaurus->job = job;
    thesaurus->slot_count = 4096;
    thesaurus->slots = cs_alloc_array(&job->arena, thesaurus->slot_count, sizeof *thesaurus->slots);
    add_node(thesaurus, NO_NODE, 0);
    return thesaurus;
}

uint32_t cs_thesaurus_add(struct cs_thesaurus *thesaurus, const struct cs_concept *concept)
{
    uint32_t known = cs_names_add(&thesaurus->job->arena, &thesaurus->ids, concept->id);
    if (known < thesaurus->count)
        return known;
    thesaurus->concepts = cs_grow(&thesaurus->job->arena, thesaurus->concepts, thesaurus->count, &thesaurus->room,
                                  sizeof *thesaurus->concepts);
    thesaurus->concepts[thesaurus->count] = *concept;
    return thesaurus->count++;
}

bool cs_thesaurus_add_term(struct cs_thesaurus *thesaurus, uint32_t concept, cs_text term)
{
    struct cs_token_list tokens = {0};
    uint32_t node = ROOT;
    cs_tokens_add(&thesaurus->job->arena, &tokens, term);
    for (uint32_t i = 0; i < tokens.count && tokens.count <= MOST_TOKENS; i++)
        node = make_child(thesaurus, node, tokens.at[i].key);
    if (node == ROOT || has_group(thesaurus, node, concept))
        return false;
    thesaurus->entries = cs_grow(&thesaurus->job->arena, thesaurus->entries, thesaurus->entry_count,
                                 &thesaurus->entry_room, sizeof *thesaurus->entries);
    thesaurus->entries[thesaurus->entry_count] = (struct group_entry){concept, thesaurus->nodes[node].groups};
    thesaurus->nodes[node].groups = thesaurus->entry_count++;
    return true;
}

uint32_t cs_thesaurus_other(const struct cs_thesaurus *thesaurus, uint32_t concept, cs_text term)
{
    struct cs_token_list tokens = {0};
    uint32_t node = ROOT;
    cs_tokens_add(&thesaurus->job->arena, &tokens, term);
    for (uint32_t i = 0; i < tokens.count && node != NO_NODE; i++)
        node = child_of(thesaurus, node, tokens.at[i].key);
    if (node == NO_NODE)
        return CS_NO_CONCEPT;
    for (uint32_t e = thesaurus->nodes[node].groups; e != NO_GROUPS; e = thesaurus->entries[e].next)
        if (thesaurus->entries[e].concept != concept)
    return thesaurus->entries[e].concept;
    return CS_NO_CONCEPT;
}

uint32_t cs_thesaurus_count(const struct cs_thesaurus *thesaurus)
{
    return thesaurus->count;
}

const struct cs_concept *cs_thesaurus_at(const struct cs_thesaurus *thesaurus, uint32_t concept)
{
    return &thesaurus->concepts[concept];
}

/* --- looking through a text ---------------------------------------------------------------------------------------- */

/* True if two Japanese characters are separated: 保守、点検 is two words. */
static bool is_broken(const struct cs_token_list *tokens, uint32_t second)
{
    const struct cs_token *pair = &tokens->at[second - 1];
    return !pair[1].joined && !(pair[0].key & CS_TOKEN_WORD) && !(pair[1].key & CS_TOKEN_WORD);
}

/* The node of the longest term that begins at a token, and its number of tokens; NO_NODE if there is none. */
static uint32_t longest_at(const struct cs_thesaurus *thesaurus, const struct cs_token_list *tokens, uint32_t first,
                           uint32_t *length)
{
    uint32_t longest = NO_NODE, node = ROOT;
    for (uint32_t i = first; i < tokens->count && (i == first || !is_broken(tokens, i)); i++) {
        node = child_of(thesaurus, node, tokens->at[i].key);
        if (node == NO_NODE)
            break;
        if (thesaurus->nodes[node].groups != NO_GROUPS) {
            longest = node;
            *length = i + 1 - first;
        }
    }
    return longest;
}

void cs_thesaurus_each(const struct cs_thesaurus *thesaurus, const struct cs_token_list *tokens,
                       cs_concept_handler *handle, void *context)
{
    for (uint32_t i = 0, length = 1; i < tokens->count; i += length) {
        uint32_t node = longest_at(thesaurus, tokens, i, &length);
        if (node == NO_NODE) {
            length = 1;
            continue;
        }
        for (uint32_t e = thesaurus->nodes[node].groups; e != NO_GROUPS; e = thesaurus->entries[e].next)
            if (thesaurus->concepts[thesaurus->entries[e].concept].kind != CS_CONCEPT_MASK)
                handle(context, thesaurus->entries[e].concept, i, length);
    }
}

struct found {
    uint32_t *at, count, room;
};

static void note(void *context, uint32_t concept, uint32_t first, uint32_t length)
{
    (void)first;
    (void)length;
    struct found *found = context;
    for (uint32_t i = 0; i < found->count; i++)
        if (found->at[i] == concept)
            return;
    if (found->count < found->room)
    found->at[found->count++] = concept;
}

uint32_t cs_thesaurus_find(const struct cs_thesaurus *thesaurus, cs_text text, uint32_t *concepts, uint32_t room)
{
    struct cs_token_list tokens = {0};
    struct found found = {concepts, 0, room};
    cs_tokens_add(&thesaurus->job->arena, &tokens, text);
    cs_thesaurus_each(thesaurus, &tokens, note, &found);
    return found.count;
}
