/* The text report: the first line, the excerpt, and the caret right under the fault whatever the line is made of. */
#include "support.h"
#include "base/messages_load.h"
#include "base/messages_yaml.h"

static cs_text written(struct cs_job *job, const struct cs_source *source, struct cs_report_options options,
                       struct cs_buf *out)
{
    cs_buf_clear(out);
    cs_report_write(job, source, &options, out);
    return cs_buf_text(out);
}

static cs_text take_line(cs_text *rest)
{
    ptrdiff_t end = cs_text_find(*rest, CS_TEXT("\n"));
    cs_text line = {rest->bytes, end < 0 ? rest->size : (size_t)end};
    *rest = cs_text_skip(*rest, line.size + 1);
    return line;
}

static void one_finding(void **state)
{
    struct cs_job *job = *state;
    struct cs_buf out = {0};
    const struct cs_source *source = source_of(job, "acme.yaml", CS_TEXT("a: 1\ndate: 2025-11-31\n"));
    cs_report(job, CS_MESSAGE_BAD_DATE, ((struct cs_span){source, 11, 21}), CS_TEXT("2025-11-31"), CS_TEXT("11"),
              CS_TEXT("30"));
    assert_text(written(job, NULL, (struct cs_report_options){.ambiguous = 2}, &out),
                "acme.yaml:2:7: error: 暦にない日付です: 2025-11-31 [bad-date]\n"
                "     2 | date: 2025-11-31\n"
                "       |       ^^^^^^^^^^ 11月は30日までです\n");
    assert_text(written(job, NULL, (struct cs_report_options){.brief = true, .ambiguous = 2}, &out),
                "acme.yaml:2:7: error: 暦にない日付です: 2025-11-31 [bad-date]\n");
    assert_holds(written(job, NULL, (struct cs_report_options){.color = true, .ambiguous = 2}, &out),
                 "\033[31merror\033[0m");
    cs_buf_free(&out);
}

static void the_line_above(void **state)
{
    struct cs_job *job = *state;
    struct cs_buf out = {0};
    const struct cs_source *source = source_of(job, "a", CS_TEXT("6-8:\n  x: 1\n  y: 2\n"));
    cs_report(job, CS_MESSAGE_UNKNOWN_KEY, ((struct cs_span){source, 14, 15}), CS_TEXT("y"))->above = 0;
    assert_text(written(job, NULL, (struct cs_report_options){.ambiguous = 2}, &out),
                "a:3:3: error: 知らない項目名です: y [unknown-key]\n"
                "     1 | 6-8:\n"
                "       | ...\n"
                "     3 |   y: 2\n"
                "       |   ^\n");
    cs_buf_free(&out);
}

/* Cells of a line as a terminal shows it. */
static size_t cells(struct cs_job *job, unsigned ambiguous, cs_text line)
{
    return cs_text_width(cs_job_widths(job, ambiguous), line);
}

/* For random lines and spans: as many cells stand before the caret as before the fault, and there are as many carets as
 * the fault has cells. */
static void the_caret_stands_under_the_fault(void **state)
{
    (void)state;
    uint64_t seed = 16;
    for (int round = 0; round < 3000; round++) {
        struct cs_job *job = new_job(CS_EN);
        struct cs_buf text = {0}, out = {0};
        unsigned ambiguous = 1 + draw_below(&seed, 2);
        cs_buf_add(&text, draw_below(&seed, 8) ? CS_TEXT("first\n") : CS_TEXT("\xef\xbb\xbf"));
        size_t line_start = text.size > 3 ? text.size : 3;
        cs_buf_add_byte(&text, 'k');
        add_characters(&text, &seed, 30);
        size_t start = text.size;
        add_character(&text, &seed);
        add_characters(&text, &seed, 5);
        size_t end = text.size;
        add_characters(&text, &seed, 10);
        cs_buf_add_byte(&text, '|');
        size_t line_end = text.size;
        cs_buf_add(&text, CS_TEXT("\r\nlast"));

        const struct cs_source *source = source_of(job, "a", cs_buf_text(&text));
        cs_report(job, CS_MESSAGE_CUT_COMMENT, ((struct cs_span){source, (uint32_t)start, (uint32_t)end}),
                  (cs_text){0});
        cs_text rest = written(job, source, (struct cs_report_options){.ambiguous = ambiguous}, &out);
        cs_text head = take_line(&rest), excerpt = take_line(&rest), caret = take_line(&rest);
        cs_text before = {text.bytes + line_start, start - line_start}, body = {text.bytes + start, end - start};
        char place[40];
        snprintf(place, sizeof place, "a:%u:%zu: ", line_start > 3 ? 2u : 1u, cs_text_length(before) + 1);
        assert_true(cs_text_starts(head, cs_text_of(place)));
        assert_true(cs_text_ends(excerpt, (cs_text){text.bytes + line_start, line_end - line_start}));
        size_t gutter = (size_t)cs_text_find(caret, CS_TEXT("| ")) + 2, at = (size_t)cs_text_find(caret, CS_TEXT("^"));
        assert_int_equal(gutter, (size_t)cs_text_find(excerpt, CS_TEXT("| ")) + 2);
        assert_int_equal(at - gutter, cells(job, ambiguous, before));
        size_t carets = 0;
        while (at + carets < caret.size && caret.bytes[at + carets] == '^')
            carets++;
        size_t wanted = cells(job, ambiguous, body);
        assert_int_equal(carets, wanted ? wanted : 1);
        cs_buf_free(&text);
        cs_buf_free(&out);
        cs_job_free(job);
    }
}

static void a_tab_goes_to_its_stop(void **state)
{
    struct cs_job *job = *state;
    struct cs_buf out = {0};
    const struct cs_source *source = source_of(job, "a", CS_TEXT("あ\tb"));
    cs_report(job, CS_MESSAGE_CUT_COMMENT, ((struct cs_span){source, 4, 5}), (cs_text){0});
    cs_text report = written(job, NULL, (struct cs_report_options){.ambiguous = 2}, &out);
    assert_holds(report, "     1 | あ      b\n");
    assert_holds(report, "       |         ^ ");
    cs_buf_free(&out);
}

/* On a narrow terminal no line of the excerpt is wider than it, and the fault is in sight. */
static void narrow_terminals(void **state)
{
    (void)state;
    uint64_t seed = 17;
    for (int round = 0; round < 1500; round++) {
        struct cs_job *job = new_job(CS_EN);
        struct cs_buf text = {0}, out = {0};
        unsigned columns = 40 + draw_below(&seed, 60);
        add_characters(&text, &seed, 150);
        size_t start = text.size;
        cs_buf_add(&text, CS_TEXT("#"));
        add_characters(&text, &seed, 150);
        const struct cs_source *source = source_of(job, "a", cs_buf_text(&text));
        cs_report(job, CS_MESSAGE_DUPLICATE_MARK, ((struct cs_span){source, (uint32_t)start, (uint32_t)start + 1}),
                  CS_TEXT("ok"));
        cs_text rest = written(job, source, (struct cs_report_options){.ambiguous = 2, .columns = columns}, &out);
        cs_text excerpt = take_line(&rest);
        while (!cs_text_starts(excerpt, CS_TEXT("     1 | "))) { /* the message may take two lines */
            assert_true(cells(job, 2, excerpt) <= columns && rest.size);
            excerpt = take_line(&rest);
        }
        cs_text caret = take_line(&rest);
        assert_true(cells(job, 2, excerpt) <= columns);
        assert_true(cells(job, 2, caret) <= columns);
        size_t at = (size_t)cs_text_find(excerpt, CS_TEXT("#"));
        assert_int_equal(cells(job, 2, (cs_text){excerpt.bytes, at}), (size_t)cs_text_find(caret, CS_TEXT("^")));
        cs_buf_free(&text);
        cs_buf_free(&out);
        cs_job_free(job);
    }
}

/* A file must not steer the terminal: no control character of it gets into the report. */
static void no_control_character_comes_through(void **state)
{
    struct cs_job *job = *state;
    struct cs_buf out = {0};
    const struct cs_source *source = source_of(job, "a",
                                               CS_TEXT("a\x1b[31m\x07\x7f\xc2\x9b"
                                                       "b: x"));
    cs_report(job, CS_MESSAGE_UNKNOWN_KEY, ((struct cs_span){source, 0, 3}), source->bytes, CS_TEXT("\x1b[0m"));
    cs_text report = written(job, NULL, (struct cs_report_options){.ambiguous = 2}, &out);
    assert_lacks(report, "\x1b");
    assert_lacks(report, "\x07");
    assert_lacks(report, "\x7f");
    assert_lacks(report, "\xc2\x9b");
    cs_buf_free(&out);
}

static void only_the_file_asked_for(void **state)
{
    struct cs_job *job = *state;
    struct cs_buf out = {0};
    const struct cs_source *a = source_of(job, "a", CS_TEXT("x")), *b = source_of(job, "b", CS_TEXT("y"));
    cs_report(job, CS_MESSAGE_CUT_COMMENT, ((struct cs_span){a, 0, 1}), (cs_text){0});
    cs_report(job, CS_MESSAGE_CUT_COMMENT, ((struct cs_span){b, 0, 1}), (cs_text){0});
    cs_text report = written(job, b, (struct cs_report_options){.ambiguous = 2}, &out);
    assert_holds(report, "b:1:1: ");
    assert_lacks(report, "a:1:1: ");
    report = written(job, NULL, (struct cs_report_options){.ambiguous = 2}, &out);
    assert_holds(report, "a:1:1: ");
    assert_holds(report, "b:1:1: ");
    cs_buf_free(&out);
}

static void a_finding_in_an_empty_file(void **state)
{
    struct cs_job *job = *state;
    struct cs_buf out = {0};
    const struct cs_source *source = source_of(job, "a", (cs_text){NULL, 0});
    cs_report(job, CS_MESSAGE_EMPTY_FILE, ((struct cs_span){source, 0, 0}), (cs_text){0});
    assert_holds(written(job, NULL, (struct cs_report_options){.ambiguous = 2}, &out), "a:1:1: error: ");
    cs_buf_free(&out);
}

/* Hundreds of findings: each has its line, the excerpts end, and that is said. */
static void many_findings(void **state)
{
    struct cs_job *job = *state;
    struct cs_buf out = {0};
    const struct cs_source *source = source_of(job, "a", CS_TEXT("x"));
    for (int i = 0; i < 180; i++) {
        char key[16];
        snprintf(key, sizeof key, "key%d", i);
        cs_report(job, CS_MESSAGE_UNKNOWN_KEY, ((struct cs_span){source, 0, 1}), cs_text_of(key));
    }
    cs_text report = written(job, NULL, (struct cs_report_options){.ambiguous = 2}, &out);
    assert_int_equal(occurrences(report, "a:1:1: "), 180);
    assert_int_equal(occurrences(report, "     1 | x"), 30);
    cs_buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(one_finding),
        job_test(the_line_above),
        cmocka_unit_test(the_caret_stands_under_the_fault),
        job_test(a_tab_goes_to_its_stop),
        cmocka_unit_test(narrow_terminals),
        job_test(no_control_character_comes_through),
        job_test(only_the_file_asked_for),
        job_test(a_finding_in_an_empty_file),
        job_test(many_findings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
