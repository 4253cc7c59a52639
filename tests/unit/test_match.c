/* The index of questions: what counts as the same term, which document a text is nearest to, and that a text which
 * nothing asks is nobody's. */
#include "checksheet/match.h"
#include "match/contrast.h"
#include "match/terms.h"
#include "support.h"

static const char *const catalogs[] = {"METI", "MIC", "PRECENA", "CALLCONNECT"};

/* --- terms ------------------------------------------------------------------------------------------------------- */

static uint64_t only_token(struct cs_job *job, const char *word)
{
    struct cs_token_list tokens = {0};
    cs_tokens_add(&job->arena, &tokens, cs_text_of(word));
    assert_int_equal(tokens.count, 1);
    return tokens.at[0].key;
}

static void words_of_one_stem_are_one_token(void **state)
{
    static const char *const same[][2] = {
        {"encrypt", "Encryption"}, {"encrypted", "encrypting"}, {"policy", "policies"}, {"log", "logged"},
        {"log", "LOGS"},           {"store", "storing"},        {"manage", "managed"},  {"ＴＬＳ", "tls"},
        {"backup", "backups"},     {"process", "processes"},
    };
    static const char *const apart[][2] = {{"user", "use"}, {"access", "accept"}, {"rpo", "rto"}, {"host", "ghost"}};
    for (size_t i = 0; i < COUNT(same); i++)
        assert_true(only_token(*state, same[i][0]) == only_token(*state, same[i][1]));
    for (size_t i = 0; i < COUNT(apart); i++)
        assert_true(only_token(*state, apart[i][0]) != only_token(*state, apart[i][1]));
}

static void japanese_is_cut_into_characters_and_pairs(void **state)
{
    struct cs_job *job = *state;
    struct cs_token_list tokens = {0};
    cs_tokens_add(&job->arena, &tokens, cs_text_of("ｻｰﾊﾞ・SLAの値 ⻑"));
    assert_int_equal(tokens.count, 7);
    assert_int_equal(tokens.at[2].key, 0x30d0); /* the half-width sign joined */
    assert_true(tokens.at[3].key & CS_TOKEN_WORD);
    assert_int_equal(tokens.at[6].key, 0x9577); /* the radical is the character */
    assert_true(cs_pair_key(&tokens, 0) != 0);
    assert_true(cs_pair_key(&tokens, 2) == 0); /* a middle dot between */
    assert_true(cs_pair_key(&tokens, 3) == 0); /* a word has no pairs */
    assert_true(cs_pair_key(&tokens, 4) != 0);
    assert_true(cs_pair_key(&tokens, 5) == 0); /* a blank between */
    assert_true(cs_pair_key(&tokens, 6) == 0); /* the end */
}

/* --- the index --------------------------------------------------------------------------------------------------- */

static struct cs_index *index_of(struct cs_job *job, const char *const *texts)
{
    struct cs_index *index = cs_index_new(job, NULL);
    for (; *texts; texts++) {
        cs_index_begin(index);
        cs_index_text(index, CS_PART_QUESTION, cs_text_of(*texts));
    }
    cs_index_finish(index);
    return index;
}

/* Whole numbers, worked out by hand once: log2(6/3) = 1 bit for a term that one of two documents has, log2(6/5) for one
 * that both have. */
static void figures_are_the_same_on_every_machine(void **state)
{
    struct cs_hit hits[2];
    struct cs_index *index = index_of(*state, (const char *const[]){"alpha common", "beta common", NULL});
    assert_int_equal(cs_index_search(index, cs_text_of("alpha"), 0, 2, hits, 2), 1);
    assert_int_equal(hits[0].document, 0);
    assert_int_equal(hits[0].score, 454); /* 1 / 2.2 of all that a document could score */
    assert_int_equal(cs_index_search(index, cs_text_of("common"), 0, 2, hits, 2), 2);
    assert_int_equal(hits[0].document, 0); /* equal: in the order of the documents */
    assert_int_equal(hits[1].document, 1);
    assert_int_equal(cs_index_search(index, cs_text_of("alpha zeta"), 0, 2, hits, 2), 1);
    assert_int_equal(hits[0].score, 126); /* zeta, which none has, counts log2(6) */
    assert_int_equal(cs_index_likeness(index, cs_text_of("common alpha alpha"), 0), 673); /* the root of 1 / 2.2 */
}

static void what_shares_nothing_is_no_hit(void **state)
{
    struct cs_hit hit;
    struct cs_index *index = index_of(*state, (const char *const[]){"稼働監視", "障害通知", NULL});
    static const char *const strangers[] = {"", " 、。", "quux", "犬"};
    for (size_t i = 0; i < COUNT(strangers); i++) {
        assert_int_equal(cs_index_search(index, cs_text_of(strangers[i]), 0, 2, &hit, 1), 0);
        struct cs_nearest nearest = cs_index_nearest(index, cs_text_of(strangers[i]), 0, 2);
        assert_int_equal(nearest.document, CS_NO_DOCUMENT);
        assert_false(cs_is_near(nearest));
    }
    assert_int_equal(cs_index_search(index, cs_text_of("障害"), 0, 1, &hit, 1), 0); /* outside the range */
    assert_int_equal(cs_index_search(index, cs_text_of("障害"), 0, 2, &hit, 0), 0);
    struct cs_index *empty = index_of(*state, (const char *const[]){NULL});
    assert_int_equal(cs_index_search(empty, cs_text_of("障害"), 0, 1, &hit, 1), 0);
}

/* Only as many hits as there is room for, and the best ones, whatever the order of the documents. */
static void the_best_come_first(void **state)
{
    struct cs_hit hits[3];
    struct cs_index *index =
        index_of(*state, (const char *const[]){"d", "c d", "b c d", "a b c d", "x", "a c d", "b", "a b", "a d", NULL});
    assert_int_equal(cs_index_search(index, cs_text_of("a b c d"), 0, 9, hits, 3), 3);
    assert_int_equal(hits[0].document, 3);
    assert_true(hits[0].score > hits[1].score && hits[1].score >= hits[2].score);
}

static struct cs_index *index_of_catalog(struct cs_job *job, const char *id, const struct cs_catalog **catalog)
{
    struct cs_catalogs builtin = cs_builtin_catalogs(job);
    struct cs_index *index = cs_index_new(job, NULL);
    *catalog = builtin.find(builtin.context, cs_text_of(id), (cs_text){0});
    assert_int_equal(cs_index_catalog(index, *catalog), 0);
    cs_index_finish(index);
    return index;
}

static void an_items_own_question_finds_the_item(void **state)
{
    for (size_t c = 0; c < COUNT(catalogs); c++) {
        const struct cs_catalog *catalog;
        struct cs_index *index = index_of_catalog(*state, catalogs[c], &catalog);
        for (uint32_t i = 0; i < catalog->item_count; i++)
            for (int l = 0; l < CS_LANGUAGES; l++) {
                struct cs_nearest nearest = cs_index_nearest(index, catalog->items[i].ask->in[l], 0, UINT32_MAX);
                assert_int_equal(nearest.document, i);
                assert_true(nearest.likeness > 2 * CS_FAR_LIKENESS);
            }
    }
}

/* How customers put what the items ask; far from the catalog's words, only the order is right. */
static void a_customers_wording_is_taken_for_its_item(void **state)
{
    static const struct {
        const char *catalog, *item, *text;
        bool near;
    } wordings[] = {
        {"METI", "6-8", "お客様データのバックアップを定期的に取得し、復元できることを確認していますか。", true},
        {"METI", "6-14", "機器の時計をNTPなどで同期させていますか。", true},
        {"METI", "6-25", "操作しないまま一定時間が経つと、自動的にログアウトしますか。", false},
        {"METI", "3-2-1", "全従業員に対して情報セキュリティの教育および訓練を行っている。", true},
        {"MIC", "12", "自己資本比率（単体）", true},
        {"MIC", "37", "サービスを提供する時間帯を記入してください", true},
    };
    static const char *const strangers[] = {
        "社員食堂の献立は誰が決めていますか。",
        "Which colour is the logo of your company?",
        "御社の主な取引銀行の支店名を教えてください。",
    };
    for (size_t i = 0; i < COUNT(wordings); i++) {
        const struct cs_catalog *catalog;
        struct cs_index *index = index_of_catalog(*state, wordings[i].catalog, &catalog);
        struct cs_nearest nearest = cs_index_nearest(index, cs_text_of(wordings[i].text), 0, UINT32_MAX);
        assert_text(catalog->items[nearest.document].id, wordings[i].item);
        assert_int_equal(cs_is_near(nearest), wordings[i].near);
    }
    for (size_t c = 0; c < COUNT(catalogs); c++)
        for (size_t i = 0; i < COUNT(strangers); i++) {
            const struct cs_catalog *catalog;
            struct cs_index *index = index_of_catalog(*state, catalogs[c], &catalog);
            assert_false(cs_is_near(cs_index_nearest(index, cs_text_of(strangers[i]), 0, UINT32_MAX)));
        }
}

static void what_is_alike_and_asks_for_something_else_is_told(void **state)
{
    static const char *const contrasts[][2] = {
        {"目標復旧時間を定めていますか。", "目標復旧時点を定めていますか。"},
        {"本番のデータを開発で使いますか", "開発のデータを本番で使いますか"},
        {"Are access rights reviewed yearly?", "Are access rights reviewed monthly?"},
        {"監視カメラがありますか。", "監視カメラと警備員がありますか。"},
        {"SOC 2 Type 1を取得", "SOC 2 Type 2を取得"},
        {"教育していますか。", "火災に備えていますか。"},
    };
    static const char *const same[][2] = {
        {"目標復旧時間を定めていますか。", "目標復旧時間を定めているか"},
        {"ﾛｸﾞを保存していますか", "ログを　保存していること。"},
        {"Are access rights reviewed?", "are ACCESS-rights reviewed"},
        {"全従業員に教育していますか。", "従業員には情報を守るための教育と訓練を行っていますか。"},
        {"全従業員に教育していますか。", "Is all staff trained?"}, /* in two languages */
        {"二要素認証を使えますか。", "2要素認証を使えますか。"},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(contrasts); i++) {
        assert_true(cs_texts_contrast(*state, cs_text_of(contrasts[i][0]), cs_text_of(contrasts[i][1])));
        assert_true(cs_texts_contrast(*state, cs_text_of(contrasts[i][1]), cs_text_of(contrasts[i][0])));
    }
    for (size_t i = 0; i < COUNT(same); i++)
        assert_false(cs_texts_contrast(*state, cs_text_of(same[i][0]), cs_text_of(same[i][1])));
}

static void equal_texts_differ_in_width_case_and_blanks(void **state)
{
    assert_text(cs_text_folded(*state, cs_text_of("　ＲＴＯ と ﾃﾞｰﾀ：⻑期。")), "rtoとデータ長期");
    assert_text(cs_text_folded(*state, cs_text_of("１．５時間、 9:30 から、1,000円、4-1. 目標")),
                "1.5時間9.30から1000円4.1目標");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(words_of_one_stem_are_one_token),
        job_test(japanese_is_cut_into_characters_and_pairs),
        job_test(figures_are_the_same_on_every_machine),
        job_test(what_shares_nothing_is_no_hit),
        job_test(the_best_come_first),
        job_test(an_items_own_question_finds_the_item),
        job_test(a_customers_wording_is_taken_for_its_item),
        job_test(what_is_alike_and_asks_for_something_else_is_told),
        job_test(equal_texts_differ_in_width_case_and_blanks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
