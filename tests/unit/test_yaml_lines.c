/* The traps of YAML, each at its true place and called by its name; and sound files without a word. */
#include "yaml/yaml_doc.h"
#include "support.h"
#include "checksheet/rules.h"

struct trap {
    const char *yaml;
    cs_rule rule;
    uint32_t line, column;
    const char *text;
};

static void check_traps(const struct trap *traps, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_arena nodes = {0};
        cs_yaml_read(job, &nodes, source_of(job, "a.yaml", cs_text_of(traps[i].yaml)));
        assert_finding(job, traps[i].rule, traps[i].line, traps[i].column, traps[i].text);
        cs_arena_release(&nodes);
        cs_job_free(job);
    }
}

static void the_traps(void **state)
{
    (void)state;
    static const struct trap traps[] = {
        {"a: 1\n6-8：○ 毎日\nb: 2\n", CS_RULE_FULLWIDTH_COLON, 2, 4, "："},
        {"answers:\n  6-8： ○\n  6-9: ○\n", CS_RULE_FULLWIDTH_COLON, 2, 6, "："},
        {"a: 1\n6-8:○\nb: 2\n", CS_RULE_MISSING_SPACE, 2, 4, ":"},
        {"a:\n　6-8: ○\nb: 1\n", CS_RULE_FULLWIDTH_INDENT, 2, 1, "　"},
        {"a:\n 　6-8: ○\nb: 1\n", CS_RULE_FULLWIDTH_INDENT, 2, 2, "　"},
        {"a:\n\t6-8: ○\n", CS_RULE_TAB_INDENT, 2, 1, "\t"},
        {"a: 方式: TLS\n", CS_RULE_COLON_IN_ANSWER, 1, 6, ":"},
        {"a: 𠮷の方式: TLS\n", CS_RULE_COLON_IN_ANSWER, 1, 8, ":"},
        {"a:\n  b: c\n  d: 鍵: AES\n", CS_RULE_COLON_IN_ANSWER, 3, 7, ":"},
        {"a: 1位 #2位\n", CS_RULE_CUT_COMMENT, 1, 7, "#2位"},
        {"a: ○\n  続き #タグ\n", CS_RULE_CUT_COMMENT, 2, 6, "#タグ"},
        {"a: @home\n", CS_RULE_YAML_SYNTAX, 1, 4, "@"},
        {"a: `code`\n", CS_RULE_YAML_SYNTAX, 1, 4, "`"},
        {"a: %x\n", CS_RULE_YAML_SYNTAX, 1, 4, "%"},
        {"a: \"x\" y\n", CS_RULE_YAML_SYNTAX, 1, 8, "y"},
        {"a: [x] y\n", CS_RULE_YAML_SYNTAX, 1, 8, "y"},
        {"b: 1\na: \"x\nc: 2\n", CS_RULE_YAML_SYNTAX, 2, 4, "\""},
        {"b: 1\na: 'x\nc: 2\n", CS_RULE_YAML_SYNTAX, 2, 4, "'"},
        {"b: 1\na: [x, y\nc: 2\n", CS_RULE_YAML_SYNTAX, 2, 4, "["},
        {"a:\n  b: 1\n c: 2\n", CS_RULE_YAML_SYNTAX, 3, 1, " "},
        {"a:\n    b: 1\n  c: 2\n", CS_RULE_YAML_SYNTAX, 3, 1, "  "},
        {"a: 1\nただの文\nb: 2\n", CS_RULE_YAML_SYNTAX, 2, 1, "ただの文"},
        {"a: \"\\q\"\n", CS_RULE_YAML_SYNTAX, 1, 5, "\\"},
    };
    check_traps(traps, COUNT(traps));
}

/* All the faults of a file in one run. */
static void all_of_them_at_once(void **state)
{
    struct cs_job *job = *state;
    struct cs_arena nodes = {0};
    assert_null(cs_yaml_read(job, &nodes,
                             source_of(job, "a", CS_TEXT("a:\n  1：○\n  2:○\n  3: x: y\n  4: @\n　5: ○\n\t6: ○\n"))));
    assert_int_equal(count_rule(job, CS_RULE_FULLWIDTH_COLON), 1);
    assert_int_equal(count_rule(job, CS_RULE_MISSING_SPACE), 1);
    assert_int_equal(count_rule(job, CS_RULE_COLON_IN_ANSWER), 1);
    assert_int_equal(count_rule(job, CS_RULE_FULLWIDTH_INDENT), 1);
    assert_int_equal(count_rule(job, CS_RULE_TAB_INDENT), 1);
    assert_int_equal(count_rule(job, CS_RULE_YAML_SYNTAX), 1);
    cs_arena_release(&nodes);
}

static void sound_files_are_left_alone(void **state)
{
    (void)state;
    static const char *const sound[] = {
        "a: 12:30 から\n",
        "a: https://example.jp/x#y\n",
        "a: C# です\n",
        "a: x # a comment\n",
        "a: x #\n",
        "a: x ## y\n",
        "a: 「#1」\n",
        "a: \"x #y\"\n",
        "a: 'x: y #z'\n",
        "a: |\n  x: y #z\n  　全角\n\n  6-8：○\nb: c\n",
        "a: >-\n    x #y\n\n    z\nb: 1\n",
        "a: [x, 'y #z', \"]\"] # c\n",
        "a: {b: 'c #d',\n    e: f}\n",
        "a: 一行目\n  二行目\n  三行目：四\n",
        "'a': \"b\"\n\"c: d\": e\n",
        "- a\n- b: c\n  d: e\n-\n  - f\n",
        "---\na: b\n...\n",
        "a:\n- b\n- c\nd: e\n",
        "a: b\n\n\n# c\n  # d\ne: f\n",
        "a: - b\n",
    };
    for (size_t i = 0; i < COUNT(sound); i++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_arena nodes = {0};
        const struct cs_source *source = source_of(job, "a", cs_text_of(sound[i]));
        const struct cs_node *root = cs_yaml_read(job, &nodes, source);
        bool is_list = cs_text_starts(source->bytes, CS_TEXT("- ")),
             is_dash = cs_text_starts(source->bytes, CS_TEXT("a: - "));
        if (is_list || is_dash) { /* these two are refused, for their shape */
            assert_null(root);
        } else {
            assert_no_findings(job);
            assert_non_null(root);
        }
        cs_arena_release(&nodes);
        cs_job_free(job);
    }
}

/* The built-in catalogs and what they hold of real text. */
static void real_files_are_left_alone(void **state)
{
    struct cs_job *job = *state;
    for (uint32_t i = 0; i < cs_builtin_count(); i++) {
        struct cs_arena nodes = {0};
        assert_non_null(cs_yaml_read(job, &nodes, cs_builtin_source(job, cs_builtin_id(i))));
        cs_arena_release(&nodes);
    }
    assert_no_findings(job);
}

/* Line ends change nothing but themselves: the same rules at the same places. */
static void line_ends_change_nothing(void **state)
{
    (void)state;
    static const char yaml[] = "a:\n  1：○\n  2:○\n  3: x: y\n  4: ○ #x\n　5: ○\n";
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    struct cs_place places[3][16] = {{{0}}};
    uint32_t counts[3] = {0};
    for (size_t end = 0; end < COUNT(ends); end++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_arena nodes = {0};
        struct cs_buf bytes = {0};
        for (const char *at = yaml; *at; at++)
            cs_buf_add(&bytes, *at == '\n' ? cs_text_of(ends[end]) : (cs_text){at, 1});
        cs_yaml_read(job, &nodes, source_of(job, "a", cs_buf_text(&bytes)));
        const struct cs_finding *findings = cs_findings(job, &counts[end]);
        assert_true(counts[end] == 5);
        for (uint32_t i = 0; i < counts[end]; i++) {
            places[end][i] = cs_source_place(findings[i].span.source, findings[i].span.start);
            assert_int_equal(places[end][i].line, places[0][i].line);
            assert_int_equal(places[end][i].column, places[0][i].column);
        }
        cs_buf_free(&bytes);
        cs_arena_release(&nodes);
        cs_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_traps),
        job_test(all_of_them_at_once),
        cmocka_unit_test(sound_files_are_left_alone),
        job_test(real_files_are_left_alone),
        cmocka_unit_test(line_ends_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
