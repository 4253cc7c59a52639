/* The grammar of answers: state, value, detail and remark, in the short form and the long one. */
#include "support.h"
#include "checksheet/rules.h"

static const char catalog_yaml[] =
    "checksheet: catalog/1\nid: T\ntitle: t\nedition: e\n"
    "marks:\n  ○: {id: ok}\n  △: {id: part, remark: required}\n  ×: {id: ng, remark: required}\n  －: {id: na}\n"
    "items:\n"
    "  mark: a\n"
    "  exists: {ask: a, kind: exists, detail: {ask: 方法}}\n"
    "  log: {ask: a, kind: exists, detail: {ask: 期間, kind: duration}}\n"
    "  can: {ask: a, kind: can}\n"
    "  percent: {ask: a, kind: percent}\n"
    "  count: {ask: a, kind: count, unit: [世代, 個]}\n"
    "  none: {ask: a, kind: list, none: true}\n"
    "  one: {ask: a, kind: choice, choices: {①: 甲, ②: 乙, ③: {ja: 丙, alone: true}}}\n"
    "  many: {ask: a, kind: choice, many: true, choices: {①: 甲, ②: 乙, ③: {ja: 丙, alone: true}}}\n"
    "  ten: {ask: a, kind: choice, many: true, choices: {1: 甲, 2: 乙, 10: 丙}}\n"
    "  number: {ask: a, kind: corporate-number}\n"
    "  text: {ask: a, kind: text}\n";

struct answered {
    struct cs_job *job;
    const struct cs_profile *profile;
    const struct cs_answer *answer;
};

/* The answer to one item, written behind its number; `more` goes into the header. */
static struct answered answered_with(const char *item, const char *text, const char *more)
{
    struct answered made = {.job = new_job(CS_JA)};
    const struct cs_catalog *catalog = catalog_of(made.job, catalog_yaml);
    assert_no_findings(made.job);
    struct cs_buf yaml = {0};
    cs_buf_add(&yaml, CS_TEXT("checksheet: profile/1\nvendor: v\ncatalog: T\n"));
    cs_buf_add(&yaml, cs_text_of(more));
    cs_buf_add(&yaml, CS_TEXT("answers:\n  "));
    cs_buf_add(&yaml, cs_text_of(item));
    cs_buf_add(&yaml, CS_TEXT(": "));
    cs_buf_add(&yaml, cs_text_of(text));
    cs_buf_add_byte(&yaml, '\n');
    made.profile = profile_of(made.job, catalog, cs_text_copy(&made.job->arena, cs_buf_text(&yaml)).bytes);
    assert_non_null(made.profile);
    made.answer = answer_to(&made.profile->sheets[0], item);
    cs_buf_free(&yaml);
    return made;
}

static struct answered answered(const char *item, const char *text)
{
    return answered_with(item, text, "");
}

/* --- good answers --------------------------------------------------------------------------------------------------
 */

static void short_answers(void **state)
{
    (void)state;
    static const struct {
        const char *item, *text;
        enum cs_state state;
        const char *written, *detail, *remark;
    } cases[] = {
        {"mark", "○", CS_STATE_OK, "", "", ""},
        {"mark", "○ 毎日", CS_STATE_OK, "", "", "毎日"},
        {"mark", "○毎日", CS_STATE_OK, "", "", "毎日"},
        {"mark", "○　毎日", CS_STATE_OK, "", "", "毎日"},
        {"mark", "\"× 理由\"", CS_STATE_NG, "", "", "理由"},
        {"mark", "ok all", CS_STATE_OK, "", "", "all"},
        {"mark", "予定 来年", CS_STATE_PLAN, "", "", "来年"},
        {"mark", "非公開", CS_STATE_NDA, "", "", ""},
        {"mark", "記述 別紙のとおり", CS_STATE_FREE_TEXT, "", "", "別紙のとおり"},
        {"mark", "\"-\"", CS_STATE_NA, "", "", ""},
        {"exists", "あり NTP", CS_STATE_OK, "", "NTP", ""},
        {"exists", "なし 理由", CS_STATE_NG, "", "", "理由"},
        {"exists", "○ NTP", CS_STATE_OK, "", "NTP", ""},
        {"log", "あり 1年", CS_STATE_OK, "", "1年", ""},
        {"can", "不可", CS_STATE_NG, "", "", ""},
        {"percent", "99.9%以上 目標", CS_STATE_FREE_TEXT, "99.9%以上", "", "目標"},
        {"percent", "非公開", CS_STATE_NDA, "", "", ""},
        {"percent", "対象外 理由", CS_STATE_NA, "", "", "理由"},
        {"count", "28世代（7日分）", CS_STATE_FREE_TEXT, "28世代", "", "（7日分）"},
        {"none", "なし", CS_STATE_FREE_TEXT, "なし", "", ""},
        {"none", "ISMS、Pマーク", CS_STATE_FREE_TEXT, "ISMS、Pマーク", "", ""},
        {"one", "② 専用線", CS_STATE_FREE_TEXT, "②", "", "専用線"},
        {"many", "①② 両方", CS_STATE_FREE_TEXT, "①②", "", "両方"},
        {"many", "① ②", CS_STATE_FREE_TEXT, "① ②", "", ""},
        {"many", "①、②", CS_STATE_FREE_TEXT, "①、②", "", ""},
        {"ten", "10", CS_STATE_FREE_TEXT, "10", "", ""},
        {"ten", "1 10", CS_STATE_FREE_TEXT, "1 10", "", ""},
        {"number", "4010701013072", CS_STATE_FREE_TEXT, "4010701013072", "", ""},
        {"text", "何でも 書ける", CS_STATE_FREE_TEXT, "何でも 書ける", "", ""},
        {"mark", "", CS_STATE_NONE, "", "", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct answered made = answered(cases[i].item, cases[i].text);
        const struct cs_answer *answer = made.answer;
        bool good = answer->state == cases[i].state &&
                    cs_text_equal(answer->value.written, cs_text_of(cases[i].written)) &&
                    cs_text_equal(answer->detail, cs_text_of(cases[i].detail)) &&
                    cs_text_equal(answer->remark.in[CS_JA], cs_text_of(cases[i].remark)) &&
                    cs_finding_count(made.job, CS_ERROR) + cs_finding_count(made.job, CS_WARNING) == 0;
        if (!good) {
            uint32_t count;
            const struct cs_finding *findings = cs_findings(made.job, &count);
            fail_msg("%s: %s\nstate %s, written '%s', detail '%s', remark '%s', %s", cases[i].item, cases[i].text,
                     shown(cs_state_word(answer->state)), shown(answer->value.written), shown(answer->detail),
                     shown(answer->remark.in[CS_JA]), count ? shown(findings[0].message) : "no finding");
        }
        cs_job_free(made.job);
    }
}

static void choices_are_a_set(void **state)
{
    (void)state;
    static const struct {
        const char *item, *text;
        unsigned set;
    } cases[] = {{"one", "②", 2}, {"many", "①②", 3}, {"ten", "10", 4}, {"ten", "1 10", 5}, {"ten", "2、1", 3}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct answered made = answered(cases[i].item, cases[i].text);
        assert_true(made.answer->value.has_number);
        assert_int_equal((unsigned)made.answer->value.number, cases[i].set);
        cs_job_free(made.job);
    }
}

static void a_long_answer_has_all_its_parts(void **state)
{
    (void)state;
    struct answered made =
        answered("exists", "\n    status: あり\n    detail: NTP\n    remark: {ja: 説明, en: words}\n"
                           "    evidence: [手順書, {title: 規程, url: https://example.jp/}, https://example.jp/b]\n"
                           "    reviewed: 2025-11-01\n    owner: 情シス\n    by: AWS");
    const struct cs_answer *answer = made.answer;
    assert_no_findings(made.job);
    assert_int_equal(answer->state, CS_STATE_OK);
    assert_text(answer->detail, "NTP");
    assert_text(answer->remark.in[CS_JA], "説明");
    assert_text(answer->remark.in[CS_EN], "words");
    assert_int_equal(answer->evidence_count, 3);
    assert_text(answer->evidence[0].title, "手順書");
    assert_text(answer->evidence[1].title, "規程");
    assert_text(answer->evidence[1].address, "https://example.jp/");
    assert_text(answer->evidence[2].address, "https://example.jp/b");
    assert_int_equal(answer->reviewed.month, 11);
    assert_text(answer->owner, "情シス");
    assert_text(answer->by, "AWS");
    cs_job_free(made.job);
}

static void value_and_status_side_by_side(void **state)
{
    (void)state;
    struct answered made = answered("percent", "\n    value: 99.99%以上\n    remark: 月間");
    assert_no_findings(made.job);
    assert_text(made.answer->value.written, "99.99%以上");
    assert_int_equal(made.answer->value.bound, CS_AT_LEAST);
    assert_text(made.answer->remark.in[CS_JA], "月間");
    cs_job_free(made.job);
}

static void sheets_in_words(void **state)
{
    (void)state;
    struct answered made = answered_with("mark", "× とは書かれていても文です", "marks: none\n");
    assert_no_findings(made.job);
    assert_int_equal(made.answer->state, CS_STATE_FREE_TEXT);
    assert_text(made.answer->remark.in[CS_JA], "× とは書かれていても文です");
    cs_job_free(made.job);
}

/* --- bad answers ---------------------------------------------------------------------------------------------------
 */

static void what_cannot_be_understood(void **state)
{
    (void)state;
    static const struct {
        const char *item, *text;
        cs_rule rule;
        const char *span;
    } cases[] = {
        {"mark", "毎日しています", CS_RULE_MISSING_MARK, "毎日しています"},
        {"mark", "◎ 万全", CS_RULE_UNKNOWN_MARK, "◎"},
        {"mark", "〇 漢数字", CS_RULE_MARK_VARIANT, "〇"},
        {"mark", "はい 毎日", CS_RULE_MARK_VARIANT, "はい"},
        {"mark", "[○]", CS_RULE_WRONG_TYPE, "[○]"},
        {"exists", "NTP", CS_RULE_MISSING_MARK, "NTP"},
        {"exists", "あり", CS_RULE_MISSING_DETAIL, "あり"},
        {"log", "あり 十分な期間", CS_RULE_WRONG_KIND, "あり 十分な期間"},
        {"percent", "高い", CS_RULE_WRONG_KIND, "高い"},
        {"percent", "99.9点", CS_RULE_WRONG_UNIT, "99.9点"},
        {"count", "28日", CS_RULE_WRONG_UNIT, "28日"},
        {"one", "④", CS_RULE_WRONG_KIND, "④"},
        {"one", "①②", CS_RULE_WRONG_KIND, "①②"},
        {"many", "①③", CS_RULE_WRONG_KIND, "①③"},
        {"number", "4010701013073", CS_RULE_WRONG_KIND, "4010701013073"},
        {"mark", "\n    status: ○\n    reviewed: 2025-02-30", CS_RULE_BAD_DATE, "2025-02-30"},
        {"mark", "\n    staus: ○", CS_RULE_UNKNOWN_KEY, "staus"},
        {"mark", "\n    remark: 毎日", CS_RULE_MISSING_KEY, "mark"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct answered made = answered(cases[i].item, cases[i].text);
        const struct cs_finding *finding = finding_of(made.job, cases[i].rule);
        if (!cs_text_equal(cs_span_text(finding->span), cs_text_of(cases[i].span)))
            fail_msg("%s: %s\nis marked at '%s'", cases[i].item, cases[i].text, shown(cs_span_text(finding->span)));
        if (count_findings(made.job) != 1)
            fail_msg("%s: %s\ngives %u findings", cases[i].item, cases[i].text, count_findings(made.job));
        cs_job_free(made.job);
    }
}

static void the_check_digit_is_named(void **state)
{
    (void)state;
    static const char *const wrong[] = {"9010701013072", "９０１０７０１０１３０７２"};
    for (size_t i = 0; i < COUNT(wrong); i++) {
        struct answered made = answered("number", wrong[i]);
        assert_text(finding_of(made.job, CS_RULE_WRONG_KIND)->hint, "先頭は 4 のはずです。13桁を確かめてください");
        cs_job_free(made.job);
    }
}

/* A choice without a name can be declared by mistake; answering must still come to an end. */
static void an_empty_choice_ends(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = catalog_of(
        job, "checksheet: catalog/1\nid: T\ntitle: t\nedition: e\nitems:\n"
             "  1: {ask: a, kind: choice, choices: {\"\": 甲}}\n  2: {ask: a, kind: choice, choices: {? [x] : 甲}}\n");
    profile_of(job, catalog, "checksheet: profile/1\nvendor: v\ncatalog: T\nanswers:\n  1: x\n  2: y\n");
    assert_true(cs_finding_count(job, CS_ERROR) > 0);
}

/* Whatever is written, an answer has a state or a finding, and its spans lie in the file. */
static void no_answer_is_lost_in_silence(void **state)
{
    (void)state;
    static const char *const items[] = {"mark", "exists", "log",  "can", "percent", "count",
                                        "none", "one",    "many", "ten", "number",  "text"};
    static const char *const words[] = {
        "○", "×",  "あり", "なし", "可",   "99%", "3世代",         "①",    "③",    "10", "1",  "非公開", "予定",
        " ", "、", "（",   "）",   "漢字", "abc", "4010701013072", "TODO", "記述", "－", "= ", "=",      "約"};
    uint64_t seed = 24;
    for (int round = 0; round < 8000; round++) {
        struct cs_buf text = {0};
        cs_buf_add_byte(&text, '"');
        for (uint32_t left = draw_below(&seed, 5); left > 0; left--)
            cs_buf_add(&text, cs_text_of(words[draw_below(&seed, COUNT(words))]));
        cs_buf_add_byte(&text, '"');
        const char *item = items[draw_below(&seed, COUNT(items))];
        struct answered made = answered(item, text.bytes);
        uint32_t size = (uint32_t)made.profile->source->bytes.size;
        bool blank = cs_text_trim((cs_text){text.bytes + 1, text.size - 2}).size == 0;
        bool told = made.answer->state != CS_STATE_NONE || cs_finding_count(made.job, CS_ERROR) > 0;
        cs_text inside = cs_text_trim((cs_text){text.bytes + 1, text.size - 2});
        if (!told && !blank && !cs_text_equal(inside, CS_TEXT("=")))
            fail_msg("%s: %s has no state and no finding", item, text.bytes);
        assert_true(made.answer->state_span.end <= size &&
                    made.answer->state_span.start <= made.answer->state_span.end);
        assert_true(made.answer->text_span.end <= size && made.answer->text_span.start <= made.answer->text_span.end);
        cs_buf_free(&text);
        cs_job_free(made.job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_answers),
        cmocka_unit_test(choices_are_a_set),
        cmocka_unit_test(a_long_answer_has_all_its_parts),
        cmocka_unit_test(value_and_status_side_by_side),
        cmocka_unit_test(sheets_in_words),
        cmocka_unit_test(what_cannot_be_understood),
        cmocka_unit_test(the_check_digit_is_named),
        job_test(an_empty_choice_ends),
        cmocka_unit_test(no_answer_is_lost_in_silence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
