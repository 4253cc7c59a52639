/* Mappings read by table: members get their values, and each way to be wrong is said once, at its place. */
#include "load/fields.h"
#include "support.h"
#include "checksheet/rules.h"

struct target {
    cs_text text;
    struct cs_words words;
    const struct cs_words *words_ref;
    struct cs_texts texts;
    bool is_true;
    struct cs_date date;
    enum cs_language language;
    cs_text needed;
};

#define MEMBER(name) offsetof(struct target, name)
static const struct cs_field fields[] = {
    {"remark", cs_read_text, MEMBER(text), NULL},
    {"words", cs_read_words, MEMBER(words), NULL},
    {"reference", cs_read_words_ref, MEMBER(words_ref), NULL},
    {"texts", cs_read_texts, MEMBER(texts), NULL},
    {"true", cs_read_true, MEMBER(is_true), NULL},
    {"reviewed", cs_read_date, MEMBER(date), NULL},
    {"language", cs_read_language, MEMBER(language), NULL},
    {"needed", cs_read_text, MEMBER(needed), "such"},
    {"elsewhere", NULL, 0, NULL},
};

static struct target read_target(struct cs_job *job, const char *yaml,
                                 bool (*other)(struct cs_reader *, const struct cs_node *, const struct cs_node *,
                                               void *))
{
    struct cs_arena nodes = {0};
    struct target target = {.needed = {NULL, 0}};
    const struct cs_source *source = source_of(job, "a.yaml", cs_text_of(yaml));
    const struct cs_node *root = cs_yaml_read(job, &nodes, source);
    struct cs_reader reader = {job, source, CS_EN};
    assert_non_null(root);
    cs_read_fields(&reader, NULL, root, CS_FIELDS(fields, other), &target);
    cs_arena_release(&nodes);
    return target;
}

static void every_reader_reads(void **state)
{
    struct cs_job *job = *state;
    struct target read =
        read_target(job,
                    "remark: '  x  '\nwords: {ja: あ, en: a}\nreference: b\ntexts: [p, ' q ']\ntrue: true\n"
                    "reviewed: 2024-02-29\nlanguage: en\nneeded: n\nelsewhere: [1, 2]\nx-own: {a: b}\n",
                    NULL);
    assert_no_findings(job);
    assert_text(read.text, "x");
    assert_text(read.words.in[CS_JA], "あ");
    assert_text(read.words.in[CS_EN], "a");
    assert_text(read.words_ref->in[CS_EN], "b"); /* plain text is in the file's language */
    assert_int_equal(read.words_ref->in[CS_JA].size, 0);
    assert_int_equal(read.texts.count, 2);
    assert_text(read.texts.at[1], "q");
    assert_true(read.is_true);
    assert_int_equal(read.date.day, 29);
    assert_int_equal(read.language, CS_EN);
}

static void nothing_behind_the_colon_is_as_no_key(void **state)
{
    struct cs_job *job = *state;
    struct target read = read_target(job, "remark:\nwords:\ntexts:\ntrue:\nreviewed:\nlanguage:\nneeded:\n", NULL);
    assert_int_equal(read.text.size + read.needed.size + read.texts.count, 0);
    assert_finding(job, CS_RULE_MISSING_KEY, 7, 1, "needed");
    assert_int_equal(count_findings(job), 1);
}

static void one_text_is_a_list_of_one(void **state)
{
    struct cs_job *job = *state;
    struct target read = read_target(job, "texts: x\nneeded: n\n", NULL);
    assert_int_equal(read.texts.count, 1);
    assert_text(read.texts.at[0], "x");
    assert_no_findings(job);
}

static void each_way_to_be_wrong(void **state)
{
    (void)state;
    static const struct fault cases[] = {
        {"needed: n\nremark: [a]\n", CS_RULE_WRONG_TYPE, 2, 9, "[a]"},
        {"needed: n\nremark: {a: b}\n", CS_RULE_WRONG_TYPE, 2, 9, "{a: b}"},
        {"needed: n\nwords: [a]\n", CS_RULE_WRONG_TYPE, 2, 8, "[a]"},
        {"needed: n\nwords: {ja: [a]}\n", CS_RULE_WRONG_TYPE, 2, 13, "[a]"},
        {"needed: n\nwords: {fr: a}\n", CS_RULE_UNKNOWN_KEY, 2, 9, "fr"},
        {"needed: n\ntexts: {a: b}\n", CS_RULE_WRONG_TYPE, 2, 8, "{a: b}"},
        {"needed: n\ntexts: [a, [b]]\n", CS_RULE_WRONG_TYPE, 2, 12, "[b]"},
        {"needed: n\ntrue: yes\n", CS_RULE_WRONG_TYPE, 2, 7, "yes"},
        {"needed: n\ntrue: [true]\n", CS_RULE_WRONG_TYPE, 2, 7, "[true]"},
        {"needed: n\nreviewed: 2025-11-31\n", CS_RULE_BAD_DATE, 2, 11, "2025-11-31"},
        {"needed: n\nreviewed: 30.11.2025\n", CS_RULE_BAD_DATE, 2, 11, "30.11.2025"},
        {"needed: n\nlanguage: fr\n", CS_RULE_UNKNOWN_WORD, 2, 11, "fr"},
        {"needed: n\nremrk: x\n", CS_RULE_UNKNOWN_KEY, 2, 1, "remrk"},
        {"needed: n\n? [a]\n: b\n", CS_RULE_WRONG_TYPE, 2, 3, "[a]"},
        {"needed: n\nneeded: n\n", CS_RULE_DUPLICATE_KEY, 2, 1, "needed"},
        {"remark: x\n", CS_RULE_MISSING_KEY, 1, 1, "remark"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cs_job *job = new_job(CS_JA);
        read_target(job, cases[i].yaml, NULL);
        assert_fault(job, &cases[i]);
    }
}

static void the_cure_is_said(void **state)
{
    (void)state;
    static const struct {
        const char *yaml, *hint;
    } cases[] = {
        {"needed: n\nremrk: x\n", "もしかして remark?"},     {"needed: n\n備考: x\n", "もしかして remark?"},
        {"needed: n\n確認日: x\n", "もしかして reviewed?"},  {"needed: n\nzzzzzz: x\n", ""},
        {"remark: x\n", "「needed: such」のように書きます"}, {"needed: n\nreviewed: 2025-02-30\n", "2月は28日までです"},
        {"needed: n\nreviewed: 2025-13-30\n", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cs_job *job = new_job(CS_JA);
        uint32_t count;
        read_target(job, cases[i].yaml, NULL);
        const struct cs_finding *findings = cs_findings(job, &count);
        assert_int_equal(count, 1);
        assert_text(findings[0].hint, cases[i].hint);
        cs_job_free(job);
    }
}

/* A key that was misspelt is not missing too. */
static void a_misspelt_key_is_not_missing(void **state)
{
    struct cs_job *job = *state;
    read_target(job, "neded: n\n", NULL);
    assert_int_equal(count_findings(job), 1);
    assert_int_equal(count_rule(job, CS_RULE_UNKNOWN_KEY), 1);
}

static bool take_numbers(struct cs_reader *reader, const struct cs_node *key, const struct cs_node *value, void *into)
{
    (void)reader;
    (void)value;
    struct target *target = into;
    if (key->text.bytes[0] < '0' || key->text.bytes[0] > '9')
        return false;
    target->text = key->text;
    return true;
}

static void others_are_asked(void **state)
{
    struct cs_job *job = *state;
    struct target read = read_target(job, "needed: n\n6-8: x\nother: y\n", take_numbers);
    assert_text(read.text, "6-8");
    assert_finding(job, CS_RULE_UNKNOWN_KEY, 3, 1, "other");
}

static void early_keys(void **state)
{
    struct cs_job *job = *state;
    struct cs_arena nodes = {0};
    const struct cs_source *source = source_of(job, "a", CS_TEXT("b: 1\nlanguage: en\nempty:\n? [x]\n: y\n"));
    const struct cs_node *root = cs_yaml_read(job, &nodes, source);
    struct cs_reader reader = {job, source, CS_JA};
    enum cs_language language = CS_JA;
    cs_read_early(&reader, root, "language", cs_read_language, &language);
    assert_int_equal(language, CS_EN);
    assert_text(cs_map_get(root, "b")->text, "1");
    assert_text(cs_map_key(root, "b")->text, "b");
    assert_null(cs_map_get(root, "c"));
    assert_true(cs_is_empty(cs_map_get(root, "empty")));
    assert_int_equal(cs_node_count(root), 4);
    cs_arena_release(&nodes);
}

/* A thousand unknown keys are a thousand findings, and soon. */
static void many_unknown_keys(void **state)
{
    struct cs_job *job = *state;
    struct cs_buf yaml = {0};
    for (uint32_t i = 0; i < 5000; i++)
        cs_buf_print(&yaml, "remar%u: x\n", i);
    cs_buf_add(&yaml, CS_TEXT("needed: n\n"));
    read_target(job, yaml.bytes, NULL);
    assert_int_equal(count_rule(job, CS_RULE_UNKNOWN_KEY), 5000);
    cs_buf_free(&yaml);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(every_reader_reads),        job_test(nothing_behind_the_colon_is_as_no_key),
        job_test(one_text_is_a_list_of_one), cmocka_unit_test(each_way_to_be_wrong),
        cmocka_unit_test(the_cure_is_said),  job_test(a_misspelt_key_is_not_missing),
        job_test(others_are_asked),          job_test(early_keys),
        job_test(many_unknown_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
