/* A list in a message, truncated after the first entries: 6-1 6-2 6-3 ... */
#ifndef BASE_SHORT_LIST_H
#define BASE_SHORT_LIST_H

#include "base/arena.h"

/* Initialise to zero. */
struct cs_short_list {
    struct cs_buf text;
    uint32_t count; /* of all entries added */
};

void cs_short_list_add(struct cs_short_list *list, cs_text entry);

/* The list, empty if nothing was added. Frees the list's memory; its count is kept. */
cs_text cs_short_list_end(struct cs_arena *arena, struct cs_short_list *list);

#endif
