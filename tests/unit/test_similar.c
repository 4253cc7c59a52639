/* Likeness and pairing: width, spaces and punctuation do not count; order and one-to-one decide where likeness cannot.
 */
#include "match/grams.h"
#include "match/similar.h"
#include "support.h"

static void bare_text_has_no_width_case_spaces_or_punctuation(void **state)
{
    struct cs_job *job = *state;
    struct cs_arena *arena = &job->arena;
    assert_text(cs_text_bare(arena, CS_TEXT("　ＴＬＳ 1.2（推奨）、「ｻｰﾊﾞｰ」・可。\n")), "tls1.2推奨サーバー可");
    assert_text(cs_text_bare(arena, CS_TEXT("⽇本の社⻑、⺠間")), "日本の社長民間");
    assert_text(cs_text_bare(arena, CS_TEXT("○ △ ×")), "○△×");
    assert_text(cs_text_bare(arena, CS_TEXT(" 、。()「」-・")), "");
}

static double alike(struct cs_job *job, const char *a, const char *b)
{
    double there = cs_text_likeness(&job->arena, cs_text_of(a), cs_text_of(b));
    assert_true(there == cs_text_likeness(&job->arena, cs_text_of(b), cs_text_of(a)));
    assert_true(there >= 0 && there <= 1);
    return there;
}

static void likeness_is_the_share_of_common_neighbours(void **state)
{
    struct cs_job *job = *state;
    assert_true(alike(job, "", "") == 0);
    assert_true(alike(job, "稼働監視", "") == 0);
    assert_true(alike(job, "稼働監視", "稼働 監視。") == 1);
    assert_true(alike(job, "有", "有") == 1);
    assert_true(alike(job, "有", "無") == 0);
    assert_true(alike(job, "稼働監視", "障害監視") > 0.33 && alike(job, "稼働監視", "障害監視") < 0.34);
    assert_true(alike(job, "aaaa", "aa") == 0.5); /* a pair counts as often as it stands there */
    assert_true(alike(job, "サービスの稼働監視の方法", "サービスの障害監視の方法") > 0.7);
}

/* What both texts begin and end with is taken off before their pairs are sorted; it must count all the same. */
static void likeness_is_that_of_all_pairs(void **state)
{
    struct cs_job *job = *state;
    static const char *const texts[] = {"a",
                                        "aa",
                                        "aaa",
                                        "ab",
                                        "aba",
                                        "abab",
                                        "ababa",
                                        "baab",
                                        "abcab",
                                        "ab教育ab",
                                        "教育を年1回実施",
                                        "教育を年2回実施",
                                        "教育を実施",
                                        "教育",
                                        "実施"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
            uint32_t a_count, b_count;
            cs_text a = cs_text_of(texts[i]), b = cs_text_of(texts[k]);
            const uint32_t *x = cs_grams_of(&job->arena, a, &a_count), *y = cs_grams_of(&job->arena, b, &b_count);
            assert_true(cs_bare_likeness(&job->arena, a, b) == cs_dice(x, a_count, y, b_count));
        }
}

/* Pairs two lists given as texts ended by NULL; returns "old index or -, with ! for moved" for each new one. */
static const char *paired(struct cs_job *job, const char *const *old, const char *const *old_ids,
                          const char *const *new, const char *const *new_ids)
{
    static char said[512];
    cs_text texts[2][32], ids[2][32];
    struct cs_list lists[2] = {{texts[0], old_ids ? ids[0] : NULL, 0}, {texts[1], new_ids ? ids[1] : NULL, 0}};
    for (; old[lists[0].count]; lists[0].count++) {
        texts[0][lists[0].count] = cs_text_of(old[lists[0].count]);
        ids[0][lists[0].count] = cs_text_of(old_ids ? old_ids[lists[0].count] : NULL);
    }
    for (; new[lists[1].count]; lists[1].count++) {
        texts[1][lists[1].count] = cs_text_of(new[lists[1].count]);
        ids[1][lists[1].count] = cs_text_of(new_ids ? new_ids[lists[1].count] : NULL);
    }
    struct cs_pair pairs[32];
    for (uint32_t i = 0; i < 32; i++)
        pairs[i] = (struct cs_pair){.other = CS_UNPAIRED};
    cs_pair_texts(&job->arena, &lists[0], &lists[1], pairs);
    char *at = said;
    for (uint32_t i = 0; i < lists[1].count; i++) {
        if (pairs[i].other == CS_UNPAIRED)
            at += sprintf(at, "%s-", i ? " " : "");
        else
            at += sprintf(at, "%s%u%s", i ? " " : "", pairs[i].other, pairs[i].moved ? "!" : "");
    }
    return said;
}

#define LIST(...) ((const char *const[]){__VA_ARGS__, NULL})

static void equals_are_paired_in_order_and_the_fewest_have_moved(void **state)
{
    struct cs_job *job = *state;
    assert_string_equal(paired(job, LIST("甲の質問", "乙の設問", "丙の項目"), NULL,
                               LIST("甲の質問", "新しい事柄", "乙の設問", "丙の項目"), NULL),
                        "0 - 1 2");
    assert_string_equal(
        paired(job, LIST("甲の質問", "乙の設問", "丙の項目"), NULL, LIST("丙の項目", "甲の質問", "乙の設問"), NULL),
        "2! 0 1");
    /* Three of the same wording, the second gone: the numbers say which. */
    assert_string_equal(
        paired(job, LIST("その他", "その他", "その他"), LIST("1", "2", "3"), LIST("その他", "その他"), LIST("1", "3")),
        "0 2");
    assert_string_equal(paired(job, LIST("その他", "その他"), NULL, LIST("その他", "その他"), NULL), "0 1");
    assert_string_equal(paired(job, LIST("", "甲"), NULL, LIST("", "、"), NULL), "- -");
}

static void a_number_binds_what_is_much_alike(void **state)
{
    struct cs_job *job = *state;
    const char *const old[] = {"バックアップを取得していますか", "復元の試験をしていますか", NULL};
    const char *const new[] = {"復元の訓練をしていますか", "バックアップを毎日取得していますか", NULL};
    assert_string_equal(paired(job, old, LIST("1", "2"), new, LIST("2", "1")), "1 0!");
    /* The same number over another question is another question. */
    assert_string_equal(paired(job, LIST("落雷への備え"), LIST("1"), LIST("退職者の口座を消す手順"), LIST("1")), "-");
}

/* Both 監視 questions are more like each other's new wording than a threshold could tell; their order tells. */
static void order_decides_where_likeness_cannot(void **state)
{
    struct cs_job *job = *state;
    assert_string_equal(paired(job, LIST("サーバーの稼働監視をしているか", "サーバーの障害監視をしているか"), NULL,
                               LIST("サーバの稼働を監視しているか", "サーバの障害を監視しているか"), NULL),
                        "0 1");
    assert_string_equal(
        paired(job,
               LIST("落雷に備えた対策をしているか", "水害に備えた対策をしているか", "静電気に備えた対策をしているか"),
               NULL, LIST("水害に備えた対策はあるか", "静電気に備えた対策はあるか"), NULL),
        "1 2");
}

static void what_is_alike_elsewhere_has_moved(void **state)
{
    struct cs_job *job = *state;
    assert_string_equal(
        paired(
            job, LIST("操作記録を1年保管していますか", "脆弱性診断をしていますか", "個人情報を国外に移しますか"), NULL,
            LIST("脆弱性診断を行っていますか", "個人情報を国外に移転しますか", "操作記録を2年保管していますか"), NULL),
        "1 2 0!");
}

static void what_the_caller_has_paired_stays(void **state)
{
    struct cs_job *job = *state;
    cs_text old[] = {CS_TEXT("甲"), CS_TEXT("乙")}, new[] = {CS_TEXT("甲"), CS_TEXT("乙")};
    struct cs_pair pairs[] = {{.other = 1}, {.other = CS_UNPAIRED}};
    cs_pair_texts(&job->arena, &(struct cs_list){old, NULL, 2}, &(struct cs_list){new, NULL, 2}, pairs);
    assert_int_equal(pairs[0].other, 1);
    assert_int_equal(pairs[1].other, CS_UNPAIRED);
}

/* Questions as sheets have them: a subject and a predicate out of a few hundred, reworded, some gone, some new, some
 * moved; what was made from what is known. */
static void questions_reworded_are_found_again(void **state)
{
    enum { QUESTIONS = 60, ROUNDS = 20 };
    static const char *const subjects[] = {"利用者の認証", "通信の暗号化", "操作記録",   "障害の通知",
                                           "脆弱性診断",   "委託先",       "入退室",     "復元試験",
                                           "資産の台帳",   "教育",         "契約の終了", "時刻の同期"};
    static const char *const ends[] = {"の手順を定めているか。", "を年に1回見直しているか。",
                                       "の責任者を決めているか。", "の結果を経営者に報告しているか。",
                                       "を利用者に公開しているか。"};
    static const char *const reworded[] = {"について手順を定めること", "は、年に1度は見直しを行うこと",
                                           "の責任者を任命していますか", "の結果は経営層に報告していますか",
                                           "を利用者へ公開していますか"};
    struct cs_job *job = *state;
    uint64_t seed = 7;
    uint32_t right = 0, wrong = 0;
    for (uint32_t round = 0; round < ROUNDS; round++) {
        cs_text old[QUESTIONS], new[QUESTIONS];
        uint32_t from[QUESTIONS], count = 0;
        char bytes[2][QUESTIONS][128];
        for (uint32_t i = 0; i < QUESTIONS; i++) {
            uint32_t subject = i % COUNT(subjects), end = i / COUNT(subjects);
            snprintf(bytes[0][i], 128, "%s%s", subjects[subject], ends[end]);
            snprintf(bytes[1][i], 128, "%s%s", subjects[subject], reworded[end]);
            old[i] = cs_text_of(bytes[0][i]);
            if (draw_below(&seed, 10) == 0)
                continue; /* gone */
            from[count] = i;
            new[count++] = cs_text_of(bytes[1][i]);
        }
        struct cs_pair pairs[QUESTIONS];
        for (uint32_t i = 0; i < count; i++)
            pairs[i] = (struct cs_pair){.other = CS_UNPAIRED};
        cs_pair_texts(&job->arena, &(struct cs_list){old, NULL, QUESTIONS}, &(struct cs_list){new, NULL, count}, pairs);
        for (uint32_t i = 0; i < count; i++) {
            right += pairs[i].other == from[i];
            wrong += pairs[i].other != from[i];
        }
    }
    assert_true(right > 1000);
    if (wrong * 50 > right)
        fail_msg("right %u, wrong %u", right, wrong);
}

/* Each old text at most once, and the same answer for ever more texts of one kind: nothing is quadratic. */
static void thirty_thousand_alike_are_paired_one_to_one(void **state)
{
    enum { MANY = 30000 };
    struct cs_job *job = *state;
    cs_text *old = cs_alloc_array(&job->arena, MANY, sizeof *old),
            *new = cs_alloc_array(&job->arena, MANY, sizeof *new);
    struct cs_pair *pairs = cs_alloc_array(&job->arena, MANY, sizeof *pairs);
    bool *taken = cs_alloc_array(&job->arena, MANY, sizeof *taken);
    char bytes[64];
    uint32_t right = 0;
    for (uint32_t i = 0; i < MANY; i++) {
        int size = snprintf(bytes, sizeof bytes, "装置 %u の記録を保管しているか", i * 7);
        old[i] = cs_text_copy(&job->arena, (cs_text){bytes, (size_t)size});
        size = snprintf(bytes, sizeof bytes, "装置 %u の記録を保管していますか", i * 7);
        new[i] = cs_text_copy(&job->arena, (cs_text){bytes, (size_t)size});
        pairs[i].other = CS_UNPAIRED;
    }
    cs_pair_texts(&job->arena, &(struct cs_list){old, NULL, MANY}, &(struct cs_list){new, NULL, MANY}, pairs);
    for (uint32_t i = 0; i < MANY; i++) {
        if (pairs[i].other == CS_UNPAIRED)
            continue;
        assert_false(taken[pairs[i].other]);
        taken[pairs[i].other] = true;
        right += pairs[i].other == i;
    }
    assert_true(right > MANY / 100 * 99);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(bare_text_has_no_width_case_spaces_or_punctuation),
        job_test(likeness_is_the_share_of_common_neighbours),
        job_test(likeness_is_that_of_all_pairs),
        job_test(equals_are_paired_in_order_and_the_fewest_have_moved),
        job_test(a_number_binds_what_is_much_alike),
        job_test(order_decides_where_likeness_cannot),
        job_test(what_is_alike_elsewhere_has_moved),
        job_test(what_the_caller_has_paired_stays),
        job_test(questions_reworded_are_found_again),
        job_test(thirty_thousand_alike_are_paired_one_to_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
