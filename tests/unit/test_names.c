/* Interning: each distinct text one number, in the order of first sight, and found again. */
#include "base/names.h"
#include "support.h"

static void every_id_is_found(void **state)
{
    (void)state;
    enum { IDS = 50000 };
    struct cs_arena arena = {0};
    struct cs_names names = {0};
    char text[32];
    assert_int_equal(cs_names_find(&names, CS_TEXT("1-1")), CS_NO_NAME);
    for (uint32_t i = 0; i < IDS; i++) {
        int size = snprintf(text, sizeof text, "%u-%u.%u", i / 100, i % 100, i % 7);
        assert_int_equal(cs_names_add(&arena, &names, cs_text_copy(&arena, (cs_text){text, (size_t)size})), i);
        assert_true(names.count * 2 <= names.slot_count + 1);
    }
    for (uint32_t i = 0; i < IDS; i++) {
        int size = snprintf(text, sizeof text, "%u-%u.%u", i / 100, i % 100, i % 7);
        assert_int_equal(cs_names_find(&names, (cs_text){text, (size_t)size}), i);
        assert_int_equal(cs_names_add(&arena, &names, (cs_text){text, (size_t)size}), i);
        size = snprintf(text, sizeof text, "%u-%u.x", i / 100, i % 100);
        assert_int_equal(cs_names_find(&names, (cs_text){text, (size_t)size}), CS_NO_NAME);
    }
    assert_int_equal(names.count, IDS);
    cs_arena_release(&arena);
}

static void looking_adds_nothing(void **state)
{
    (void)state;
    struct cs_arena arena = {0};
    struct cs_names names = {0};
    cs_names_add(&arena, &names, CS_TEXT(""));
    cs_names_add(&arena, &names, CS_TEXT("a"));
    assert_int_equal(cs_names_find(&names, CS_TEXT("b")), CS_NO_NAME);
    assert_int_equal(cs_names_find(&names, CS_TEXT("b")), CS_NO_NAME);
    assert_int_equal(cs_names_find(&names, (cs_text){NULL, 0}), 0);
    assert_int_equal(names.count, 2);
    cs_arena_release(&arena);
}

/* Random texts against a list that is searched from the front. */
static void agrees_with_a_plain_list(void **state)
{
    (void)state;
    struct cs_arena arena = {0};
    struct cs_names names = {0};
    static cs_text list[3000];
    uint32_t count = 0;
    uint64_t seed = 7;
    for (int round = 0; round < 3000; round++) {
        struct cs_buf buf = {0};
        add_characters(&buf, &seed, 2);
        cs_text text = cs_text_copy(&arena, cs_buf_text(&buf));
        uint32_t place = 0;
        while (place < count && !cs_text_equal(list[place], text))
            place++;
        assert_int_equal(cs_names_find(&names, text), place < count ? place : CS_NO_NAME);
        assert_int_equal(cs_names_add(&arena, &names, text), place);
        if (place == count)
            list[count++] = text;
        cs_buf_free(&buf);
    }
    assert_true(count > 300 && count < 3000); /* both happened */
    cs_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_id_is_found),
        cmocka_unit_test(looking_adds_nothing),
        cmocka_unit_test(agrees_with_a_plain_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
