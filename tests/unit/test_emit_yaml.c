/* A sheet becomes a profile again: what is read back from the YAML composes to the same sheet. */
#include "support.h"
#include "base/report.h"
#include "scaffold/scaffold.h"

static const struct cs_profile *load_back(struct cs_job *job, const struct cs_catalogs *catalogs,
                                          const struct cs_sheet *sheet, cs_text *yaml)
{
    struct cs_buf out = emitted(job, sheet, "yaml", NULL);
    *yaml = cs_text_copy(&job->arena, cs_buf_text(&out));
    cs_buf_free(&out);
    const struct cs_profile *profile = cs_load_profile(job, source_of(job, "back.yaml", *yaml), catalogs);
    if (!profile)
        print_error("%.*s\n", (int)yaml->size, yaml->bytes);
    assert_non_null(profile);
    return profile;
}

/* No error; else each one, and the file. */
static void assert_no_faults(struct cs_job *job, cs_text yaml)
{
    uint32_t count;
    const struct cs_finding *findings = cs_findings(job, &count);
    if (cs_job_faults(job) == 0)
        return;
    for (uint32_t i = 0; i < count; i++)
        print_error("%u: [%s] %s\n", (unsigned)cs_source_place(findings[i].span.source, findings[i].span.start).line,
                    shown(cs_rule_slug(findings[i].rule)), shown(findings[i].message));
    print_error("%.*s\n", (int)yaml.size, yaml.bytes);
    fail_msg("%u faults", (unsigned)cs_job_faults(job));
}

/* --- the law: import(emit(s)) has s's items, for YAML -------------------------------------------------------------- */

static const char *const profiles[] = {"profiles/callconnect.yaml", "profiles/krew.yaml", "profiles/precena.yaml",
                                       "profiles/rescuenow-status-checker.yaml", "profiles/rescuenow.yaml"};

static bool same_cell(const struct cs_cell *a, const struct cs_cell *b)
{
    return cs_text_equal(a->text, b->text) && cs_text_equal(a->link, b->link) && a->tone == b->tone;
}

static void assert_same_row(const struct cs_row *is, const struct cs_row *ought)
{
    bool same = is->kind == ought->kind && is->depth == ought->depth && is->cell_count == ought->cell_count &&
                cs_text_equal(is->key, ought->key) && is->state == ought->state && is->good == ought->good &&
                is->flag == ought->flag;
    if (!same)
        print_error("state %s and not %s\n", shown(cs_state_word(is->state)), shown(cs_state_word(ought->state)));
    for (uint32_t i = 0; same && i < is->cell_count; i++) {
        same = same_cell(&is->cells[i], &ought->cells[i]);
        if (!same)
            print_error("is      '%s' [%s]\nought   '%s' [%s]\n", shown(is->cells[i].text), shown(is->cells[i].link),
                        shown(ought->cells[i].text), shown(ought->cells[i].link));
    }
    if (!same)
        fail_msg("row of %s differs", shown(ought->key));
}

static void assert_same_sheet(const struct cs_sheet *is, const struct cs_sheet *ought)
{
    assert_int_equal(is->column_count, ought->column_count);
    assert_int_equal(cs_date_compare(is->date, ought->date), 0);
    for (uint32_t i = 0; i < is->row_count && i < ought->row_count; i++)
        assert_same_row(&is->rows[i], &ought->rows[i]);
    assert_int_equal(is->row_count, ought->row_count);
}

static void check_law(const char *path, const struct cs_layout *layout, uint32_t number, enum cs_language language)
{
    struct cs_job *job = new_job(language);
    struct cs_catalogs catalogs = cs_builtin_catalogs(job);
    const struct cs_profile *profile = cs_load_profile(job, cs_source_read(job, path), &catalogs);
    struct cs_compose_options options = {.language = language, .with_owner = true};
    cs_text yaml;
    options.layout = layout ? &profile->sheets[0].catalog->layouts[number] : NULL;
    const struct cs_sheet *sheet = cs_compose(job, profile, &profile->sheets[0], &options);
    uint32_t faults = cs_job_faults(job);
    const struct cs_profile *back = load_back(job, &catalogs, sheet, &yaml);
    assert_int_equal(cs_job_faults(job), faults);
    const struct cs_sheet *again = cs_compose(job, back, &back->sheets[0], &options);
    assert_same_sheet(again, sheet);
    cs_job_free(job);
}

/* Every layout of its catalog, and the one that it chooses itself. */
static void shipped(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(profiles); i++)
        for (int language = 0; language < CS_LANGUAGES; language++) {
            struct cs_job *job = new_job(CS_JA);
            struct cs_catalogs catalogs = cs_builtin_catalogs(job);
            const struct cs_profile *profile = cs_load_profile(job, cs_source_read(job, profiles[i]), &catalogs);
            const struct cs_catalog *catalog = profile->sheets[0].catalog;
            check_law(profiles[i], NULL, 0, (enum cs_language)language);
            for (uint32_t k = 0; k < catalog->layout_count; k++)
                check_law(profiles[i], &catalog->layouts[k], k, (enum cs_language)language);
            cs_job_free(job);
        }
}

/* --- any text comes back ------------------------------------------------------------------------------------------ */

/* clang-format off */
static const char *const nasty[] = {
    ": ", ":", " #", "#", "- ", "? ", "!", "&a", "*a", "%", "@", "`", "[", "]", "{", "}", ">", "|", "'", "\"", "\\", ", ", "=",
    "= METI 6-8", " ", "   ", "\r", "\r\n", "\n", "\n\n\n", "\t", "　", "\n  ", "\n\t", "\n　", "🍣", "𠮷", "é", "\u200d", "\u2028",
    "\u2029", "\ufeff", "\a", "\x7f", "\xc2\x85", "${x}", "${", "}", "---", "...", "\n---\n", "\n...", "~", "null", "<<", "yes",
    "6-8:", "\n6-8: ×", "根拠: ", "\n根拠: 規程", "予定: ", "非公開: ", "（実施者: 甲）", "対応済み:", "○", "×", "2026-03", "2026年3月",
    "https://example.jp/a?b#c", "あいうえお", "word", "確認中", "別紙参照", "\xff", "\xe3\x81"};
/* clang-format on */

static cs_text nasty_text(struct cs_job *job, uint64_t *seed, uint32_t most)
{
    struct cs_buf buf = {0};
    for (uint32_t left = draw_below(seed, most + 1); left > 0; left--)
        cs_buf_add(&buf, cs_text_of(nasty[draw_below(seed, COUNT(nasty))]));
    cs_text text = cs_buf_copy(&job->arena, &buf);
    cs_buf_free(&buf);
    return text;
}

/* What a text is once it stands in a file: line ends are LF, no control stands in it, no blank at its ends. Written
 * apart from the emitter, a character at a time. */
static cs_text as_kept(struct cs_job *job, cs_text text)
{
    struct cs_buf buf = {0};
    while (text.size) {
        cs_text before = text;
        uint32_t point = cs_text_next(&text);
        cs_text same = {before.bytes, before.size - text.size};
        if (point == '\r' && cs_text_starts(text, CS_TEXT("\n")))
            continue;
        if (point == '\r')
            cs_buf_add(&buf, CS_TEXT("\n"));
        else if (point == 0x85)
            cs_buf_add(&buf, CS_TEXT("␤"));
        else if (point == 0x07)
            cs_buf_add(&buf, CS_TEXT("␇"));
        else if (point == 0x7f)
            cs_buf_add(&buf, CS_TEXT("␡"));
        else
            cs_buf_add(&buf, point == 0xfffd ? CS_TEXT("\xef\xbf\xbd") : same);
    }
    cs_text kept = cs_text_trim(cs_buf_copy(&job->arena, &buf));
    cs_buf_free(&buf);
    return kept;
}

static const char catalog_yaml[] = "checksheet: catalog/1\nid: T\ntitle: t\nedition: e\nitems:\n"
                                   "  1-1: a\n  1-2: b\n  1-3: c\n  2-10: d\n  '3': e\n  4.1: f\n";

/* Words that are no plan of their own, which a no may be, so that they can only come back as words. */
static cs_text random_words(struct cs_job *job, uint64_t *seed)
{
    struct cs_buf buf = {0};
    cs_text words = nasty_text(job, seed, 12);
    bool is_plan = cs_text_starts(cs_text_trim(words), CS_TEXT("予定:"));
    cs_buf_add(&buf, is_plan || draw_below(seed, 2) ? CS_TEXT("語") : (cs_text){0});
    cs_buf_add(&buf, words);
    cs_buf_add(&buf, CS_TEXT("末"));
    cs_text text = cs_buf_copy(&job->arena, &buf);
    cs_buf_free(&buf);
    return text;
}

static void random_answer(struct cs_job *job, uint64_t *seed, struct cs_answer *answer)
{
    static const enum cs_state states[] = {CS_STATE_OK,   CS_STATE_PART, CS_STATE_NG,       CS_STATE_NA,
                                           CS_STATE_PLAN, CS_STATE_NDA,  CS_STATE_FREE_TEXT};
    struct cs_evidence *evidence = cs_alloc_array(&job->arena, 3, sizeof *evidence);
    answer->state = states[draw_below(seed, COUNT(states))];
    if (draw_below(seed, 4) || answer->state == CS_STATE_FREE_TEXT)
        answer->remark.in[CS_JA] = random_words(job, seed);
    if (answer->state == CS_STATE_PLAN && draw_below(seed, 2))
        answer->due = (struct cs_date){2026, (int8_t)(1 + draw_below(seed, 12)), (int8_t)draw_below(seed, 29)};
    if (draw_below(seed, 2))
        answer->reviewed =
            (struct cs_date){2025, (int8_t)(1 + draw_below(seed, 12)), (int8_t)(1 + draw_below(seed, 28))};
    if (draw_below(seed, 3) == 0)
        answer->owner = CS_TEXT("基盤: #1 チーム");
    answer->evidence = evidence;
    for (uint32_t left = draw_below(seed, 4); left > 0; left--) {
        struct cs_evidence *proof = &evidence[answer->evidence_count++];
        if (draw_below(seed, 3))
            proof->title = draw_below(seed, 2) ? CS_TEXT("規程: 第1版 #2") : CS_TEXT("- 手順");
        if (draw_below(seed, 2) || proof->title.size == 0)
            proof->address =
                draw_below(seed, 2) ? CS_TEXT("https://example.jp/a?b=1#c") : CS_TEXT("http://example.jp/");
    }
}

static void assert_same_answer(struct cs_job *job, const struct cs_answer *is, const struct cs_answer *ought)
{
    cs_text words = as_kept(job, ought->remark.in[CS_JA]);
    assert_int_equal(is->state, ought->state);
    if (!cs_text_equal(is->remark.in[CS_JA], words))
        fail_msg("is    '%s'\nought '%s'", shown(is->remark.in[CS_JA]), shown(words));
    assert_int_equal(is->due.year, ought->due.year);
    assert_int_equal(is->due.year ? is->due.month : 0, is->due.year ? ought->due.month : 0);
    assert_int_equal(is->due.day, ought->due.day);
    assert_int_equal(cs_date_compare(is->reviewed, ought->reviewed), 0);
    assert_true(cs_text_equal(is->owner, ought->owner));
    assert_int_equal(is->evidence_count, ought->evidence_count);
    for (uint32_t i = 0; i < is->evidence_count; i++) {
        assert_true(cs_text_equal(is->evidence[i].title, ought->evidence[i].title));
        assert_true(cs_text_equal(is->evidence[i].address, ought->evidence[i].address));
    }
}

static void any_text_comes_back(void **state)
{
    (void)state;
    uint64_t seed = 2718;
    for (int round = 0; round < 1500; round++) {
        struct cs_job *job = new_job(CS_JA);
        const struct cs_catalog *catalog = catalog_of(job, catalog_yaml);
        struct cs_catalogs catalogs = {find_given, ids_given, NULL, (void *)(uintptr_t)catalog, {0}};
        struct cs_answers answers = {.catalog = catalog};
        answers.by_item = cs_alloc_array(&job->arena, catalog->item_count, sizeof *answers.by_item);
        for (uint32_t i = 0; i < catalog->item_count; i++)
            random_answer(job, &seed, &answers.by_item[i]);
        cs_text note = random_words(job, &seed), yaml;
        struct cs_profile profile = {.vendor = CS_TEXT("社"), .service = random_words(job, &seed)};
        profile.notes = &note;
        profile.note_count = 1;
        struct cs_compose_options options = {.language = CS_JA, .with_owner = true};
        const struct cs_sheet *sheet = cs_compose(job, &profile, &answers, &options);
        const struct cs_profile *back = load_back(job, &catalogs, sheet, &yaml);
        assert_no_faults(job, yaml);
        assert_true(cs_text_equal(back->service, as_kept(job, profile.service)));
        for (uint32_t i = 0; i < catalog->item_count; i++)
            assert_same_answer(job, &back->sheets[0].by_item[i], &answers.by_item[i]);
        cs_text kept = as_kept(job, note);
        assert_int_equal(back->note_count, 1);
        assert_true(cs_text_equal(back->notes[0], kept));
        cs_job_free(job);
    }
}

/* Long texts, in one line and with runs of blanks that the reader would refuse as they are. */
static void long_texts_come_back(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = catalog_of(job, catalog_yaml);
    struct cs_catalogs catalogs = {find_given, ids_given, NULL, (void *)(uintptr_t)catalog, {0}};
    struct cs_answers answers = {.catalog = catalog};
    struct cs_profile profile = {.vendor = CS_TEXT("社")};
    struct cs_compose_options options = {.language = CS_JA};
    static const char *const repeated[] = {"あ", "あ: ", " ", "\n", "\n ", "あ\n"};
    cs_text yaml;
    answers.by_item = cs_alloc_array(&job->arena, catalog->item_count, sizeof *answers.by_item);
    for (size_t i = 0; i < COUNT(repeated); i++) {
        struct cs_buf words = {0};
        cs_buf_add(&words, CS_TEXT("初"));
        while (words.size < 16384)
            cs_buf_add(&words, cs_text_of(repeated[i]));
        cs_buf_add(&words, CS_TEXT("末"));
        answers.by_item[i].state = CS_STATE_OK;
        answers.by_item[i].remark.in[CS_JA] = cs_buf_copy(&job->arena, &words);
        cs_buf_free(&words);
    }
    const struct cs_sheet *sheet = cs_compose(job, &profile, &answers, &options);
    const struct cs_profile *back = load_back(job, &catalogs, sheet, &yaml);
    assert_no_findings(job);
    for (size_t i = 0; i < COUNT(repeated); i++)
        assert_same_answer(job, &back->sheets[0].by_item[i], &answers.by_item[i]);
}

/* --- catalogs ----------------------------------------------------------------------------------------------------- */

static const struct cs_catalog *catalog_back(struct cs_job *job, const struct cs_sheet *sheet)
{
    struct cs_buf out = {0};
    cs_scaffold_catalog_of(job, sheet, NULL, CS_TEXT("NEW"), &out);
    cs_text yaml = cs_text_copy(&job->arena, cs_buf_text(&out));
    cs_buf_free(&out);
    const struct cs_catalog *catalog = cs_load_catalog(job, source_of(job, "back.yaml", yaml));
    assert_no_faults(job, yaml);
    assert_non_null(catalog);
    return catalog;
}

/* Every shipped profile's sheet gives a catalog with the same numbers, questions, flags and sections. */
static void shipped_catalogs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(profiles); i++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_catalogs catalogs = cs_builtin_catalogs(job);
        const struct cs_profile *profile = cs_load_profile(job, cs_source_read(job, profiles[i]), &catalogs);
        const struct cs_catalog *ought = profile->sheets[0].catalog;
        struct cs_compose_options options = {.language = CS_JA, .layout = &ought->layouts[0]};
        const struct cs_catalog *is = catalog_back(job, cs_compose(job, profile, &profile->sheets[0], &options));
        assert_int_equal(is->item_count, ought->item_count);
        assert_int_equal(is->section_count, ought->section_count);
        assert_text(is->id, "NEW");
        for (uint32_t k = 0; k < is->item_count; k++) {
            const struct cs_item *item = &is->items[k];
            assert_true(cs_text_equal(item->id, ought->items[k].id));
            assert_int_equal(item->section, ought->items[k].section);
            assert_int_equal(item->flag, ought->items[k].flag);
            assert_true(cs_text_equal(item->ask->in[CS_JA], ought->items[k].ask->in[CS_JA]));
        }
        for (uint32_t k = 0; k < is->section_count; k++) {
            assert_int_equal(is->sections[k].depth, ought->sections[k].depth);
            assert_true(cs_text_equal(is->sections[k].title.in[CS_JA], ought->sections[k].title.in[CS_JA]));
        }
        cs_job_free(job);
    }
}

static void add_foreign_row(struct cs_job *job, struct cs_sheet *sheet, const char *key, const char *question,
                            const char *answer, enum cs_state answered)
{
    struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, sheet->column_count);
    row->key = row->cells[0].text = cs_text_of(key);
    row->cells[1].text = cs_text_of(question);
    row->cells[2].text = cs_text_of(answer);
    row->state = answered;
}

static struct cs_sheet *foreign_sheet(struct cs_job *job)
{
    static const enum cs_role roles[] = {CS_ROLE_NUMBER,   CS_ROLE_QUESTION, CS_ROLE_ANSWER, CS_ROLE_REMARK,
                                         CS_ROLE_REVIEWED, CS_ROLE_OTHER,    CS_ROLE_OTHER,  CS_ROLE_OTHER};
    struct cs_sheet *sheet = cs_alloc(&job->arena, sizeof *sheet);
    *sheet = (struct cs_sheet){.language = CS_JA, .title = CS_TEXT("取引先の表"), .vendor = CS_TEXT("社")};
    cs_sheet_set_columns(job, sheet, roles, COUNT(roles));
    sheet->columns[5].title = sheet->columns[6].title = CS_TEXT("重要度");
    sheet->columns[7].title = CS_TEXT("記入の決まり: 空欄にしないこと\n(必ず)");
    return sheet;
}

/* A sheet as customers have them: numbers twice or none, headings with nothing below, answers of many kinds. */
static void a_foreign_sheet_gives_a_catalog(void **state)
{
    struct cs_job *job = *state;
    struct cs_sheet *sheet = foreign_sheet(job);
    add_foreign_row(job, sheet, "1", "前にある問い", "○", CS_STATE_OK);
    cs_sheet_add_row(job, sheet, CS_ROW_SECTION, 1)->cells[0].text = CS_TEXT("空の章");
    cs_sheet_add_row(job, sheet, CS_ROW_SECTION, 1)->cells[0].text = CS_TEXT("甲: 章");
    struct cs_row *deep = cs_sheet_add_row(job, sheet, CS_ROW_SECTION, 1);
    deep->cells[0].text = CS_TEXT("節");
    deep->depth = 3;
    add_foreign_row(job, sheet, "1", "同じ番号の問い", "あり", CS_STATE_OK);
    add_foreign_row(job, sheet, "", "番号のない: 問い #1", "99.9%", CS_STATE_FREE_TEXT);
    add_foreign_row(job, sheet, "x- 1", "番号でないもの", "自由な文", CS_STATE_NONE);
    cs_sheet_add_row(job, sheet, CS_ROW_SECTION, 1)->cells[0].text = CS_TEXT("甲: 章");
    add_foreign_row(job, sheet, "title", "最後の問い", "https://example.jp/", CS_STATE_NONE);
    const struct cs_catalog *catalog = catalog_back(job, sheet);
    static const char *const ids[] = {"1", "x1", "x2", "x3", "x4"};
    assert_int_equal(catalog->item_count, COUNT(ids));
    for (size_t i = 0; i < COUNT(ids); i++) {
        assert_text(catalog->items[i].id, ids[i]);
        assert_int_equal(catalog->items[i].kind, CS_KIND_TEXT); /* of one column: most are no marks */
    }
    assert_text(catalog->items[2].ask->in[CS_JA], "番号のない: 問い #1");
    assert_int_equal(catalog->section_count, 3);
    assert_text(catalog->sections[1].title.in[CS_JA], "節");
    assert_int_equal(catalog->sections[1].depth, 1);
    assert_text(catalog->sections[2].title.in[CS_JA], "甲: 章 (2)");
}

/* --- nothing is lost ---------------------------------------------------------------------------------------------- */

/* What was not understood stands in the file: answers and dates under x-, columns under their titles, rows that belong to
 * no question as comments; and it loads, with those questions open. */
static void what_is_not_understood_stays(void **state)
{
    struct cs_job *job = *state;
    const struct cs_catalog *catalog = catalog_of(job, catalog_yaml);
    struct cs_catalogs catalogs = {find_given, ids_given, NULL, (void *)(uintptr_t)catalog, {0}};
    struct cs_sheet *sheet = foreign_sheet(job);
    cs_text yaml;
    sheet->catalog = catalog;
    sheet->catalog_id = catalog->id;
    add_foreign_row(job, sheet, "1-2", "b", "◎", CS_STATE_NONE);
    sheet->rows[0].cells[3].text = CS_TEXT("特に: 優れています\n二行目");
    sheet->rows[0].cells[4].text = CS_TEXT("去年の春");
    add_foreign_row(job, sheet, "1-1", "別の言い方", "○", CS_STATE_OK);
    sheet->rows[1].cells[4].text = CS_TEXT("2025年3月5日");
    sheet->rows[1].cells[5].text = CS_TEXT("高");
    sheet->rows[1].cells[6].text = CS_TEXT("A: 必須");
    sheet->rows[1].cells[7].text = CS_TEXT("済");
    add_foreign_row(job, sheet, "", "どこにもない問い", "×", CS_STATE_NG);
    sheet->rows[2].cells[3].text = CS_TEXT("一行目\n  二行目");
    add_foreign_row(job, sheet, "1-1", "二つ目の行", "△", CS_STATE_PART);
    struct cs_row *note = cs_sheet_add_row(job, sheet, CS_ROW_NOTE, 2);
    note->cells[0].text = CS_TEXT("社外秘");
    note->cells[1].text = CS_TEXT("持ち出さないこと");
    const struct cs_profile *back = load_back(job, &catalogs, sheet, &yaml);
    assert_no_faults(job, yaml);
    assert_int_equal(answer_to(&back->sheets[0], "1-2")->state, CS_STATE_NONE);
    assert_int_equal(answer_to(&back->sheets[0], "1-1")->state, CS_STATE_OK);
    assert_int_equal(answer_to(&back->sheets[0], "1-1")->reviewed.day, 5);
    assert_text(back->notes[0], "社外秘: 持ち出さないこと");
    assert_holds(
        yaml,
        "\n  1-2:\n    x-answer: ◎\n    x-remark: |\n      特に: 優れています\n      二行目\n    x-最終確認日: 去年の春\n");
    assert_holds(yaml, "\n    x-重要度: 高\n    x-重要度-2: \"A: 必須\"\n    x-other-8: |\n      記入の決まり");
    assert_holds(yaml,
                 "\n  # a\n  # 取り込んだシートの設問: 別の言い方\n  1-1:\n    status: ○\n    reviewed: 2025-03-05\n");
    assert_holds(yaml, "\n  # 質問: どこにもない問い\n  # 回答: ×\n  # 補足説明: 一行目\n  #     二行目\n");
    assert_holds(yaml, "\n  # 質問: 二つ目の行\n  # 回答: △\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_text_comes_back),
        job_test(long_texts_come_back),
        cmocka_unit_test(shipped),
        cmocka_unit_test(shipped_catalogs),
        job_test(a_foreign_sheet_gives_a_catalog),
        job_test(what_is_not_understood_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
