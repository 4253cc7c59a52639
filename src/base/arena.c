/* The arena: a list of blocks. The first is small so that a small job stays small; the second has 1 MiB, and from there
 * each is twice the size of the last, up to 4 MiB. An allocation of 1 MiB and more has a block of its own, which an array
 * that outgrows it can return, or that moves with it. Large blocks are huge pages if the system has them, since the page
 * fault for each 4 KiB costs more than their use. */
#define _GNU_SOURCE /* MAP_ANONYMOUS, madvise, mremap */
#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 16 << 10, LARGEST_BLOCK = 4 << 20, LEAST_SINGLE = 1 << 20, LEAST_MAPPED = 1 << 20 };

struct cs_arena_block {
    struct cs_arena_block *older;
    size_t size;
    bool is_single; /* it contains one allocation */
    bool is_mapped; /* from mmap, not from malloc */
    alignas(max_align_t) char bytes[];
};

/* Address sanitizers only know the bounds of malloc's blocks, and look for leaks only there. Inside a block they are
 * told what is allocated: each allocation is followed by a gap, and the old place of an array that was moved is
 * poisoned. */
#if defined(__SANITIZE_ADDRESS__)
#define IS_WATCHED 1
#elif defined(__has_feature)
#define IS_WATCHED __has_feature(address_sanitizer)
#else
#define IS_WATCHED 0
#endif

#if IS_WATCHED
#include <sanitizer/asan_interface.h>
enum { GAP = alignof(max_align_t) };
#define FORBID(memory, size) ASAN_POISON_MEMORY_REGION(memory, size)
#define PERMIT(memory, size) ASAN_UNPOISON_MEMORY_REGION(memory, size)
#else
enum { GAP = 0 };
#define FORBID(memory, size) ((void)(memory), (void)(size))
#define PERMIT(memory, size) ((void)(memory), (void)(size))
#endif

#if defined(__linux__) && !IS_WATCHED
#include <sys/mman.h>

enum { PAGE = 4 << 10, HUGE_PAGE = 2 << 20 };

static size_t whole_pages(size_t size)
{
    return (size + PAGE - 1) & ~(size_t)(PAGE - 1);
}

/* A block aligned to a huge page; NULL if the system has none. Untouched pages take no memory. */
static struct cs_arena_block *map_block(size_t size)
{
    size = whole_pages(size);
    char *memory = mmap(NULL, size + HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return NULL;
    size_t before = (HUGE_PAGE - (uintptr_t)memory % HUGE_PAGE) % HUGE_PAGE;
    if (before)
        munmap(memory, before);
    if (before < HUGE_PAGE)
        munmap(memory + before + size, HUGE_PAGE - before);
    madvise(memory + before, size, MADV_HUGEPAGE);
    return (void *)(memory + before);
}

static void unmap_block(struct cs_arena_block *block)
{
    munmap(block, whole_pages(sizeof *block + block->size));
}

/* Puts a block in the place of a larger one, whose size it takes, without touching its content. False if it stays
 * where it is. */
static bool move_block(struct cs_arena_block *block, struct cs_arena_block *place)
{
    size_t size = place->size, held = whole_pages(sizeof *block + block->size);
    if (!block->is_mapped || !place->is_mapped ||
        mremap(block, held, whole_pages(sizeof *place + size), MREMAP_MAYMOVE | MREMAP_FIXED, place) == MAP_FAILED)
        return false;
    place->size = size;
    return true;
}
#else
static struct cs_arena_block *map_block(size_t size)
{
    (void)size;
    return NULL;
}

static void unmap_block(struct cs_arena_block *block)
{
    (void)block;
}

static bool move_block(struct cs_arena_block *block, struct cs_arena_block *place)
{
    (void)block;
    (void)place;
    return false;
}
#endif

static void free_block(struct cs_arena_block *block)
{
    if (block->is_mapped)
        unmap_block(block);
    else
        free(block);
}

static _Noreturn void exhausted(struct cs_arena *arena)
{
    if (arena->exhausted)
        arena->exhausted(arena->context);
    abort(); /* no handler, or one that returned in spite of its contract: continuing would write to NULL */
}

static struct cs_arena_block *take_block(struct cs_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2 || (arena->limit && size + arena->used > arena->limit))
        exhausted(arena);
    struct cs_arena_block *block = size >= LEAST_MAPPED ? map_block(sizeof *block + size) : NULL;
    bool is_mapped = block != NULL;
    if (!block)
        block = calloc(1, sizeof *block + size);
    if (!block)
        exhausted(arena);
    block->is_mapped = is_mapped;
    block->size = size;
    arena->used += size;
    return block;
}

static void add_block(struct cs_arena *arena, size_t need)
{
    size_t size = FIRST_BLOCK;
    if (arena->blocks)
        size = arena->blocks->size < LEAST_MAPPED    ? LEAST_MAPPED
               : arena->blocks->size < LARGEST_BLOCK ? arena->blocks->size * 2
                                                     : LARGEST_BLOCK;
    struct cs_arena_block *block = take_block(arena, size < need ? need : size);
    block->older = arena->blocks;
    arena->blocks = block;
    arena->at = block->bytes;
    arena->end = block->bytes + block->size;
    FORBID(block->bytes, block->size);
}

/* An allocation with a block of its own, linked after the newest block, which stays in use. */
static void *alloc_single(struct cs_arena *arena, size_t size)
{
    if (!arena->blocks)
        add_block(arena, 0);
    struct cs_arena_block *block = take_block(arena, size);
    block->is_single = true;
    block->older = arena->blocks->older;
    arena->blocks->older = block;
    return block->bytes;
}

/* The link to the block that an allocation has to itself; NULL if it shares one. */
static struct cs_arena_block **single_of(struct cs_arena *arena, const void *memory)
{
    for (struct cs_arena_block **at = &arena->blocks; *at; at = &(*at)->older)
        if ((*at)->is_single && (*at)->bytes == memory)
            return at;
    return NULL;
}

/* Widens an allocation with a block of its own, of which so many bytes are in use. */
static void *widen_single(struct cs_arena *arena, struct cs_arena_block **at, size_t used, size_t size)
{
    struct cs_arena_block *block = *at, *wider = take_block(arena, size);
    arena->used -= block->size;
    if (!move_block(block, wider)) {
        wider->is_single = true;
        wider->older = block->older;
        memcpy(wider->bytes, block->bytes, used);
        free_block(block);
    }
    *at = wider;
    return wider->bytes;
}

void *cs_alloc(struct cs_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 4)
        exhausted(arena);
    size_t room = ((size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1)) + GAP;
    if (room >= LEAST_SINGLE)
        return alloc_single(arena, room);
    if (!arena->blocks || (size_t)(arena->end - arena->at) < room)
        add_block(arena, room);
    void *memory = arena->at;
    arena->at += room;
    PERMIT(memory, size);
    return memory;
}

void *cs_alloc_array(struct cs_arena *arena, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / 4 / size)
        exhausted(arena);
    return cs_alloc(arena, count * size);
}

cs_text cs_text_copy(struct cs_arena *arena, cs_text text)
{
    char *bytes = cs_alloc(arena, text.size + 1);
    if (text.size)
        memcpy(bytes, text.bytes, text.size);
    return (cs_text){bytes, text.size};
}

cs_text cs_text_of_number(struct cs_arena *arena, size_t number)
{
    struct cs_buf text = {0};
    cs_buf_print(&text, "%zu", number);
    return cs_buf_take(arena, &text);
}

cs_text cs_buf_copy(struct cs_arena *arena, const struct cs_buf *buf)
{
    if (buf->failed)
        exhausted(arena);
    return cs_text_copy(arena, cs_buf_text(buf));
}

cs_text cs_buf_take(struct cs_arena *arena, struct cs_buf *buf)
{
    cs_text text = cs_buf_copy(arena, buf);
    cs_buf_free(buf);
    return text;
}

cs_text cs_text_below(struct cs_arena *arena, cs_text first, cs_text second)
{
    if (first.size == 0 || second.size == 0)
        return first.size ? first : second;
    struct cs_buf both = {0};
    cs_buf_add(&both, first);
    cs_buf_add_byte(&both, '\n');
    cs_buf_add(&both, second);
    return cs_buf_take(arena, &both);
}

void *cs_grow(struct cs_arena *arena, void *elements, uint32_t count, uint32_t *room, size_t size)
{
    enum { FEWEST = 4 };
    if (count < *room)
        return elements;
    uint32_t wider = *room ? *room * 2 : FEWEST;
    struct cs_arena_block **single = count * size >= LEAST_SINGLE ? single_of(arena, elements) : NULL;
    if (wider > SIZE_MAX / 4 / size)
        exhausted(arena);
    *room = wider;
    if (single)
        return widen_single(arena, single, count * size, wider * size);
    void *moved = cs_alloc(arena, wider * size);
    if (count)
        memcpy(moved, elements, count * size);
    FORBID(elements, count * size);
    return moved;
}

void cs_arena_join(struct cs_arena *into, struct cs_arena *from)
{
    struct cs_arena_block *oldest = from->blocks;
    while (oldest && oldest->older)
        oldest = oldest->older;
    if (!oldest)
        return;
    if (into->blocks) { /* its newest block stays in use */
        oldest->older = into->blocks->older;
        into->blocks->older = from->blocks;
    } else {
        into->blocks = from->blocks;
        into->at = from->at;
        into->end = from->end;
    }
    into->used += from->used;
    from->blocks = NULL;
    from->at = from->end = NULL;
    from->used = 0;
}

void cs_arena_forget(struct cs_arena *arena, char *at)
{
    if (!arena->blocks || at < arena->blocks->bytes || at > arena->at)
        return;
    PERMIT(at, (size_t)(arena->at - at));
    memset(at, 0, (size_t)(arena->at - at)); /* what is allocated next is zeroed */
    FORBID(at, (size_t)(arena->at - at));
    arena->at = at;
}

void cs_arena_release(struct cs_arena *arena)
{
    while (arena->blocks) {
        struct cs_arena_block *older = arena->blocks->older;
        free_block(arena->blocks);
        arena->blocks = older;
    }
    arena->at = arena->end = NULL;
    arena->used = 0;
}
