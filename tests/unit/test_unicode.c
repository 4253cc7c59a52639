/* Cells and folding. */
#include "base/unicode.h"
#include "base/spelling.h"
#include "support.h"

static void cells_by_kind(void **state)
{
    struct cs_job *job = *state;
    static const struct {
        const char *text;
        size_t narrow, wide; /* cells with ambiguous characters 1 and 2 wide */
    } cases[] = {
        {"", 0, 0},        {"a", 1, 1},        {"あ", 2, 2},     {"漢", 2, 2},    {"ｶ", 1, 1},
        {"Ａ", 2, 2},      {"○", 1, 2},        {"×", 1, 2},      {"△", 1, 2},     {"①", 1, 2},
        {"e\u0301", 1, 1}, {"か\u3099", 2, 2}, {"𠮷", 2, 2},     {"🍣", 2, 2},     {"　", 2, 2},
        {"\n\t", 0, 0},    {"\u200d", 0, 0},   {"約19社", 6, 6}, {"○対応", 5, 6},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        size_t narrow = cs_text_width(cs_job_widths(job, 1), cs_text_of(cases[i].text));
        size_t wide = cs_text_width(cs_job_widths(job, 2), cs_text_of(cases[i].text));
        if (narrow != cases[i].narrow || wide != cases[i].wide)
            fail_msg("'%s' has %zu and %zu cells", cases[i].text, narrow, wide);
    }
}

/* A text is as wide as its characters; asking twice (the cache) changes nothing; ambiguous is never narrower. */
static void width_adds_up(void **state)
{
    struct cs_job *job = *state;
    struct cs_widths *narrow = cs_job_widths(job, 1), *wide = cs_job_widths(job, 2);
    uint64_t seed = 8;
    for (int round = 0; round < 2000; round++) {
        struct cs_buf buf = {0};
        add_characters(&buf, &seed, 20);
        cs_text rest = cs_buf_text(&buf);
        size_t sum = 0, wide_sum = 0;
        while (rest.size) {
            uint32_t point = cs_text_next(&rest);
            sum += cs_width_of(narrow, point);
            wide_sum += cs_width_of(wide, point);
            assert_true(cs_width_of(wide, point) >= cs_width_of(narrow, point));
            assert_true(cs_width_of(wide, point) <= 2);
        }
        assert_int_equal(cs_text_width(narrow, cs_buf_text(&buf)), sum);
        assert_int_equal(cs_text_width(narrow, cs_buf_text(&buf)), sum);
        assert_int_equal(cs_text_width(wide, cs_buf_text(&buf)), wide_sum);
        cs_buf_free(&buf);
    }
}

static void widths_are_made_once(void **state)
{
    struct cs_job *job = *state;
    assert_ptr_equal(cs_job_widths(job, 1), cs_job_widths(job, 1));
    assert_ptr_not_equal(cs_job_widths(job, 1), cs_job_widths(job, 2));
}

static void folding(void **state)
{
    struct cs_job *job = *state;
    static const struct {
        const char *text, *folded;
    } cases[] = {{"ＭＥＴＩ６－８", "METI6-8"},
                 {"ｶﾞ", "ガ"},
                 {"か\u3099", "が"},
                 {"①", "1"},
                 {"㍿", "株式会社"},
                 {"plain", "plain"},
                 {"", ""},
                 {"　", " "}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_text(cs_text_fold(&job->arena, cs_text_of(cases[i].text)), cases[i].folded);
    assert_true(cs_text_starts(cs_text_fold(&job->arena, CS_TEXT("a\xff")), CS_TEXT("a")));
}

static void folding_twice_is_folding_once(void **state)
{
    struct cs_job *job = *state;
    uint64_t seed = 9;
    for (int round = 0; round < 2000; round++) {
        struct cs_buf buf = {0};
        add_characters(&buf, &seed, 12);
        cs_text once = cs_text_fold(&job->arena, cs_buf_text(&buf));
        assert_true(cs_text_equal(once, cs_text_fold(&job->arena, once)));
        cs_buf_free(&buf);
    }
}

static void spellings_of_a_word_are_one(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"サーバー室のサーバ", "サーバ室のサーバ"},
        {"お問い合わせ、お問合わせ、お問合せ", "お問合せ、お問合せ、お問合せ"},
        {"取り扱い規程", "取扱規定"},
        {"ウィルス", "ウイルス"},
        {"サー", "サー"},
        {"No. 1: ASCII", "No. 1: ASCII"},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cs_buf spelt = {0};
        cs_buf_add_spelt(&spelt, cs_text_of(cases[i][0]));
        assert_text(cs_buf_text(&spelt), cases[i][1]);
        cs_buf_free(&spelt);
    }
}

/* The words that clauses are compared by would not be found if they were spelt otherwise. */
static void words_of_topics_are_spelt_as_kept(void **state)
{
    (void)state;
    static const char *const words[] = {
#define CS_GENERIC(word) word,
#include "check/claims/topic.def"
#define CS_EMPTY(word) word,
#include "check/claims/topic.def"
#define CS_ALSO(word, other) word, other,
#include "check/claims/topic.def"
    };
    for (size_t i = 0; i < COUNT(words); i++) {
        struct cs_buf spelt = {0};
        cs_buf_add_spelt(&spelt, cs_text_of(words[i]));
        assert_text(cs_buf_text(&spelt), words[i]);
        cs_buf_free(&spelt);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(cells_by_kind),
        job_test(width_adds_up),
        job_test(widths_are_made_once),
        job_test(folding),
        job_test(folding_twice_is_folding_once),
        job_test(spellings_of_a_word_are_one),
        job_test(words_of_topics_are_spelt_as_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
