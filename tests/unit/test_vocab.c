/* The vocabularies: each word leads to its own value and back, and marks are told from words that begin like them. */
#include "support.h"
#include "checksheet/sheet_words.h"

static void words_lead_there_and_back(void **state)
{
    (void)state;
    for (int i = CS_STATE_NONE + 1; i < CS_STATES; i++) {
        enum cs_state read = CS_STATE_NONE;
        assert_true(cs_state_of_word(cs_state_word((enum cs_state)i), &read));
        assert_int_equal(read, i);
    }
    for (int i = 0; i < CS_KINDS; i++) {
        enum cs_kind read = CS_KINDS;
        assert_true(cs_kind_of_word(cs_kind_word((enum cs_kind)i), &read));
        assert_int_equal(read, i);
    }
    for (int i = 0; i < CS_ROLES; i++) {
        enum cs_role read = CS_ROLES;
        assert_true(cs_role_of_word(cs_role_word((enum cs_role)i), &read));
        assert_int_equal(read, i);
    }
}

static void other_words_lead_nowhere(void **state)
{
    (void)state;
    static const char *const words[] = {"", "OK", "okay", "marks", "Number", "x"};
    for (size_t i = 0; i < COUNT(words); i++) {
        enum cs_state read_state = CS_STATE_NDA;
        enum cs_kind read_kind = CS_KIND_URL;
        enum cs_role read_role = CS_ROLE_REF;
        assert_false(cs_state_of_word(cs_text_of(words[i]), &read_state));
        assert_false(cs_kind_of_word(cs_text_of(words[i]), &read_kind));
        assert_false(cs_role_of_word(cs_text_of(words[i]), &read_role));
        assert_int_equal(read_state, CS_STATE_NDA); /* left alone */
    }
}

static void everything_has_words_in_both_languages(void **state)
{
    (void)state;
    for (int language = 0; language < CS_LANGUAGES; language++) {
        enum cs_language in = (enum cs_language)language;
        for (int i = 0; i < CS_STATES; i++)
            assert_true(cs_state_label((enum cs_state)i, in).size > 0);
        for (int i = 0; i < CS_KINDS; i++)
            assert_true(cs_kind_label((enum cs_kind)i, in).size > 0);
        for (int i = 0; i < CS_ROLES; i++)
            assert_true(cs_role_title((enum cs_role)i, in).size > 0 && cs_role_width((enum cs_role)i) > 0);
        for (int i = 0; i < CS_WORDS; i++)
            assert_true(cs_word((cs_word_id)i, in).size > 0 || i == CS_WORD_NOT_ASKED_BEFORE);
        for (int i = 0; i < CS_KINDS; i++) {
            bool yes_no = cs_kind_is_yes_no((enum cs_kind)i);
            assert_int_equal(cs_kind_word_for((enum cs_kind)i, CS_STATE_OK, in).size > 0, yes_no);
            assert_int_equal(cs_kind_word_for((enum cs_kind)i, CS_STATE_NG, in).size > 0, yes_no);
            assert_int_equal(cs_kind_word_for((enum cs_kind)i, CS_STATE_PART, in).size, 0);
        }
    }
}

/* --- spellings -----------------------------------------------------------------------------------------------------
 */

static const struct {
    enum cs_state state;
    cs_text text;
    bool sign;
} spellings[] = {
#define CS_SPELLING(state, spelling, sign) {CS_STATE_##state, CS_LITERAL(spelling), sign},
#include "checksheet/vocab.def"
};

static void every_spelling_is_known(void **state)
{
    (void)state;
    static const char *const behind[] = {"", " 理由", "　理由", "、理由", "。", "(理由)", "（理由）", "\n理由"};
    for (size_t i = 0; i < COUNT(spellings); i++)
        for (size_t k = 0; k < COUNT(behind); k++) {
            struct cs_buf text = {0};
            enum cs_state read = CS_STATE_NONE;
            size_t size = 0;
            bool is_letter =
                cs_text_equal(spellings[i].text, CS_TEXT("y")) || cs_text_equal(spellings[i].text, CS_TEXT("n"));
            if (is_letter && *behind[k] && *behind[k] != '(')
                continue; /* before Japanese it is an initial */
            cs_buf_add(&text, spellings[i].text);
            cs_buf_add(&text, cs_text_of(behind[k]));
            if (!cs_state_of_spelling(cs_buf_text(&text), &read, &size) || read != spellings[i].state ||
                size != spellings[i].text.size)
                fail_msg("'%s' is read as %d with %zu bytes", shown(cs_buf_text(&text)), read, size);
            cs_buf_free(&text);
        }
}

/* A sign needs no blank behind it; a word does, or 対応 would be read in 対応していません. */
static void a_word_ends_where_it_ends(void **state)
{
    (void)state;
    enum cs_state read;
    size_t size;
    for (size_t i = 0; i < COUNT(spellings); i++) {
        struct cs_buf text = {0};
        cs_buf_add(&text, spellings[i].text);
        cs_buf_add(&text, CS_TEXT("漢字"));
        bool found = cs_state_of_spelling(cs_buf_text(&text), &read, &size) && size == spellings[i].text.size;
        if (found != spellings[i].sign)
            fail_msg("'%s'", shown(cs_buf_text(&text)));
        cs_buf_free(&text);
    }
    static const char *const none[] = {"",     "対応していません", "有効期限", "可能な限り", "noon",
                                       "okay", "無料です",         "Xのみ",    "◎",          "★"};
    for (size_t i = 0; i < COUNT(none); i++) {
        size = 99;
        if (cs_state_of_spelling(cs_text_of(none[i]), &read, &size))
            fail_msg("'%s' is read as state %d", none[i], read);
        assert_int_equal(size, 0);
    }
}

static void no_spelling_means_two_things(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(spellings); i++)
        for (size_t k = 0; k < i; k++)
            assert_false(cs_text_equal(spellings[i].text, spellings[k].text));
}

static void words_in_a_language(void **state)
{
    (void)state;
    struct cs_words both = {{CS_TEXT("はい"), CS_TEXT("yes")}}, one = {{{NULL, 0}, CS_TEXT("yes")}};
    assert_text(cs_words_in(&both, CS_JA), "はい");
    assert_text(cs_words_in(&both, CS_EN), "yes");
    assert_text(cs_words_in(&one, CS_JA), "yes");
    assert_int_equal(cs_words_in(NULL, CS_JA).size, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_lead_there_and_back),
        cmocka_unit_test(other_words_lead_nowhere),
        cmocka_unit_test(everything_has_words_in_both_languages),
        cmocka_unit_test(every_spelling_is_known),
        cmocka_unit_test(a_word_ends_where_it_ends),
        cmocka_unit_test(no_spelling_means_two_things),
        cmocka_unit_test(words_in_a_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
