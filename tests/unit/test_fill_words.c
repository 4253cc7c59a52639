/* The words of a form for an answer: of lists, titles and boxes. Never the nearest. */
#include "fill/words.h"
#include "wording/boxes.h"
#include "support.h"

static void what_words_mean(void **state)
{
    static const struct {
        const char *word;
        enum cs_state state;
    } words[] = {{"○", CS_STATE_OK},
                 {"〇", CS_STATE_OK},
                 {"はい", CS_STATE_OK},
                 {"はい / Yes", CS_STATE_OK},
                 {"○：対応済み", CS_STATE_OK},
                 {"1. はい", CS_STATE_OK},
                 {"YES", CS_STATE_OK},
                 {"Fully", CS_STATE_OK},
                 {"△", CS_STATE_PART},
                 {"一部 / Partial", CS_STATE_PART},
                 {"Partly", CS_STATE_PART},
                 {"いいえ", CS_STATE_NG},
                 {"Not at all", CS_STATE_NG},
                 {"No", CS_STATE_NG},
                 {"×（未対応）", CS_STATE_NG},
                 {"N/A", CS_STATE_NA},
                 {"該当なし", CS_STATE_NA},
                 {"対応予定", CS_STATE_PLAN},
                 {"", CS_STATE_NONE},
                 {"選択してください", CS_STATE_NONE},
                 {"はい/いいえ", CS_STATE_NONE},
                 {"対応（予定）", CS_STATE_NONE},
                 {"Yes, but", CS_STATE_NONE},
                 {"12", CS_STATE_NONE},
                 {"/", CS_STATE_NONE}};
    for (size_t i = 0; i < COUNT(words); i++) {
        enum cs_state is = cs_fill_state_of(*state, NULL, NULL, cs_text_of(words[i].word));
        if (is != words[i].state)
            fail_msg("'%s' means %d, not %d", words[i].word, is, words[i].state);
    }
}

static void choosing(void **state)
{
    static const cs_text words[] = {CS_LITERAL("選択してください"), CS_LITERAL("はい"),
                                    CS_LITERAL("いいえ"),           CS_LITERAL("99.9%"),
                                    CS_LITERAL("対応済"),           CS_LITERAL("未対応")};
    struct cs_answer answer = {.state = CS_STATE_NG};
    cs_text chosen = {0};
    assert_true(cs_fill_choose(*state, NULL, NULL, &answer, words, 4, &chosen));
    assert_text(chosen, "いいえ");
    assert_false(cs_fill_choose(*state, NULL, NULL, &answer, words, 6, &chosen)); /* two words for one state */
    answer.state = CS_STATE_PART;
    assert_false(cs_fill_choose(*state, NULL, NULL, &answer, words, 4, &chosen));
    answer.state = CS_STATE_FREE_TEXT;
    answer.value.written = CS_TEXT("９９．９％");
    assert_true(cs_fill_choose(*state, NULL, NULL, &answer, words, 4, &chosen));
    assert_text(chosen, "99.9%");
    answer.value.written = CS_TEXT("99%");
    assert_false(cs_fill_choose(*state, NULL, NULL, &answer, words, 4, &chosen));
}

static void check_signs(void **state)
{
    static const struct {
        const char *text, *sign;
    } texts[] = {{"該当する欄に✓を記入してください。", "✓"},
                 {"いずれかに○をつけてください", "○"},
                 {"レ点を入れてください", "✓"},
                 {"Mark the column that applies with an X.", "X"},
                 {"Put an 'x' where it applies", "x"},
                 {"○：対応済 △：一部 ×：未対応 を記入", ""},
                 {"Extra boxes may be marked.", ""},
                 {"✓", ""},
                 {"", ""}};
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        print_message("%s\n", texts[i].text);
        assert_text(cs_fill_check_sign(cs_text_of(texts[i].text)), texts[i].sign);
    }
}

static void requests(void **state)
{
    (void)state;
    assert_true(cs_is_request(CS_TEXT("選択してください")));
    assert_true(cs_is_request(CS_TEXT("-- Please select --")));
    assert_false(cs_is_request(CS_TEXT("はい")));
    assert_false(cs_is_request(CS_TEXT("")));
}

static void legends(void **state)
{
    static const struct {
        const char *title;
        uint32_t count;
    } titles[] = {{"回答（はい／いいえ）", 2},
                  {"Answer (Yes/No/Partial/N/A)", 4},
                  {"Answer (Yes / No / N/A)", 3},
                  {"回答（必須）", 0},
                  {"Response (Y/N)", 2},
                  {"回答（該当欄に○）", 0},
                  {"回答", 0},
                  {"Answer (N/Apply)", 0},
                  {"回答（○△×－）", 4}};
    cs_text words[8];
    for (size_t i = 0; i < COUNT(titles); i++) {
        uint32_t count = cs_fill_legend(*state, cs_text_of(titles[i].title), cs_fill_meaning_of, words, COUNT(words));
        if (count != titles[i].count)
            fail_msg("'%s' offers %u words, not %u", titles[i].title, count, titles[i].count);
    }
    assert_int_equal(
        cs_fill_legend(*state, CS_TEXT("回答（はい／いいえ／該当なし）"), cs_fill_meaning_of, words, COUNT(words)), 3);
    assert_text(words[2], "該当なし");
}

static void boxes(void **state)
{
    static const struct {
        enum cs_state answer;
        const char *cell;
        enum cs_fill_boxes is;
        const char *text;
    } cases[] = {
        {CS_STATE_OK, "□はい　□一部\n□いいえ　□該当なし", CS_BOXES_CHECKED, "■はい　□一部\n□いいえ　□該当なし"},
        {CS_STATE_NG, "☐ Yes ☐ No (why?)", CS_BOXES_CHECKED, "☐ Yes ☑ No (why?)"},
        {CS_STATE_NG, "□はい　□いいえ（理由：　　）", CS_BOXES_CHECKED, "□はい　■いいえ（理由：　　）"},
        {CS_STATE_OK, "■はい □いいえ", CS_BOXES_CHECKED, "■はい □いいえ"},
        {CS_STATE_NG, "■はい □いいえ", CS_BOXES_USED, NULL},
        {CS_STATE_PART, "□はい □いいえ", CS_BOXES_LACK, NULL},
        {CS_STATE_OK, "□はい □対応済み", CS_BOXES_LACK, NULL},
        {CS_STATE_OK, "はい □いいえ", CS_NO_BOXES, NULL},
        {CS_STATE_OK, "□", CS_NO_BOXES, NULL},
        {CS_STATE_OK, "", CS_NO_BOXES, NULL},
        {CS_STATE_NG, "はい□　いいえ□", CS_BOXES_CHECKED, "はい□　いいえ■"},
        {CS_STATE_OK, "有 ☐ / 無 ☐", CS_NO_BOXES, NULL}, /* not words alone */
        {CS_STATE_OK, "別紙□ 参照□", CS_NO_BOXES, NULL},
        {CS_STATE_NG, "（　）はい　（　）いいえ", CS_BOXES_CHECKED, "（　）はい　（○）いいえ"},
        {CS_STATE_NA, "【　】はい【　】いいえ【　】対象外", CS_BOXES_CHECKED, "【　】はい【　】いいえ【○】対象外"},
        {CS_STATE_OK, "(   ) はい (   ) いいえ（　　）", CS_BOXES_CHECKED, "( ○ ) はい (   ) いいえ（　　）"},
        {CS_STATE_OK, "[ ] Yes [ ] No [ ] N/A", CS_BOXES_CHECKED, "[x] Yes [ ] No [ ] N/A"},
        {CS_STATE_OK, "() yes () no", CS_BOXES_CHECKED, "(x) yes () no"},
        {CS_STATE_OK, "（○）はい　（　）いいえ", CS_BOXES_CHECKED, "（○）はい　（　）いいえ"},
        {CS_STATE_NG, "［✓］有　［　］無", CS_BOXES_USED, NULL},
        {CS_STATE_PART, "（　）はい　（　）いいえ", CS_BOXES_LACK, NULL},
        {CS_STATE_OK, "（　）内に記入", CS_NO_BOXES, NULL},
        {CS_STATE_OK, "（　）年（　）月", CS_NO_BOXES, NULL},
        {CS_STATE_OK, "(1) はい (2) いいえ", CS_NO_BOXES, NULL},
        {CS_STATE_NG, "○はい　○いいえ", CS_BOXES_CHECKED, "○はい　●いいえ"},
        {CS_STATE_NG, "●はい　○いいえ", CS_BOXES_USED, NULL},
        {CS_STATE_OK, "○ 実施しています", CS_NO_BOXES, NULL}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        cs_text text = {0};
        struct cs_answer answer = {.state = cases[i].answer};
        if (cs_fill_boxes(*state, NULL, NULL, &answer, (cs_text){0}, cs_text_of(cases[i].cell), &text) != cases[i].is)
            fail_msg("%s", cases[i].cell);
        if (cases[i].text)
            assert_text(text, cases[i].text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {job_test(what_words_mean), job_test(choosing),    job_test(requests),
                                       job_test(legends),         job_test(check_signs), job_test(boxes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
