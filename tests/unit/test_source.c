/* Places in files: offset, line and column, with every line end and every width of character. */
#include "support.h"
#include "checksheet/rules.h"

static void places_by_hand(void **state)
{
    struct cs_job *job = *state;
    const struct cs_source *source = source_of(job, "a", CS_TEXT("𠮷a\r\nb\rc\n\nあe\u0301x"));
    static const struct {
        uint32_t offset, line, column;
    } cases[] = {{0, 1, 1},  {4, 1, 2},  {5, 1, 3},  {7, 2, 1},  {8, 2, 2},  {9, 3, 1},
                 {11, 4, 1}, {12, 5, 1}, {15, 5, 2}, {16, 5, 3}, {18, 5, 4}, {19, 5, 5}};
    assert_int_equal(source->bytes.size, 19);
    assert_int_equal(source->line_count, 5);
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cs_place place = cs_source_place(source, cases[i].offset);
        assert_int_equal(place.line, cases[i].line);
        assert_int_equal(place.column, cases[i].column);
    }
    assert_text(cs_source_line(source, 1), "𠮷a");
    assert_text(cs_source_line(source, 2), "b");
    assert_text(cs_source_line(source, 4), "");
    assert_text(cs_source_line(source, 5), "あe\u0301x");
    assert_int_equal(cs_source_line(source, 0).size + cs_source_line(source, 6).size, 0);
}

static void a_byte_order_mark_has_no_column(void **state)
{
    struct cs_job *job = *state;
    const struct cs_source *source = source_of(job, "a",
                                               CS_TEXT("\xef\xbb\xbf"
                                                       "ab\ncd"));
    struct cs_place first = cs_source_place(source, 3), inside = cs_source_place(source, 0);
    assert_int_equal(first.column, 1);
    assert_int_equal(inside.column, 1);
    assert_text(cs_source_line(source, 1), "ab");
}

/* Every code point has its place, whatever the line ends. */
static void there_and_back(void **state)
{
    struct cs_job *job = *state;
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    uint64_t seed = 10;
    for (int round = 0; round < 1500; round++) {
        struct cs_buf buf = {0};
        uint32_t kind = draw_below(&seed, 4);
        if (draw_below(&seed, 4) == 0)
            cs_buf_add(&buf, CS_TEXT("\xef\xbb\xbf"));
        uint32_t first = (uint32_t)buf.size, lines = 1, column = 1;
        for (uint32_t left = draw_below(&seed, 60); left > 0; left--) {
            const char *end = ends[kind < 3 ? kind : draw_below(&seed, 3)];
            cs_text before = cs_buf_text(&buf);
            bool joins = cs_text_ends(before, CS_TEXT("\r")) && *end == '\n'; /* the two would be one line end */
            if (draw_below(&seed, 5) == 0 && !joins) {
                cs_buf_add(&buf, cs_text_of(end));
                lines++;
            } else {
                add_character(&buf, &seed);
            }
        }
        const struct cs_source *source = source_of(job, "a", cs_text_copy(&job->arena, cs_buf_text(&buf)));
        assert_int_equal(source->line_count, lines);
        cs_text rest = cs_text_skip(source->bytes, first);
        uint32_t line = 1;
        for (;;) {
            uint32_t offset = (uint32_t)(source->bytes.size - rest.size);
            struct cs_place place = cs_source_place(source, offset);
            assert_int_equal(place.line, line);
            assert_int_equal(place.column, column);
            bool at_end = rest.size == 0 || rest.bytes[0] == '\n' || rest.bytes[0] == '\r';
            if (rest.size == 0)
                break;
            uint32_t size = cs_text_starts(rest, CS_TEXT("\r\n")) ? 2 : 1;
            if (at_end) {
                rest = cs_text_skip(rest, size);
                line++;
                column = 1;
            } else {
                cs_text_next(&rest);
                column++;
            }
        }
        assert_int_equal(line, lines);
        column = 1;
        cs_buf_free(&buf);
    }
}

static void an_empty_file_has_a_place(void **state)
{
    struct cs_job *job = *state;
    const struct cs_source *source = source_of(job, "empty", (cs_text){NULL, 0});
    struct cs_place place = cs_source_place(source, 0);
    assert_int_equal(place.line, 1);
    assert_int_equal(place.column, 1);
    assert_int_equal(cs_source_line(source, 1).size, 0);
}

static void spans_never_leave_the_file(void **state)
{
    struct cs_job *job = *state;
    const struct cs_source *source = source_of(job, "a", CS_TEXT("abc"));
    assert_text(cs_span_text((struct cs_span){source, 1, 3}), "bc");
    assert_text(cs_span_text((struct cs_span){source, 3, 3}), "");
    assert_int_equal(cs_span_text((struct cs_span){source, 2, 1}).size, 0);
    assert_int_equal(cs_span_text((struct cs_span){source, 0, 4}).size, 0);
    assert_int_equal(cs_span_text((struct cs_span){NULL, 0, 1}).size, 0);
}

/* --- reading -------------------------------------------------------------------------------------------------------
 */

static void a_file_comes_whole(void **state)
{
    struct cs_job *job = *state;
    char path[] = "/tmp/checksheet-test-XXXXXX";
    FILE *file = fdopen(mkstemp(path), "wb");
    uint64_t seed = 11;
    struct cs_buf buf = {0};
    for (int i = 0; i < 30000; i++)
        cs_buf_add_byte(&buf, (char)draw(&seed));
    assert_int_equal(fwrite(buf.bytes, 1, buf.size, file), buf.size);
    fclose(file);
    const struct cs_source *source = cs_source_read(job, path);
    remove(path);
    assert_non_null(source);
    assert_true(cs_text_equal(source->bytes, cs_buf_text(&buf)));
    assert_text(source->path, path);
    cs_buf_free(&buf);
}

static void what_cannot_be_read_is_reported(void **state)
{
    struct cs_job *job = *state;
    assert_null(cs_source_read(job, "/tmp/no/such/file.yaml"));
    assert_null(cs_source_read(job, "/tmp"));
    assert_int_equal(count_rule(job, CS_RULE_CANNOT_READ), 2);
    assert_int_equal(cs_finding_count(job, CS_ERROR), 2);
    assert_text(finding_of(job, CS_RULE_CANNOT_READ)->span.source->path, "/tmp");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(places_by_hand),
        job_test(a_byte_order_mark_has_no_column),
        job_test(there_and_back),
        job_test(an_empty_file_has_a_place),
        job_test(spans_never_leave_the_file),
        job_test(a_file_comes_whole),
        job_test(what_cannot_be_read_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
