/* Inline changes: what is kept and taken out is the old text, what is kept and put in the new one, and it reads well.
 */
#include "derive/inline.h"
#include "support.h"

/* The runs as the terminal without colour shows them; lives until the next call. */
static const char *marked(struct cs_job *job, const char *old, const char *new)
{
    static char said[4096];
    struct cs_runs runs = cs_inline_diff(&(struct cs_inliner){.job = job}, cs_text_of(old), cs_text_of(new));
    static const char *const open[] = {"", "[-", "{+"}, *const close[] = {"", "-]", "+}"};
    char *at = said;
    *at = '\0';
    for (uint32_t i = 0; i < runs.count; i++)
        at += sprintf(at, "%s%.*s%s", open[runs.at[i].edit], (int)runs.at[i].text.size, runs.at[i].text.bytes,
                      close[runs.at[i].edit]);
    return said;
}

static void changes_end_where_the_script_does(void **state)
{
    struct cs_job *job = *state;
    assert_string_equal(
        marked(job, "管理者のみ TOTP とパスキーを使えます。",
               "全プランで TOTP とパスキーを使えます。管理者は全利用者に必須と設定できます。"),
        "[-管理者のみ-]{+全プランで+} TOTP とパスキーを使えます。{+管理者は全利用者に必須と設定できます。+}");
    assert_string_equal(
        marked(job, "お客様のデータを毎日バックアップし、14世代を同じリージョンに保管しています。",
               "お客様のデータを毎日バックアップし、30世代を別リージョンに保管しています。"),
        "お客様のデータを毎日バックアップし、[-14-]{+30+}世代を[-同じ-]{+別+}リージョンに保管しています。");
}

static void words_and_figures_stay_whole(void **state)
{
    struct cs_job *job = *state;
    assert_string_equal(marked(job, "通信は TLS1.1 で暗号化します", "通信は TLS1.2 で暗号化します"),
                        "通信は [-TLS1.1-]{+TLS1.2+} で暗号化します");
    assert_string_equal(marked(job, "接続元は 192.168.0.1 です。", "接続元は 192.168.0.10 です。"),
                        "接続元は [-192.168.0.1-]{+192.168.0.10+} です。");
    assert_string_equal(marked(job, "すべてのサーバーを点検します", "すべてのサーバを点検します"),
                        "すべての[-サーバー-]{+サーバ+}を点検します");
    assert_string_equal(marked(job, "the backup is kept for 30 days.", "the backup is kept for 60 days."),
                        "the backup is kept for [-30-]{+60+} days.");
    assert_string_equal(marked(job, "詳細は https://example.jp/a を参照", "詳細は https://example.jp/b を参照"),
                        "詳細は https://[-example.jp/a-]{+example.jp/b+} を参照");
}

/* What is the same at the end is not split, so it must begin where a token does: not within 12, nor a kanji word. */
static void a_common_end_begins_with_a_token(void **state)
{
    struct cs_job *job = *state;
    assert_string_equal(marked(job, "期限は12月末です。", "期限は2月末です。"), "期限は[-12-]{+2+}月末です。");
    assert_string_equal(marked(job, "記録を運用管理します。", "記録を品質管理します。"),
                        "記録を[-運用管理-]{+品質管理+}します。");
    assert_string_equal(marked(job, "TLS1.2を使います。", "1.2を使います。"), "[-TLS1.2-]{+1.2+}を使います。");
    assert_string_equal(marked(job, "管理します。", "運用管理します。"), "[-管理-]{+運用管理+}します。");
}

static void a_word_put_into_hiragana_leaves_them(void **state)
{
    struct cs_job *job = *state;
    assert_string_equal(marked(job, "教育をしていますか。", "教育を年1回していますか。"),
                        "教育を{+年1回+}していますか。");
    assert_string_equal(marked(job, "予定は　ありません。", "予定はありません。"), "予定は[-　-]ありません。");
    assert_string_equal(marked(job, "外部に提供します。", "外部に提供しません。"),
                        "外部に提供[-します-]{+しません+}。");
}

static void what_has_little_in_common_is_given_whole(void **state)
{
    struct cs_job *job = *state;
    assert_string_equal(marked(job, "予定はありません。", "毎年見直しています。"),
                        "[-予定はありません。-]{+毎年見直しています。+}");
    assert_string_equal(marked(job, "", "新しい"), "{+新しい+}");
    assert_string_equal(marked(job, "毎日。", "当社の基盤部門が、毎週の点検で記録を確かめます。毎月。"),
                        "[-毎日。-]{+当社の基盤部門が、毎週の点検で記録を確かめます。毎月。+}");
    assert_string_equal(marked(job, "古い", ""), "[-古い-]");
    assert_string_equal(marked(job, "同じ", "同じ"), "同じ");
    assert_string_equal(marked(job, "", ""), "");
}

/* A short remark that was added to, however much. */
static void what_was_added_to_is_kept(void **state)
{
    struct cs_job *job = *state;
    assert_string_equal(marked(job, "毎日取ります。", "毎日取ります。取ったものは別の地域に送り、30世代を保管します。"),
                        "毎日取ります。{+取ったものは別の地域に送り、30世代を保管します。+}");
    assert_string_equal(marked(job, "毎日取り、30世代を保管します。復元も試しています。", "30世代を保管します。"),
                        "[-毎日取り、-]30世代を保管します。[-復元も試しています。-]");
    assert_string_equal(
        marked(job, "外部の監査を受けます。",
               "外部の監査を毎年受けます。監査では、規程と記録を見て、報告を役員に出しています。"),
        "外部の監査を[-受-]{+毎年受+}けます。{+監査では、規程と記録を見て、報告を役員に出しています。+}");
}

/* What stands between two changes by chance is part of the change. */
static void short_stretches_between_changes_are_given_up(void **state)
{
    struct cs_job *job = *state;
    assert_string_equal(marked(job, "当社の情報システム部門が、月次で記録を確認し、その結果を役員に報告しています。",
                               "当社の品質保証部門が、週次で台帳を点検し、その結果を役員に報告しています。"),
                        "当社の[-情報システム部門が、月次で記録を確認-]{+品質保証部門が、週次で台帳を点検+}"
                        "し、その結果を役員に報告しています。");
    assert_string_equal(marked(job, "当社の情報システム部門が月次で記録し、14日保管します。",
                               "当社の品質保証部門が週次で記録し、30日保管します。"),
                        "当社の[-情報システム部門が月次-]{+品質保証部門が週次+}で記録し、[-14-]{+30+}日保管します。");
}

/* The law, for any two texts. */
static void both_sides_can_be_read_back(void **state)
{
    struct cs_job *job = *state;
    struct cs_inliner inliner = {.job = job};
    uint64_t seed = 11;
    for (int round = 0; round < 3000; round++) {
        struct cs_buf old = {0}, new = {0}, sides[2] = {{0}, {0}};
        for (uint32_t part = draw_below(&seed, 6); part > 0; part--) {
            add_characters(&old, &seed, 6);
            if (draw_below(&seed, 2))
                add_characters(&new, &seed, 6);
            struct cs_buf common = {0};
            add_characters(&common, &seed, 12);
            cs_buf_add(&old, cs_buf_text(&common));
            cs_buf_add(&new, cs_buf_text(&common));
            cs_buf_free(&common);
        }
        struct cs_runs runs = cs_inline_diff(&inliner, cs_buf_text(&old), cs_buf_text(&new));
        for (uint32_t i = 0; i < runs.count; i++) {
            assert_true(runs.at[i].text.size > 0);
            if (runs.at[i].edit != CS_PUT_IN)
                cs_buf_add(&sides[0], runs.at[i].text);
            if (runs.at[i].edit != CS_TAKEN_OUT)
                cs_buf_add(&sides[1], runs.at[i].text);
        }
        assert_true(cs_text_equal(cs_buf_text(&sides[0]), cs_buf_text(&old)));
        assert_true(cs_text_equal(cs_buf_text(&sides[1]), cs_buf_text(&new)));
        cs_buf_free(&old);
        cs_buf_free(&new);
        cs_buf_free(&sides[0]);
        cs_buf_free(&sides[1]);
    }
}

/* Very long texts without anything in common end at the cap, not in hours. */
static void the_longest_cells_are_no_trouble(void **state)
{
    struct cs_job *job = *state;
    struct cs_buf old = {0}, new = {0};
    for (int i = 0; i < 30000; i++) {
        cs_buf_add(&old, i % 2 ? CS_TEXT("あ") : CS_TEXT("、"));
        cs_buf_add(&new, i % 3 ? CS_TEXT("亜") : CS_TEXT("。"));
    }
    struct cs_runs runs = cs_inline_diff(&(struct cs_inliner){.job = job}, cs_buf_text(&old), cs_buf_text(&new));
    assert_int_equal(runs.count, 2);
    cs_buf_free(&old);
    cs_buf_free(&new);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(changes_end_where_the_script_does),
        job_test(words_and_figures_stay_whole),
        job_test(a_common_end_begins_with_a_token),
        job_test(a_word_put_into_hiragana_leaves_them),
        job_test(what_has_little_in_common_is_given_whole),
        job_test(what_was_added_to_is_kept),
        job_test(short_stretches_between_changes_are_given_up),
        job_test(both_sides_can_be_read_back),
        job_test(the_longest_cells_are_no_trouble),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
