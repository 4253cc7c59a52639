/* Views and the buffer: orders are orders, skipping and trimming never go outside, broken bytes are counted. */
#include "support.h"

/* --- comparing --------------------------------------------------------------------------------------------------- */

static void ids_in_their_order(void **state)
{
    (void)state;
    static const char *const ids[] = {"1",    "1-1",    "1-2",  "1-10", "2-1-1", "2-1-5", "2-2", "6-2",
                                      "6-10", "6-10-1", "6-11", "22.1", "22.2",  "22.10", "109", "110"};
    for (size_t i = 0; i < COUNT(ids); i++)
        for (size_t k = 0; k < COUNT(ids); k++)
            assert_int_equal(cs_text_compare_ids(cs_text_of(ids[i]), cs_text_of(ids[k])), (i > k) - (i < k));
}

static cs_text random_id(struct cs_arena *arena, uint64_t *seed)
{
    static const char *const parts[] = {
        "0", "1", "2", "9", "10", "007", "-", ".", "a", "あ", "999999999999999999999999"};
    struct cs_buf buf = {0};
    for (uint32_t left = draw_below(seed, 5); left > 0; left--)
        cs_buf_add(&buf, cs_text_of(parts[draw_below(seed, COUNT(parts))]));
    cs_text id = cs_text_copy(arena, cs_buf_text(&buf));
    cs_buf_free(&buf);
    return id;
}

/* Antisymmetric and transitive, and equal to itself. */
static void both_orders_are_total(void **state)
{
    (void)state;
    int (*const orders[])(cs_text, cs_text) = {cs_text_compare, cs_text_compare_ids};
    struct cs_arena arena = {0};
    uint64_t seed = 2;
    for (int round = 0; round < 60000; round++) {
        cs_text a = random_id(&arena, &seed), b = random_id(&arena, &seed), c = random_id(&arena, &seed);
        for (size_t i = 0; i < COUNT(orders); i++) {
            assert_int_equal(orders[i](a, b), -orders[i](b, a));
            assert_int_equal(orders[i](a, a), 0);
            if (orders[i](a, b) <= 0 && orders[i](b, c) <= 0)
                assert_true(orders[i](a, c) <= 0);
            if (orders[i](a, b) == 0 && orders[i](b, c) == 0)
                assert_int_equal(orders[i](a, c), 0);
        }
        assert_int_equal(cs_text_compare(a, b) == 0, cs_text_equal(a, b));
    }
    cs_arena_release(&arena);
}

static void the_empty_text_has_no_bytes(void **state)
{
    (void)state;
    cs_text none = {NULL, 0}, also = CS_LITERAL(""), some = CS_TEXT("a"), rest = none;
    assert_true(cs_text_equal(none, also));
    assert_int_equal(cs_text_compare(none, some), -1);
    assert_true(cs_text_starts(some, none) && cs_text_ends(some, none) && cs_text_starts(none, none));
    assert_false(cs_text_starts(none, some) || cs_text_ends(none, some));
    assert_int_equal(cs_text_find(none, some), -1);
    assert_int_equal(cs_text_find(some, none), 0);
    assert_int_equal(cs_text_next(&rest), 0);
    assert_int_equal(cs_text_skip(none, 5).size, 0);
    assert_int_equal(cs_text_trim(none).size, 0);
    assert_int_equal(cs_text_of(NULL).size, 0);
}

/* --- finding and trimming ------------------------------------------------------------------------------------------
 */

static ptrdiff_t find_slowly(cs_text text, cs_text part)
{
    for (size_t i = 0; i <= text.size; i++)
        if (cs_text_starts(cs_text_skip(text, i), part))
            return (ptrdiff_t)i;
    return -1;
}

static void finding_finds_the_first(void **state)
{
    (void)state;
    uint64_t seed = 3;
    for (int round = 0; round < 20000; round++) {
        char bytes[24], part[4];
        size_t size = draw_below(&seed, sizeof bytes), part_size = draw_below(&seed, sizeof part);
        for (size_t i = 0; i < size; i++)
            bytes[i] = (char)('a' + draw_below(&seed, 2));
        for (size_t i = 0; i < part_size; i++)
            part[i] = (char)('a' + draw_below(&seed, 2));
        cs_text text = {bytes, size}, wanted = {part, part_size};
        assert_int_equal(cs_text_find(text, wanted), find_slowly(text, wanted));
    }
}

static void trimming_takes_blanks_only(void **state)
{
    (void)state;
    static const char *const blanks[] = {" ", "\t", "\n", "\r", "\xe3\x80\x80"};
    uint64_t seed = 4;
    for (int round = 0; round < 5000; round++) {
        struct cs_buf buf = {0};
        size_t before = 0;
        for (uint32_t left = draw_below(&seed, 4); left > 0; left--)
            cs_buf_add(&buf, cs_text_of(blanks[draw_below(&seed, COUNT(blanks))]));
        before = buf.size;
        cs_buf_add(&buf, CS_TEXT("｡　。")); /* ends in bytes that blanks also have */
        size_t after = buf.size;
        for (uint32_t left = draw_below(&seed, 4); left > 0; left--)
            cs_buf_add(&buf, cs_text_of(blanks[draw_below(&seed, COUNT(blanks))]));
        cs_text trimmed = cs_text_trim(cs_buf_text(&buf));
        assert_ptr_equal(trimmed.bytes, buf.bytes + before);
        assert_int_equal(trimmed.size, after - before);
        cs_buf_free(&buf);
    }
    assert_int_equal(cs_text_trim(CS_TEXT(" \t\xe3\x80\x80\r\n")).size, 0);
}

/* --- code points ---------------------------------------------------------------------------------------------------
 */

static size_t encode(uint32_t point, char bytes[4])
{
    if (point < 0x80) {
        bytes[0] = (char)point;
        return 1;
    }
    size_t size = point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (size_t i = size - 1; i > 0; i--, point >>= 6)
        bytes[i] = (char)(0x80 | (point & 0x3f));
    bytes[0] = (char)((0xf00u >> size & 0xf0) | point);
    return size;
}

static void every_code_point_is_read_back(void **state)
{
    (void)state;
    for (uint32_t point = 1; point <= 0x10ffff; point++) {
        char bytes[4];
        cs_text text = {bytes, encode(point, bytes)}, rest = text;
        bool surrogate = point >= 0xd800 && point < 0xe000;
        uint32_t read = cs_text_next(&rest);
        if (surrogate) {
            assert_int_equal(read, 0xfffd);
            assert_int_equal(rest.size, text.size - 1);
            continue;
        }
        if (read != point || rest.size)
            fail_msg("U+%04X is read as U+%04X", (unsigned)point, (unsigned)read);
        if (cs_text_length(text) != 1 || cs_text_utf16_length(text) != (point > 0xffff ? 2u : 1u))
            fail_msg("U+%04X is counted wrongly", (unsigned)point);
    }
}

static void broken_bytes_come_one_by_one(void **state)
{
    (void)state;
    static const char *const broken[] = {"\x80",
                                         "\xbf",
                                         "\xc0\x80",
                                         "\xc1\xbf",
                                         "\xc3",
                                         "\xe0\x80\x80",
                                         "\xe3\x81",
                                         "\xed\xa0\x80",
                                         "\xf0\x80\x80\x80",
                                         "\xf0\xa0\xae",
                                         "\xf4\x90\x80\x80",
                                         "\xf8\x88\x80\x80\x80",
                                         "\xff",
                                         "\xfe"};
    for (size_t i = 0; i < COUNT(broken); i++) {
        cs_text rest = cs_text_of(broken[i]);
        assert_int_equal(cs_text_next(&rest), 0xfffd);
        assert_int_equal(rest.size, strlen(broken[i]) - 1);
    }
    uint64_t seed = 5;
    for (int round = 0; round < 20000;
         round++) { /* any bytes at all: each step takes one to four, never more than there are */
        char *bytes = malloc(8);
        size_t size = draw_below(&seed, 8) + 1;
        for (size_t k = 0; k < size; k++)
            bytes[k] = (char)draw(&seed);
        char *exact = realloc(bytes, size); /* so that a sanitizer sees a byte too many */
        cs_text rest = {exact, size};
        while (rest.size) {
            size_t before = rest.size;
            cs_text_next(&rest);
            assert_true(rest.size < before && before - rest.size <= 4);
        }
        free(exact);
    }
}

/* --- buffers -------------------------------------------------------------------------------------------------------
 */

static void a_buffer_holds_what_was_added(void **state)
{
    (void)state;
    struct cs_buf buf = {0};
    char *expected = calloc(1, 100000);
    size_t size = 0;
    uint64_t seed = 6;
    while (size < 90000) {
        char byte = (char)('a' + draw_below(&seed, 26));
        size_t count = draw_below(&seed, 200);
        switch (draw_below(&seed, 3)) {
        case 0:
            cs_buf_add_byte(&buf, byte);
            expected[size++] = byte;
            break;
        case 1:
            cs_buf_add_repeat(&buf, byte, count);
            memset(expected + size, byte, count);
            size += count;
            break;
        default:
            cs_buf_print(&buf, "%zu;", count);
            size += (size_t)sprintf(expected + size, "%zu;", count);
        }
        assert_int_equal(buf.size, size);
        if (size)
            assert_int_equal(buf.bytes[size], 0);
    }
    assert_memory_equal(buf.bytes, expected, size);
    cs_buf_clear(&buf);
    assert_int_equal(cs_buf_text(&buf).size, 0);
    cs_buf_free(&buf);
    assert_null(buf.bytes);
    free(expected);
}

static void a_line_has_no_line_ends(void **state)
{
    (void)state;
    struct cs_buf buf = {0};
    cs_buf_add_line(&buf, (cs_text){0});
    assert_int_equal(buf.size, 0);
    cs_buf_add(&buf, CS_TEXT("a\n"));
    cs_buf_add_line(&buf, CS_TEXT("\nb\r\n\nc\r"));
    assert_string_equal(buf.bytes, "a\n b   c ");
    cs_buf_free(&buf);
}

static void an_error_sticks(void **state)
{
    (void)state;
    struct cs_buf buf = {0};
    cs_buf_add(&buf, CS_TEXT("kept"));
    cs_buf_add(&buf, (cs_text){"x", SIZE_MAX / 2});
    assert_true(buf.failed);
    cs_buf_add(&buf, CS_TEXT("dropped"));
    cs_buf_add_byte(&buf, 'd');
    cs_buf_print(&buf, "%d", 1);
    assert_true(buf.failed);
    assert_text(cs_buf_text(&buf), "kept");
    cs_buf_free(&buf);
    assert_false(buf.failed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_in_their_order),           cmocka_unit_test(both_orders_are_total),
        cmocka_unit_test(the_empty_text_has_no_bytes),  cmocka_unit_test(finding_finds_the_first),
        cmocka_unit_test(trimming_takes_blanks_only),   cmocka_unit_test(every_code_point_is_read_back),
        cmocka_unit_test(broken_bytes_come_one_by_one), cmocka_unit_test(a_buffer_holds_what_was_added),
        cmocka_unit_test(a_line_has_no_line_ends),      cmocka_unit_test(an_error_sticks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
