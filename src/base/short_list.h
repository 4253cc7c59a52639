/* A list in a message, which says the first of many: 6-1 6-2 6-3 ... */
#ifndef BASE_SHORT_LIST_H
#define BASE_SHORT_LIST_H

#include "base/arena.h"

/* Begin with all zero. */
struct cs_short_list {
    struct cs_buf text;
    uint32_t count; /* of all that were added */
};

void cs_short_list_add(struct cs_short_list *list, cs_text entry);

/* The list, empty for nothing; it is empty again afterwards and holds no memory, but keeps its count. */
cs_text cs_short_list_end(struct cs_arena *arena, struct cs_short_list *list);

#endif
