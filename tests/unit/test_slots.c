/* Slots: which item a question of a form is taken for and how surely, and which cells of the preface wait for a text. */
#include "support.h"
#include "checksheet/sheet_words.h"

static const char catalog_text[] =
    "checksheet: catalog/1\n"
    "id: T\n"
    "title: 設問\n"
    "edition: \"1\"\n"
    "sections:\n"
    "  1 管理:\n"
    "    1-1: {ask: {ja: 通信を暗号化していますか。, en: Is communication encrypted?}}\n"
    "    1-2: {ask: {ja: 監査ログを1年間保管していますか。, en: Are audit logs kept for a year?}}\n"
    "    1-3: {ask: {ja: 従業員に毎年教育をしていますか。, en: Are employees trained every year?}}\n"
    "    1-4: {ask: {ja: 障害のときに利用者へ知らせますか。, en: Are users told of incidents?}}\n";

static const struct cs_slots *slots_of(struct cs_job *job, const char *csv)
{
    struct cs_imported imported;
    struct cs_import_fit fits[2];
    struct cs_import_options options = {.catalog = catalog_of(job, catalog_text)};
    const struct cs_grid *grid = cs_read_csv(job, source_of(job, "form.csv", cs_text_of(csv)));
    assert_non_null(options.catalog);
    assert_non_null(grid);
    assert_int_equal(cs_import(job, grid, &options, &imported, fits), 0);
    struct cs_slots *slots = cs_import_slots(job, grid, &imported);
    cs_slots_agree(job, slots, cs_builtin_thesaurus(job));
    return slots;
}

static void how_surely(void **state)
{
    const struct cs_slots *slots = slots_of(*state, "番号,質問,回答,補足説明\n"
                                                    "1-1,通信を暗号化していますか。,,\n"
                                                    "1-2,監査ログは1年間保管していますか,,\n"
                                                    "1-3,Is every employee trained at least once a year?,,\n"
                                                    "1-4,Do you sell umbrellas at the counter downstairs?,,\n");
    assert_int_equal(slots->count, 4);
    for (uint32_t i = 0; i < 3; i++) {
        assert_int_equal(slots->at[i].item, i);
        assert_int_equal(slots->at[i].known, CS_SLOT_BY_NUMBER);
        assert_true(cs_slot_is_sure(&slots->at[i]));
        assert_int_equal(slots->at[i].row, i + 1);
        assert_int_equal(slots->at[i].column_count, 2);
    }
    assert_int_equal(slots->at[0].likeness, 1000);
    assert_false(cs_slot_is_sure(&slots->at[3]));
    assert_text(slots->at[3].question, "Do you sell umbrellas at the counter downstairs?");
}

static void by_the_text_alone(void **state)
{
    const struct cs_slots *slots = slots_of(*state, "連番,質問,回答\n"
                                                    "1,監査ログを　1年間保管していますか,\n"
                                                    "2,従業員への教育を毎年していますか。,\n");
    assert_int_equal(slots->count, 2);
    assert_int_equal(slots->at[0].item, 1);
    assert_int_equal(slots->at[0].known, CS_SLOT_BY_TEXT);
    assert_true(cs_slot_is_sure(&slots->at[0]));
    assert_false(cs_slot_is_sure(&slots->at[1]));
}

static void labels_of_the_preface(void **state)
{
    const struct cs_slots *slots = slots_of(*state, "会社名,,,\n"
                                                    "サービス名：,,回答日,\n"
                                                    "項目,会社名,,\n"
                                                    "番号,質問,回答,補足説明\n"
                                                    "1-1,通信を暗号化していますか。,,\n"
                                                    "1-2,監査ログを1年間保管していますか。,,\n"
                                                    "会社名,,,\n");
    static const struct cs_slot_label wanted[] = {
        {0, 0, 1, CS_WORD_VENDOR}, {0, 1, 1, CS_WORD_SERVICE}, {0, 1, 3, CS_WORD_ANSWERED_ON}};
    assert_int_equal(slots->label_count, COUNT(wanted));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        assert_int_equal(slots->labels[i].row, wanted[i].row);
        assert_int_equal(slots->labels[i].column, wanted[i].column);
        assert_int_equal(slots->labels[i].word, wanted[i].word);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(how_surely),
        job_test(by_the_text_alone),
        job_test(labels_of_the_preface),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
