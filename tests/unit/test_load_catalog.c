/* Catalogs: order, nesting and positions, whatever the shape of the file; and each fault once, at its place. */
#include "support.h"
#include "checksheet/rules.h"

#define HEAD "checksheet: catalog/1\nid: T\ntitle: t\nedition: e\n"

static void sections_and_items_in_order(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = catalog_of(
        job, HEAD "items:\n  0: before\nsections:\n  A:\n    title: 甲\n    1: a\n    sections:\n"
                  "      B:\n        2: b\n      C:\n        3: c\n    4: d\n  D:\n    x-own: 1\n    5: e\n");
    static const struct {
        const char *id, *title;
        uint32_t depth;
    } expected[] = {{"0", NULL, 0}, {"1", "甲", 0}, {"4", "甲", 0}, {"2", "B", 1}, {"3", "C", 1}, {"5", "D", 0}};
    assert_no_findings(job);
    assert_int_equal(catalog->item_count, COUNT(expected));
    for (uint32_t i = 0; i < catalog->item_count; i++) {
        const struct cs_item *item = &catalog->items[i];
        assert_text(item->id, expected[i].id);
        assert_text(cs_span_text(item->span), expected[i].id);
        assert_int_equal(item->section == CS_NO_SECTION, expected[i].title == NULL);
        if (expected[i].title) {
            assert_text(cs_words_in(&catalog->sections[item->section].title, CS_JA), expected[i].title);
            assert_int_equal(catalog->sections[item->section].depth, expected[i].depth);
        }
    }
}

static void everything_an_item_can_say(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = catalog_of(
        job, HEAD "marks:\n  ○: {id: ok, label: はい, guide: いつ}\n  ×: {id: ng, remark: required}\nitems:\n"
                  "  1: {ask: {ja: 問, en: q}, guide: g, group: 分類, name: 名, flag: 必須, kind: percent, unit: '%', "
                  "ref: [5.1.1, 6.1.3P]}\n"
                  "  2: {ask: q, good: ×, negated: true, capability: true, value: true, if: 1 ○}\n"
                  "  3: {ask: q, kind: exists, detail: [{ask: d}, {when: ng, ask: r, kind: duration, unit: [日, 月], "
                  "optional: true}]}\n"
                  "  4: {ask: q, kind: choice, many: true, choices: {①: 甲, ②: {ja: 乙, en: b, alone: true}}}\n"
                  "  5: {ask: q, kind: list, none: true, good: none, flag: 選択}\n"
                  "  6: {ask: q, was: {\"2013\": [A.1, A.2], \"2005\": \"1\"}}\n");
    assert_no_findings(job);
    const struct cs_item *items = catalog->items;
    assert_true(catalog->marks[1].remark_required && !catalog->marks[0].remark_required);
    assert_text(catalog->marks[0].guide.in[CS_JA], "いつ");
    assert_text(items[0].ask->in[CS_EN], "q");
    assert_int_equal(items[0].kind, CS_KIND_PERCENT);
    assert_int_equal(items[0].flag, CS_FLAG_REQUIRED);
    assert_int_equal(items[0].ref_count, 2);
    assert_int_equal(items[0].good, CS_STATE_OK);
    assert_true(items[1].negated && items[1].capability && items[1].wants_value);
    assert_int_equal(items[1].good, CS_STATE_NG);
    assert_text(items[1].gate, "1");
    assert_int_equal(items[1].gate_state, CS_STATE_OK);
    assert_int_equal(items[5].former_count, 2);
    assert_text(items[5].formers[0].edition, "2013");
    assert_int_equal(items[5].formers[0].count, 2);
    assert_text(items[5].formers[0].numbers[1], "A.2");
    assert_text(items[5].formers[1].numbers[0], "1");
    assert_int_equal(items[2].demand_count, 2);
    assert_int_equal(items[2].demands[0].when, 1u << CS_STATE_OK);
    assert_int_equal(items[2].demands[1].when, 1u << CS_STATE_NG);
    assert_int_equal(items[2].demands[1].unit_count, 2);
    assert_true(items[2].demands[1].optional);
    assert_int_equal(items[3].choice_count, 2);
    assert_true(items[3].many && items[3].choices[1].alone);
    assert_text(items[3].choices[1].label.in[CS_EN], "b");
    assert_true(items[4].none_allowed);
    assert_int_equal(items[4].good, CS_STATE_NONE);
}

static void faults(void **state)
{
    (void)state;
    static const struct fault cases[] = {
        {HEAD "items:\n  1: a\n  1: b\n", CS_RULE_DUPLICATE_KEY, 7, 3, "1"},
        {HEAD "items:\n  1:\n", CS_RULE_MISSING_KEY, 6, 3, "1"},
        {HEAD "items:\n  1: {guide: g}\n", CS_RULE_MISSING_KEY, 6, 3, "1"},
        {HEAD "items:\n  1: {ask: a, kind: marc}\n", CS_RULE_UNKNOWN_WORD, 6, 21, "marc"},
        {HEAD "items:\n  1: {ask: a, flag: seldom}\n", CS_RULE_UNKNOWN_WORD, 6, 21, "seldom"},
        {HEAD "items:\n  1: {ask: a, good: maybe}\n", CS_RULE_UNKNOWN_WORD, 6, 21, "maybe"},
        {HEAD "items:\n  1: {ask: a, kind: choice}\n", CS_RULE_MISSING_KEY, 6, 3, "1"},
        {HEAD "items:\n  1: {ask: a, if: 9 ○}\n", CS_RULE_UNKNOWN_NUMBER, 6, 3, "1"},
        {HEAD "items:\n  1: {ask: a, if: ○}\n", CS_RULE_WRONG_TYPE, 6, 19, "○"},
        {HEAD "items:\n  1: {ask: a, detail: {ask: d, when: never}}\n", CS_RULE_UNKNOWN_WORD, 6, 38, "never"},
        {HEAD "items:\n  1: {ask: a, detail: x}\n", CS_RULE_WRONG_TYPE, 6, 15, "detail"},
        {HEAD "items: 1\n", CS_RULE_WRONG_TYPE, 5, 1, "items"},
        {HEAD "marks:\n  \"a,b\": {id: ok}\nitems:\n  1: a\n", CS_RULE_WRONG_TYPE, 6, 3, "\"a,b\""},
        {HEAD "marks:\n  ○: {id: ok}\n  ◎: {id: ok}\nitems:\n  1: a\n", CS_RULE_DUPLICATE_KEY, 7, 3, "◎"},
        {HEAD "marks:\n  ○: {id: fine}\nitems:\n  1: a\n", CS_RULE_UNKNOWN_WORD, 6, 11, "fine"},
        {HEAD "columns: [number, question, answer, remark, colour]\nitems:\n  1: a\n", CS_RULE_UNKNOWN_WORD, 5, 45,
         "colour"},
        {"checksheet: catalog/1\nid: T\ntitle: t\nitems:\n  1: a\n", CS_RULE_MISSING_KEY, 1, 1, "checksheet"},
        {"checksheet: catalog/2\nid: T\n", CS_RULE_WRONG_TYPE, 1, 13, "catalog/2"},
        {"checksheet: profile/1\nid: T\n", CS_RULE_WRONG_TYPE, 1, 13, "profile/1"},
        {"id: T\n", CS_RULE_WRONG_TYPE, 1, 1, "id"},
        {HEAD, CS_RULE_MISSING_KEY, 1, 1, "checksheet"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cs_job *job = new_job(CS_JA);
        catalog_of(job, cases[i].yaml);
        assert_fault(job, &cases[i]);
    }
}

/* Items that the first count of them does not see: a section with an item called ask. There are many, so that a
 * sanitizer sees the first one that is written behind the array. */
static void an_item_may_be_called_ask(void **state)
{
    (void)state;
    static const char *const heads[] = {"sections:\n  S:\n    ask: x\n", "items:\n  ask: x\n"};
    static const char *const indents[] = {"    ", "  "};
    for (size_t i = 0; i < COUNT(heads); i++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_buf yaml = {0};
        cs_buf_add(&yaml, CS_TEXT(HEAD));
        cs_buf_add(&yaml, cs_text_of(heads[i]));
        for (uint32_t k = 0; k < 20000; k++)
            cs_buf_print(&yaml, "%s%u: q\n", indents[i], k);
        const struct cs_catalog *catalog = catalog_of(job, yaml.bytes);
        assert_int_equal(catalog->item_count, 20001);
        for (uint32_t k = 0; k < 20000; k++)
            assert_int_equal(cs_catalog_find(catalog, catalog->items[k].id, CS_NO_ITEM), k);
        cs_buf_free(&yaml);
        cs_job_free(job);
    }
}

/* What is given twice is reported, and the first holds. */
static void items_given_twice(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = catalog_of(job, HEAD "items:\n  1: a\nitems:\n  2: b\n  3: c\n");
    assert_finding(job, CS_RULE_DUPLICATE_KEY, 7, 1, "items");
    assert_int_equal(catalog->item_count, 1);
}

static void usual_marks_and_columns(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = catalog_of(job, HEAD "items:\n  1: a\n");
    assert_no_findings(job);
    assert_int_equal(catalog->mark_count, 4);
    assert_text(cs_catalog_mark(catalog, CS_STATE_PART)->sign, "△");
    assert_true(cs_catalog_mark(catalog, CS_STATE_NG)->remark_required);
    assert_int_equal(catalog->layout_count, 1);
    assert_int_equal(catalog->layouts[0].columns[0], CS_ROLE_NUMBER);
}

static void what_a_file_says_it_is(void **state)
{
    struct cs_job *job = *state;
    static const struct {
        const char *yaml;
        enum cs_file_kind kind;
    } cases[] = {{"checksheet: profile/1\n", CS_FILE_PROFILE},
                 {"# c\n\n---\nchecksheet: catalog/1\n", CS_FILE_CATALOG},
                 {"checksheet: catalog/9\n", CS_FILE_CATALOG},
                 {"checksheet: crosswalk/1\n", CS_FILE_CROSSWALK},
                 {"a: b\nchecksheet: catalog/1\n", CS_FILE_OTHER},
                 {"", CS_FILE_OTHER},
                 {"checksheet: sheet/1\n", CS_FILE_OTHER},
                 {"\xef\xbb\xbf"
                  "checksheet: profile/1\r\n",
                  CS_FILE_PROFILE}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(cs_file_kind(source_of(job, "a", cs_text_of(cases[i].yaml))), cases[i].kind);
    assert_no_findings(job);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(sections_and_items_in_order),
        job_test(everything_an_item_can_say),
        cmocka_unit_test(faults),
        cmocka_unit_test(an_item_may_be_called_ask),
        job_test(items_given_twice),
        job_test(usual_marks_and_columns),
        job_test(what_a_file_says_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
