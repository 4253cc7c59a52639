/* Rules over whole answers. */
#include "support.h"
#include "checksheet/rules.h"

#define CATALOG "checksheet: catalog/1\nid: T\ntitle: t\nedition: e\nitems:\n"
#define HEAD    "checksheet: profile/1\nvendor: v\ncatalog: {id: T, edition: e}\n"

static const char items[] =
    CATALOG "  1: {ask: q, flag: 必須}\n  2: q\n  3: {ask: q, good: ×}\n  4: {ask: q, if: 2 ○}\n"
            "  5: {ask: q, kind: list, none: true}\n";

static const struct cs_profile *checked(struct cs_job *job, const char *yaml, const struct cs_check_options *options)
{
    const struct cs_profile *profile = profile_of(job, catalog_of(job, items), yaml);
    assert_non_null(profile);
    cs_check_profile(job, profile, NULL, options);
    return profile;
}

static void each_rule(void **state)
{
    (void)state;
    static const struct cs_check_options options = {.today = {2025, 12, 1}, .max_age = 365};
    static const struct fault cases[] = {
        {"  1: ×\n", CS_RULE_MISSING_REMARK, 5, 6, "×"},
        {"  1: △\n", CS_RULE_MISSING_REMARK, 5, 6, "△"},
        {"  1: {status: ○, reviewed: 2025-12-02}\n", CS_RULE_FUTURE_DATE, 5, 28, "2025-12-02"},
        {"  1: {status: ○, reviewed: 2024-11-30}\n", CS_RULE_STALE_ANSWER, 5, 28, "2024-11-30"},
        {"  1: ○ 対応中 TODO 確認\n", CS_RULE_LEFTOVER_TODO, 5, 12, "TODO"},
        {"  1: ○ 要確認です\n", CS_RULE_LEFTOVER_TODO, 5, 8, "要確認"},
        {"  1: ○ ★ここ\n", CS_RULE_LEFTOVER_TODO, 5, 8, "★"},
        {"  1: ○ 社外秘の資料\n", CS_RULE_SECRET_WORD, 5, 8, "社外秘"},
        {"  5: FIXME 認証\n", CS_RULE_LEFTOVER_TODO, 5, 6, "FIXME"},
        {"  2: ○\n", CS_RULE_REQUIRED, 4, 1, "answers"},
        {"  1: ○\n", CS_RULE_UNANSWERED, 4, 1, "answers"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_buf yaml = {0};
        cs_buf_add(&yaml, CS_TEXT(HEAD "answers:\n"));
        cs_buf_add(&yaml, cs_text_of(cases[i].yaml));
        checked(job, yaml.bytes, &options);
        assert_finding(job, cases[i].rule, cases[i].line, cases[i].column, cases[i].text);
        cs_buf_free(&yaml);
        cs_job_free(job);
    }
}

static void what_is_no_fault(void **state)
{
    (void)state;
    static const struct cs_check_options options = {.today = {2025, 12, 1}, .max_age = 365};
    static const char *const answers[] = {
        "  1: × 理由\n",
        "  1: {status: ×, remark: {en: why}}\n",
        "  3: ×\n",               /* the good answer */
        "  2: × 理由\n  4: －\n", /* not asked */
        "  1: {status: ○, reviewed: 2025-12-01}\n",
        "  1: {status: ○, reviewed: 2024-12-01}\n",
        "  5: なし\n",
        "  1: ○ 社外の秘密\n",
        "  1: ○ to do\n",
    };
    for (size_t i = 0; i < COUNT(answers); i++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_buf yaml = {0};
        cs_buf_add(&yaml, CS_TEXT(HEAD "answers:\n"));
        cs_buf_add(&yaml, cs_text_of(answers[i]));
        checked(job, yaml.bytes, &options);
        uint32_t open = count_rule(job, CS_RULE_REQUIRED) + count_rule(job, CS_RULE_UNANSWERED);
        if (count_findings(job) != open)
            fail_msg("%s", answers[i]);
        cs_buf_free(&yaml);
        cs_job_free(job);
    }
}

/* Without today there are no rules about dates; at the last day of its age an answer is fresh, a day later it is stale.
 */
static void ages(void **state)
{
    (void)state;
    static const char yaml[] = HEAD "answers:\n  1: {status: ○, reviewed: 2025-01-01}\n";
    struct cs_date reviewed = {2025, 1, 1};
    for (int32_t age = -2; age < 400; age++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_check_options options = {.today = cs_date_of_days(cs_date_days(reviewed) + age), .max_age = 100};
        checked(job, yaml, &options);
        assert_int_equal(count_rule(job, CS_RULE_STALE_ANSWER), age > 100);
        assert_int_equal(count_rule(job, CS_RULE_FUTURE_DATE), age < 0);
        cs_job_free(job);
    }
    struct cs_job *job = new_job(CS_JA);
    checked(job, yaml, &(struct cs_check_options){.max_age = 1});
    assert_int_equal(count_rule(job, CS_RULE_STALE_ANSWER) + count_rule(job, CS_RULE_FUTURE_DATE), 0);
    cs_job_free(job);
}

/* Stars that are notes: one alone, where there is no rating beside it or elsewhere, and a line of more than five. */
static uint32_t notes_in_stars(const char *text)
{
    static const char star[] = "★", hollow[] = "☆";
    size_t size = sizeof star - 1, run;
    uint32_t notes = 0;
    for (const char *at = text; (at = strstr(at, star)); at += run * size) {
        for (run = 1; strncmp(at + run * size, star, size) == 0; run++)
            ;
        bool rated =
            strncmp(at + run * size, hollow, size) == 0 || (at >= text + size && strncmp(at - size, hollow, size) == 0);
        notes += !rated && (run > 5 || (run == 1 && !strstr(text, "★★")));
    }
    return notes;
}

/* A trace is found wherever it stands in a text, and nothing else is: against a search for each word. */
static void traces_anywhere(void **state)
{
    (void)state;
    static const char *const words[] = {"TODO", "FIXME", "要確認", "未定", "社外秘", "パスワード：", "password:", "★"};
    static const char *const fill[] = {"T",  "TO", "F",  "p", "pass", "要", "確", "未", "社",
                                       "外", "パ", "ス", "☆", "あ",   " ",  "x",  "。", "𠮷"};
    uint64_t seed = 27;
    for (int round = 0; round < 1500; round++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_buf text = {0}, yaml = {0};
        for (uint32_t left = draw_below(&seed, 12); left > 0; left--)
            cs_buf_add(&text, cs_text_of(draw_below(&seed, 3) ? fill[draw_below(&seed, COUNT(fill))]
                                                              : words[draw_below(&seed, COUNT(words))]));
        uint32_t expected = 0;
        for (size_t i = 0; i + 1 < COUNT(words); i++)
            expected += occurrences(cs_buf_text(&text), words[i]);
        expected += text.size ? notes_in_stars(text.bytes) : 0;
        cs_buf_add(&yaml, CS_TEXT(HEAD "answers:\n  1: \"○ "));
        cs_buf_add(&yaml, cs_buf_text(&text));
        cs_buf_add(&yaml, CS_TEXT("\"\n"));
        checked(job, yaml.bytes, &(struct cs_check_options){.max_age = 0});
        uint32_t found = count_rule(job, CS_RULE_LEFTOVER_TODO) + count_rule(job, CS_RULE_SECRET_WORD);
        if (found != expected)
            fail_msg("'%s' has %u, not %u", shown(cs_buf_text(&text)), expected, found);
        cs_buf_free(&text);
        cs_buf_free(&yaml);
        cs_job_free(job);
    }
}

static void the_longest_cell(void **state)
{
    (void)state;
    for (uint32_t more = 0; more < 2; more++) { /* 𠮷 counts two: 16383 of them and one letter just fit */
        struct cs_job *job = new_job(CS_JA);
        struct cs_buf yaml = {0};
        cs_buf_add(&yaml, CS_TEXT(HEAD "answers:\n  1: ○ "));
        for (int i = 0; i < 16383; i++)
            cs_buf_add(&yaml, CS_TEXT("𠮷"));
        cs_buf_add(&yaml, more ? CS_TEXT("ab\n") : CS_TEXT("a\n"));
        checked(job, yaml.bytes, &(struct cs_check_options){.max_age = 0});
        assert_int_equal(count_rule(job, CS_RULE_TEXT_TOO_LONG), more);
        cs_buf_free(&yaml);
        cs_job_free(job);
    }
}

static void complete_makes_them_errors(void **state)
{
    struct cs_job *job = *state;
    checked(job, HEAD "answers:\n  2: ○\n", &(struct cs_check_options){.complete = true});
    assert_int_equal(finding_of(job, CS_RULE_REQUIRED)->severity, CS_ERROR);
    assert_int_equal(finding_of(job, CS_RULE_UNANSWERED)->severity, CS_ERROR);
}

/* Open questions are named, those that follow each other as a range, twenty at most. */
static void open_questions_are_named(void **state)
{
    struct cs_job *job = *state;
    struct cs_buf yaml = {0}, answers = {0};
    cs_buf_add(&yaml, CS_TEXT(CATALOG));
    cs_buf_add(&answers, CS_TEXT(HEAD "answers:\n"));
    for (int i = 1; i <= 90; i++) {
        cs_buf_print(&yaml, "  q%d: q\n", i);
        if (i % 3 == 0 && i > 3)
            cs_buf_print(&answers, "  q%d: ○\n", i);
    }
    const struct cs_profile *profile = profile_of(job, catalog_of(job, yaml.bytes), answers.bytes);
    cs_check_profile(job, profile, NULL, &(struct cs_check_options){.max_age = 0});
    const struct cs_finding *finding = finding_of(job, CS_RULE_UNANSWERED);
    assert_holds(finding->message, "61");
    assert_holds(finding->message, "q1…q5 q7 q8 ");
    assert_holds(finding->message, " q61 q62 ...");
    assert_lacks(finding->message, "q64");
    assert_true(finding->whole_file);
    cs_buf_free(&yaml);
    cs_buf_free(&answers);
}

static void catalogs_in_two_languages(void **state)
{
    struct cs_job *job = *state;
    cs_check_catalog(job, catalog_of(job, "checksheet: catalog/1\nid: T\ntitle: {ja: 題, en: t}\nedition: e\nitems:\n"
                                          "  1: {ja: 問, en: q}\n  2: 問\n  3: {ask: {en: q}}\n"));
    assert_finding(job, CS_RULE_MISSING_TRANSLATION, 7, 3, "2");
    assert_int_equal(count_rule(job, CS_RULE_MISSING_TRANSLATION), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_rule),        cmocka_unit_test(what_is_no_fault),  cmocka_unit_test(ages),
        cmocka_unit_test(traces_anywhere),  cmocka_unit_test(the_longest_cell),  job_test(complete_makes_them_errors),
        job_test(open_questions_are_named), job_test(catalogs_in_two_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
