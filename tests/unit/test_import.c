/* Recognition piece by piece: numbers, titles, marks; and a grid as a whole. Sheets of foreign forms are in
 * tests/import. */
#include "support.h"

#include "wording/mark.h"
#include "wording/tags.h"
#include "import/page/number.h"
#include "import/page/page.h"

#include <time.h>

/* --- numbers ----------------------------------------------------------------------------------------------------- */

static void numbers_are_read(void **state)
{
    static const struct {
        const char *cell, *id, *rest;
    } rows[] = {
        {"6-8", "6.8", ""},
        {"６－８", "6.8", ""},
        {"6−8", "6.8", ""},
        {"06.08.", "6.8", ""},
        {"No.12", "12", ""},
        {"No 12", "12", ""},
        {"Q3", "3", ""},
        {"問3", "3", ""},
        {"#7", "7", ""},
        {"(2)", "2", ""},
        {"2-(3)", "2.3", ""},
        {"1(2)", "1.2", ""},
        {"A-1", "a.1", ""},
        {"第2章 体制", "2", "体制"},
        {"1 内部組織", "1", "内部組織"},
        {"①組織的対策", "1", "組織的対策"},
        {"METI 6-8", "6.8", ""},
        {"ISO27001 A.5.10", "a.5.10", ""},
        {"CLD.12.4.5", "cld.12.4.5", ""},
        {"ISO27001 CLD.6.3.1 分担", "cld.6.3.1", "分担"},
        {"IAM-12.1", "iam.12.1", ""},
        {"22.1 責任者", "22.1", "責任者"},
        {"2-1-5", "2.1.5", ""},
    };
    struct cs_job *job = *state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct cs_number number;
        if (!cs_number_read(job, cs_text_of(rows[i].cell), &number))
            fail_msg("%s is not read", rows[i].cell);
        assert_string_equal(shown(number.id), rows[i].id);
        assert_string_equal(shown(cs_number_rest(job, cs_text_of(rows[i].cell), &number)), rows[i].rest);
        assert_true(number.apart);
    }
}

static void what_is_no_number_is_none(void **state)
{
    static const char *const cells[] = {"",         "－",    "方針", "IDを管理", "あり", "必須", "https://example.jp/",
                                        "API 連携", "CSV.gz"};
    struct cs_job *job = *state;
    for (size_t i = 0; i < COUNT(cells); i++) {
        struct cs_number number;
        assert_false(cs_number_read(job, cs_text_of(cells[i]), &number));
    }
}

static void words_with_figures_are_not_apart(void **state)
{
    static const char *const cells[] = {"24時間365日", "85名", "2系統"};
    struct cs_job *job = *state;
    for (size_t i = 0; i < COUNT(cells); i++) {
        struct cs_number number;
        assert_true(cs_number_read(job, cs_text_of(cells[i]), &number));
        assert_false(number.apart);
    }
}

static void dates_are_seen(void **state)
{
    static const struct {
        const char *cell;
        struct cs_date date;
    } rows[] = {
        {"6月8日", {0, 6, 8}},
        {"2025年6月8日", {2025, 6, 8}},
        {"2025-06-08", {2025, 6, 8}},
        {"2025/6/8", {2025, 6, 8}},
        {"2025-06-08 00:00:00", {2025, 6, 8}},
        {"8-Jun", {0, 6, 8}},
        {"Jun-31", {1931, 6, 1}},
        {"Jun-05", {2005, 6, 1}},
    };
    struct cs_job *job = *state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct cs_number number;
        assert_true(cs_number_read(job, cs_text_of(rows[i].cell), &number));
        assert_int_equal(cs_date_compare(number.date, rows[i].date), 0);
        assert_int_equal(number.text.size, 0);
    }
}

/* --- titles ------------------------------------------------------------------------------------------------------ */

static void titles_name_roles(void **state)
{
    static const struct {
        const char *title;
        enum cs_role role;
    } rows[] = {
        {"項番", CS_ROLE_NUMBER},
        {"Ｎｏ．", CS_ROLE_NUMBER},
        {"＃", CS_ROLE_NUMBER},
        {"番\n号", CS_ROLE_NUMBER},
        {"大 項 目", CS_ROLE_CHAPTER},
        {"カテゴリー", CS_ROLE_SECTION},
        {"確認事項", CS_ROLE_QUESTION},
        {"チェック項目", CS_ROLE_QUESTION},
        {"Security Requirement", CS_ROLE_QUESTION},
        {"回答欄", CS_ROLE_ANSWER},
        {"貴社ご回答", CS_ROLE_ANSWER},
        {"回答（○△×）", CS_ROLE_ANSWER},
        {"実施有無", CS_ROLE_ANSWER},
        {"回答日", CS_ROLE_REVIEWED},
        {"回答者", CS_ROLE_OWNER},
        {"回答例", CS_ROLE_OTHER},
        {"備考（任意）", CS_ROLE_REMARK},
        {"コメント", CS_ROLE_REMARK},
        {"エビデンス", CS_ROLE_EVIDENCE},
        {"必須／選択", CS_ROLE_FLAG},
        {"Vendor response (Y/N)", CS_ROLE_ANSWER},
        {"⽅針の確認事項", CS_ROLE_QUESTION},
        {"Question ID", CS_ROLE_NUMBER},
        {"req_id", CS_ROLE_NUMBER},
        {"chapter_id", CS_ROLE_CHAPTER},
        {"Control Title", CS_ROLE_NAME},
        {"Implementation Description", CS_ROLE_REMARK},
        {"必須可否", CS_ROLE_FLAG},
        {"分類 Category", CS_ROLE_GROUP},
        {"Numéro de la question", CS_ROLE_NUMBER},
        {"RÉPONSE du fournisseur", CS_ROLE_ANSWER},
        {"Lieferantenantwort", CS_ROLE_ANSWER},
        {"检查内容", CS_ROLE_QUESTION},
        {"是否符合", CS_ROLE_ANSWER},
        {"답변", CS_ROLE_ANSWER},
        {"Evidence ID", CS_ROLE_EVIDENCE},
        {"Answer options", CS_ROLE_OTHER},
    };
    struct cs_job *job = *state;
    const struct cs_titles *titles = cs_titles_new(job, NULL, 0);
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct cs_title title = cs_title_read(titles, cs_text_of(rows[i].title));
        if (!title.grade || title.role != rows[i].role)
            fail_msg("%s is taken for role %d", rows[i].title, title.role);
    }
}

static void other_texts_are_no_titles(void **state)
{
    static const char *const texts[] = {
        "",       "見本株式会社",
        "1 体制", "承認者",
        "○",      "Solution",
        "grid",   "設問は全部で71あり、回答は半角で記入し、備考は任意です。ご不明な点は担当までお問い合わせください"};
    struct cs_job *job = *state;
    const struct cs_titles *titles = cs_titles_new(job, NULL, 0);
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct cs_title title = cs_title_read(titles, cs_text_of(texts[i]));
        if (title.grade)
            fail_msg("%s is taken for role %d", texts[i], title.role);
    }
}

/* --- marks ------------------------------------------------------------------------------------------------------- */

static void marks_are_read(void **state)
{
    static const struct {
        const char *answer, *remark;
        enum cs_state state;
        const char *mark, *rest;
        enum cs_mark_fault fault;
    } rows[] = {
        {"○", "はい", CS_STATE_OK, "○", "はい", CS_MARK_GOOD},
        {"◯", "", CS_STATE_OK, "◯", "", CS_MARK_GOOD},
        {"Ｙ", "", CS_STATE_OK, "Ｙ", "", CS_MARK_GOOD},
        {"対応不可", "", CS_STATE_NG, "対応不可", "", CS_MARK_GOOD},
        {"実施している", "", CS_STATE_OK, "実施している", "", CS_MARK_GOOD},
        {"Ｎ／Ａ", "", CS_STATE_NA, "Ｎ／Ａ", "", CS_MARK_GOOD},
        {"-", "", CS_STATE_NA, "-", "", CS_MARK_GOOD},
        {"", "", CS_STATE_NONE, "", "", CS_MARK_GOOD},
        {"", "補足だけ", CS_STATE_NONE, "", "補足だけ", CS_MARK_GOOD},
        {"", "確認中", CS_STATE_NONE, "", "確認中", CS_MARK_GOOD},
        {"○ 毎日", "9時", CS_STATE_OK, "○", "毎日\n9時", CS_MARK_GOOD},
        {"", "○ 毎日", CS_STATE_OK, "○", "毎日", CS_MARK_GOOD},
        {"", "- 電話\n- メール", CS_STATE_NONE, "", "- 電話\n- メール", CS_MARK_GOOD},
        {"<ul><li>○ 甲</li> <li>○ 乙</li></ul>", "", CS_STATE_OK, "○", "甲\n乙", CS_MARK_GOOD},
        {"○\n○ 甲\n○ 乙", "", CS_STATE_OK, "○", "甲\n乙", CS_MARK_GOOD},
        {"・○ 甲\n・○ 乙", "", CS_STATE_OK, "○", "甲\n乙", CS_MARK_GOOD},
        {"検討中", "", CS_STATE_PLAN, "検討中", "検討中", CS_MARK_GOOD},
        {"×", "予定 (2026年3月): 加えます", CS_STATE_PLAN, "×", "予定 (2026年3月): 加えます", CS_MARK_GOOD},
        {"", "非公開: 規程による", CS_STATE_NDA, "", "非公開: 規程による", CS_MARK_GOOD},
        {"AWSの管理範囲", "", CS_STATE_FREE_TEXT, "AWSの管理範囲", "", CS_MARK_GOOD},
        {"はい。年2回です。", "", CS_STATE_OK, "はい", "年2回です。", CS_MARK_GOOD},
        {"Yes, every day", "at 9", CS_STATE_OK, "Yes", "every day\nat 9", CS_MARK_GOOD},
        /* boxes in one cell: what is checked, and nothing where nothing is */
        {"☑はい　□いいえ", "", CS_STATE_OK, "はい", "", CS_MARK_GOOD},
        {"□はい　■いいえ（理由: 古い機器）", "別紙", CS_STATE_NG, "いいえ", "（理由: 古い機器）\n別紙", CS_MARK_GOOD},
        {"☑はい　□いいえ（理由: 甲）", "", CS_STATE_OK, "はい", "（理由: 甲）", CS_MARK_GOOD},
        {"☐ 実施 ☑ 一部実施 ☐ 未実施", "", CS_STATE_PART, "一部実施", "", CS_MARK_GOOD},
        {"●有　○無", "", CS_STATE_OK, "有", "", CS_MARK_GOOD},
        {"□はい □いいえ", "", CS_STATE_NONE, "", "", CS_MARK_GOOD},
        {"", "☒ Yes ☐ No", CS_STATE_OK, "Yes", "", CS_MARK_GOOD},
        {"☑はい ☑いいえ", "", CS_STATE_NONE, "はい・いいえ", "", CS_MARK_SPLIT},
        {"☑", "", CS_STATE_OK, "☑", "", CS_MARK_GOOD},
        {"[x]", "", CS_STATE_OK, "[x]", "", CS_MARK_GOOD},
        {"✅ 準拠", "", CS_STATE_OK, "✅", "準拠", CS_MARK_GOOD},
        {"はい☑　いいえ□", "", CS_STATE_OK, "はい", "", CS_MARK_GOOD},
        {"（　）はい　（○）いいえ", "", CS_STATE_NG, "いいえ", "", CS_MARK_GOOD},
        {"[ ] Yes [x] No [ ] N/A", "", CS_STATE_NG, "No", "", CS_MARK_GOOD},
        {"【　】有【　】無", "", CS_STATE_NONE, "", "", CS_MARK_GOOD},
        {"○はい　○いいえ", "", CS_STATE_NONE, "", "", CS_MARK_GOOD},
        {"レ", "", CS_STATE_OK, "レ", "", CS_MARK_GOOD},
        {"□", "", CS_STATE_NONE, "", "", CS_MARK_GOOD},
        /* partly never becomes yes, and two answers are none */
        {"○（一部）", "", CS_STATE_NONE, "○（一部）", "", CS_MARK_SPLIT},
        {"○ 条件付き", "", CS_STATE_NONE, "○ 条件付き", "", CS_MARK_SPLIT},
        {"○・△・×", "", CS_STATE_NONE, "○・△・×", "", CS_MARK_SPLIT},
        {"○ 甲\n× 乙", "", CS_STATE_NONE, "○ 甲\n× 乙", "", CS_MARK_SPLIT},
        {"", "○ 甲\n× 乙", CS_STATE_NONE, "", "○ 甲\n× 乙", CS_MARK_SPLIT},
        {"◎", "よい", CS_STATE_NONE, "◎", "よい", CS_MARK_STRANGE},
        {"おおむね対応", "", CS_STATE_NONE, "おおむね対応", "", CS_MARK_STRANGE},
        {"対応していますが一部です", "", CS_STATE_NONE, "対応していますが一部です", "", CS_MARK_STRANGE},
    };
    struct cs_job *job = *state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct cs_marked read =
            cs_mark_read(job, NULL, NULL, false, cs_text_of(rows[i].answer), cs_text_of(rows[i].remark));
        if (read.state != rows[i].state || read.fault != rows[i].fault)
            fail_msg("%s | %s: state %d, fault %d", rows[i].answer, rows[i].remark, read.state, read.fault);
        assert_string_equal(shown(read.answer), rows[i].mark);
        assert_string_equal(shown(read.remark), rows[i].rest);
    }
}

static void answers_of_kinds_are_read(void **state)
{
    static const struct {
        enum cs_kind kind;
        const char *answer;
        enum cs_state state;
    } rows[] = {
        {CS_KIND_EXISTS, "あり 総務部長", CS_STATE_OK},
        {CS_KIND_EXISTS, "販売管理規程あり", CS_STATE_OK},
        {CS_KIND_EXISTS, "一部の拠点にあり", CS_STATE_FREE_TEXT},
        {CS_KIND_EXISTS, "規程なし。", CS_STATE_NG},
        {CS_KIND_EXISTS, "問題なし", CS_STATE_FREE_TEXT},
        {CS_KIND_EXISTS, "該当なし", CS_STATE_NA},
        {CS_KIND_CAN, "機密のため不可", CS_STATE_NG},
        {CS_KIND_CAN, "基盤側で非公開", CS_STATE_NDA},
        {CS_KIND_CAN, "契約による", CS_STATE_FREE_TEXT},
        {CS_KIND_MONEY, "12億39百万円", CS_STATE_FREE_TEXT},
        {CS_KIND_LIST, "なし", CS_STATE_FREE_TEXT},
        {CS_KIND_COUNT, "非公開", CS_STATE_NDA},
        {CS_KIND_COUNT, "－", CS_STATE_NA},
        {CS_KIND_COUNT, "確認中", CS_STATE_NONE},
        {CS_KIND_TEXT, "", CS_STATE_NONE},
    };
    struct cs_job *job = *state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct cs_item item = {.kind = rows[i].kind};
        struct cs_marked read = cs_mark_read(job, NULL, &item, true, cs_text_of(rows[i].answer), (cs_text){0});
        if (read.state != rows[i].state)
            fail_msg("%s: state %d", rows[i].answer, read.state);
        assert_string_equal(shown(read.answer), rows[i].answer);
    }
}

static void tags_are_taken_off(void **state)
{
    struct cs_job *job = *state;
    assert_string_equal(shown(cs_without_tags(job, CS_TEXT("<b>1 方針</b>"))), "1 方針");
    assert_string_equal(shown(cs_without_tags(job, CS_TEXT("<p>甲<br>乙</p>"))), "甲\n乙");
    assert_string_equal(shown(cs_without_tags(job, CS_TEXT("<script> を止めますか。"))), "<script> を止めますか。");
    assert_string_equal(shown(cs_without_tags(job, CS_TEXT("甲<br>乙"))), "甲<br>乙");
    assert_string_equal(shown(cs_without_tags(job, CS_TEXT("<a href=\"https://example.jp/\">頁</a>"))), "頁");
    assert_string_equal(shown(cs_without_tags(job, CS_TEXT("a < b, <https://example.jp/>"))),
                        "a < b, <https://example.jp/>");
}

/* --- a grid ------------------------------------------------------------------------------------------------------ */

static const char catalog_text[] =
    "checksheet: catalog/1\nid: SEA\ntitle: 海\nedition: 1\nmarks: {○: ok, △: part, ×: ng, ◎: ok}\nitems:\n"
    "  1: 波は高いですか。\n  2: 風は強いですか。\n  3: 船は出ますか。\n";

static const struct cs_catalog *load(struct cs_job *job)
{
    return cs_load_catalog(job, cs_source_add(job, CS_TEXT("sea.yaml"), cs_text_of(catalog_text)));
}

/* A worksheet of rows whose cells are parted by |. */
static void add_worksheet(struct cs_job *job, struct cs_grid *grid, const char *name, const char *const *rows,
                          size_t count)
{
    struct cs_grid_sheet *sheet = cs_grid_add_sheet(job, grid, cs_text_of(name));
    for (uint32_t row = 0; row < count; row++) {
        const char *at = rows[row];
        for (uint32_t column = 0; *at; column++) {
            size_t size = strcspn(at, "|");
            if (size)
                cs_grid_add_cell(job, sheet, row, column, (cs_text){at, size});
            at += size + (at[size] == '|');
        }
    }
}

static struct cs_imported import_all(struct cs_job *job, struct cs_grid *grid, const struct cs_import_options *options,
                                     enum cs_import_result wanted)
{
    struct cs_imported imported;
    struct cs_import_fit fits[2];
    assert_int_equal(cs_import(job, grid, options, &imported, fits), wanted);
    return imported;
}

static void worksheets_may_each_hold_a_part(void **state)
{
    static const char *const first[] = {"番号|質問|回答", "1|波は高いですか。|◎", "2|風は強いですか。|×"};
    static const char *const second[] = {"No.|設問|メモ|対応状況|備考", "3|船は出ますか。|急ぎ|△|昼まで"};
    static const char *const cover[] = {"会社名|見本海運", "区分|回答", "合計|3"};
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = load(job);
    struct cs_import_options options = {.catalogs = &catalog, .catalog_count = 1};
    struct cs_grid *grid = cs_grid_new(job, CS_GRID_XLSX, cs_source_add(job, CS_TEXT("a.xlsx"), CS_TEXT("")));
    add_worksheet(job, grid, "表紙", cover, COUNT(cover));
    add_worksheet(job, grid, "甲", first, COUNT(first));
    add_worksheet(job, grid, "乙", second, COUNT(second));
    struct cs_imported imported = import_all(job, grid, &options, CS_IMPORTED);
    assert_int_equal(imported.item_count, 3);
    assert_int_equal(imported.missing, 0);
    assert_int_equal(imported.remark_count, 0);
    assert_string_equal(shown(imported.sheet->vendor), "見本海運");
    const struct cs_row *last = &imported.sheet->rows[imported.items[2].row];
    assert_string_equal(shown(last->key), "3");
    assert_int_equal(last->state, CS_STATE_PART);
    assert_string_equal(shown(last->cells[imported.sheet->column_count - 1].text), "急ぎ");
    assert_int_equal(imported.sheet->columns[imported.sheet->column_count - 1].role, CS_ROLE_OTHER);
    assert_int_equal(cs_source_place(last->span.source, last->span.start).line, 2);

    options.worksheet = CS_TEXT("甲");
    assert_int_equal(import_all(job, grid, &options, CS_IMPORTED).item_count, 2);
    options.worksheet = CS_TEXT("丙");
    import_all(job, grid, &options, CS_NO_WORKSHEET);
}

static const struct cs_row *row_of(const struct cs_imported *imported, uint32_t item)
{
    return &imported->sheet->rows[imported->items[item].row];
}

/* Beside the worksheet that is filled in there are one that shows how, one to choose from, and a cover. */
static void examples_and_hidden_sheets_are_no_answers(void **state)
{
    static const char *const cover[] = {"海の点検票", "会社名|見本海運|記入日|2025年11月1日"};
    static const char *const shown_how[] = {"番号|質問|回答|備考", "1|波は高いですか。|○|朝です。",
                                            "2|風は強いですか。|○|夜です。"};
    static const char *const filled[] = {"番号|質問|回答|備考", "例|魚はいますか。|○|います。", "1|波は高いですか。|×",
                                         "2|風は強いですか。|○", "3|船は出ますか。"};
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = load(job);
    struct cs_import_options options = {.catalogs = &catalog, .catalog_count = 1};
    struct cs_grid *grid = cs_grid_new(job, CS_GRID_XLSX, cs_source_add(job, CS_TEXT("a.xlsx"), CS_TEXT("")));
    add_worksheet(job, grid, "表紙", cover, COUNT(cover));
    add_worksheet(job, grid, "記入例", shown_how, COUNT(shown_how));
    add_worksheet(job, grid, "回答", filled, COUNT(filled));
    add_worksheet(job, grid, "選択肢", shown_how, COUNT(shown_how));
    grid->sheets[3].hidden = true;
    struct cs_imported imported = import_all(job, grid, &options, CS_IMPORTED);
    static const enum cs_import_use uses[] = {CS_USED_LABELS, CS_USED_NOT_EXAMPLE, CS_USED_ITEMS, CS_USED_NOT_SEEN};
    for (uint32_t i = 0; i < COUNT(uses); i++)
        assert_int_equal(imported.uses[i], uses[i]);
    assert_int_equal(imported.item_count, 3);
    assert_int_equal(row_of(&imported, 0)->state, CS_STATE_NG);
    assert_int_equal(row_of(&imported, 2)->state, CS_STATE_NONE);
    assert_int_equal(imported.remark_count, 1);
    assert_int_equal(imported.remarks[0].kind, CS_ROW_EXAMPLE);
    assert_int_equal(imported.remarks[0].row, 1);
    assert_string_equal(shown(imported.sheet->title), "海の点検票");
    assert_string_equal(shown(imported.sheet->vendor), "見本海運");
    assert_int_equal(imported.sheet->date.month, 11);

    options.worksheet = CS_TEXT("記入例"); /* asked for, it is read; and so it is where there is no other */
    assert_int_equal(import_all(job, grid, &options, CS_IMPORTED).item_count, 2);
    options.worksheet = (cs_text){0};
    grid->sheets[2].hidden = true;
    assert_int_equal(import_all(job, grid, &options, CS_IMPORTED).item_count, 2);
}

static void worksheets_may_be_chapters(void **state)
{
    static const char *const first[] = {"1.浜", "番号|質問|回答", "1|波は高いですか。|◎", "2|風は強いですか。|×"};
    static const char *const second[] = {"番号|質問|回答", "1|船は出ますか。|△", "2|魚はいますか。|○"};
    struct cs_job *job = *state;
    struct cs_import_options options = {.as_catalog = true};
    struct cs_grid *grid = cs_grid_new(job, CS_GRID_XLSX, cs_source_add(job, CS_TEXT("a.xlsx"), CS_TEXT("")));
    add_worksheet(job, grid, "1.浜", first, COUNT(first));
    add_worksheet(job, grid, "2.沖", second, COUNT(second));
    struct cs_imported imported = import_all(job, grid, &options, CS_IMPORTED);
    static const char *const wanted[] = {"1.浜", "2.沖"};
    uint32_t count = 0;
    for (uint32_t i = 0; i < imported.sheet->row_count; i++)
        if (imported.sheet->rows[i].kind == CS_ROW_SECTION)
            assert_string_equal(shown(imported.sheet->rows[i].cells[0].text), wanted[count++]);
    assert_int_equal(count, 2);
    assert_string_equal(shown(row_of(&imported, 3)->key), "2-2"); /* numbers begin anew in each */
}

static void formulas_without_a_result_are_told(void **state)
{
    static const char *const rows[] = {"番号|質問|回答", "1|波は高いですか。|◎",
                                       "2|風は強いですか。|=", "3|船は出ますか。|×|="};
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = load(job);
    struct cs_import_options options = {.catalogs = &catalog, .catalog_count = 1};
    struct cs_grid *grid = cs_grid_new(job, CS_GRID_XLSX, cs_source_add(job, CS_TEXT("a.xlsx"), CS_TEXT("")));
    add_worksheet(job, grid, "回答", rows, COUNT(rows));
    for (uint32_t i = 0; i < grid->sheets[0].cell_count; i++)
        if (cs_text_equal(grid->sheets[0].cells[i].text, CS_TEXT("="))) {
            grid->sheets[0].cells[i].text = (cs_text){0};
            grid->sheets[0].cells[i].form = CS_GRID_UNSOLVED;
        }
    struct cs_imported imported = import_all(job, grid, &options, CS_IMPORTED);
    assert_int_equal(row_of(&imported, 1)->state, CS_STATE_NONE);
    assert_int_equal(imported.remark_count, 1); /* not of a column that nothing is read of */
    assert_int_equal(imported.remarks[0].kind, CS_CELL_UNSOLVED);
    assert_int_equal(imported.remarks[0].row, 2);
    assert_int_equal(imported.remarks[0].column, 2);
}

static void nothing_is_guessed_wildly(void **state)
{
    static const char *const pets[] = {"番号|質問|回答", "1|犬がいますか。|○", "2|猫がいますか。|×"};
    static const char *const words[] = {"りんご|みかん", "ぶどう"};
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = load(job);
    struct cs_import_options options = {.catalogs = &catalog, .catalog_count = 1};
    struct cs_grid *grid = cs_grid_new(job, CS_GRID_CSV, cs_source_add(job, CS_TEXT("a.csv"), CS_TEXT("")));
    add_worksheet(job, grid, "", pets, COUNT(pets));
    import_all(job, grid, &options, CS_NO_CATALOG_FITS);
    options.as_catalog = true;
    struct cs_imported imported = import_all(job, grid, &options, CS_IMPORTED);
    assert_null(imported.catalog);
    assert_string_equal(shown(imported.sheet->rows[imported.items[1].row].key), "2");

    grid = cs_grid_new(job, CS_GRID_CSV, cs_source_add(job, CS_TEXT("b.csv"), CS_TEXT("")));
    add_worksheet(job, grid, "", words, COUNT(words));
    import_all(job, grid, &options, CS_NO_QUESTIONS);
    import_all(job, cs_grid_new(job, CS_GRID_CSV, cs_source_add(job, CS_TEXT("c.csv"), CS_TEXT(""))), &options,
               CS_NO_QUESTIONS);
}

static void merge(struct cs_job *job, struct cs_grid_sheet *sheet, uint32_t row, uint32_t column, uint32_t last_row,
                  uint32_t last_column)
{
    sheet->merges = cs_grow(&job->arena, sheet->merges, sheet->merge_count, &sheet->merge_room, sizeof *sheet->merges);
    sheet->merges[sheet->merge_count++] = (struct cs_grid_merge){row, column, last_row, last_column};
}

/* Excel as drawing paper: titles over several narrow columns, and what they are over in the second of these. */
static void merged_titles_find_their_columns(void **state)
{
    static const char *const rows[] = {"海の確認表",
                                       "||区分||No.||確認事項||||回答||備考",
                                       "",
                                       "||浜||1|||波は高いですか。|||○|||朝だけです。",
                                       "||||2|||風は強いですか。|||×",
                                       "||沖||3|||船は出ますか。||||||中止です。",
                                       "",
                                       "||||||||||||承認|（印）"};
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = load(job);
    struct cs_import_options options = {.catalogs = &catalog, .catalog_count = 1};
    struct cs_grid *grid = cs_grid_new(job, CS_GRID_XLSX, cs_source_add(job, CS_TEXT("a.xlsx"), CS_TEXT("")));
    add_worksheet(job, grid, "表", rows, COUNT(rows));
    merge(job, &grid->sheets[0], 1, 2, 1, 3);
    merge(job, &grid->sheets[0], 1, 6, 1, 9);
    merge(job, &grid->sheets[0], 1, 10, 1, 11);
    merge(job, &grid->sheets[0], 1, 12, 1, 13);
    merge(job, &grid->sheets[0], 3, 2, 4, 3);
    struct cs_imported imported = import_all(job, grid, &options, CS_IMPORTED);
    assert_int_equal(imported.item_count, 3);
    assert_int_equal(imported.remark_count, 0);
    static const enum cs_state states[] = {CS_STATE_OK, CS_STATE_NG, CS_STATE_NONE};
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(imported.sheet->rows[imported.items[i].row].state, states[i]);
    uint32_t section = cs_sheet_column(imported.sheet, CS_ROLE_SECTION);
    assert_string_equal(shown(imported.sheet->rows[imported.items[1].row].cells[section].text), "浜");
    assert_string_equal(shown(imported.sheet->title), "海の確認表");
}

/* 前回 and 今回 over an answer and a remark each: what was answered last time is kept, and answers nothing. */
static void titles_of_last_year_are_no_answers(void **state)
{
    static const char *const rows[] = {"番号|質問|前回||今回|", "||回答|備考|回答|備考", "1|波は高いですか。|×|甲|○|乙",
                                       "2|風は強いですか。|×|丙||", "3|船は出ますか。|||△|丁"};
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = load(job);
    struct cs_import_options options = {.catalogs = &catalog, .catalog_count = 1};
    struct cs_grid *grid = cs_grid_new(job, CS_GRID_XLSX, cs_source_add(job, CS_TEXT("a.xlsx"), CS_TEXT("")));
    add_worksheet(job, grid, "表", rows, COUNT(rows));
    merge(job, &grid->sheets[0], 0, 2, 0, 3);
    merge(job, &grid->sheets[0], 0, 4, 0, 5);
    struct cs_imported imported = import_all(job, grid, &options, CS_IMPORTED);
    static const enum cs_state states[] = {CS_STATE_OK, CS_STATE_NONE, CS_STATE_PART};
    for (uint32_t i = 0; i < 3; i++)
        assert_int_equal(row_of(&imported, i)->state, states[i]);
    const struct cs_sheet *sheet = imported.sheet;
    assert_string_equal(shown(row_of(&imported, 0)->cells[cs_sheet_column(sheet, CS_ROLE_REMARK)].text), "乙");
    assert_string_equal(shown(sheet->columns[sheet->column_count - 2].title), "前回 回答");
    assert_string_equal(shown(row_of(&imported, 1)->cells[sheet->column_count - 1].text), "丙");
}

/* A title row under layer upon layer of merged cells, in a page that is as wide as is looked at: each takes a step. */
static void merges_without_end_take_no_time(void **state)
{
    enum { MERGES = 400000, WIDE = 1000, MOST_SECONDS = 30 /* with sanitizers; without, far less than one */ };
    static const char *const rows[] = {"題||質問|回答", "||波は高いですか。|◎", "||風は強いですか。|×",
                                       "||船は出ますか。|△"};
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = load(job);
    struct cs_import_options options = {.catalogs = &catalog, .catalog_count = 1};
    struct cs_grid *grid = cs_grid_new(job, CS_GRID_XLSX, cs_source_add(job, CS_TEXT("a.xlsx"), CS_TEXT("")));
    add_worksheet(job, grid, "表", rows, COUNT(rows));
    cs_grid_add_cell(job, &grid->sheets[0], 9, WIDE, CS_TEXT("端"));
    for (int i = 0; i < MERGES; i++)
        merge(job, &grid->sheets[0], 0, 0, 0, i % 2 ? 1 : 16383);
    clock_t start = clock();
    struct cs_imported imported = import_all(job, grid, &options, CS_IMPORTED);
    assert_true((clock() - start) / CLOCKS_PER_SEC < MOST_SECONDS);
    assert_int_equal(imported.item_count, 3);
}

/* --- nothing is lost ---------------------------------------------------------------------------------------------- */

static const char *const parts[] = {"必須",
                                    "1",
                                    "1-2",
                                    "2",
                                    "6月8日",
                                    "○",
                                    "×",
                                    "◎",
                                    "あり",
                                    "確認中",
                                    "波は高いですか。",
                                    "風は強いですか。",
                                    "長い説明がここに続いていて、終わりは句点です。",
                                    "※ 注意",
                                    "・箇条",
                                    "承認者",
                                    "1 章の題",
                                    "○ 毎日",
                                    "2025-11-01",
                                    "会社名",
                                    "<b>題</b>",
                                    "a < b",
                                    "四月の版"};

static void add_random_sheet(struct cs_job *job, struct cs_grid *grid, uint64_t *seed, cs_text *texts, uint32_t *count)
{
    struct cs_grid_sheet *sheet = cs_grid_add_sheet(job, grid, CS_TEXT("x"));
    for (uint32_t row = 0; row < 14; row++)
        for (uint32_t column = 0; column < 6; column++) {
            static const char *const titles[] = {"大項目", "番号", "質問", "回答", "備考", "社内"};
            if (draw_below(seed, 3) == 0 && row != 3)
                continue;
            struct cs_buf text = {0};
            uint32_t part = draw_below(seed, COUNT(parts));
            cs_buf_add(&text, cs_text_of(row == 3 ? titles[column] : parts[part]));
            if (row != 3 && draw_below(seed, 2))
                cs_buf_print(&text, " k%u;", *count); /* unlike all others */
            texts[*count] = cs_buf_copy(&job->arena, &text);
            cs_grid_add_cell(job, sheet, row, column, texts[(*count)++]);
            cs_buf_free(&text);
        }
}

/* True when all of a text's own words are somewhere in the sheet. */
static bool is_kept(const struct cs_sheet *sheet, cs_text text)
{
    ptrdiff_t own = cs_text_find(text, CS_TEXT(" k"));
    for (uint32_t i = 0; own >= 0 && i < sheet->row_count; i++)
        for (uint32_t c = 0; c < sheet->rows[i].cell_count; c++)
            if (cs_text_find(sheet->rows[i].cells[c].text, cs_text_skip(text, (size_t)own + 1)) >= 0)
                return true;
    return own < 0;
}

static void nothing_is_lost(void **state)
{
    enum { RUNS = 600, CELLS = 14 * 6 };
    (void)state;
    uint64_t seed = 7;
    for (int run = 0; run < RUNS; run++) {
        struct cs_job *job = new_job(CS_JA);
        cs_text texts[CELLS];
        uint32_t count = 0;
        const struct cs_catalog *catalog = load(job);
        struct cs_import_options options = {.catalog = run % 2 ? catalog : NULL, .as_catalog = run % 2 == 0};
        struct cs_grid *grid = cs_grid_new(job, CS_GRID_CSV, cs_source_add(job, CS_TEXT("a.csv"), CS_TEXT("")));
        struct cs_imported imported;
        struct cs_import_fit fits[2];
        add_random_sheet(job, grid, &seed, texts, &count);
        if (cs_import(job, grid, &options, &imported, fits) == CS_IMPORTED)
            for (uint32_t i = 0; i < count; i++)
                if (!is_kept(imported.sheet, texts[i]))
                    fail_msg("run %d: %s is lost", run, shown(texts[i]));
        cs_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(numbers_are_read),
        job_test(what_is_no_number_is_none),
        job_test(words_with_figures_are_not_apart),
        job_test(dates_are_seen),
        job_test(titles_name_roles),
        job_test(other_texts_are_no_titles),
        job_test(marks_are_read),
        job_test(answers_of_kinds_are_read),
        job_test(tags_are_taken_off),
        job_test(worksheets_may_each_hold_a_part),
        job_test(examples_and_hidden_sheets_are_no_answers),
        job_test(worksheets_may_be_chapters),
        job_test(formulas_without_a_result_are_told),
        job_test(nothing_is_guessed_wildly),
        job_test(merged_titles_find_their_columns),
        job_test(titles_of_last_year_are_no_answers),
        job_test(merges_without_end_take_no_time),
        cmocka_unit_test(nothing_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
