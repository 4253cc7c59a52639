/* Markdown by hand: what people write, and what takes a reader long. */
#include "read/markdown_inline.h"
#include "support.h"

#include <time.h>

static cs_text words_of(struct cs_job *job, const char *raw, cs_text *link)
{
    struct cs_buf scratch = {0};
    *link = (cs_text){NULL, 0};
    cs_text words = cs_markdown_words(&job->arena, &scratch, cs_text_of(raw), link);
    cs_buf_free(&scratch);
    return words;
}

static void inline_signs(void **state)
{
    struct cs_job *job = *state;
    static const struct {
        const char *raw, *words, *link;
    } cases[] = {
        {"plain. 1-1 ○", "plain. 1-1 ○", ""},
        {"a\\|b \\\\ \\a \\", "a|b \\ \\a \\", ""},
        {"&lt;b&gt; &amp;amp; &quot;&apos; &copy; &", "<b> &amp; \"' &copy; &", ""},
        {"&#124;&#x7C;&#x1F363;&#0;&#xD800;&#;&#12345678;", "||🍣\xef\xbf\xbd\xef\xbf\xbd&#;&#12345678;", ""},
        {"a<br>b<BR/>c<br />d", "a\nb\nc\nd", ""},
        {"<a id=\"6-8\"></a>6-8", "6-8", ""},
        {"<b>x</b> < y", "<b>x</b> < y", ""},
        {"@<!-- -->me <!-- a --> b <!-- c", "@me  b <!-- c", ""},
        {"<https://e.jp/a_b*c?x=1&amp;y=%3C>", "https://e.jp/a_b*c?x=1&y=%3C", ""},
        {"<me@e.jp> <not an:address>", "me@e.jp <not an:address>", ""},
        {"[text](https://e.jp/)", "text", "https://e.jp/"},
        {"[t\\]](<https://e.jp/a b> \"title\") [u](v)", "t] u <v>", "https://e.jp/a b"},
        {"[a](b(c)d) e", "a e", "b(c)d"},
        {"[[1]](u) [x] [y](", "[1] [x] [y](", "u"},
        {"![picture](p.png)!", "picture!", "p.png"},
        {"[a][b] (c)", "[a][b] (c)", ""},
        {"**bold** __bold__ *it* _it_ ~~out~~ ***all***", "bold bold it it out all", ""},
        {"**「重要」**は", "「重要」は", ""},
        {"2 * 3 * 4, a_b_c, *1 と *2, ~5~", "2 * 3 * 4, a_b_c, *1 と *2, ~5~", ""},
        {"**open *shut* ~~open", "**open shut ~~open", ""},
        {"`a\\|b\\*` ``c`d`` ` e ` `f", "a|b\\* c`d e `f", ""},
        {"\\*a\\* \\`b\\` \\[c\\](d)", "*a* `b` [c](d)", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        cs_text link, words = words_of(job, cases[i].raw, &link);
        assert_text(words, cases[i].words);
        assert_text(link, cases[i].link);
    }
}

/* Cells in order, "A1=text", parted by bars. */
static void hold_blocks(const char *file, const char *expected)
{
    struct cs_job *job = new_job(CS_EN);
    const struct cs_grid *grid = cs_read_markdown(job, source_of(job, "a.md", cs_text_of(file)));
    struct cs_buf out = {0};
    assert_no_findings(job);
    for (uint32_t i = 0; i < grid->sheets[0].cell_count; i++) {
        const struct cs_grid_cell *cell = &grid->sheets[0].cells[i];
        cs_buf_add(&out, i ? CS_TEXT(" | ") : (cs_text){NULL, 0});
        cs_buf_add(&out, cs_grid_address(job, cell->row, cell->column));
        cs_buf_add_byte(&out, '=');
        cs_buf_add(&out, cell->text);
    }
    assert_text(cs_buf_text(&out), expected);
    cs_buf_free(&out);
    cs_job_free(job);
}

static void blocks(void **state)
{
    (void)state;
    hold_blocks("|a|b|\n|-|-|\n|c|d|\n", "A1=a | B1=b | A2=c | B2=d");
    hold_blocks("a|b\n:-|-:\nc|d\ne\n\nf|g\n", "A1=a | B1=b | A2=c | B2=d | A3=e | A4=f|g");
    hold_blocks("\xef\xbb\xbf# t #\r\n\r\n  | a |\r\n  | :---: |\r\n| |\r\n| b\r\n", "A1=t | A2=a | A4=b");
    hold_blocks("t\n===\n\n* l\n+ *m*\n> q\n\n| a |\n|--|\n| b |\n- c\n| d |\n",
                "A1=t | A2=l | A3=m | A4=q | A5=a | A6=b | A7=c | A8=| d |");
    hold_blocks("```\n| x |\n|---|\n*y*\n```\n| a |\n|---|\n## s\n#t\n",
                "A1=| x | | A2=|---| | A3=*y* | A4=a | A5=s | A6=#t");
    hold_blocks("<!-- one --> \n<!--\n| x |\n|---|\n-->\n| a |\n|---|\n", "A1=a");
    hold_blocks("| a | b |\n|---|---|\n| \\\\ | \\\\\\| |\n", "A1=a | B1=b | A2=\\ | B2=\\|");
}

/* The span of a cell is the cell as the file has it. */
static void spans(void **state)
{
    struct cs_job *job = *state;
    const struct cs_grid *grid =
        cs_read_markdown(job, source_of(job, "a.md", CS_TEXT("## 一\n| あ | b |\n|---|---|\n|  c\\|d|e |\n")));
    static const char *const expected[] = {"一", "あ", "b", "c\\|d", "e"};
    struct cs_grid_sheet *sheet = &grid->sheets[0];
    assert_int_equal(sheet->cell_count, COUNT(expected));
    for (uint32_t i = 0; i < sheet->cell_count; i++)
        assert_text(cs_span_text(cs_grid_span(job, grid, sheet, &sheet->cells[i])), expected[i]);
}

/* Each kind of table has a sheet, but not without end: a text of thousands of kinds takes no longer than its lines. */
static void kinds_of_tables_are_limited(void **state)
{
    enum { TABLES = 5000, MOST = 200 };
    struct cs_job *job = *state;
    struct cs_buf text = {0};
    for (int i = 0; i < TABLES; i++)
        cs_buf_print(&text, "| A %d | B %d | C |\n|---|---|---|\n| %d | b | c |\n\n", i, i, i);
    const struct cs_grid *grid = cs_read_markdown(job, cs_source_add(job, CS_TEXT("kinds.md"), cs_buf_text(&text)));
    assert_non_null(grid);
    assert_int_equal(grid->sheet_count, MOST);
    uint32_t cells = 0;
    for (uint32_t i = 0; i < grid->sheet_count; i++)
        cells += grid->sheets[i].cell_count;
    assert_int_equal(cells, TABLES * 6);
    cs_buf_free(&text);
}

/* A megabyte of each beginning that nothing ends. */
static void nothing_is_looked_for_twice(void **state)
{
    (void)state;
    static const char *const parts[] = {"[",       "](",    "[a](<", "[a](b ", "[a](b \"", "*a ",
                                        "**a _b ", "<!-- ", "<a ",   "<a:",    "`a ``b ",  "&",
                                        "&#1",     "\\",    "![",    "[a](b(", "~~a "};
    for (size_t i = 0; i < COUNT(parts); i++) {
        struct cs_job *job = new_job(CS_EN);
        struct cs_buf file = {0};
        cs_buf_add(&file, CS_TEXT("| x |\n|---|\n| "));
        while (file.size < 1000000)
            cs_buf_add(&file, cs_text_of(parts[i]));
        clock_t start = clock();
        cs_read_markdown(job, source_of(job, "a.md", cs_buf_text(&file)));
        if ((clock() - start) / CLOCKS_PER_SEC > 1)
            fail_msg("a megabyte of '%s' takes too long", parts[i]);
        cs_buf_free(&file);
        cs_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(inline_signs),
        cmocka_unit_test(blocks),
        job_test(spans),
        job_test(kinds_of_tables_are_limited),
        cmocka_unit_test(nothing_is_looked_for_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
