/* Escaping: each format's own reader gets back what was put in. */
#include "base/formula.h"
#include "base/escape.h"
#include "model/cell.h"
#include "support.h"

static const char *const nasty[] = {"a",    "あ", "𠮷", "\"", ",",       "\n", "\r",
                                    "\r\n", "'",  "=",  "+",  "-",       "@",  "＝",
                                    "\t",   "|",  "\\", "<",  ">",       "&",  "*",
                                    "_",    "`",  "[",  "]",  "~",       "#",  "1",
                                    ".",    " ",  "(",  ")",  ":",       "//", "https://e.jp/",
                                    "www.", "!",  "{",  "}",  "12345678"};

static void add_nasty(struct cs_buf *buf, uint64_t *seed, uint32_t most)
{
    for (uint32_t left = draw_below(seed, most + 1); left > 0; left--)
        cs_buf_add(buf, cs_text_of(nasty[draw_below(seed, COUNT(nasty))]));
}

/* --- the scanner ---------------------------------------------------------------------------------------------------
 */

/* Eight bytes at a time finds what one at a time finds, from any start, and reads nothing behind the end. */
static void finding_special_bytes(void **state)
{
    (void)state;
    static const struct cs_escape tables[] = {
        {.below = ',' + 1, .instead = {['"'] = "", [','] = "", ['\n'] = "", ['\r'] = ""}},
        {.below = 0x80, .instead = {['|'] = "", ['~'] = "", ['\n'] = "", [0] = ""}},
        {.below = 0, .instead = {NULL}},
        {.below = 1, .instead = {[0] = "x"}},
    };
    uint64_t seed = 30;
    for (int round = 0; round < 60000; round++) {
        size_t size = draw_below(&seed, 40), at = draw_below(&seed, 45);
        char *bytes = malloc(size ? size : 1);
        for (size_t i = 0; i < size; i++)
            bytes[i] = draw_below(&seed, 6) ? (char)(0x80 | draw(&seed)) : (char)draw(&seed);
        const struct cs_escape *table = &tables[draw_below(&seed, COUNT(tables))];
        cs_text text = {bytes, size};
        size_t expected = at;
        while (expected < size) {
            unsigned char byte = (unsigned char)bytes[expected];
            if (byte < table->below && table->instead[byte])
                break;
            expected++;
        }
        assert_int_equal(cs_escape_find(table, text, at), expected);
        free(bytes);
    }
}

static void replacing(void **state)
{
    (void)state;
    static const struct cs_escape table = {.below = 0x80, .instead = {['a'] = "AA", ['b'] = ""}};
    struct cs_buf out = {0};
    cs_escape(&out, &table, CS_TEXT("abcあ a"));
    assert_text(cs_buf_text(&out), "AAcあ AA");
    cs_buf_free(&out);
    cs_escape(&out, &table, (cs_text){NULL, 0});
    assert_int_equal(out.size, 0);
    cs_buf_free(&out);
}

/* --- CSV -----------------------------------------------------------------------------------------------------------
 */

/* One field as RFC 4180 reads it. */
static void read_csv(cs_text field, struct cs_buf *out)
{
    bool quoted = cs_text_starts(field, CS_TEXT("\""));
    for (size_t i = quoted; i < field.size; i++) {
        if (quoted && field.bytes[i] == '"') {
            if (i + 1 == field.size)
                return;
            assert_int_equal(field.bytes[++i], '"');
        } else if (!quoted) {
            assert_null(memchr("\",\r\n", field.bytes[i], 4));
        }
        cs_buf_add_byte(out, field.bytes[i]);
    }
    assert_false(quoted); /* a quoted field ends in a quotation mark */
}

static void csv_comes_back(void **state)
{
    (void)state;
    uint64_t seed = 31;
    for (int round = 0; round < 30000; round++) {
        struct cs_buf text = {0}, field = {0}, back = {0};
        cs_text lead = draw_below(&seed, 2) ? CS_TEXT("METI ") : (cs_text){0};
        add_nasty(&text, &seed, 8);
        cs_escape_csv(&field, lead, cs_buf_text(&text));
        read_csv(cs_buf_text(&field), &back);
        assert_true(cs_text_starts(cs_buf_text(&back), lead));
        assert_true(cs_text_equal(cs_text_skip(cs_buf_text(&back), lead.size), cs_buf_text(&text)));
        cs_buf_free(&text);
        cs_buf_free(&field);
        cs_buf_free(&back);
    }
}

static void formulas(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is_formula;
    } cases[] = {{"=1+1", true}, {"=", true},       {"@x", true},   {"+1", false},   {"+81-3", true}, {"-1.5", false},
                 {"-", false},   {"-x", true},      {"-1-1", true}, {"\t=1", true},  {"\r", true},    {"\n", true},
                 {"＝1", true},  {"－", false},     {"－1", true},  {"a=1", false},  {"", false},     {"'=1", true},
                 {"''@", true},  {"'", false},      {"'a", false},  {"○ =1", false}, {"+", true},     {"-.", true},
                 {"1+1", false}, {"－　理由", true}};
    for (size_t i = 0; i < COUNT(cases); i++)
        if (cs_csv_is_formula(cs_text_of(cases[i].text)) != cases[i].is_formula)
            fail_msg("'%s'", cases[i].text);
}

/* The guard can be taken off again without doubt: a ' goes off just where what is behind it is a formula. */
static void the_guard_comes_off(void **state)
{
    (void)state;
    uint64_t seed = 32;
    for (int round = 0; round < 30000; round++) {
        struct cs_buf text = {0}, guarded = {0};
        add_nasty(&text, &seed, 4);
        if (cs_csv_is_formula(cs_buf_text(&text)))
            cs_buf_add_byte(&guarded, '\'');
        cs_buf_add(&guarded, cs_buf_text(&text));
        cs_text read = cs_buf_text(&guarded);
        if (cs_text_starts(read, CS_TEXT("'")) && cs_csv_is_formula(cs_text_skip(read, 1)))
            read = cs_text_skip(read, 1);
        assert_true(cs_text_equal(read, cs_buf_text(&text)));
        cs_buf_free(&text);
        cs_buf_free(&guarded);
    }
}

/* --- Markdown ------------------------------------------------------------------------------------------------------
 */

static cs_text in_markdown(const char *text, bool in_link, struct cs_buf *out)
{
    cs_buf_clear(out);
    cs_escape_markdown(out, cs_text_of(text), in_link);
    return cs_buf_text(out);
}

static void markdown_by_hand(void **state)
{
    (void)state;
    static const struct {
        const char *text, *markdown;
    } cases[] = {
        {"a|b", "a\\|b"},
        {"*a* _b_", "\\*a\\* \\_b\\_"},
        {"[x](y)", "\\[x\\](y)"},
        {"<b>&", "&lt;b>&amp;"},
        {"a\nb", "a<br>b"},
        {"a\r\nb", "a<br>b"},
        {"`x`", "\\`x\\`"},
        {"a\\b", "a\\\\b"},
        {"https://e.jp/a_b。", "<https://e.jp/a_b>。"},
        {"「https://e.jp/」", "「<https://e.jp/>」"},
        {"(https://e.jp/)", "(<https://e.jp/>)"},
        {"~~x~~", "\\~\\~x\\~\\~"},
    };
    struct cs_buf out = {0};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_text(in_markdown(cases[i].text, false, &out), cases[i].markdown);
    assert_lacks(in_markdown("https://e.jp/", true, &out), "<");
    cs_buf_free(&out);
}

/* Nothing that is put into a cell can end it, begin a line, or make an element of its own. */
static void markdown_stays_in_its_cell(void **state)
{
    (void)state;
    uint64_t seed = 33;
    for (int round = 0; round < 30000; round++) {
        struct cs_buf text = {0}, out = {0};
        add_nasty(&text, &seed, 8);
        cs_escape_markdown(&out, cs_buf_text(&text), draw_below(&seed, 2));
        cs_text rest = cs_buf_text(&out);
        for (size_t i = 0; i < rest.size; i++) {
            char byte = rest.bytes[i];
            assert_true(byte != '\n' && byte != '\r');
            if (byte == '\\') {
                i++; /* what is escaped stands for itself */
                continue;
            }
            assert_true(byte != '|' && byte != '`' && byte != '*' && byte != '[');
            cs_text here = cs_text_skip(rest, i);
            if (byte == '<')
                assert_true(cs_text_starts(here, CS_TEXT("<br>")) || cs_text_starts(here, CS_TEXT("<!-- -->")) ||
                            cs_text_starts(here, CS_TEXT("<http")));
            if (cs_text_starts(here, CS_TEXT("<http"))) /* an address stands as it is */
                i += (size_t)cs_text_find(here, CS_TEXT(">"));
        }
        cs_buf_free(&text);
        cs_buf_free(&out);
    }
}

static void addresses_stay_between_their_brackets(void **state)
{
    (void)state;
    uint64_t seed = 34;
    for (int round = 0; round < 5000; round++) {
        struct cs_buf text = {0}, out = {0};
        add_nasty(&text, &seed, 8);
        cs_escape_markdown_address(&out, cs_buf_text(&text));
        assert_null(out.size ? memchr(out.bytes, '<', out.size) : NULL);
        assert_null(out.size ? memchr(out.bytes, '>', out.size) : NULL);
        assert_null(out.size ? memchr(out.bytes, '\n', out.size) : NULL);
        assert_null(out.size ? memchr(out.bytes, ' ', out.size) : NULL);
        cs_buf_free(&text);
        cs_buf_free(&out);
    }
}

static void a_cell_in_words(void **state)
{
    struct cs_job *job = *state;
    static const struct {
        const char *text, *link, *words;
    } cases[] = {{"a", "", "a"},
                 {"規程", "https://e.jp/", "規程 https://e.jp/"},
                 {"", "https://e.jp/", "https://e.jp/"},
                 {"見よ https://e.jp/ を", "https://e.jp/", "見よ https://e.jp/ を"},
                 {"", "", ""}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cs_cell cell = {.text = cs_text_of(cases[i].text), .link = cs_text_of(cases[i].link)};
        assert_text(cs_cell_words(&job->arena, &cell), cases[i].words);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finding_special_bytes),
        cmocka_unit_test(replacing),
        cmocka_unit_test(csv_comes_back),
        cmocka_unit_test(formulas),
        cmocka_unit_test(the_guard_comes_off),
        cmocka_unit_test(markdown_by_hand),
        cmocka_unit_test(markdown_stays_in_its_cell),
        cmocka_unit_test(addresses_stay_between_their_brackets),
        job_test(a_cell_in_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
