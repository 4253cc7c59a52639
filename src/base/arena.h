/* Memory with a single owner: everything allocated from an arena lives until the arena is released. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "checksheet/text.h"

struct cs_arena_block;

struct cs_arena {
    char *at, *end; /* free part of the newest block */
    struct cs_arena_block *blocks;

    size_t used;  /* bytes obtained from the system */
    size_t limit; /* maximum of `used`; 0: no limit */

    void (*exhausted)(void *context); /* called if memory or the limit is exhausted; must not return (NULL: abort) */
    void *context;
};

/* Zeroed memory, aligned for any type. Never NULL: the handler is called instead. */
void *cs_alloc(struct cs_arena *arena, size_t size);

/* A zeroed array of `count` elements; the multiplication is checked for overflow. */
void *cs_alloc_array(struct cs_arena *arena, size_t count, size_t size);

/* A copy of a text, with a terminating NUL for C libraries. */
cs_text cs_text_copy(struct cs_arena *arena, cs_text text);

/* A number in decimal. */
cs_text cs_text_of_number(struct cs_arena *arena, size_t number);

/* A copy of the buffer's text. If the buffer has failed, the handler is called. */
cs_text cs_buf_copy(struct cs_arena *arena, const struct cs_buf *buf);

/* As cs_buf_copy, and frees the buffer, which is empty then. */
cs_text cs_buf_take(struct cs_arena *arena, struct cs_buf *buf);

/* Two texts on separate lines; if one is empty, the other. */
cs_text cs_text_below(struct cs_arena *arena, cs_text first, cs_text second);

/* Grows an array that is full, with count equal to *room, to twice the room. Returns its new place; the old one must
 * not be used any more. */
void *cs_grow(struct cs_arena *arena, void *elements, uint32_t count, uint32_t *room, size_t size);

/* Takes over all memory of another arena, which is empty then. */
void cs_arena_join(struct cs_arena *into, struct cs_arena *from);

/* Forgets what was allocated since `at` was arena->at, if the newest block is still the same; singles stay. */
void cs_arena_forget(struct cs_arena *arena, char *at);

/* Releases all memory; the arena is empty and can be used again. */
void cs_arena_release(struct cs_arena *arena);

#endif
