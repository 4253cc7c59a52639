/* Files in the form that a catalog says it was published in: SCS, whose workbook asks and has no column for answers. */
#include "support.h"

enum { COLUMNS = 18 };

/* A row of the workbook: what stands in G, H, K, L, M and, added by whoever answers, O, P, Q. */
struct line {
    const char *at_3, *at_4, *level, *number, *text, *mark, *reason, *evidence;
};

static void add_row(struct cs_job *job, struct cs_grid_sheet *sheet, uint32_t row, const struct line *line,
                    bool answered)
{
    const struct {
        char letter;
        const char *text;
    } cells[] = {{'B', "区分"},     {'G', line->at_3}, {'H', line->at_4},   {'K', line->level},   {'L', line->number},
                 {'M', line->text}, {'O', line->mark}, {'P', line->reason}, {'Q', line->evidence}};
    for (size_t i = 0; i < COUNT(cells); i++)
        if (cells[i].text && *cells[i].text && (answered || cells[i].letter < 'O'))
            cs_grid_add_cell(job, sheet, row, (uint32_t)(cells[i].letter - 'A'), cs_text_of(cells[i].text));
}

static struct cs_grid *workbook(struct cs_job *job, const char *worksheet, bool answered)
{
    static const struct line titles = {"★3",       "★4",       "★3/★4", "評価基準No.",
                                       "評価基準", "自己評価", "理由",  "根拠および実施する事"};
    static const struct line lines[] = {
        {"", "○", "★4", "1-1-1-1", "規程に法令を反映していること。", "", "", ""},
        {"○", "○", "★3", "1-2-1-1", "統括する役員の役割が文書にあること。", "○", "規程にあります。", "規程 第3条"},
        {"○", "○", "", "1-2-1-2", "連絡先の一覧があること。", "△", "一部の拠点だけです。", ""},
        {"○", "○", "", "1-2-1-3", "年に一度は確かめること。", "✖", "これからです。", ""},
        {"○", "○", "", "1-2-3-1", "守秘の規則があること。", "", "", ""},
        {"○", "○", "", "4-1-3-4", "8文字以上とすること。", "○", "12文字以上", ""},
    };
    struct cs_grid *grid = cs_grid_new(job, CS_GRID_XLSX, cs_source_add(job, CS_TEXT("scs.xlsx"), CS_TEXT("")));
    struct cs_grid_sheet *sheet = cs_grid_add_sheet(job, grid, cs_text_of(worksheet));
    add_row(job, sheet, 1, &titles, answered);
    for (uint32_t i = 0; i < COUNT(lines); i++)
        add_row(job, sheet, 2 + i, &lines[i], answered);
    return grid;
}

static const char published[] = "★3・★4要求事項・評価基準";

static const struct cs_catalog **all_catalogs(struct cs_job *job, uint32_t *count)
{
    *count = cs_builtin_count();
    const struct cs_catalog **catalogs = cs_alloc_array(&job->arena, *count, sizeof *catalogs);
    for (uint32_t i = 0; i < *count; i++)
        catalogs[i] = cs_load_catalog(job, cs_builtin_source(job, cs_builtin_id(i)));
    return catalogs;
}

static struct cs_imported import_of(struct cs_job *job, const char *worksheet, bool answered,
                                    enum cs_import_result wanted)
{
    struct cs_import_options options = {0};
    struct cs_imported imported;
    struct cs_import_fit fits[2];
    options.catalogs = all_catalogs(job, &options.catalog_count);
    assert_int_equal(cs_import(job, workbook(job, worksheet, answered), &options, &imported, fits), wanted);
    return imported;
}

/* The row of a number in what was imported. */
static const struct cs_row *row_of(const struct cs_imported *imported, const char *number)
{
    for (uint32_t i = 0; i < imported->item_count; i++)
        if (cs_text_equal(imported->items[i].number, cs_text_of(number)))
            return &imported->sheet->rows[imported->items[i].row];
    fail_msg("%s was not found", number);
    return NULL;
}

static void what_was_added_at_the_right_is_read(void **state)
{
    struct cs_job *job = *state;
    struct cs_imported imported = import_of(job, published, true, CS_IMPORTED);
    assert_text(imported.catalog->id, "SCS");
    assert_true(imported.catalog_was_said);
    assert_int_equal(row_of(&imported, "1-2-1-1")->state, CS_STATE_OK);
    assert_int_equal(row_of(&imported, "1-2-1-2")->state, CS_STATE_PART);
    assert_int_equal(row_of(&imported, "1-2-1-3")->state, CS_STATE_NG);
    assert_int_equal(row_of(&imported, "1-2-3-1")->state, CS_STATE_NONE); /* ○ in G and H is no answer */
    assert_text(row_of(&imported, "4-1-3-4")->key, "4-1-3-4");
    const struct cs_row *row = row_of(&imported, "1-2-1-1");
    assert_holds(row->cells[cs_sheet_column(imported.sheet, CS_ROLE_REMARK)].text, "規程にあります。");
    assert_true(imported.marks[CS_STATE_OK] == 2 && imported.marks[CS_STATE_PART] == 1 &&
                imported.marks[CS_STATE_NG] == 1);
}

/* The criterion of ★4 is not among the catalog's questions, and that is said. */
static void what_the_catalog_lacks_is_told(void **state)
{
    struct cs_imported imported = import_of(*state, published, true, CS_IMPORTED);
    uint32_t told = 0;
    for (uint32_t i = 0; i < imported.remark_count; i++)
        told += imported.remarks[i].kind == CS_ITEM_UNKNOWN;
    assert_int_equal(told, 1);
}

/* Texts beside the numbers are the publisher's, and like ours or not: a slot is known by its number. */
static void numbers_hold_whatever_the_text(void **state)
{
    struct cs_job *job = *state;
    struct cs_import_options options = {0};
    struct cs_imported imported;
    struct cs_import_fit fits[2];
    struct cs_grid *grid = workbook(job, published, true);
    options.catalogs = all_catalogs(job, &options.catalog_count);
    assert_int_equal(cs_import(job, grid, &options, &imported, fits), CS_IMPORTED);
    const struct cs_slots *slots = cs_import_slots(job, grid, &imported);
    uint32_t known = 0;
    for (uint32_t i = 0; i < slots->count; i++)
        known += slots->at[i].known == CS_SLOT_BY_NUMBER;
    assert_int_equal(known, 5);
}

/* As it was published: it is known for what it is, and holds no answer. */
static void as_published_it_has_no_answers(void **state)
{
    struct cs_imported imported = import_of(*state, published, false, CS_IMPORTED);
    assert_text(imported.catalog->id, "SCS");
    for (int state_of = CS_STATE_NONE + 1; state_of < CS_STATES; state_of++)
        assert_int_equal(imported.marks[state_of], 0);
    for (uint32_t i = 0; i < imported.column_count; i++)
        assert_true(imported.columns[i].role != CS_ROLE_ANSWER && imported.columns[i].role != CS_ROLE_REMARK);
}

/* The name of a worksheet alone says nothing: its numbers must be the catalog's. */
static void another_list_under_that_name_is_not_it(void **state)
{
    struct cs_job *job = *state;
    struct cs_grid *grid = cs_grid_new(job, CS_GRID_XLSX, cs_source_add(job, CS_TEXT("a.xlsx"), CS_TEXT("")));
    struct cs_grid_sheet *sheet = cs_grid_add_sheet(job, grid, cs_text_of(published));
    static const char *const rows[] = {"番号", "質問", "回答", "6-8", "バックアップを取っていますか。", "○"};
    for (uint32_t i = 0; i < COUNT(rows); i++)
        cs_grid_add_cell(job, sheet, i / 3, i % 3, cs_text_of(rows[i]));
    struct cs_import_options options = {.as_catalog = false};
    struct cs_imported imported;
    struct cs_import_fit fits[2];
    options.catalogs = all_catalogs(job, &options.catalog_count);
    options.catalog = cs_load_catalog(job, cs_builtin_source(job, CS_TEXT("METI")));
    assert_int_equal(cs_import(job, grid, &options, &imported, fits), CS_IMPORTED);
    assert_text(imported.catalog->id, "METI");
    assert_int_equal(row_of(&imported, "6-8")->state, CS_STATE_OK);
}

/* --- a customer's form, from which the catalog was made ----------------------------------------------------------- */

static const char harbour[] =
    "checksheet: catalog/1\nid: HARBOUR\nlanguage: en\ntitle: Harbour\nedition: \"1\"\n"
    "form:\n  - sheet: Sheet1\n    columns: {A: number, B: question, C: answer}\n    header: 1\n"
    "items:\n  1: Is there a list of all boats?\n  2: Are ropes dried after use?\n"
    "  3: Are lamps lit at night?\n";

static enum cs_import_result import_customers(struct cs_job *job, const char *const cells[], uint32_t count,
                                              struct cs_imported *imported)
{
    struct cs_grid *grid = cs_grid_new(job, CS_GRID_XLSX, cs_source_add(job, CS_TEXT("a.xlsx"), CS_TEXT("")));
    struct cs_grid_sheet *sheet = cs_grid_add_sheet(job, grid, CS_TEXT("Sheet1"));
    const struct cs_catalog *catalog = cs_load_catalog(job, cs_source_add(job, CS_TEXT("h.yaml"), cs_text_of(harbour)));
    const struct cs_import_options options = {.catalogs = &catalog, .catalog_count = 1};
    struct cs_import_fit fits[2];
    for (uint32_t i = 0; i < count; i++)
        cs_grid_add_cell(job, sheet, i / 3, i % 3, cs_text_of(cells[i]));
    return cs_import(job, grid, &options, imported, fits);
}

/* Signs around its numbers, and titles that say nothing, do not hide the form. */
static void a_form_is_known_by_its_questions(void **state)
{
    static const char *const cells[] = {"a",
                                        "b",
                                        "c",
                                        "1.",
                                        "Is there a list of all boats?",
                                        "Yes",
                                        "(2)",
                                        "Are ropes dried after use?",
                                        "No",
                                        "3)",
                                        "Are lamps lit at night?",
                                        "Yes"};
    struct cs_imported imported;
    assert_int_equal(import_customers(*state, cells, COUNT(cells), &imported), CS_IMPORTED);
    assert_true(imported.catalog_was_said);
    assert_int_equal(imported.item_count, 3); /* the titles are none */
    assert_int_equal(row_of(&imported, "(2)")->state, CS_STATE_NG);
}

/* The next customer has the same numbers on a worksheet of the same name, and other questions. */
static void another_customers_form_is_not_it(void **state)
{
    static const char *const cells[] = {"No",
                                        "Question",
                                        "Answer",
                                        "1",
                                        "Do staff sign an agreement on secrecy?",
                                        "Yes",
                                        "2",
                                        "Is every visit to the office recorded?",
                                        "No",
                                        "3",
                                        "Are suppliers assessed each year?",
                                        "Yes"};
    struct cs_imported imported;
    assert_int_equal(import_customers(*state, cells, COUNT(cells), &imported), CS_NO_CATALOG_FITS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(what_was_added_at_the_right_is_read),    job_test(what_the_catalog_lacks_is_told),
        job_test(numbers_hold_whatever_the_text),         job_test(as_published_it_has_no_answers),
        job_test(a_form_is_known_by_its_questions),       job_test(another_customers_form_is_not_it),
        job_test(another_list_under_that_name_is_not_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
