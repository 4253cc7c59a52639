/* A sheet becomes a profile again: what is read back from the YAML composes to the same sheet. */
#include "support.h"

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
    if (job->faults == 0)
        return;
    for (uint32_t i = 0; i < count; i++)
        print_error("%u: [%s] %s\n", (unsigned)cs_source_place(findings[i].span.source, findings[i].span.start).line,
                    shown(cs_rule_slug(findings[i].rule)), shown(findings[i].message));
    print_error("%.*s\n", (int)yaml.size, yaml.bytes);
    fail_msg("%u faults", (unsigned)job->faults);
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
    uint32_t faults = job->faults;
    const struct cs_profile *back = load_back(job, &catalogs, sheet, &yaml);
    assert_int_equal(job->faults, faults);
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

static const char *const nasty[] = {
    ": ", ":", " #", "#", "- ", "? ", "!", "&a", "*a", "%", "@", "`", "[", "]", "{", "}", ">", "|", "'", "\"", "\\", ", ", "=",
    "= METI 6-8", " ", "   ", "\r", "\r\n", "\n", "\n\n\n", "\t", "　", "\n  ", "\n\t", "\n　", "🍣", "𠮷", "é", "\u200d", "\u2028",
    "\u2029", "\ufeff", "\a", "\x7f", "\xc2\x85", "${x}", "${", "}", "---", "...", "\n---\n", "\n...", "~", "null", "<<", "yes",
    "6-8:", "\n6-8: ×", "根拠: ", "\n根拠: 規程", "予定: ", "非公開: ", "（実施者: 甲）", "対応済み:", "○", "×", "2026-03", "2026年3月",
    "https://example.jp/a?b#c", "あいうえお", "word", "確認中", "別紙参照", "\xff", "\xe3\x81"};

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
    static const enum cs_state states[] = {CS_STATE_OK, CS_STATE_PART, CS_STATE_NG,  CS_STATE_NA,
                                           CS_STATE_PLAN, CS_STATE_NDA, CS_STATE_TOLD};
    struct cs_evidence *evidence = cs_alloc_array(&job->arena, 3, sizeof *evidence);
    answer->state = states[draw_below(seed, COUNT(states))];
    if (draw_below(seed, 4) || answer->state == CS_STATE_TOLD)
        answer->remark.in[CS_JA] = random_words(job, seed);
    if (answer->state == CS_STATE_PLAN && draw_below(seed, 2))
        answer->due = (struct cs_date){2026, (int8_t)(1 + draw_below(seed, 12)), (int8_t)draw_below(seed, 29)};
    if (draw_below(seed, 2))
        answer->reviewed = (struct cs_date){2025, (int8_t)(1 + draw_below(seed, 12)), (int8_t)(1 + draw_below(seed, 28))};
    if (draw_below(seed, 3) == 0)
        answer->owner = CS_TEXT("基盤: #1 チーム");
    answer->evidence = evidence;
    for (uint32_t left = draw_below(seed, 4); left > 0; left--) {
        struct cs_evidence *proof = &evidence[answer->evidence_count++];
        if (draw_below(seed, 3))
            proof->title = draw_below(seed, 2) ? CS_TEXT("規程: 第1版 #2") : CS_TEXT("- 手順");
        if (draw_below(seed, 2) || proof->title.size == 0)
            proof->address = draw_below(seed, 2) ? CS_TEXT("https://example.jp/a?b=1#c") : CS_TEXT("http://example.jp/");
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
        struct cs_catalogs catalogs = {find_given, ids_given, (void *)(uintptr_t)catalog};
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
    struct cs_catalogs catalogs = {find_given, ids_given, (void *)(uintptr_t)catalog};
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_text_comes_back),
        job_test(long_texts_come_back),
        cmocka_unit_test(shipped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
