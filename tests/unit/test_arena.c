/* Memory with one owner: zeroed, aligned, apart from each other, all given back; the limit calls the handler. */
#include "support.h"

#include <stdalign.h>

#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#define LEAKS_ALLOWED(yes) ((yes) ? __lsan_disable() : __lsan_enable())
#else
#define LEAKS_ALLOWED(yes) ((void)(yes))
#endif

struct piece {
    unsigned char *bytes;
    size_t size;
    unsigned char mark;
};

/* Pieces are zeroed when they come, and writing all of one changes no other. */
static void pieces_do_not_meet(void **state)
{
    (void)state;
    enum { PIECES = 4000 };
    static struct piece pieces[PIECES];
    struct cs_arena arena = {0};
    uint64_t seed = 1;
    for (uint32_t i = 0; i < PIECES; i++) {
        size_t size = draw_below(&seed, i % 50 == 0 ? 200000 : 300) + 1;
        pieces[i] = (struct piece){cs_alloc(&arena, size), size, (unsigned char)draw(&seed)};
        assert_int_equal((uintptr_t)pieces[i].bytes % alignof(max_align_t), 0);
        for (size_t k = 0; k < size; k++)
            assert_int_equal(pieces[i].bytes[k], 0);
        memset(pieces[i].bytes, pieces[i].mark, size);
    }
    for (uint32_t i = 0; i < PIECES; i++)
        for (size_t k = 0; k < pieces[i].size; k++)
            assert_int_equal(pieces[i].bytes[k], pieces[i].mark);
    cs_arena_release(&arena);
}

static void nothing_is_still_somewhere(void **state)
{
    (void)state;
    struct cs_arena arena = {0};
    assert_non_null(cs_alloc(&arena, 0));
    assert_non_null(cs_alloc_array(&arena, 0, 16));
    cs_arena_release(&arena);
}

static void release_leaves_it_empty_and_usable(void **state)
{
    (void)state;
    struct cs_arena arena = {.limit = 1 << 20};
    for (int round = 0; round < 20; round++) {
        unsigned char *bytes = cs_alloc(&arena, 500000);
        assert_true(arena.used >= 500000 && arena.used <= arena.limit);
        assert_int_equal(bytes[0] | bytes[499999], 0);
        memset(bytes, 0xff, 500000);
        cs_arena_release(&arena);
        assert_int_equal(arena.used, 0);
        assert_null(arena.blocks);
    }
}

static void growing_keeps_the_elements(void **state)
{
    (void)state;
    struct cs_arena arena = {0};
    uint32_t *numbers = NULL, room = 0;
    for (uint32_t i = 0; i < 100000; i++) {
        numbers = cs_grow(&arena, numbers, i, &room, sizeof *numbers);
        assert_true(room > i);
        numbers[i] = i * 2654435761u;
    }
    for (uint32_t i = 0; i < 100000; i++)
        assert_int_equal(numbers[i], i * 2654435761u);
    cs_arena_release(&arena);
}

/* An array of a block of its own moves with all that is in it, and what it gains is zeroed. */
static void large_arrays_keep_their_elements(void **state)
{
    (void)state;
    enum { ARRAYS = 2, COUNT = 3 << 20 };
    struct cs_arena arena = {0};
    uint32_t *numbers[ARRAYS] = {0}, room[ARRAYS] = {0};
    for (uint32_t i = 0; i < COUNT; i++)
        for (uint32_t k = 0; k < ARRAYS; k++) {
            numbers[k] = cs_grow(&arena, numbers[k], i, &room[k], sizeof **numbers);
            assert_true(room[k] > i && numbers[k][i] == 0);
            numbers[k][i] = i * 2654435761u + k;
        }
    for (uint32_t k = 0; k < ARRAYS; k++)
        for (uint32_t i = 0; i < COUNT; i++)
            assert_int_equal(numbers[k][i], i * 2654435761u + k);
    assert_true(arena.used < (size_t)4 * COUNT * sizeof **numbers * ARRAYS);
    cs_arena_release(&arena);
    assert_int_equal(arena.used, 0);
}

static void what_is_forgotten_is_given_anew(void **state)
{
    (void)state;
    struct cs_arena arena = {0};
    char *kept = memset(cs_alloc(&arena, 100), 'k', 100), *start = arena.at;
    char *forgotten = memset(cs_alloc(&arena, 1000), 'f', 1000);
    cs_arena_forget(&arena, start);
    char *anew = cs_alloc(&arena, 1000);
    assert_ptr_equal(anew, forgotten);
    for (size_t i = 0; i < 1000; i++)
        assert_int_equal(anew[i], 0);
    cs_alloc(&arena, 500000); /* in a block of its own kind: what was before it stays */
    cs_arena_forget(&arena, start);
    assert_int_equal(kept[99], 'k');
    cs_arena_release(&arena);
    cs_arena_forget(&arena, NULL);
}

static void copies_are_their_own_and_terminated(void **state)
{
    (void)state;
    struct cs_arena arena = {0};
    char bytes[] = "秘密";
    cs_text copy = cs_text_copy(&arena, cs_text_of(bytes)), nothing = cs_text_copy(&arena, (cs_text){0});
    bytes[0] = 'x';
    assert_text(copy, "秘密");
    assert_int_equal(copy.bytes[copy.size], 0);
    assert_int_equal(nothing.size, 0);
    assert_string_equal(nothing.bytes, "");
    cs_arena_release(&arena);
}

/* --- running out ------------------------------------------------------------------------------------------------- */

struct escape {
    jmp_buf to;
    int calls;
};

static void leave(void *context)
{
    struct escape *escape = context;
    escape->calls++;
    longjmp(escape->to, 1);
}

static void the_limit_calls_the_handler(void **state)
{
    (void)state;
    struct escape escape = {.calls = 0};
    struct cs_arena arena = {.limit = 2 << 20, .exhausted = leave, .context = &escape};
    volatile size_t taken = 0;
    if (setjmp(escape.to) == 0)
        for (;; taken += 1000)
            cs_alloc(&arena, 1000);
    assert_int_equal(escape.calls, 1);
    assert_true(taken > 600000 && taken <= 2 << 20);
    assert_true(arena.used <= arena.limit);
    cs_arena_release(&arena);
}

static void sizes_beyond_all_memory_call_the_handler(void **state)
{
    (void)state;
    struct escape escape = {.calls = 0};
    struct cs_arena arena = {.exhausted = leave, .context = &escape};
    if (setjmp(escape.to) == 0)
        cs_alloc(&arena, SIZE_MAX);
    if (setjmp(escape.to) == 0)
        cs_alloc(&arena, SIZE_MAX - 3);
    if (setjmp(escape.to) == 0)
        cs_alloc_array(&arena, SIZE_MAX / 2, 8);
    if (setjmp(escape.to) == 0)
        cs_alloc_array(&arena, (size_t)1 << 33, (size_t)1 << 33);
    assert_int_equal(escape.calls, 4);
    cs_arena_release(&arena);
}

static void a_failed_buffer_calls_the_handler(void **state)
{
    (void)state;
    struct escape escape = {.calls = 0};
    struct cs_arena arena = {.exhausted = leave, .context = &escape};
    struct cs_buf broken = {.failed = true};
    if (setjmp(escape.to) == 0)
        cs_buf_copy(&arena, &broken);
    assert_int_equal(escape.calls, 1);
    cs_arena_release(&arena);
}

/* A whole run under every limit either ends well or through the handler, and the job can be freed in both cases. The
 * limit is the only thing that differs, so somewhere between there must be both. What was on the way when the handler
 * left (libyaml's memory, the nodes) is lost: a handler that jumps is for programs that end soon. */
static void a_run_under_any_limit_ends(void **state)
{
    (void)state;
    static const char yaml[] = "checksheet: profile/1\nvendor: v\ncatalog: MIC\nanswers:\n  2.1: あ\n  9: 1円\n";
    volatile int good = 0, stopped = 0;
    LEAKS_ALLOWED(true);
    for (volatile size_t limit = 64 << 10; limit < 8 << 20; limit += limit / 3) {
        struct escape escape = {.calls = 0};
        struct cs_job_options options = {.memory_limit = limit, .exhausted = leave, .context = &escape};
        struct cs_job *job = cs_job_new(&options);
        if (setjmp(escape.to) == 0) {
            const struct cs_profile *profile = builtin_profile_of(job, yaml);
            assert_non_null(profile);
            good++;
        } else {
            stopped++;
        }
        assert_true(cs_job_memory(job) <= limit);
        cs_job_free(job);
    }
    LEAKS_ALLOWED(false);
    assert_true(good > 0 && stopped > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pieces_do_not_meet),
        cmocka_unit_test(nothing_is_still_somewhere),
        cmocka_unit_test(release_leaves_it_empty_and_usable),
        cmocka_unit_test(growing_keeps_the_elements),
        cmocka_unit_test(large_arrays_keep_their_elements),
        cmocka_unit_test(what_is_forgotten_is_given_anew),
        cmocka_unit_test(copies_are_their_own_and_terminated),
        cmocka_unit_test(the_limit_calls_the_handler),
        cmocka_unit_test(sizes_beyond_all_memory_call_the_handler),
        cmocka_unit_test(a_failed_buffer_calls_the_handler),
        cmocka_unit_test(a_run_under_any_limit_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
