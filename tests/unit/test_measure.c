/* How texts wrap: no character is lost, no line is too wide, none begins or ends with what may not stand there. */
#include "emit/xlsx/measure.h"
#include "support.h"

static void lines_make_the_text_again(void **state)
{
    struct cs_job *job = *state;
    struct cs_widths *widths = cs_job_widths(job, 2);
    uint64_t seed = 41;
    for (int round = 0; round < 6000; round++) {
        struct cs_buf text = {0};
        unsigned units = 2 + draw_below(&seed, 40), lines = 0;
        for (uint32_t left = draw_below(&seed, 60); left > 0; left--)
            if (draw_below(&seed, 12) == 0)
                cs_buf_add_byte(&text, '\n');
            else
                add_character(&text, &seed);
        cs_text rest = cs_buf_text(&text);
        size_t at = 0;
        while (rest.size) {
            size_t before = rest.size;
            cs_text line = cs_take_line(widths, units, &rest);
            assert_true(rest.size < before); /* each step takes something */
            assert_ptr_equal(line.bytes, text.bytes + at);
            size_t taken = before - rest.size;
            cs_text gap = {line.bytes + line.size, taken - line.size};
            assert_true(gap.size == 0 || cs_text_equal(gap, CS_TEXT("\n")) || cs_text_trim(gap).size == 0);
            size_t width = 0, characters = 0;
            for (cs_text inside = cs_text_trim(line); inside.size; characters++)
                width += cs_width_of(widths, cs_text_next(&inside));
            if (width > units && characters > 1)
                assert_true(width <= units + 2); /* a character that must not begin a line may hang over */
            at += taken;
            lines++;
        }
        assert_int_equal(at, text.size);
        assert_int_equal(cs_line_count(widths, units, cs_buf_text(&text)), lines ? lines : 1);
        cs_buf_free(&text);
    }
}

/* More room never makes more lines. */
static void more_room_fewer_lines(void **state)
{
    struct cs_job *job = *state;
    struct cs_widths *widths = cs_job_widths(job, 2);
    uint64_t seed = 42;
    for (int round = 0; round < 500; round++) {
        struct cs_buf text = {0};
        add_characters(&text, &seed, 80);
        unsigned before = UINT32_MAX;
        for (unsigned units = 4; units < 200; units++) {
            unsigned lines = cs_line_count(widths, units, cs_buf_text(&text));
            assert_true(lines <= before);
            before = lines;
        }
        assert_int_equal(before, 1);
        cs_buf_free(&text);
    }
}

static void lines_by_hand(void **state)
{
    struct cs_job *job = *state;
    struct cs_widths *widths = cs_job_widths(job, 2);
    static const struct {
        const char *text;
        unsigned units, lines;
    } cases[] = {{"", 10, 1},          {"abc", 10, 1},          {"あいうえお", 10, 1},     {"あいうえおか", 10, 2},
                 {"a\nb\n", 10, 2},    {"a\n\nb", 10, 3},       {"hello world", 5, 2},     {"hello world", 11, 1},
                 {"aaaaaaaaaa", 5, 2}, {"あいうえお。", 10, 2}, {"あいうえ「お」", 10, 2}, {"○○○○○", 10, 1}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        unsigned lines = cs_line_count(widths, cases[i].units, cs_text_of(cases[i].text));
        if (lines != cases[i].lines)
            fail_msg("'%s' in %u takes %u lines", cases[i].text, cases[i].units, lines);
    }
}

static void marks_at_the_edges(void **state)
{
    struct cs_job *job = *state;
    struct cs_widths *widths = cs_job_widths(job, 2);
    static const char *const closing[] = {"。", "、", "」", "）", "ー", "っ"}, *const opening[] = {"「", "（"};
    for (unsigned units = 6; units < 20; units++)
        for (unsigned head = 1; head < 12; head++) {
            for (size_t i = 0; i < COUNT(closing); i++) {
                struct cs_buf text = {0};
                for (unsigned k = 0; k < head; k++)
                    cs_buf_add(&text, CS_TEXT("漢"));
                cs_buf_add(&text, cs_text_of(closing[i]));
                cs_buf_add(&text, CS_TEXT("漢漢"));
                for (cs_text rest = cs_buf_text(&text); rest.size;)
                    assert_false(cs_text_starts(cs_take_line(widths, units, &rest), cs_text_of(closing[i])));
                cs_buf_free(&text);
            }
            for (size_t i = 0; i < COUNT(opening); i++) {
                struct cs_buf text = {0};
                for (unsigned k = 0; k < head; k++)
                    cs_buf_add(&text, CS_TEXT("漢"));
                cs_buf_add(&text, cs_text_of(opening[i]));
                cs_buf_add(&text, CS_TEXT("漢漢"));
                for (cs_text rest = cs_buf_text(&text); rest.size;)
                    assert_false(cs_text_ends(cs_take_line(widths, units, &rest), cs_text_of(opening[i])));
                cs_buf_free(&text);
            }
        }
}

/* A line of characters that may not begin one ends before the last that may, however far back that is. */
static void a_break_may_be_far_back(void **state)
{
    struct cs_widths *widths = cs_job_widths(*state, 1);
    cs_text rest = CS_TEXT("予定を日サーーーーーーーーーーーーーーーーーーーー");
    assert_true(cs_text_equal(cs_take_line(widths, 40, &rest), CS_TEXT("予定を日")));
    rest = CS_TEXT("サーーーーーーーーーーーーーーーーーーーーーー");
    assert_int_equal(cs_take_line(widths, 20, &rest).size, 30);
    rest = CS_TEXT("予定を日に\nする");
    assert_true(cs_text_equal(cs_take_line(widths, 40, &rest), CS_TEXT("予定を日に")));
    assert_true(cs_text_equal(cs_take_line(widths, 40, &rest), CS_TEXT("する")));
}

static void heights_grow(void **state)
{
    (void)state;
    for (unsigned size = 6; size < 14; size++)
        for (unsigned lines = 1; lines < 60; lines++) {
            assert_true(cs_row_height(1.725, lines + 1, size) >= cs_row_height(1.725, lines, size));
            assert_true(cs_row_height(1.725, lines, size + 1) >= cs_row_height(1.725, lines, size));
            assert_true(cs_row_height(1.725, lines, size) >= lines * size);
        }
    for (double width = 0; width < 200; width += 0.5) {
        assert_true(cs_line_units(width, 10) > 0);
        assert_true(cs_line_units(width + 0.5, 10) >= cs_line_units(width, 10));
        assert_true(cs_line_units(width, 9) >= cs_line_units(width, 10));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(lines_make_the_text_again), job_test(more_room_fewer_lines),   job_test(lines_by_hand),
        job_test(marks_at_the_edges),        job_test(a_break_may_be_far_back), cmocka_unit_test(heights_grow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
