/* Comparing sheets: nothing has changed from a sheet to itself, both sides can be read back from what is between them,
 * and better and worse change places when the sheets do. */
#include "derive/aspects.h"
#include "support.h"

static const char catalog_yaml[] = "checksheet: catalog/1\n"
                                   "id: A\n"
                                   "title: A\n"
                                   "edition: '1'\n"
                                   "sections:\n"
                                   "  1 一:\n"
                                   "    1-1: 責任者を決めていますか。\n"
                                   "    1-2: {ask: 退職者の口座が残っていますか。, good: ×}\n"
                                   "    1-3: {ask: 海外に拠点がありますか。, good: none}\n"
                                   "  2 二:\n"
                                   "    2-1: バックアップを取っていますか。\n"
                                   "    2-2: {ask: 復元を試していますか。, if: 2-1 ○}\n";

static struct cs_sheet *sheet_from(struct cs_job *job, const struct cs_catalog *catalog, const char *answers)
{
    struct cs_buf yaml = {0};
    cs_buf_add(&yaml, CS_TEXT("checksheet: profile/1\nservice: s\nvendor: v\ncatalog: A\nanswers:\n"));
    cs_buf_add(&yaml, cs_text_of(answers));
    cs_buf_add_byte(&yaml, '\0');
    const struct cs_profile *profile = profile_of(job, catalog, cs_text_copy(&job->arena, cs_buf_text(&yaml)).bytes);
    cs_buf_free(&yaml);
    assert_non_null(profile);
    struct cs_compose_options options = {.language = CS_JA};
    return cs_compose(job, profile, &profile->sheets[0], &options);
}

static const struct cs_row *row_of(const struct cs_sheet *diff, const char *key)
{
    for (uint32_t i = 0; i < diff->row_count; i++)
        if (diff->rows[i].kind == CS_ROW_ITEM && cs_text_equal(diff->rows[i].key, cs_text_of(key)))
            return &diff->rows[i];
    fail_msg("there is no item %s", key);
    return NULL;
}

static bool has(const struct cs_row *row, enum cs_aspect aspect)
{
    return row->past && row->past->aspects >> aspect & 1;
}

static void a_sheet_is_no_other_than_itself(void **state)
{
    struct cs_job *job = *state;
    struct cs_catalogs catalogs = cs_builtin_catalogs(job);
    for (uint32_t i = 0; i < cs_builtin_count(); i++) {
        const struct cs_sheet *sheet =
            cs_compose_catalog(job, catalogs.find(catalogs.context, cs_builtin_id(i), (cs_text){0}), CS_JA);
        const struct cs_sheet *diff = cs_diff(job, sheet, sheet, 0);
        assert_false(cs_diff_found(diff));
        assert_int_equal(diff->row_count, sheet->row_count);
        for (uint32_t r = 0; r < diff->row_count; r++) {
            assert_int_equal(diff->rows[r].change, CS_SAME);
            assert_null(diff->rows[r].past);
        }
    }
}

/* From one answer to another at an item, and the turn that it is. */
static enum cs_turn turn(struct cs_job *job, const struct cs_catalog *catalog, const char *item, const char *from,
                         const char *to)
{
    char old[256], new[256];
    snprintf(old, sizeof old, "  2-1: ○\n  %s: %s\n", item, from);
    snprintf(new, sizeof new, "  2-1: ○\n  %s: %s\n", item, to);
    const struct cs_sheet *a = sheet_from(job, catalog, old), *b = sheet_from(job, catalog, new);
    const struct cs_sheet *diff = cs_diff(job, a, b, 0), *back = cs_diff(job, b, a, 0);
    enum cs_turn there = row_of(diff, item)->past->turn, again = row_of(back, item)->past->turn;
    assert_int_equal(diff->comparison->better, back->comparison->worse);
    assert_int_equal(diff->comparison->worse, back->comparison->better);
    assert_int_equal(there, again == CS_TURN_NONE ? CS_TURN_NONE : CS_TURN_BETTER + CS_TURN_WORSE - again);
    return there;
}

static void better_and_worse_go_by_what_is_good(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *a = catalog_of(job, catalog_yaml);
    assert_int_equal(turn(job, a, "1-1", "△ 一部", "○"), CS_TURN_BETTER);
    assert_int_equal(turn(job, a, "1-1", "○", "× しません"), CS_TURN_WORSE);
    assert_int_equal(turn(job, a, "1-1", "× しません", "予定 2027-01 します"), CS_TURN_BETTER);
    assert_int_equal(turn(job, a, "1-1", "○", ""), CS_TURN_WORSE);
    assert_int_equal(turn(job, a, "1-1", "", "× しません"), CS_TURN_NONE);
    assert_int_equal(turn(job, a, "1-1", "○", "－ 使いません"), CS_TURN_NONE);
    assert_int_equal(turn(job, a, "1-1", "○", "非公開"), CS_TURN_NONE);
    assert_int_equal(turn(job, a, "1-2", "× ありません", "○ 1件"), CS_TURN_WORSE);
    assert_int_equal(turn(job, a, "1-2", "△ 一部", "× ありません"), CS_TURN_BETTER);
    assert_int_equal(turn(job, a, "1-2", "× ありません", "予定 2027-01"), CS_TURN_NONE);
    assert_int_equal(turn(job, a, "1-3", "× ありません", "○ 米国"), CS_TURN_NONE);
}

/* A question that its gate turns off is not applicable: no answer got worse. */
static void what_is_not_asked_is_neither(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *a = catalog_of(job, catalog_yaml);
    const struct cs_sheet *old = sheet_from(job, a, "  2-1: ○\n  2-2: ○\n"),
                          *new = sheet_from(job, a, "  2-1: × なし\n");
    const struct cs_sheet *diff = cs_diff(job, old, new, 0);
    assert_int_equal(row_of(diff, "2-2")->state, CS_STATE_NA);
    assert_int_equal(row_of(diff, "2-2")->past->turn, CS_TURN_NONE);
    assert_int_equal(diff->comparison->worse, 1);
}

static void what_changed_is_told_apart(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *a = catalog_of(job, catalog_yaml);
    const struct cs_sheet *old = sheet_from(job, a,
                                            "  1-1: {status: ○, remark: 社長, evidence: 規程, reviewed: 2024-01-01}\n"
                                            "  1-2: × なし\n"
                                            "  1-3: × 国内 だけ\n"
                                            "  2-1: ○ 毎日\n");
    const struct cs_sheet *new =
        sheet_from(job, a,
                   "  1-1: {status: ○, remark: 社長, evidence: 規程 2版, reviewed: 2025-01-01}\n"
                   "  1-2: × なし\n"
                   "  1-3: × 国内だけ\n"
                   "  2-1: ○ 毎時\n");
    const struct cs_sheet *diff = cs_diff(job, old, new, 0);
    assert_int_equal(row_of(diff, "1-1")->past->aspects, 1u << CS_ASPECT_EVIDENCE | 1u << CS_ASPECT_DATE);
    assert_null(row_of(diff, "1-2")->past);
    assert_int_equal(row_of(diff, "1-3")->past->aspects, 1u << CS_ASPECT_FORM);
    assert_int_equal(row_of(diff, "2-1")->past->aspects, 1u << CS_ASPECT_REMARK);
    assert_int_equal(diff->comparison->changed, 3);
    diff = cs_diff(job, old, new, 1u << CS_ASPECT_REMARK);
    assert_int_equal(diff->comparison->changed, 1);
    assert_int_equal(row_of(diff, "1-1")->change, CS_SAME);
    assert_true(has(row_of(diff, "2-1"), CS_ASPECT_REMARK));
}

/* What first differs decides at once where it can; a mark behind it, or a sign for several letters, may undo it. */
static void form_is_width_and_spaces_alone(void **state)
{
    static const struct {
        const char *a, *b;
        bool is_form;
    } pairs[] = {
        {"毎年 確認", "毎年確認", true},  {"ＴＬＳ1.2", "TLS1.2", true}, {"サーバー", "ｻｰﾊﾞｰ", true},
        {"がある", "か\u3099ある", true}, {"㌔", "キロ", true},          {"é", "e\u0301", true},
        {"年1回", "年2回", false},        {"年1回", "年２回", false},    {"がある", "かある", false},
        {"か\u3099", "き\u3099", false},  {"TLS1.2", "TLS1.3", false},   {"㌔", "キログラム", false},
        {"毎年 確認", "毎月確認", false}, {"確認", "確認します", false},
    };
    struct cs_job *job = *state;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        cs_text a = cs_text_of(pairs[i].a), b = cs_text_of(pairs[i].b);
        assert_int_equal(cs_differs_in_form_only(&job->arena, a, b), pairs[i].is_form);
        assert_int_equal(cs_differs_in_form_only(&job->arena, b, a), pairs[i].is_form);
    }
}

static void editions_of_a_catalog_are_compared_by_question(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *a = catalog_of(job, catalog_yaml);
    const struct cs_catalog *b = catalog_of(job, "checksheet: catalog/1\n"
                                                 "id: A\n"
                                                 "title: A\n"
                                                 "edition: '2'\n"
                                                 "sections:\n"
                                                 "  1 一:\n"
                                                 "    1-1: {ask: 退職者の口座が残っていますか。, good: ×}\n"
                                                 "    1-2: 海外に拠点をお持ちですか。\n"
                                                 "    1-3: 委託先を定期に点検していますか。\n"
                                                 "    1-4: 責任者を決めていますか。\n"
                                                 "  2 二:\n"
                                                 "    2-1: バックアップを取っていますか。\n");
    const struct cs_sheet *diff = cs_diff(job, cs_compose_catalog(job, a, CS_JA), cs_compose_catalog(job, b, CS_JA), 0);
    assert_int_equal(row_of(diff, "1-1")->past->aspects, 1u << CS_ASPECT_NUMBER);
    assert_text(row_of(diff, "1-1")->past->key, "1-2");
    assert_int_equal(row_of(diff, "1-1")->change, CS_MOVED);
    assert_true(has(row_of(diff, "1-2"), CS_ASPECT_WORDING));
    assert_int_equal(row_of(diff, "1-2")->change, CS_CHANGED);
    assert_int_equal(row_of(diff, "1-3")->change, CS_ADDED);
    assert_true(has(row_of(diff, "1-4"), CS_ASPECT_PLACE));
    assert_int_equal(row_of(diff, "2-1")->change, CS_SAME);
    assert_int_equal(row_of(diff, "2-2")->change, CS_REMOVED);
    assert_int_equal(diff->comparison->moved, 2);
    assert_true(cs_diff_found(diff));
}

/* --- the law, for any two sheets ------------------------------------------------------------------------------------
 */

/* A sheet of some questions, some of them alike; numbers mean little. */
static struct cs_sheet *any_sheet(struct cs_job *job, uint64_t *seed)
{
    static const enum cs_role roles[] = {CS_ROLE_NUMBER, CS_ROLE_QUESTION, CS_ROLE_ANSWER,
                                         CS_ROLE_REMARK, CS_ROLE_EVIDENCE, CS_ROLE_OWNER};
    static const char *const asks[] = {"責任者", "教育", "口座", "台帳", "復元", "記録", "点検", "契約"};
    struct cs_sheet *sheet = cs_alloc(&job->arena, sizeof *sheet);
    uint32_t columns = 4 + draw_below(seed, 3);
    sheet->catalog_id = CS_TEXT("A");
    sheet->edition = draw_below(seed, 2) ? CS_TEXT("1") : CS_TEXT("2");
    cs_sheet_set_columns(job, sheet, roles, columns);
    for (uint32_t i = draw_below(seed, 12); i > 0; i--) {
        struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, columns);
        char number[16];
        snprintf(number, sizeof number, "%u", draw_below(seed, 12));
        row->key = row->cells[0].text = cs_text_copy(&job->arena, cs_text_of(number));
        row->state = (enum cs_state)draw_below(seed, CS_STATES);
        row->good = draw_below(seed, 2) ? CS_STATE_OK : CS_STATE_NG;
        struct cs_buf ask = {0};
        for (uint32_t k = draw_below(seed, 3); k > 0; k--)
            cs_buf_add(&ask, cs_text_of(asks[draw_below(seed, COUNT(asks))]));
        cs_buf_add(&ask, CS_TEXT("を定めていますか"));
        row->cells[1].text = cs_buf_copy(&job->arena, &ask);
        cs_buf_free(&ask);
        for (uint32_t c = 2; c < columns; c++)
            if (draw_below(seed, 3))
                row->cells[c].text = cs_text_of(asks[draw_below(seed, COUNT(asks))]);
    }
    return sheet;
}

static cs_text text_by_role(const struct cs_sheet *sheet, const struct cs_row *row, enum cs_role role, bool old)
{
    uint32_t column = cs_sheet_column(sheet, role);
    if (column >= row->cell_count)
        return (cs_text){0};
    return old && row->past && row->past->texts ? row->past->texts[column] : row->cells[column].text;
}

/* The rows of a side of the diff are those of the sheet, in the sheet's order. */
static void assert_side(const struct cs_sheet *diff, const struct cs_sheet *sheet, bool old)
{
    enum { MOST = 64 };
    const struct cs_row *rows[MOST] = {NULL};
    uint32_t count = 0;
    for (uint32_t i = 0; i < diff->row_count; i++) {
        const struct cs_row *row = &diff->rows[i];
        uint32_t place = count;
        if (row->change == (old ? CS_ADDED : CS_REMOVED))
            continue;
        if (old && row->past) /* the new side comes in order */
            place = row->past->place;
        else if (old)
            for (place = 0; place < sheet->row_count;
                 place++) /* unchanged: where its like is that no other row claims */
                if (cs_text_equal(sheet->rows[place].key, row->key) && !rows[place] &&
                    cs_text_equal(sheet->rows[place].cells[1].text, row->cells[1].text))
                    break;
        assert_true(place < MOST);
        assert_null(rows[place]);
        rows[place] = row;
        count++;
    }
    assert_int_equal(count, sheet->row_count);
    for (uint32_t i = 0; i < count; i++) {
        bool was = old && rows[i]->past;
        assert_true(cs_text_equal(was ? rows[i]->past->key : rows[i]->key, sheet->rows[i].key));
        assert_int_equal(was ? rows[i]->past->state : rows[i]->state, sheet->rows[i].state);
        for (int role = 0; role < CS_ROLES; role++)
            assert_true(cs_text_equal(text_by_role(diff, rows[i], (enum cs_role)role, old),
                                      text_by_role(sheet, &sheet->rows[i], (enum cs_role)role, false)));
    }
}

static void both_sides_can_be_read_back(void **state)
{
    (void)state;
    uint64_t seed = 5;
    for (int round = 0; round < 2000; round++) {
        struct cs_job *job = new_job(CS_JA);
        const struct cs_sheet *old = any_sheet(job, &seed), *new = any_sheet(job, &seed);
        const struct cs_sheet *diff = cs_diff(job, old, new, 0);
        assert_side(diff, new, false);
        assert_side(diff, old, true);
        assert_false(cs_diff_found(cs_diff(job, old, old, 0)));
        const struct cs_comparison *counts = diff->comparison;
        assert_int_equal(new->row_count - counts->added, old->row_count - counts->removed);
        cs_job_free(job);
    }
}

/* What the formats write of a diff names each change once. */
static void each_format_shows_the_change(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *a = catalog_of(job, catalog_yaml);
    const struct cs_sheet *old = sheet_from(job, a, "  1-1: △ 社長が務めます。\n  2-1: '○ 毎日取ります @taro #12'\n");
    struct cs_sheet *new = sheet_from(job, a, "  1-1: ○ 会長が務めます。\n  2-1: '○ 毎週取ります @taro #12'\n");
    const struct cs_sheet *diff = cs_diff(job, old, new, 0);
    struct cs_buf text = emitted(job, cs_diff_lines(job, diff), "text", NULL);
    assert_holds(cs_buf_text(&text), "回答  △ -> ○  改善\n");
    assert_holds(cs_buf_text(&text), "補足  [-社長-]{+会長+}が務めます。\n");
    cs_buf_free(&text);
    struct cs_emit_options colored = {.color = true, .ambiguous = 1};
    text = emitted(job, cs_diff_lines(job, diff), "text", &colored);
    assert_holds(cs_buf_text(&text), "\033[31;9m社長\033[0m\033[32;4m会長\033[0mが務めます。");
    cs_buf_free(&text);
    text = emitted(job, cs_diff_table(job, diff), "md", NULL);
    assert_holds(cs_buf_text(&text), "<del>社長</del><ins>会長</ins>が務めます。");
    assert_holds(cs_buf_text(&text), "<del>毎日取</del><ins>毎週取</ins>ります @<!-- -->taro \\#<!-- -->12");
    assert_lacks(cs_buf_text(&text), "<a id");
    cs_buf_free(&text);
    text = emitted(job, cs_diff_rows(job, diff), "json", NULL);
    assert_holds(cs_buf_text(&text), "\"segments\": {\"answer\": [[\"removed\", \"△\"], [\"added\", \"○\"]], "
                                     "\"remark\": [[\"removed\", \"社長\"], [\"added\", \"会長\"], "
                                     "[\"same\", \"が務めます。\"]]}");
    assert_holds(cs_buf_text(&text), "\"better\": 1");
    cs_buf_free(&text);
    new->changes = cs_diff_table(job, diff);
    text = emitted(job, new, "xlsx", NULL);
    assert_true(text.size > 10000);
    cs_buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(a_sheet_is_no_other_than_itself),     job_test(better_and_worse_go_by_what_is_good),
        job_test(what_is_not_asked_is_neither),        job_test(what_changed_is_told_apart),
        job_test(form_is_width_and_spaces_alone),      job_test(editions_of_a_catalog_are_compared_by_question),
        cmocka_unit_test(both_sides_can_be_read_back), job_test(each_format_shows_the_change),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
