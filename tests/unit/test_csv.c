/* CSV comes back as it was written, and what other programs write is understood. */
#include "support.h"
#include "checksheet/rules.h"

/* --- by hand ------------------------------------------------------------------------------------------------------ */

static const struct cs_grid *read_csv(struct cs_job *job, cs_text bytes)
{
    return cs_read_csv(job, source_of(job, "a.csv", bytes));
}

/* The cells in order: "A1=text", parted by bars; line ends as $. Lives as long as the job. */
static cs_text cells_of(struct cs_job *job, const struct cs_grid *grid)
{
    struct cs_buf out = {0};
    assert_non_null(grid);
    for (uint32_t i = 0; i < grid->sheets[0].cell_count; i++) {
        const struct cs_grid_cell *cell = &grid->sheets[0].cells[i];
        if (i)
            cs_buf_add(&out, CS_TEXT(" | "));
        cs_buf_add(&out, cs_grid_address(job, cell->row, cell->column));
        cs_buf_add_byte(&out, '=');
        for (size_t b = 0; b < cell->text.size; b++)
            cs_buf_add_byte(&out, cell->text.bytes[b] == '\n' ? '$' : cell->text.bytes[b]);
    }
    cs_text text = cs_buf_copy(&job->arena, &out);
    cs_buf_free(&out);
    return text;
}

struct example {
    const char *csv, *cells;
};

static void hold_examples(const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct cs_job *job = new_job(CS_EN);
        cs_text cells = cells_of(job, read_csv(job, cs_text_of(examples[i].csv)));
        assert_text(cells, examples[i].cells);
        assert_no_findings(job);
        cs_job_free(job);
    }
}

static void fields_and_records(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"a,b\nc,d\n", "A1=a | B1=b | A2=c | B2=d"},
        {"a,b\r\nc,d", "A1=a | B1=b | A2=c | B2=d"},
        {"a,b\rc,d\r", "A1=a | B1=b | A2=c | B2=d"},
        {"\xef\xbb\xbf"
         "a,b\n",
         "A1=a | B1=b"},
        {"\xef\xbb\xbf\"a\",b\n", "A1=a | B1=b"},
        {"a,,c\n,,\n\n,e\n", "A1=a | C1=c | B4=e"},
        {"a\nb,c,d\ne,f\n", "A1=a | A2=b | B2=c | C2=d | A3=e | B3=f"},
        {"\"a,b\",\"c\"\"d\"\n", "A1=a,b | B1=c\"d"},
        {"\"a\r\nb\",c\r\n", "A1=a$b | B1=c"},
        {"\"a\rb\nc\",d\r\n", "A1=a$b$c | B1=d"},
        {"\"\",\"\"\"\"\n", "B1=\""},
        {"5\" disk,say \"x\"\n", "A1=5\" disk | B1=say \"x\""},
        {" a , \"b\" \n", "A1= a  | B1= \"b\" "},
        {"METI 6-8,001,1/2\n", "A1=METI 6-8 | B1=001 | C1=1/2"},
    };
    hold_examples(examples, COUNT(examples));
}

static void delimiters(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"a\tb\nc\td\n", "A1=a | B1=b | A2=c | B2=d"},
        {"a;b\nc;d\n", "A1=a | B1=b | A2=c | B2=d"},
        {"a;b\n1,5;2,5\n3;4\n", "A1=a | B1=b | A2=1,5 | B2=2,5 | A3=3 | B3=4"},
        {"t\n1 | a | ○\n2 | b | ×\n", "A1=t | A2=1  | B2= a  | C2= ○ | A3=2  | B3= b  | C3= ×"},
        {"\"a;b;c;d\",x\n\"a;b\",y\n", "A1=a;b;c;d | B1=x | A2=a;b | B2=y"},
        {"No\tText\n1\tone, two\n2\tone, two, three\n",
         "A1=No | B1=Text | A2=1 | B2=one, two | A3=2 | B3=one, two, three"},
        {"1,\"a\tb\tc\nd\te\"\n2,f\n", "A1=1 | B1=a\tb\tc$d\te | A2=2 | B2=f"},
        {"1,\"x;y\nz;w\"\n2,\"x;y\nz;w\nv;u\"\n", "A1=1 | B1=x;y$z;w | A2=2 | B2=x;y$z;w$v;u"},
        {"sep=;\na;b,c\nd,e;f\n", "A1=a | B1=b,c | A2=d,e | B2=f"},
        {"\"SEP=|\"\r\na|b\r\n", "A1=a | B1=b"},
        {"sep=\t\na,b\tc\n", "A1=a,b | B1=c"},
        {"sep=long\nx,y\n", "A1=sep=long | A2=x | B2=y"},
        {"only one column\nof two lines\n", "A1=only one column | A2=of two lines"},
    };
    hold_examples(examples, COUNT(examples));
}

/* What keeps a spreadsheet from reading a formula or a number goes; everything else that looks like it stays. */
static void guards(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"a,'=1+1\r\n", "A1=a | B1==1+1"},
        {"a,''=1\r\n", "A1=a | B1='=1"},
        {"a,'- reason\r\n", "A1=a | B1=- reason"},
        {"a,\"'- one, two\"\r\n", "A1=a | B1=- one, two"},
        {"a,'tis,'5,'-5,'\r\n", "A1=a | B1='tis | C1='5 | D1='-5 | E1='"},
        {"a,'=1\n", "A1=a | B1='=1"}, /* plain CSV has no guard */
        {"\xef\xbb\xbf"
         "a,'=1\n",
         "A1=a | B1==1"},
        {"a,=\"001\"\r\n", "A1=a | B1=001"},
        {"a,\"=\"\"001\"\"\"\r\n", "A1=a | B1=001"},
        {"a,=\"001\"\n", "A1=a | B1=001"},
        {"a,\"=\"\"001\"\"\"\n", "A1=a | B1==\"001\""},
        {"a,=\"0\"&\"1\"\r\n", "A1=a | B1==\"0\"&\"1\""},
        {"a,=\"\",=\"\r\n", "A1=a | C1==\""},
        {"a,\"'=\"\"001\"\"\"\r\n", "A1=a | B1==\"001\""},
    };
    hold_examples(examples, COUNT(examples));
}

/* The span of a cell is its text as the file has it. */
static void spans(void **state)
{
    struct cs_job *job = *state;
    const struct cs_grid *grid = read_csv(job, CS_TEXT("\xef\xbb\xbfあ,\"い,\"\"x\"\"\"\r\n'=う,\"え\"お\r\n"));
    static const char *const expected[] = {"あ", "い,\"\"x\"\"", "=う", "え\"お"};
    struct cs_grid_sheet *sheet = &grid->sheets[0];
    assert_int_equal(sheet->cell_count, COUNT(expected));
    for (uint32_t i = 0; i < sheet->cell_count; i++)
        assert_text(cs_span_text(cs_grid_span(job, grid, sheet, &sheet->cells[i])), expected[i]);
    assert_text(cs_grid_at(sheet, 1, 1)->text, "えお");
    assert_finding(job, CS_RULE_STRAY_QUOTE, 2, 7, "\"お");
    assert_int_equal(count_findings(job), 1);
}

/* --- what is wrong with it ---------------------------------------------------------------------------------------- */

static void hold_fault(cs_text csv, cs_rule rule, uint32_t line, uint32_t column, const char *text)
{
    struct cs_job *job = new_job(CS_EN);
    assert_null(read_csv(job, csv));
    assert_finding(job, rule, line, column, text);
    assert_int_equal(count_findings(job), 1);
    cs_job_free(job);
}

static void faults(void **state)
{
    (void)state;
    hold_fault(CS_TEXT(""), CS_RULE_NOT_A_TABLE, 1, 1, "");
    hold_fault(CS_TEXT("\xef\xbb\xbf"), CS_RULE_NOT_A_TABLE, 1, 1, "");
    hold_fault(CS_TEXT(",,\n\n\"\"\n"), CS_RULE_NOT_A_TABLE, 1, 1, "");
    hold_fault(CS_TEXT("a,b\nc,\"d\ne,f\n"), CS_RULE_UNCLOSED_QUOTE, 2, 3, "\"");
    hold_fault(CS_TEXT("a,b\nc,\"d\"\""), CS_RULE_UNCLOSED_QUOTE, 2, 3, "\"");
    hold_fault(CS_TEXT("a,\""), CS_RULE_UNCLOSED_QUOTE, 1, 3, "\"");
    hold_fault(CS_TEXT("あ,い\nう\xffえ,お\n"), CS_RULE_NOT_TEXT, 2, 2, "\xff");
    hold_fault(CS_TEXT("\xef\xbb\xbf\x88\xc0,b\n"), CS_RULE_NOT_TEXT, 1, 1, "\x88"); /* CP932 behind a UTF-8 mark */
}

static void nul(void **state)
{
    struct cs_job *job = *state;
    assert_null(read_csv(job, CS_TEXT("a,b\nc,d\0e\n")));
    struct cs_span span = finding_of(job, CS_RULE_NOT_TEXT)->span;
    assert_int_equal(cs_span_text(span).bytes - span.source->bytes.bytes, 7);
}

/* UTF-16 without a mark is known by its line ends; a stray NUL does not make it of ASCII. */
static void bare_utf16(void **state)
{
    struct cs_job *job = *state;
    assert_text(cells_of(job, read_csv(job, CS_TEXT("a\0,\0b\0\n\0"))), "A1=a | B1=b");
    assert_text(cells_of(job, read_csv(job, CS_TEXT("\x25\xcb\0,\0b\0\n"))), "A1=○ | B1=b");
    assert_null(read_csv(job, CS_TEXT("1-1,\0\n")));
    assert_int_equal(count_rule(job, CS_RULE_NOT_TEXT), 1);
}

/* A file that is CP932 up to a byte is shown as CP932 up to there. */
static void broken_cp932(void **state)
{
    struct cs_job *job = *state;
    assert_null(read_csv(job, CS_TEXT("a,b\n\x88\xc0\x91\x53,\x81\n")));
    assert_finding(job, CS_RULE_NOT_TEXT, 2, 4, "\xef");
    assert_holds(finding_of(job, CS_RULE_NOT_TEXT)->message, "0x81");
    assert_text(cs_source_line(finding_of(job, CS_RULE_NOT_TEXT)->span.source, 2), "安全,\xef\xbf\xbd");
}

static void lost_characters(void **state)
{
    struct cs_job *job = *state;
    assert_non_null(read_csv(job, CS_TEXT("a,b\nc,d\xef\xbf\xbd and \xef\xbf\xbd\n\xee\x80\x80,！？｡\n")));
    assert_finding(job, CS_RULE_LOST_CHARACTER, 2, 4, "\xef\xbf\xbd");
    assert_finding(job, CS_RULE_LOST_CHARACTER, 3, 1, "\xee\x80\x80");
    assert_int_equal(count_findings(job), 2);
    uint32_t count;
    assert_holds(cs_findings(job, &count)[0].message, "B2");
}

/* Half a surrogate pair, and half a unit at the end. */
static void broken_utf16(void **state)
{
    struct cs_job *job = *state;
    const struct cs_grid *grid = read_csv(job, CS_TEXT("\xff\xfe"
                                                       "a\0,\0\x3d\xd8"
                                                       "b\0\n\0c"));
    assert_text(cells_of(job, grid), "A1=a | B1=\xef\xbf\xbd"
                                     "b | A2=\xef\xbf\xbd");
    assert_int_equal(count_rule(job, CS_RULE_LOST_CHARACTER), 2);
}

/* ① № 髙 ～ are what Excel writes in CP932, and what an iconv of the name SHIFT_JIS gets wrong. */
static void cp932_of_excel(void **state)
{
    struct cs_job *job = *state;
    const struct cs_grid *grid = read_csv(job, CS_TEXT("\x87\x40,\x87\x82\r\n\xfb\xfc,10\x81\x60"
                                                       "20\\\r\n\xf0\x40,\r\n"));
    assert_text(cells_of(job, grid), "A1=① | B1=№ | A2=髙 | B2=10～20\\ | A3=\xee\x80\x80");
    assert_finding(job, CS_RULE_LOST_CHARACTER, 3, 1, "\xee\x80\x80"); /* gaiji */
}

/* --- limits ------------------------------------------------------------------------------------------------------- */

static void hold_large(const char *head, const char *part, size_t times, cs_rule rule)
{
    struct cs_job *job = new_job(CS_JA);
    struct cs_buf csv = {0};
    cs_buf_add(&csv, cs_text_of(head));
    for (size_t i = 0; i < times; i++)
        cs_buf_add(&csv, cs_text_of(part));
    assert_null(read_csv(job, cs_buf_text(&csv)));
    assert_int_equal(count_rule(job, rule), 1);
    assert_true(cs_job_memory(job) < 4 * csv.size + (1 << 20));
    cs_buf_free(&csv);
    cs_job_free(job);
}

static void too_large(void **state)
{
    (void)state;
    hold_large("a,b\nc,\"", "0123456789\n", 200000, CS_RULE_TOO_LARGE);
    hold_large("a,b\nc,\"", "0123456789\n", 90000, CS_RULE_UNCLOSED_QUOTE);
    hold_large("a\n", "0123456789", 200000, CS_RULE_TOO_LARGE);
    hold_large("", ",", 1000000, CS_RULE_TOO_LARGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fields_and_records),
        cmocka_unit_test(delimiters),
        cmocka_unit_test(guards),
        job_test(spans),
        cmocka_unit_test(faults),
        job_test(nul),
        job_test(bare_utf16),
        job_test(broken_cp932),
        job_test(lost_characters),
        job_test(broken_utf16),
        job_test(cp932_of_excel),
        cmocka_unit_test(too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
