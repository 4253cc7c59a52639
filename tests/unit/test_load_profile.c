/* Profiles: answers go to their items in any order, point to each other, and use what is written once. */
#include "support.h"
#include "checksheet/rules.h"

#define CATALOG "checksheet: catalog/1\nid: T\ntitle: t\nedition: e\nitems:\n"
#define HEAD    "checksheet: profile/1\nvendor: v\ncatalog: T\n"

static const struct cs_catalog *numbered(struct cs_job *job, uint32_t count)
{
    struct cs_buf yaml = {0};
    cs_buf_add(&yaml, CS_TEXT(CATALOG));
    for (uint32_t i = 0; i < count; i++)
        cs_buf_print(&yaml, "  %u: q\n", i);
    const struct cs_catalog *catalog = catalog_of(job, cs_text_copy(&job->arena, cs_buf_text(&yaml)).bytes);
    cs_buf_free(&yaml);
    return catalog;
}

/* In whatever order the answers stand, each goes to its item, and its key is where it stands. */
static void any_order(void **state)
{
    (void)state;
    enum { ITEMS = 60 };
    uint64_t seed = 25;
    for (int round = 0; round < 200; round++) {
        struct cs_job *job = new_job(CS_JA);
        const struct cs_catalog *catalog = numbered(job, ITEMS);
        struct cs_buf yaml = {0};
        uint32_t order[ITEMS], lines[ITEMS] = {0}, count = draw_below(&seed, ITEMS) + 1, header = 4;
        for (uint32_t i = 0; i < ITEMS; i++)
            order[i] = i;
        for (uint32_t i = ITEMS - 1; i > 0; i--) {
            uint32_t other = draw_below(&seed, i + 1), kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        cs_buf_add(&yaml, CS_TEXT(HEAD "answers:\n"));
        for (uint32_t i = 0; i < count; i++) {
            lines[order[i]] = header + 1 + i;
            cs_buf_print(&yaml, "  %u: ○ r%u\n", order[i], order[i]);
        }
        const struct cs_profile *profile = profile_of(job, catalog, yaml.bytes);
        assert_no_findings(job);
        assert_int_equal(profile->sheets[0].answered, count);
        for (uint32_t i = 0; i < ITEMS; i++) {
            char remark[16];
            const struct cs_answer *answer = &profile->sheets[0].by_item[i];
            snprintf(remark, sizeof remark, "r%u", i);
            assert_int_equal(answer->item, i);
            assert_int_equal(answer->state, lines[i] ? CS_STATE_OK : CS_STATE_NONE);
            if (lines[i]) {
                assert_text(answer->remark.in[CS_JA], remark);
                assert_int_equal(cs_source_place(answer->key.source, answer->key.start).line, lines[i]);
            }
        }
        cs_buf_free(&yaml);
        cs_job_free(job);
    }
}

static void the_header(void **state)
{
    struct cs_job *job = *state;
    const struct cs_profile *profile = profile_of(
        job, numbered(job, 1),
        "checksheet: profile/1\nlanguage: en\nvendor: Acme\nservice: S\ncatalog: T\ntitle: {ja: 題, en: Title}\n"
        "edition: '1.2'\ndate: 2025-11-30\ncontact: c\nsource: [a, b]\nnote: n\nanswers:\n  0: ○ words\n");
    assert_no_findings(job);
    assert_int_equal(profile->language, CS_EN);
    assert_text(profile->vendor, "Acme");
    assert_text(profile->edition, "1.2");
    assert_text(profile->title.in[CS_EN], "Title");
    assert_int_equal(profile->date.month, 11);
    assert_text(cs_span_text(profile->date_span), "2025-11-30");
    assert_int_equal(profile->source_count, 2);
    assert_int_equal(profile->note_count, 1);
    assert_text(profile->sheets[0].by_item[0].remark.in[CS_EN], "words");
    assert_text(cs_span_text(profile->answers_span), "answers");
}

static void faults(void **state)
{
    (void)state;
    static const struct fault cases[] = {
        {HEAD "answers:\n  9: ○\n", CS_RULE_UNKNOWN_NUMBER, 5, 3, "9"},
        {HEAD "answers:\n  1: ○\n  1: ○\n", CS_RULE_DUPLICATE_ANSWER, 6, 3, "1"},
        {HEAD "answers:\n  X 1: ○\n", CS_RULE_UNKNOWN_CATALOG, 5, 3, "X 1"},
        {HEAD "answers:\n  1: = 2\n", CS_RULE_BROKEN_SAME, 5, 6, "= 2"},
        {HEAD "answers:\n  1: = 9\n", CS_RULE_BROKEN_SAME, 5, 6, "= 9"},
        {HEAD "answers: [1]\n", CS_RULE_WRONG_TYPE, 4, 1, "answers"},
        {HEAD "answers:\n  ? [1]\n  : ○\n", CS_RULE_WRONG_TYPE, 5, 5, "[1]"},
        {"checksheet: profile/1\nvendor: v\ncatalog: TT\nanswers:\n  1: ○\n", CS_RULE_UNKNOWN_CATALOG, 3, 10, "TT"},
        {"checksheet: profile/1\nvendor: v\ncatalog: [T]\nanswers:\n  1: ○\n", CS_RULE_WRONG_TYPE, 3, 10, "[T]"},
        {"checksheet: profile/1\ncatalog: T\nanswers:\n  1: ○\n", CS_RULE_MISSING_KEY, 1, 1, "checksheet"},
        {"checksheet: catalog/1\nvendor: v\n", CS_RULE_WRONG_TYPE, 1, 13, "catalog/1"},
        {HEAD "marks: some\nanswers:\n  1: ○\n", CS_RULE_UNKNOWN_WORD, 4, 8, "some"},
        {HEAD "date: 2025-02-30\nanswers:\n  1: ○\n", CS_RULE_BAD_DATE, 4, 7, "2025-02-30"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cs_job *job = new_job(CS_JA);
        profile_of(job, numbered(job, 5), cases[i].yaml);
        assert_fault(job, &cases[i]);
    }
}

/* Answers that point at random ones: those that reach an answer in its own words say the same as that; the others are
 * in a circle or come to nothing, and that is reported. */
static void the_same_as_others(void **state)
{
    (void)state;
    enum { ITEMS = 12 };
    uint64_t seed = 26;
    for (int round = 0; round < 1500; round++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_buf yaml = {0};
        uint32_t to[ITEMS];
        cs_buf_add(&yaml, CS_TEXT(HEAD "answers:\n"));
        for (uint32_t i = 0; i < ITEMS; i++) {
            to[i] = draw_below(&seed, ITEMS + 4);
            if (to[i] < ITEMS)
                cs_buf_print(&yaml, "  %u: = %u\n", i, to[i]);
            else
                cs_buf_print(&yaml, "  %u: ○ r%u\n", i, i);
        }
        const struct cs_profile *profile = profile_of(job, numbered(job, ITEMS), yaml.bytes);
        bool loops = false;
        for (uint32_t i = 0; i < ITEMS; i++) {
            uint32_t end = i, steps = 0;
            while (to[end] < ITEMS && steps++ <= ITEMS)
                end = to[end];
            char remark[16];
            snprintf(remark, sizeof remark, "r%u", end);
            const struct cs_answer *answer = &profile->sheets[0].by_item[i];
            if (to[end] < ITEMS) {
                loops = true;
                assert_int_equal(answer->state, CS_STATE_NONE);
            } else {
                assert_int_equal(answer->state, CS_STATE_OK);
                assert_text(answer->remark.in[CS_JA], remark);
            }
        }
        assert_int_equal(count_rule(job, CS_RULE_SAME_LOOP) > 0, loops);
        cs_buf_free(&yaml);
        cs_job_free(job);
    }
}

static void the_same_but_for_the_remark(void **state)
{
    struct cs_job *job = *state;
    const struct cs_profile *profile =
        profile_of(job, numbered(job, 3),
                   HEAD "answers:\n  0: {status: ○, remark: 甲, evidence: 規程, reviewed: 2025-01-01}\n"
                        "  1: {same: 0, remark: 乙, owner: 丙}\n  2: = T 0\n");
    assert_no_findings(job);
    const struct cs_answer *answers = profile->sheets[0].by_item;
    assert_text(answers[1].remark.in[CS_JA], "乙");
    assert_text(answers[1].evidence[0].title, "規程");
    assert_text(answers[1].owner, "丙");
    assert_int_equal(answers[1].state, CS_STATE_OK);
    assert_text(answers[2].remark.in[CS_JA], "甲");
    assert_int_equal(answers[2].reviewed.year, 2025);
}

static void many_catalogs(void **state)
{
    struct cs_job *job = *state;
    const struct cs_profile *profile =
        builtin_profile_of(job, "checksheet: profile/1\nvendor: v\ncatalog: meti\nanswers:\n  6-8: ○\n  METI 6-9: ○\n  "
                                "precena 1: = METI 6-8\n  PRECENA 3: ○\n");
    assert_no_findings(job);
    assert_int_equal(profile->sheet_count, 2);
    assert_int_equal(profile->sheets[0].answered, 2);
    assert_int_equal(profile->sheets[1].answered, 2);
}

/* Ten thousand answers that lead one to the next are followed in a moment, from either end. */
static void long_chains(void **state)
{
    (void)state;
    enum { ITEMS = 20000 };
    for (int forward = 0; forward < 2; forward++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_buf yaml = {0};
        cs_buf_add(&yaml, CS_TEXT(HEAD "answers:\n"));
        for (uint32_t i = 0; i < ITEMS; i++) {
            uint32_t next = forward ? i + 1 : i - 1;
            if (next < ITEMS)
                cs_buf_print(&yaml, "  %u: = %u\n", i, next);
            else
                cs_buf_print(&yaml, "  %u: ○ r\n", i);
        }
        const struct cs_profile *profile = profile_of(job, numbered(job, ITEMS), yaml.bytes);
        assert_no_findings(job);
        assert_int_equal(profile->sheets[0].answered, ITEMS);
        cs_buf_free(&yaml);
        cs_job_free(job);
    }
}

/* What a vendor leaves out may be written in any shape; only a list is right, and nothing else is believed. */
static void omitting_in_every_shape(void **state)
{
    (void)state;
    static const char *const shapes[] = {"[0, 1]", "{0: 1, 2: 3, 4: 5}", "0", "[[0]]", "{}", "[]"};
    static const uint32_t left[] = {4, 6, 6, 6, 6, 6};
    for (size_t i = 0; i < COUNT(shapes); i++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_buf yaml = {0};
        cs_buf_add(&yaml, CS_TEXT(HEAD "items: {omit: "));
        cs_buf_add(&yaml, cs_text_of(shapes[i]));
        cs_buf_add(&yaml, CS_TEXT("}\nanswers:\n  5: ○\n"));
        const struct cs_profile *profile = profile_of(job, numbered(job, 6), yaml.bytes);
        assert_non_null(profile);
        assert_int_equal(profile->sheets[0].catalog->item_count, left[i]);
        assert_int_equal(answer_to(&profile->sheets[0], "5")->state, CS_STATE_OK);
        cs_buf_free(&yaml);
        cs_job_free(job);
    }
}

static void facts_that_no_calendar_has(void **state)
{
    (void)state;
    static const char *const dates[] = {"2025/0/1", "2025/13/1", "2025/1/0", "2025年", "0/0/0", "none"};
    for (size_t i = 0; i < COUNT(dates); i++)
        for (int language = 0; language < CS_LANGUAGES; language++) {
            struct cs_job *job = new_job((enum cs_language)language);
            struct cs_buf yaml = {0};
            cs_buf_add(&yaml, CS_TEXT(HEAD "facts: {d: {kind: date, value: "));
            cs_buf_add(&yaml, cs_text_of(dates[i]));
            cs_buf_add(&yaml, CS_TEXT("}}\nanswers:\n  1: {status: ○, remark: {ja: '${d}', en: '${d}'}}\n"));
            assert_non_null(profile_of(job, numbered(job, 6), yaml.bytes));
            cs_buf_free(&yaml);
            cs_job_free(job);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_order),
        job_test(the_header),
        cmocka_unit_test(faults),
        cmocka_unit_test(the_same_as_others),
        job_test(the_same_but_for_the_remark),
        job_test(many_catalogs),
        cmocka_unit_test(long_chains),
        cmocka_unit_test(omitting_in_every_shape),
        cmocka_unit_test(facts_that_no_calendar_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
