/* Building a sheet row by row. */
#include "support.h"

static void rows_keep_their_cells(void **state)
{
    struct cs_job *job = *state;
    struct cs_sheet sheet = {.language = CS_JA};
    char text[16];
    for (uint32_t i = 0; i < 5000; i++) {
        struct cs_row *row = cs_sheet_add_row(job, &sheet, CS_ROW_ITEM, i % 4);
        assert_int_equal(row->cell_count, i % 4);
        int size = snprintf(text, sizeof text, "%u", i);
        row->key = cs_text_copy(&job->arena, (cs_text){text, (size_t)size});
        for (uint32_t k = 0; k < row->cell_count; k++) {
            assert_int_equal(row->cells[k].text.size + row->cells[k].link.size, 0);
            row->cells[k].text = row->key;
        }
    }
    assert_int_equal(sheet.row_count, 5000);
    for (uint32_t i = 0; i < 5000; i++) {
        snprintf(text, sizeof text, "%u", i);
        assert_text(sheet.rows[i].key, text);
        assert_int_equal(sheet.rows[i].change, CS_SAME);
        assert_null(sheet.rows[i].past);
        for (uint32_t k = 0; k < i % 4; k++)
            assert_text(sheet.rows[i].cells[k].text, text);
    }
}

static void columns_by_role(void **state)
{
    struct cs_job *job = *state;
    struct cs_sheet sheet = {.language = CS_EN};
    static const enum cs_role roles[] = {CS_ROLE_QUESTION, CS_ROLE_ANSWER, CS_ROLE_QUESTION};
    assert_int_equal(cs_sheet_column(&sheet, CS_ROLE_QUESTION), CS_NO_COLUMN);
    cs_sheet_set_columns(job, &sheet, roles, COUNT(roles));
    assert_int_equal(sheet.column_count, 3);
    assert_int_equal(cs_sheet_column(&sheet, CS_ROLE_QUESTION), 0);
    assert_int_equal(cs_sheet_column(&sheet, CS_ROLE_ANSWER), 1);
    assert_int_equal(cs_sheet_column(&sheet, CS_ROLE_OWNER), CS_NO_COLUMN);
    assert_text(sheet.columns[1].title, "Answer");
    assert_true(sheet.columns[0].width > sheet.columns[1].width);
}

int main(void)
{
    const struct CMUnitTest tests[] = {job_test(rows_keep_their_cells), job_test(columns_by_role)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
