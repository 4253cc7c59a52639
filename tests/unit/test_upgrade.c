/* From edition to edition: every answer goes where its question went, and no word of any is lost. */
#include "support.h"
#include "derive/derive.h"
#include "base/report.h"
#include "scaffold/scaffold.h"

enum { ITEMS = 24 };

static const char *const subjects[] = {
    "責任者",           "従業員の教育", "委託先",         "バックアップ", "操作の記録",   "入退室",
    "通信の暗号化",     "紙の書類",     "端末の持ち出し", "脆弱性の情報", "利用者の認証", "ログの保管期間",
    "障害の連絡",       "契約の終わり", "データの消去",   "監査の頻度",   "規程の見直し", "受託の範囲",
    "サーバーの所在地", "変更の手順",   "権限の付与",     "負荷の見張り", "苦情の窓口",   "保険の有無"};

/* A question of an edition: which of the subjects, under which number. */
struct question {
    uint32_t subject;
    bool reworded;
};

/* The words of two questions have little in common: what comes close is for test_similar. */
static const struct cs_catalog *edition(struct cs_job *job, const struct question *questions, uint32_t count)
{
    struct cs_buf yaml = {0};
    cs_buf_add(&yaml, CS_TEXT("checksheet: catalog/1\nid: ED\ntitle: t\nedition: e\nitems:\n"));
    for (uint32_t i = 0; i < count; i++)
        cs_buf_print(&yaml, "  \"%u\": %s、%sと%s%s。\n", (unsigned)i + 1, subjects[questions[i].subject],
                     subjects[questions[i].subject], subjects[questions[i].subject],
                     questions[i].reworded ? "の要点" : "");
    cs_text text = cs_text_copy(&job->arena, cs_buf_text(&yaml));
    cs_buf_free(&yaml);
    return cs_load_catalog(job, source_of(job, "edition.yaml", text));
}

/* Each answer names its subject in a word of its own. */
static cs_text answers_to(struct cs_job *job, const struct question *questions, uint32_t count, uint64_t *seed)
{
    static const char *const forms[] = {
        "  \"%u\": ○ 答え%u\n", "  # 問い\n  \"%u\":\n    status: ○\n    remark: |\n      答え%u\n\n      続き\n",
        "  \"%u\": \"○ 答え%u\"  # 注\n", "  \"%u\": {status: ○, remark: 答え%u}\n\n"};
    struct cs_buf yaml = {0};
    cs_buf_add(&yaml, CS_TEXT("checksheet: profile/1\nvendor: v\ncatalog: ED\nanswers:\n"));
    for (uint32_t i = 0; i < count; i++)
        cs_buf_print(&yaml, forms[draw_below(seed, COUNT(forms))], (unsigned)i + 1,
                     (unsigned)questions[i].subject + 100);
    cs_text text = cs_text_copy(&job->arena, cs_buf_text(&yaml));
    cs_buf_free(&yaml);
    return text;
}

static uint32_t find_subject(const struct question *questions, uint32_t count, uint32_t subject)
{
    for (uint32_t i = 0; i < count; i++)
        if (questions[i].subject == subject)
            return i;
    return count;
}

/* Some questions of the old edition in its order, some reworded, with new ones in between. */
static uint32_t draw_edition(uint64_t *seed, struct question *questions, uint32_t from)
{
    uint32_t count = 0;
    for (uint32_t subject = 0; subject < ITEMS; subject++)
        if (subject >= from ? draw_below(seed, 4) == 0 : draw_below(seed, 5) > 0)
            questions[count++] = (struct question){subject, subject < from && draw_below(seed, 4) == 0};
    return count;
}

static void answers_go_with_their_questions(void **state)
{
    (void)state;
    uint64_t seed = 31;
    for (int round = 0; round < 300; round++) {
        enum { OLD = 18 };
        struct cs_job *job = new_job(CS_JA);
        struct question old[ITEMS], new[ITEMS];
        for (uint32_t i = 0; i < OLD; i++)
            old[i] = (struct question){i, false};
        uint32_t count = draw_edition(&seed, new, OLD);
        const struct cs_catalog *before = edition(job, old, OLD), *after = edition(job, new, count);
        cs_text yaml = answers_to(job, old, OLD, &seed), upgraded;
        const struct cs_profile *profile = profile_of(job, before, yaml.bytes);
        const struct cs_upgrade *upgrade = cs_upgrade_plan(job, before, after);
        assert_true(cs_scaffold_upgrade(job, profile, &profile->sheets[0], upgrade, &upgraded));
        const struct cs_profile *next = profile_of(job, after, upgraded.bytes);
        assert_non_null(next);
        assert_int_equal(cs_job_faults(job), 0);
        for (uint32_t i = 0; i < OLD; i++) {
            char words[32];
            uint32_t at = find_subject(new, count, i);
            snprintf(words, sizeof words, "答え%u", (unsigned)i + 100);
            assert_int_equal(occurrences(upgraded, words), 1);
            assert_int_equal(upgrade->by_old[i]->new == CS_NO_ITEM, upgrade->by_old[i]->fate == CS_FATE_REMOVED);
            if (at == count) /* gone: its number may be another's now */
                assert_true(upgrade->by_old[i]->fate == CS_FATE_REMOVED || upgrade->by_old[i]->fate == CS_FATE_CHANGED);
            else
                assert_holds(next->sheets[0].by_item[at].remark.in[CS_JA], words);
        }
        cs_job_free(job);
    }
}

static const char *const profiles[] = {"profiles/callconnect.yaml", "profiles/krew.yaml", "profiles/precena.yaml",
                                       "profiles/rescuenow-status-checker.yaml", "profiles/rescuenow.yaml"};

/* From an edition to itself, no byte changes and nothing is to be read again. */
static void to_itself(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(profiles); i++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_catalogs catalogs = cs_builtin_catalogs(job);
        const struct cs_source *source = cs_source_read(job, profiles[i]);
        const struct cs_profile *profile = cs_load_profile(job, source, &catalogs);
        const struct cs_answers *answers = &profile->sheets[0];
        const struct cs_catalog *catalog = catalogs.find(catalogs.context, answers->catalog->id, (cs_text){0});
        const struct cs_upgrade *upgrade = cs_upgrade_plan(job, catalog, catalog);
        cs_text upgraded;
        assert_int_equal(upgrade->count[CS_FATE_SAME], catalog->item_count);
        assert_true(cs_scaffold_upgrade(job, profile, answers, upgrade, &upgraded));
        assert_true(cs_text_equal(upgraded, source->bytes));
        assert_int_equal(cs_compose_upgrade(job, upgrade, answers)->row_count, 1);
        cs_job_free(job);
    }
}

/* The same words are another question when they are answered in another way, or × is what is hoped for now. */
static void another_answer_is_another_question(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *old = catalog_of(job, "checksheet: catalog/1\nid: T\ntitle: t\nedition: e\nitems:\n"
                                                   "  1: 通信を暗号化していますか。\n  2: 共用のIDはありますか。\n"
                                                   "  3: 委託先を確かめていますか。\n");
    const struct cs_catalog *new = catalog_of(job, "checksheet: catalog/1\nid: T\ntitle: t\nedition: f\nitems:\n"
                                                   "  1: {ask: 通信を暗号化していますか。, kind: percent}\n"
                                                   "  2: {ask: 共用のIDはありますか。, good: ×}\n"
                                                   "  3: 委託先を確かめていますか\n");
    const struct cs_upgrade *upgrade = cs_upgrade_plan(job, old, new);
    assert_int_equal(upgrade->by_old[0]->fate, CS_FATE_CHANGED);
    assert_int_equal(upgrade->by_old[1]->fate, CS_FATE_CHANGED);
    assert_int_equal(upgrade->by_old[2]->fate, CS_FATE_SAME); /* a full stop is no other word */
}

/* What a vendor leaves out or words anew follows the numbers. */
static void a_variant_follows(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *old = catalog_of(job, "checksheet: catalog/1\nid: T\ntitle: t\nedition: e\nitems:\n"
                                                   "  1-1: 通信を暗号化していますか。\n  1-2: 共用のIDはありますか。\n"
                                                   "  1-3: 委託先を確かめていますか。\n");
    const struct cs_catalog *new =
        catalog_of(job, "checksheet: catalog/1\nid: T\ntitle: t\nedition: f\nitems:\n"
                        "  1-1: 責任者の名前を示してください。\n  1-2: 通信を暗号化していますか。\n"
                        "  1-3: 共用のIDはありますか。\n  1-4: 委託先を確かめていますか。\n");
    const struct cs_profile *profile =
        profile_of(job, old,
                   "checksheet: profile/1\nvendor: v\ncatalog: T\nitems:\n  omit: [1-2]\n"
                   "  reword: {T 1-3: 外注先を確かめていますか。}\nanswers:\n  1-1: ○\n  1-3: = 1-1\n");
    cs_text upgraded;
    assert_true(cs_scaffold_upgrade(job, profile, &profile->sheets[0], cs_upgrade_plan(job, old, new), &upgraded));
    assert_text(upgraded, "checksheet: profile/1\nvendor: v\ncatalog:\n  id: T\n  edition: f\nitems:\n  omit: [1-3]\n"
                          "  reword: {T 1-4: 外注先を確かめていますか。}\nanswers:\n  1-2: ○\n  1-4: = 1-2\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_go_with_their_questions),
        cmocka_unit_test(to_itself),
        job_test(another_answer_is_another_question),
        job_test(a_variant_follows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
