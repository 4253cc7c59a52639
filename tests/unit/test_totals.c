/* Which formulas depend on answers: by ranges, whole columns, names, tables, other sheets, and through each other. */
#include "../zipped.h"
#include "fill/book/totals.h"
#include "support.h"

static const char workbook[] = WORKBOOK(
    "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"My T's\" sheetId=\"2\" r:id=\"rId4\"/></sheets>"
    "<definedNames><definedName name=\"answers\">S!$B$2:$B$9</definedName>"
    "<definedName name=\"elsewhere\">S!$F$1</definedName></definedNames>");

/* True when the formula in a cell of the first worksheet, in D1, is found to depend on S!B3. */
static bool depends(const char *formula)
{
    struct cs_job *job = new_job(CS_EN);
    struct cs_buf rows = {0}, bytes = {0};
    struct cs_original original;
    uint32_t found;
    cs_buf_add(&rows, CS_TEXT("<row r=\"1\"><c r=\"D1\"><f>"));
    for (const char *at = formula; *at; at++)
        cs_buf_add(&rows, *at == '<' ? CS_TEXT("&lt;") : *at == '&' ? CS_TEXT("&amp;") : (cs_text){at, 1});
    cs_buf_add(&rows, CS_TEXT("</f><v>1</v></c></row>"));
    zip_book(&(struct book){.workbook = workbook, .rows = rows.bytes, .second = SHEET("<sheetData/>")}, &bytes);
    assert_true(cs_original_open(&original, job, source_of(job, "a.xlsx", cs_buf_text(&bytes))));
    cs_totals_of(&original, &(struct cs_totals_cell){0, 2, 1}, 1, &found);
    cs_original_close(&original);
    cs_buf_free(&rows);
    cs_buf_free(&bytes);
    cs_job_free(job);
    return found == 1;
}

static void what_a_formula_looks_at(void **state)
{
    static const char *const reaching[] = {
        "B3",          "$B$3+1",      "SUM(A1:C9)",      "COUNTIF(B:B,\"Yes\")",  "SUM(3:3)",         "S!B3",
        "'S'!B3",      "answers",     "COUNTA(Answers)", "INDIRECT(\"B\"&\"3\")", "OFFSET(A1,2,1)",   "nobody_knows_it",
        "NEWFUNC(A1)", "[1]Other!A1", "SUM(A1,B2:C4)",   "IF(A1=\"B4\",1,b3)",    "_xlfn.CONCAT(B3)", "Sheet9!A1",
        "IF(A1<B3,1)", "SUM(C9:A1)"};
    static const char *const not_reaching[] = {
        "1+1",       "B4",      "SUM(A1:A99)", "COUNTIF(C:C,\"B3\")",    "\"B3\"",  "'My T''s'!B3",
        "elsewhere", "TODAY()", "#REF!+1",     "IF(TRUE,\"it's B3\",0)", "1.5E3+2", "\"a\"\"B3\"\"\"",
        "SUM(4:9)",  "#N/A",    "A1:A3 C1:C9"};
    (void)state;
    for (size_t i = 0; i < COUNT(reaching); i++)
        if (!depends(reaching[i]))
            fail_msg("%s does not reach", reaching[i]);
    for (size_t i = 0; i < COUNT(not_reaching); i++)
        if (depends(not_reaching[i]))
            fail_msg("%s reaches", not_reaching[i]);
}

static uint32_t count_of(struct cs_job *job, const char *rows)
{
    struct cs_buf bytes = {0};
    struct cs_original original;
    uint32_t found;
    zip_book(&(struct book){.rows = rows}, &bytes);
    assert_true(cs_original_open(&original, job, source_of(job, "a.xlsx", cs_buf_copy(&job->arena, &bytes))));
    cs_totals_of(&original, &(struct cs_totals_cell){0, 0, 0}, 1, &found);
    cs_original_close(&original);
    cs_buf_free(&bytes);
    return found;
}

static void through_each_other(void **state)
{
    assert_int_equal(count_of(*state,
                              "<row r=\"1\"><c r=\"B1\"><f>C1</f></c><c r=\"C1\"><f>D1</f></c><c r=\"D1\"><f>A1</f></c>"
                              "<c r=\"E1\"><f>F1</f></c><c r=\"F1\"><f>E1</f></c></row>"),
                     3);
    /* shared: B2 looks at A1, B3 at A2 and so on; the whole group may look as far as its range */
    assert_int_equal(
        count_of(
            *state,
            "<row r=\"2\"><c r=\"B2\"><f t=\"shared\" ref=\"B2:B3\" si=\"0\">A1</f></c></row>"
            "<row r=\"3\"><c r=\"B3\"><f t=\"shared\" si=\"0\"/></c><c r=\"C3\"><f t=\"shared\" si=\"7\"/></c></row>"),
        3);
    /* an array formula gives all its cells a value */
    assert_int_equal(
        count_of(*state,
                 "<row r=\"1\"><c r=\"B1\"><f t=\"array\" ref=\"B1:B3\">A1:A3</f></c><c r=\"C1\"><f>B3</f></c></row>"),
        2);
}

/* A chain of running totals: the last of many thousand depends on the first, whichever way they are written. */
static void long_chains(void **state)
{
    enum { COUNT_OF = 20000 };
    struct cs_buf rows = {0};
    for (int i = 2; i < COUNT_OF; i++)
        cs_buf_print(&rows, "<row r=\"%d\"><c r=\"A%d\"><f>A%d+1</f></c><c r=\"C%d\"><f>C%d+A1</f></c></row>", i, i,
                     i - 1, i, i + 1);
    assert_int_equal(count_of(*state, rows.bytes), 2 * (COUNT_OF - 2));
    cs_buf_free(&rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {job_test(what_a_formula_looks_at), job_test(through_each_other),
                                       job_test(long_chains)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
