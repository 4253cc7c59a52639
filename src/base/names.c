/* Interning with open addressing. A slot contains the hash with the index, so that growing never touches the texts. */
#include "base/names.h"

struct cs_name_slot {
    uint32_t hash;
    uint32_t name_plus_one; /* 0: free */
};

/* FNV-1a, then mixed: ids differ only in their last bytes, and the slot is taken from the low bits. */
static uint32_t hash_of(cs_text text)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < text.size; i++)
        hash = (hash ^ (unsigned char)text.bytes[i]) * 16777619u;
    hash ^= hash >> 15;
    return hash * 0x2c1b3c6du ^ hash >> 12;
}

static struct cs_name_slot *slot_of(const struct cs_names *names, cs_text text, uint32_t hash)
{
    uint32_t mask = names->slot_count - 1;
    for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
        struct cs_name_slot *slot = &names->slots[i];
        if (slot->name_plus_one == 0)
            return slot;
        if (slot->hash == hash && cs_text_equal(names->texts[slot->name_plus_one - 1], text))
            return slot;
    }
}

static void widen(struct cs_arena *arena, struct cs_names *names)
{
    struct cs_name_slot *old = names->slots;
    uint32_t old_count = names->slot_count;
    names->slot_count = old_count ? old_count * 4 : 64;
    names->slots = cs_alloc_array(arena, names->slot_count, sizeof *names->slots);
    uint32_t mask = names->slot_count - 1;
    for (uint32_t i = 0; i < old_count; i++) {
        if (old[i].name_plus_one == 0)
            continue;
        uint32_t at = old[i].hash & mask;
        while (names->slots[at].name_plus_one)
            at = (at + 1) & mask;
        names->slots[at] = old[i];
    }
}

uint32_t cs_names_add(struct cs_arena *arena, struct cs_names *names, cs_text text)
{
    if (names->count * 2 >= names->slot_count)
        widen(arena, names);
    uint32_t hash = hash_of(text);
    struct cs_name_slot *slot = slot_of(names, text, hash);
    if (slot->name_plus_one == 0) {
        names->texts = cs_grow(arena, names->texts, names->count, &names->room, sizeof *names->texts);
        names->texts[names->count++] = text;
        *slot = (struct cs_name_slot){hash, names->count};
    }
    return slot->name_plus_one - 1;
}

uint32_t cs_names_find(const struct cs_names *names, cs_text text)
{
    if (names->slot_count == 0)
        return CS_NO_NAME;
    /* for a free slot this is CS_NO_NAME by wraparound */
    return slot_of(names, text, hash_of(text))->name_plus_one - 1;
}
