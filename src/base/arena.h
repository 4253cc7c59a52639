/* Memory with one owner: everything allocated from an arena lives until the arena is released, all at once. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "checksheet/text.h"

struct cs_arena_block;

struct cs_arena {
    char *at, *end; /* free part of the newest block */
    struct cs_arena_block *blocks;

    size_t used;  /* bytes taken from the system */
    size_t limit; /* most that may be taken; 0 = no limit */

    void (*exhausted)(void *context); /* called when memory or the limit runs out; must not return (NULL: abort) */
    void *context;
};

/* Zeroed memory, aligned for any type. Never NULL: the handler takes over instead. */
void *cs_alloc(struct cs_arena *arena, size_t size);

/* An array of count elements, zeroed; the product is checked. */
void *cs_alloc_array(struct cs_arena *arena, size_t count, size_t size);

/* A copy that lives as long as the arena; terminated, for the sake of C libraries. */
cs_text cs_text_copy(struct cs_arena *arena, cs_text text);

/* A number in decimal digits. */
cs_text cs_text_of_number(struct cs_arena *arena, size_t number);

/* The buffer's text as a copy. A buffer that failed calls the handler. */
cs_text cs_buf_copy(struct cs_arena *arena, const struct cs_buf *buf);

/* As cs_buf_copy, and the buffer is empty afterwards and holds no memory. */
cs_text cs_buf_take(struct cs_arena *arena, struct cs_buf *buf);

/* Two texts, one a line below the other; where one is empty, the other. */
cs_text cs_text_below(struct cs_arena *arena, cs_text first, cs_text second);

/* Grows a full array: when count has reached *room, moves the elements to twice the room. Returns where they are;
 * where they were is not theirs any more. */
void *cs_grow(struct cs_arena *arena, void *elements, uint32_t count, uint32_t *room, size_t size);

/* Takes over all memory of another arena, which is then empty. */
void cs_arena_join(struct cs_arena *into, struct cs_arena *from);

/* Gives all memory back; the arena is empty and usable again. */
void cs_arena_release(struct cs_arena *arena);

#endif
