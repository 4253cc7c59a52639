/* Interned names: each distinct text is given a small integer, in order of first occurrence, which can index arrays. */
#ifndef BASE_NAMES_H
#define BASE_NAMES_H

#include "base/arena.h"

#define CS_NO_NAME UINT32_MAX

struct cs_names {
    cs_text *texts; /* texts[name] */
    uint32_t count, room;

    struct cs_name_slot *slots; /* open addressing, a power of two, at most half full */
    uint32_t slot_count;
};

/* The name of a text, added if it is new. The text must live as long as the names. */
uint32_t cs_names_add(struct cs_arena *arena, struct cs_names *names, cs_text text);

/* The name of a text, or CS_NO_NAME. */
uint32_t cs_names_find(const struct cs_names *names, cs_text text);

#endif
