/* libyaml reads from the file's own bytes as it reads from its copy of them: the same events at the same marks, the same
 * errors, over every YAML file of the project, cut off anywhere, and over bytes that are odd. */
#include "yaml/yaml_doc.c"
#include "support.h"

#include <glob.h>

/* What a run of the parser says, as text. */
static void describe(cs_text text, bool is_string, struct cs_buf *out, bool *lent)
{
    yaml_parser_t parser;
    yaml_event_t event;
    struct loan loan = {0};
    assert_true(yaml_parser_initialize(&parser));
    lend(&parser, &loan, text, is_string);
    *lent = loan.lent;
    for (bool more = true; more;) {
        if (!yaml_parser_parse(&parser, &event)) {
            cs_buf_print(out, "error %d %zu %zu %zu: ", (int)parser.error, parser.problem_mark.index,
                         parser.problem_mark.line, parser.problem_mark.column);
            cs_buf_add(out, cs_text_of(parser.problem));
            break;
        }
        cs_buf_print(out, "%d %zu %zu %zu %zu %zu %zu ", (int)event.type, event.start_mark.index, event.start_mark.line,
                     event.start_mark.column, event.end_mark.index, event.end_mark.line, event.end_mark.column);
        if (event.type == YAML_SCALAR_EVENT)
            cs_buf_add(out, (cs_text){(const char *)event.data.scalar.value, event.data.scalar.length});
        cs_buf_add_byte(out, '\n');
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    take_back(&parser, &loan);
    yaml_parser_delete(&parser);
}

/* Both ways over a copy of just its size and a zero byte, so that a sanitizer sees a byte read too many. True when the
 * bytes were lent. */
static bool compare(cs_text text, const char *name)
{
    struct cs_buf copied = {0}, lent = {0};
    bool was_lent, never;
    char *bytes = malloc(text.size + 1);
    assert_non_null(bytes);
    if (text.size)
        memcpy(bytes, text.bytes, text.size);
    bytes[text.size] = '\0';
    describe((cs_text){bytes, text.size}, false, &copied, &never);
    describe((cs_text){bytes, text.size}, true, &lent, &was_lent);
    assert_false(never);
    if (!cs_text_equal(cs_buf_text(&copied), cs_buf_text(&lent)))
        fail_msg("%s is read in two ways:\n%s\n---\n%s", name, copied.bytes, lent.bytes);
    cs_buf_free(&copied);
    cs_buf_free(&lent);
    free(bytes);
    return was_lent;
}

static bool compare_file(const char *path)
{
    enum { CUTS = 20 };
    struct cs_job *job = new_job(CS_JA);
    const struct cs_source *source = cs_source_read(job, path);
    assert_non_null(source);
    cs_text text = text_of(source);
    bool lent = compare(text, path);
    for (size_t i = 0; i < CUTS && text.size < 20000; i++)
        compare((cs_text){text.bytes, text.size * i / CUTS}, path);
    cs_job_free(job);
    return lent;
}

static unsigned compare_files(const char *pattern)
{
    unsigned lent = 0;
    glob_t files;
    assert_int_equal(glob(pattern, 0, NULL, &files), 0);
    for (size_t i = 0; i < files.gl_pathc; i++)
        lent += compare_file(files.gl_pathv[i]);
    globfree(&files);
    return lent;
}

static void every_file_of_the_project(void **state)
{
    (void)state;
    assert_true(compare_files("controls/*.yaml") >= 4);
    assert_true(compare_files("controls/crosswalk/*.yaml") >= 3);
    assert_true(compare_files("profiles/*.yaml") >= 4);
    compare_files("tests/cases/*/*.yaml");
}

static void odd_bytes(void **state)
{
    (void)state;
    static const struct {
        cs_text text;
        bool lent;
    } cases[] = {
        {CS_LITERAL(""), true},
        {CS_LITERAL("\n"), true},
        {CS_LITERAL("a: b"), true},
        {CS_LITERAL("a: b\r\nc: [d, e"), true},
        {CS_LITERAL("あ: ○ い\n"), true},
        {CS_LITERAL("a: \"\\u3042\\x07\"\n"), true},
        {CS_LITERAL("\xf0\xa0\xae\xb7: \xf0\x9f\x8d\xa3\n"), true},
        {CS_LITERAL("\xc2\xa0: \xef\xbf\xbd\n"), true},
        {CS_LITERAL("a: \xc2\x85 b\n"), false},
        {CS_LITERAL("a: \xef\xbb\xbf b\n"), false},
        {CS_LITERAL("a: \xef\xbf\xbe b\n"), false},
        {CS_LITERAL("a: \xed\xa0\x80 b\n"), false},
        {CS_LITERAL("a: \xc0\xaf b\n"), false},
        {CS_LITERAL("a: \xe0\x80\xaf b\n"), false},
        {CS_LITERAL("a: \xf0\x80\x80\xaf b\n"), false},
        {CS_LITERAL("a: \xf4\x90\x80\x80 b\n"), false},
        {CS_LITERAL("a: \xe3\x81"), false},
        {CS_LITERAL("a: \x07 b\n"), false},
        {CS_LITERAL("a: \x7f b\n"), false},
        {CS_LITERAL("a\0b: c\n"), false},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(compare(cases[i].text, "case"), cases[i].lent);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_of_the_project),
        cmocka_unit_test(odd_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
