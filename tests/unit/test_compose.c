/* Catalog and profile to a sheet: every question once, in order, and nothing that was said is lost. */
#include "support.h"
#include "derive/derive.h"

#define HEAD "checksheet: profile/1\nvendor: V\nservice: S\ncatalog: T\n"

static const char catalog_yaml[] = "checksheet: catalog/1\nid: T\ntitle: {ja: 題, en: title}\nedition: 初版\n"
                                   "marks:\n  ○: {id: ok}\n  ×: {id: ng}\n"
                                   "sections:\n"
                                   "  甲:\n    1-1: {ask: {ja: 問, en: q}, flag: 必須}\n    1-2: {ask: 問, good: ×}\n"
                                   "  乙:\n    2-1: {ask: 問, kind: percent}\n    2-2: {ask: 問, kind: exists}\n";

static const struct cs_sheet *composed(struct cs_job *job, const char *answers, struct cs_compose_options options)
{
    struct cs_buf yaml = {0};
    cs_buf_add(&yaml, CS_TEXT(HEAD));
    cs_buf_add(&yaml, cs_text_of(answers));
    const struct cs_profile *profile =
        profile_of(job, catalog_of(job, catalog_yaml), cs_text_copy(&job->arena, cs_buf_text(&yaml)).bytes);
    cs_buf_free(&yaml);
    assert_non_null(profile);
    return cs_compose(job, profile, &profile->sheets[0], &options);
}

static const struct cs_row *row_of(const struct cs_sheet *sheet, const char *key)
{
    for (uint32_t i = 0; i < sheet->row_count; i++)
        if (sheet->rows[i].kind == CS_ROW_ITEM && cs_text_equal(sheet->rows[i].key, cs_text_of(key)))
            return &sheet->rows[i];
    fail_msg("no row %s", key);
    return NULL;
}

static cs_text cell_of(const struct cs_sheet *sheet, const char *key, enum cs_role role)
{
    uint32_t column = cs_sheet_column(sheet, role);
    assert_int_not_equal(column, CS_NO_COLUMN);
    return row_of(sheet, key)->cells[column].text;
}

static enum cs_tone tone_of(const struct cs_sheet *sheet, const char *key)
{
    return row_of(sheet, key)->cells[cs_sheet_column(sheet, CS_ROLE_ANSWER)].tone;
}

/* For each built-in catalog and for a profile with random answers: the items of the sheet are those of the catalog, in
 * its order, below their own headings, with the state of their answers. */
static void every_question_once(void **state)
{
    (void)state;
    uint64_t seed = 28;
    for (uint32_t n = 0; n < cs_builtin_count(); n++)
        for (int empty = 0; empty < 2; empty++) {
            struct cs_job *job = new_job(CS_JA);
            const struct cs_catalog *catalog = cs_load_catalog(job, cs_builtin_source(job, cs_builtin_id(n)));
            struct cs_answers answers = {.catalog = catalog};
            struct cs_profile profile = {.vendor = CS_TEXT("v"),
                                         .sheets = &answers,
                                         .sheet_count = 1,
                                         .source = source_of(job, "p", CS_TEXT("x"))};
            answers.by_item = cs_alloc_array(&job->arena, catalog->item_count, sizeof *answers.by_item);
            for (uint32_t i = 0; i < catalog->item_count; i++)
                answers.by_item[i] =
                    (struct cs_answer){.item = i, .state = (enum cs_state)draw_below(&seed, CS_STATES)};
            struct cs_compose_options options = {.language = CS_JA, .empty = empty};
            const struct cs_sheet *sheet = cs_compose(job, &profile, &answers, &options);
            uint32_t item = 0, sections = 0;
            for (uint32_t i = 0; i < sheet->row_count; i++) {
                const struct cs_row *row = &sheet->rows[i];
                sections += row->kind == CS_ROW_SECTION;
                if (row->kind != CS_ROW_ITEM)
                    continue;
                assert_true(cs_text_equal(row->key, catalog->items[item].id));
                assert_int_equal(row->cell_count, sheet->column_count);
                if (empty)
                    assert_int_equal(row->state, CS_STATE_NONE);
                else
                    assert_true(row->state == answers.by_item[item].state || catalog->items[item].gate.size);
                uint32_t section = catalog->items[item].section;
                assert_true(section == CS_NO_SECTION || section < sections);
                item++;
            }
            assert_int_equal(item, catalog->item_count);
            assert_int_equal(sections, catalog->section_count);
            cs_job_free(job);
        }
}

static void answers_in_their_cells(void **state)
{
    struct cs_job *job = *state;
    const struct cs_sheet *sheet = composed(job,
                                            "date: 2025-11-30\nanswers:\n  1-1: {status: ○, remark: 毎日, evidence: "
                                            "{title: 規程, url: https://e.jp/}, reviewed: 2025-10-01}\n"
                                            "  1-2: × 理由\n  2-1: 99.9%以上 目標\n  2-2: あり NTP\n",
                                            (struct cs_compose_options){.language = CS_JA});
    assert_no_findings(job);
    assert_text(cell_of(sheet, "1-1", CS_ROLE_NUMBER), "1-1");
    assert_text(cell_of(sheet, "1-1", CS_ROLE_QUESTION), "問");
    assert_text(cell_of(sheet, "1-1", CS_ROLE_ANSWER), "○");
    assert_text(cell_of(sheet, "1-1", CS_ROLE_REMARK), "毎日");
    assert_text(cell_of(sheet, "1-1", CS_ROLE_EVIDENCE), "規程");
    assert_text(row_of(sheet, "1-1")->cells[cs_sheet_column(sheet, CS_ROLE_EVIDENCE)].link, "https://e.jp/");
    assert_text(cell_of(sheet, "1-1", CS_ROLE_REVIEWED), "2025-10-01");
    assert_text(cell_of(sheet, "1-2", CS_ROLE_ANSWER), "×");
    assert_int_equal(tone_of(sheet, "1-1"), CS_TONE_GOOD);
    assert_int_equal(tone_of(sheet, "1-2"), CS_TONE_GOOD); /* × is the good answer there */
    assert_holds(cell_of(sheet, "2-1", CS_ROLE_ANSWER), "99.9%以上");
    assert_holds(cell_of(sheet, "2-2", CS_ROLE_ANSWER), "あり NTP");
    assert_int_equal(sheet->newest.month, 10);
    assert_int_equal(sheet->date.month, 11);
}

/* A state that the catalog has no sign for is put into words, with what was said. */
static void no_state_is_lost(void **state)
{
    struct cs_job *job = *state;
    const struct cs_sheet *sheet =
        composed(job, "answers:\n  1-1: 予定 来年\n  1-2: 非公開 理由\n  2-1: 対象外 使わず\n",
                 (struct cs_compose_options){.language = CS_JA});
    assert_text(cell_of(sheet, "1-1", CS_ROLE_ANSWER), "×"); /* the nearest sign */
    assert_holds(cell_of(sheet, "1-1", CS_ROLE_REMARK), "予定");
    assert_holds(cell_of(sheet, "1-1", CS_ROLE_REMARK), "来年");
    assert_text(cell_of(sheet, "1-2", CS_ROLE_ANSWER), "");
    assert_holds(cell_of(sheet, "1-2", CS_ROLE_REMARK), "非公開");
    assert_holds(cell_of(sheet, "1-2", CS_ROLE_REMARK), "理由");
    assert_holds(cell_of(sheet, "2-1", CS_ROLE_ANSWER), "対象外");
    assert_holds(cell_of(sheet, "2-1", CS_ROLE_ANSWER), "使わず");
    assert_text(cell_of(sheet, "2-2", CS_ROLE_ANSWER), "");
    assert_int_equal(tone_of(sheet, "2-2"), CS_TONE_NONE);
}

static void nothing_in_a_template(void **state)
{
    struct cs_job *job = *state;
    const struct cs_sheet *sheet =
        composed(job, "answers:\n  1-1: ○ 秘密です\n  2-1: 99%\n", (struct cs_compose_options){.empty = true});
    struct cs_buf csv = emitted(job, sheet, "csv", NULL);
    assert_lacks(cs_buf_text(&csv), "秘密");
    assert_lacks(cs_buf_text(&csv), "99%");
    assert_holds(cs_buf_text(&csv), "1-1");
    cs_buf_free(&csv);
}

static void the_owner_stays_inside(void **state)
{
    (void)state;
    for (int with = 0; with < 2; with++) {
        struct cs_job *job = new_job(CS_JA);
        const struct cs_sheet *sheet = composed(job, "answers:\n  1-1: {status: ○, owner: 山田}\n",
                                                (struct cs_compose_options){.with_owner = with});
        struct cs_buf json = emitted(job, sheet, "json", NULL);
        assert_int_equal(cs_text_find(cs_buf_text(&json), CS_TEXT("山田")) >= 0, with);
        cs_buf_free(&json);
        cs_job_free(job);
    }
}

static void languages(void **state)
{
    struct cs_job *job = *state;
    const struct cs_sheet *sheet =
        composed(job, "answers:\n  1-1: ○\n", (struct cs_compose_options){.language = CS_EN});
    assert_text(cell_of(sheet, "1-1", CS_ROLE_QUESTION), "q");
    assert_text(cell_of(sheet, "1-2", CS_ROLE_QUESTION), "問"); /* all there is */
    assert_text(sheet->columns[cs_sheet_column(sheet, CS_ROLE_QUESTION)].title, "Question");
    assert_text(sheet->catalog_title, "title");
}

/* --- the small tables ----------------------------------------------------------------------------------------------
 */

/* The counts of the chapters add up to the total, and those of a row to its number of questions. */
static void status_adds_up(void **state)
{
    struct cs_job *job = *state;
    const struct cs_profile *profile =
        profile_of(job, catalog_of(job, catalog_yaml), HEAD "answers:\n  1-1: ○\n  1-2: × 理由\n  2-1: 99%\n");
    const struct cs_sheet *sheet =
        cs_compose_status(job, profile, &profile->sheets[0], &(struct cs_status_options){.max_age = 0});
    unsigned long sums[16] = {0}, rows = 0, totals = 0;
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        if (row->kind != CS_ROW_ITEM && row->kind != CS_ROW_TOTAL)
            continue;
        unsigned long parts = 0, whole = strtoul(row->cells[1].text.bytes, NULL, 10);
        for (uint32_t c = 1; c + 1 < row->cell_count; c++) {
            unsigned long value = strtoul(row->cells[c].text.bytes, NULL, 10);
            parts += c > 1 ? value : 0;
            if (row->kind == CS_ROW_ITEM)
                sums[c] += value;
            else
                assert_int_equal(value, sums[c]);
        }
        assert_int_equal(parts, whole);
        rows += row->kind == CS_ROW_ITEM;
        totals += row->kind == CS_ROW_TOTAL;
    }
    assert_int_equal(rows, 2);
    assert_int_equal(totals, 1);
    assert_int_equal(sums[1], 4);
}

static void list_and_show(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = catalog_of(job, catalog_yaml);
    const struct cs_profile *profile =
        profile_of(job, catalog, HEAD "answers:\n  1-1: {status: ○, remark: 毎日, owner: 山田}\n");
    const struct cs_sheet *list = cs_compose_list(job, catalog, NULL),
                          *with = cs_compose_list(job, catalog, &profile->sheets[0]);
    assert_int_equal(list->column_count + 1, with->column_count);
    assert_text(row_of(with, "1-1")->cells[1].text, "○");
    assert_text(row_of(with, "1-2")->cells[1].text, "");
    const struct cs_sheet *show = cs_compose_show(job, catalog, &catalog->items[0], &profile->sheets[0]);
    struct cs_buf text = emitted(job, show, "text", NULL);
    assert_holds(cs_buf_text(&text), "T 1-1");
    assert_holds(cs_buf_text(&text), "毎日");
    assert_holds(cs_buf_text(&text), "profile.yaml:6");
    cs_buf_free(&text);
    struct cs_catalog_entry entry = {catalog, CS_TEXT("here")};
    text = emitted(job, cs_compose_catalogs(job, &entry, 1, true), "text", NULL);
    assert_holds(cs_buf_text(&text), "here");
    cs_buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_question_once),
        job_test(answers_in_their_cells),
        job_test(no_state_is_lost),
        job_test(nothing_in_a_template),
        cmocka_unit_test(the_owner_stays_inside),
        job_test(languages),
        job_test(status_adds_up),
        job_test(list_and_show),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
