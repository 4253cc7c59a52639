/* The reports for programs: columns in each format's own unit, questions found by place, fingerprints, escapes, limits. */
#include "support.h"

#include "base/json_out.h"
#include "report/report.h"

static const char catalog_yaml[] = "checksheet: catalog/1\nid: T\ntitle: t\nedition: e\nitems:\n"
                                   "  1-1: 問一\n  1-2: 問二\n  1-3: {ask: 問三, if: 1-1 ○}\n";

#define HEAD "checksheet: profile/1\nvendor: v\nservice: s\ncatalog: {id: T, edition: e}\nanswers:\n"

struct reported {
    struct cs_job *job;
    const struct cs_profile *profile;
    struct cs_buf out;
};

/* The findings of a profile with these answers, in a format. It was checked in /r/sub, of a repository at /r. */
static struct reported reported_as(const char *format, const char *path, const char *answers)
{
    static const struct cs_check_options check = {.today = {2025, 12, 1}};
    struct reported made = {.job = new_job(CS_EN)};
    struct cs_buf yaml = {0};
    cs_buf_add(&yaml, CS_TEXT(HEAD));
    cs_buf_add(&yaml, cs_text_of(answers));
    struct cs_catalogs catalogs = {
        find_given, ids_given, NULL, (void *)(uintptr_t)catalog_of(made.job, catalog_yaml), {0}};
    const struct cs_source *source = source_of(made.job, path, cs_text_copy(&made.job->arena, cs_buf_text(&yaml)));
    cs_buf_free(&yaml);
    made.profile = cs_load_profile(made.job, source, &catalogs);
    assert_non_null(made.profile);
    cs_check_profile(made.job, made.profile, NULL, &check);
    struct cs_report_file file = {.source = source, .sheets = made.profile->sheets, .sheet_count = 1};
    struct cs_report_run run = {.root = CS_TEXT("/r"), .here = CS_TEXT("/r/sub"), .fails = CS_ERROR, .has_tests = true};
    struct cs_reporting *reporting = cs_reporting_begin(made.job, &run);
    cs_reporting_add(reporting, made.job, &file, 1);
    cs_reporting_end(reporting);
    assert_true(cs_reporter_write(reporting, cs_reporter_find(cs_text_of(format)), (cs_text){0}, &made.out));
    return made;
}

static void done(struct reported *made)
{
    cs_buf_free(&made->out);
    cs_job_free(made->job);
}

#define assert_report(format, path, answers, ...)                                                                      \
    assert_report_at((format), (path), (answers), (const char *const[]){__VA_ARGS__, NULL}, __FILE__, __LINE__)

static void assert_report_at(const char *format, const char *path, const char *answers, const char *const *parts,
                             const char *file, int line)
{
    struct reported made = reported_as(format, path, answers);
    for (; *parts; parts++)
        assert_holds_at(cs_buf_text(&made.out), *parts, file, line);
    done(&made);
}

/* --- columns ------------------------------------------------------------------------------------------------------- */

/* 𠮷 is one code point, four bytes, two UTF-16 units. */
static void columns_by_unit(void **state)
{
    struct cs_job *job = *state;
    const struct cs_source *source = source_of(job, "a",
                                               CS_TEXT("\xef\xbb\xbf"
                                                       "x\r\n𠮷あ!TODO"));
    static const struct {
        enum cs_unit unit;
        uint32_t first, column;
    } cases[] = {{CS_POINTS, 2, 4}, {CS_BYTES, 2, 9}, {CS_UTF16, 2, 5}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cs_place place = cs_source_place_in(source, 14, cases[i].unit);
        assert_int_equal(place.line, 2);
        assert_int_equal(place.column, cases[i].column);
        assert_int_equal(cs_source_place_in(source, 4, cases[i].unit).column, cases[i].first);
        assert_int_equal(cs_source_place_in(source, 0, cases[i].unit).column, 1);
    }
}

/* Every format that has columns, with 𠮷 before the span: "  1-1: ○ 𠮷 TODO". */
static void columns_by_format(void **state)
{
    (void)state;
    static const char answers[] = "  1-1: ○ 𠮷 TODO\n  1-2: ○\n";
    assert_report("json", "a", answers, "\"line\": 6, \"column\": 12, \"endLine\": 6, \"endColumn\": 16");
    assert_report("sarif", "a", answers, "\"startLine\": 6, \"startColumn\": 12, \"endLine\": 6, \"endColumn\": 16",
                  "unicodeCodePoints");
    assert_report("github", "a", answers, "line=6,col=12,endLine=6,endColumn=16::");
    assert_report("rdjson", "a", answers,
                  "{\"start\": {\"line\": 6, \"column\": 17}, \"end\": {\"line\": 6, \"column\": 21}}");
    assert_report("gitlab", "a", answers, "\"lines\": {\"begin\": 6}");
    assert_report("junit", "a", answers, "a:6:12: warning: ", "line=\"6\"");
}

/* A walk along random places says what looking for each of them says. */
static void a_walk_goes_where_looking_leads(void **state)
{
    struct cs_job *job = *state;
    uint64_t seed = 4;
    for (int round = 0; round < 300; round++) {
        struct cs_buf buf = {0};
        for (int line = 0; line < 4; line++) {
            add_characters(&buf, &seed, 30);
            cs_buf_add(&buf, draw_below(&seed, 2) ? CS_TEXT("\n") : CS_TEXT("\r\n"));
        }
        const struct cs_source *source = source_of(job, "a", cs_text_copy(&job->arena, cs_buf_text(&buf)));
        struct cs_walk walk = {0};
        for (cs_text rest = source->bytes; rest.size; cs_text_next(&rest)) {
            uint32_t offset = (uint32_t)(source->bytes.size - rest.size);
            if (draw_below(&seed, 3) == 0)
                continue;
            if (draw_below(&seed, 20) == 0)
                offset = 0;
            struct cs_place place = cs_source_place(source, offset), walked = cs_source_walk(&walk, source, offset);
            assert_int_equal(walked.line, place.line);
            assert_int_equal(walked.column, place.column);
        }
        cs_buf_free(&buf);
    }
}

/* --- questions ----------------------------------------------------------------------------------------------------- */

static void the_question_follows_from_the_place(void **state)
{
    (void)state;
    static const struct {
        const char *answers, *part;
    } cases[] = {
        {"  1-1: ○ TODO\n", "\"question\": \"T 1-1\""},
        {"  1-1:\n    status: ○\n    remark: |\n      a\n\n      TODO\n  1-2: ○\n", "\"question\": \"T 1-1\""},
        {"  1-1:\n    status: ○\n# a comment\n    remark: TODO\n", "\"question\": \"T 1-1\""},
        {"  {1-1: ○, 1-2: ○ TODO}\n", "\"question\": \"T 1-2\""},
        {"  1-1: ○\n  T 1-2: ◎\n", "\"question\": \"T 1-2\""},
        {"  1-2: ○\n  1-1: ○\n  1-2: ○\n",
         "\"rule\": \"duplicate-answer\", \"severity\": \"error\", \"question\": \"T 1-2\""},
        {"  1-1: ○\n  1-9: ○\n", "\"rule\": \"unknown-number\", \"severity\": \"error\", \"question\": null"},
        {"  1-1: ○\nx-y: 1\nz: 2\n", "\"rule\": \"unknown-key\", \"severity\": \"error\", \"question\": null"},
        {"  1-1: ○\n", "\"rule\": \"unanswered\", \"severity\": \"warning\", \"question\": null"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_report("json", "a", cases[i].answers, cases[i].part);
}

static void guesses_become_fixes(void **state)
{
    (void)state;
    assert_report("json", "a", "  1-22: ○\n", "\"fix\": {\"text\": \"1-2\", \"safe\": false}");
    assert_report("json", "a", "  T 1-22: ○\n", "\"fix\": {\"text\": \"T 1-2\", \"safe\": false}");
    assert_report("json", "a", "  \"T 1-22\": ○\n", "\"fix\": {\"text\": \"\\\"T 1-2\\\"\", \"safe\": false}");
    assert_report("json", "a", "  1-1:\n    stauts: ○\n", "\"fix\": {\"text\": \"status\", \"safe\": false}");
    assert_report("json", "a", "  1-1: ◎\n", "\"fix\": null");
    assert_report("rdjson", "a", "  1-22: ○\n",
                  "\"suggestions\": [{\"range\": {\"start\": {\"line\": 6, \"column\": 3}, "
                  "\"end\": {\"line\": 6, \"column\": 7}}, \"text\": \"1-2\"}]");
}

/* --- tests of JUnit ------------------------------------------------------------------------------------------------ */

static void a_test_a_question(void **state)
{
    (void)state;
    assert_report("junit", "a", "  1-1: × no\n  1-2: ◎\n",
                  "<testsuites name=\"checksheet\" tests=\"4\" failures=\"1\" skipped=\"0\">",
                  "name=\"T 1-3 問三\" time=\"0\"/>"); /* not asked, so not open */
    assert_report("junit", "a", "  1-1: ○\n", "tests=\"4\" failures=\"0\" skipped=\"2\"",
                  "name=\"T 1-2 問二\" time=\"0\"><skipped message=\"Unanswered\"/></testcase>");
    assert_report("junit", "a", "  1-1: ◎\n",
                  "<failure type=\"unknown-mark\" message=\"'◎' is not a mark of T\">a:6:8: error: ");
}

/* --- escapes ------------------------------------------------------------------------------------------------------- */

static void each_format_escapes_its_own(void **state)
{
    (void)state;
    static const char answers[] = "  1-1:\n    'a%,:<&>\"b': 1\n";
    assert_report("github", "x,y:z%.yaml", answers, ",file=sub/x%2Cy%3Az%25.yaml,", "unknown key: a%25,:<&>\"b\n");
    assert_report("json", "a", answers, "a%,:<&>\\\"b");
    assert_report("junit", "a\"<&\n", answers, "a%,:&lt;&amp;&gt;&quot;b", "name=\"a&quot;&lt;&amp;  T\"");
    assert_report("sarif", "日 本/a+b.yaml", answers, "\"uri\": \"sub/%E6%97%A5%20%E6%9C%AC/a%2Bb.yaml\"");
    assert_report("sarif", "a\xff.yaml", answers, "\"uri\": \"sub/a%EF%BF%BD.yaml\"");
    assert_report("json", "a\xff.yaml", answers, "\"path\": \"a\xef\xbf\xbd.yaml\"");
    assert_report("junit", "a\xff.yaml", answers, "a\\xff.yaml:7:5: error");
}

static void paths_from_the_root(void **state)
{
    (void)state;
    static const struct {
        const char *path, *part;
    } cases[] = {
        {"a.yaml", "{\"path\": \"sub/a.yaml\""},      {"./a.yaml", "{\"path\": \"sub/a.yaml\""},
        {"../a.yaml", "{\"path\": \"a.yaml\""},       {"x//../a.yaml", "{\"path\": \"sub/a.yaml\""},
        {"/r/a.yaml", "{\"path\": \"a.yaml\""},       {"../../a.yaml", "{\"path\": \"../../a.yaml\""},
        {"/ra.yaml", "{\"path\": \"/ra.yaml\""},      {"/r", "{\"path\": \"/r\""},
        {"/../../r/a.yaml", "{\"path\": \"a.yaml\""}, {"<stdin>", "{\"path\": \"<stdin>\""},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_report("gitlab", cases[i].path, "  1-1: ◎\n", cases[i].part);
}

/* --- fingerprints -------------------------------------------------------------------------------------------------- */

static const char *print_in(const struct reported *made, uint32_t number)
{
    static char print[2][32];
    cs_text rest = cs_buf_text(&made->out);
    for (uint32_t i = 0; i <= number; i++) {
        ptrdiff_t at = cs_text_find(rest, CS_TEXT("\"fingerprint\": \""));
        assert_true(at >= 0);
        rest = cs_text_skip(rest, (size_t)at + 16);
    }
    static int turn;
    char *to = print[turn++ % 2];
    snprintf(to, sizeof print[0], "%.*s", (int)cs_text_find(rest, CS_TEXT("\"")), rest.bytes);
    return to;
}

static void fingerprints_stay(void **state)
{
    (void)state;
    struct reported one = reported_as("gitlab", "a", "  1-1: ○ TODO TODO\n  1-2: ○ TODO\n");
    struct reported moved = reported_as("gitlab", "a", "# a line\n\n  1-2: ○ TODO\n  1-1: ○ 𠮷 TODO TODO\n");
    struct reported other = reported_as("gitlab", "b", "  1-1: ○ TODO TODO\n  1-2: ○ TODO\n");
    assert_string_equal(print_in(&one, 0), print_in(&moved, 1));
    assert_string_equal(print_in(&one, 1), print_in(&moved, 2));
    assert_string_equal(print_in(&one, 2), print_in(&moved, 0));
    assert_string_not_equal(print_in(&one, 0), print_in(&one, 1)); /* the second of its kind */
    assert_string_not_equal(print_in(&one, 0), print_in(&one, 2)); /* about another question */
    assert_string_not_equal(print_in(&one, 0), print_in(&other, 0));
    done(&one);
    done(&moved);
    done(&other);
}

/* --- limits -------------------------------------------------------------------------------------------------------- */

static void sarif_ends_after_25000(void **state)
{
    (void)state;
    struct cs_buf answers = {0};
    for (int i = 0; i < 3000; i++)
        cs_buf_print(&answers, "  1-1%d: ○\n", i + 20);
    cs_buf_add(&answers, CS_TEXT("  1-1: ○\n  1-2: ◎\nfacts:\n"));
    for (int i = 0; i < 23000; i++)
        cs_buf_print(&answers, "  unused-%d: x\n", i);
    struct reported made = reported_as("sarif", "a", answers.bytes);
    uint32_t errors = cs_finding_count(made.job, CS_ERROR);
    assert_true(errors > 3000 && errors + cs_finding_count(made.job, CS_WARNING) > 25000);
    cs_text rest = cs_buf_text(&made.out);
    assert_int_equal(occurrences(rest, "{\"ruleId\": "), 25000);
    assert_int_equal(occurrences(rest, "\"level\": \"error\", \"message\""), errors); /* the one at the end too */
    cs_buf_free(&answers);
    done(&made);
}

/* --- the table, and the writer of JSON ----------------------------------------------------------------------------- */

static void every_reporter_is_found_by_name(void **state)
{
    (void)state;
    uint32_t count = 0;
    for (; cs_reporter_at(count); count++)
        assert_ptr_equal(cs_reporter_find(cs_reporter_name(cs_reporter_at(count))), cs_reporter_at(count));
    assert_int_equal(count, 6);
    assert_null(cs_reporter_find(CS_TEXT("text")));
    assert_null(cs_reporter_find(CS_TEXT("")));
}

static void nothing_to_report(void **state)
{
    struct cs_job *job = *state;
    struct cs_reporting *reporting = cs_reporting_begin(job, &(struct cs_report_run){0});
    cs_reporting_end(reporting);
    for (uint32_t i = 0; cs_reporter_at(i); i++) {
        struct cs_buf out = {0};
        assert_true(cs_reporter_write(reporting, cs_reporter_at(i), (cs_text){0}, &out));
        assert_true(out.size > 0);
        cs_buf_free(&out);
    }
}

static void json_by_hand(void **state)
{
    (void)state;
    struct cs_buf out = {0};
    struct cs_json json = {.out = &out};
    cs_json_object(&json, CS_JSON_TALL);
    cs_json_put(&json, "a\"", CS_TEXT("\x01\t\\𠮷\xff"));
    cs_json_put(&json, "b", CS_TEXT("漢\xe3\x81")); /* nothing but the cut character makes it an unusual text */
    cs_json_put_list(&json, "list", CS_JSON_TALL);
    cs_json_end(&json);
    cs_json_put_list(&json, "rows", CS_JSON_TALL);
    for (uint32_t i = 0; i < 2; i++) {
        cs_json_object(&json, CS_JSON_FLAT);
        cs_json_put_number(&json, "n", i * UINT32_MAX);
        cs_json_put_bool(&json, "yes", i == 0);
        cs_json_put_or_null(&json, "null", (cs_text){0});
        cs_json_end(&json);
    }
    cs_json_end(&json);
    cs_json_end(&json);
    assert_text(cs_buf_text(&out),
                "{\n  \"a\\\"\": \"\\u0001\\t\\\\𠮷\xef\xbf\xbd\",\n  \"b\": \"漢\xef\xbf\xbd\xef\xbf\xbd\",\n"
                "  \"list\": [],\n  \"rows\": [\n"
                "    {\"n\": 0, \"yes\": true, \"null\": null},\n"
                "    {\"n\": 4294967295, \"yes\": false, \"null\": null}\n  ]\n}\n");
    cs_buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(columns_by_unit),
        cmocka_unit_test(columns_by_format),
        job_test(a_walk_goes_where_looking_leads),
        cmocka_unit_test(the_question_follows_from_the_place),
        cmocka_unit_test(guesses_become_fixes),
        cmocka_unit_test(a_test_a_question),
        cmocka_unit_test(each_format_escapes_its_own),
        cmocka_unit_test(paths_from_the_root),
        cmocka_unit_test(fingerprints_stay),
        cmocka_unit_test(sarif_ends_after_25000),
        cmocka_unit_test(every_reporter_is_found_by_name),
        job_test(nothing_to_report),
        cmocka_unit_test(json_by_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
