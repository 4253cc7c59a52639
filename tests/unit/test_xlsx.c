/* The workbook, opened again: its parts are sound XML, its formulas hold the right values, and no text became a
 * formula. */
#include "package/unzip.h"
#include "emit/xlsx/verify.h"
#include "support.h"

static const char catalog_yaml[] = "checksheet: catalog/1\nid: T\ntitle: 題\nedition: 初版\n"
                                   "marks:\n  ○: {id: ok, label: はい}\n  △: {id: part, label: 一部}\n  ×: {id: ng, "
                                   "label: いいえ}\n  －: {id: na, label: 対象外}\n"
                                   "sections:\n  甲<&>:\n    1-1: q\n    1-2: q\n    1-3: q\n  乙:\n    2-1: {ask: q, "
                                   "good: ×}\n    2-2: q\n    2-3: q\n    2-4: q\n";

static const char profile_yaml[] =
    "checksheet: profile/1\nvendor: 会社 & <Co>\nservice: サービス\ncatalog: T\ndate: 2025-11-30\nanswers:\n"
    "  1-1: ○ =1+1\n"
    "  1-2: {status: ○, remark: '=HYPERLINK(\"http://x\")', evidence: '=cmd|x', reviewed: 2025-10-01}\n"
    "  1-3: × +1 理由\n"
    "  2-1: × _x000D_ そのまま\n"
    "  2-2: － \"<b>&amp;\"\n"
    "  2-3: {status: △, remark: '@SUM(A1)', evidence: {title: 規程, url: https://e.jp/?a=1&b=2}}\n";

struct package {
    struct cs_job *job;
    struct cs_buf bytes;
    struct cs_unzip *unzip;
    struct cs_buf part; /* the one read last */
};

static struct package opened(const char *catalog, const char *profile_text, const struct cs_emit_options *options)
{
    struct package package = {.job = new_job(CS_JA)};
    const char *why = NULL;
    const struct cs_profile *profile = profile_of(package.job, catalog_of(package.job, catalog), profile_text);
    assert_non_null(profile);
    struct cs_compose_options compose = {.language = CS_JA};
    package.bytes =
        emitted(package.job, cs_compose(package.job, profile, &profile->sheets[0], &compose), "xlsx", options);
    package.unzip = cs_unzip_open(&package.job->arena, cs_buf_text(&package.bytes), &why);
    assert_non_null(package.unzip);
    return package;
}

static void close_package(struct package *package)
{
    cs_unzip_close(package->unzip);
    cs_buf_free(&package->part);
    cs_buf_free(&package->bytes);
    cs_job_free(package->job);
}

static bool take(void *context, cs_text bytes)
{
    cs_buf_add(context, bytes);
    return true;
}

static cs_text read_entry(struct package *package, uint64_t index)
{
    const char *why = NULL;
    cs_buf_clear(&package->part);
    assert_true(cs_unzip_read(package->unzip, index, take, &package->part, &why));
    return cs_buf_text(&package->part);
}

/* The part of a name; the test fails without it. */
static cs_text part(struct package *package, const char *name)
{
    for (uint64_t i = 0; i < cs_unzip_count(package->unzip); i++)
        if (cs_text_equal(cs_unzip_name(package->unzip, i), cs_text_of(name)))
            return read_entry(package, i);
    fail_msg("no part %s", name);
    return (cs_text){0};
}

/* --- sound XML -----------------------------------------------------------------------------------------------------
 */

/* Tags are closed in turn, attributes are quoted, every & begins an entity, and nothing stands behind the root. */
static void hold_sound(const char *name, cs_text xml)
{
    enum { DEEPEST = 64 };
    cs_text open[DEEPEST];
    int depth = 0, roots = 0;
    for (size_t i = 0; i < xml.size; i++) {
        char byte = xml.bytes[i];
        cs_text here = cs_text_skip(xml, i);
        if (byte == '&') {
            ptrdiff_t end = cs_text_find(here, CS_TEXT(";"));
            assert_true(end > 0 && end < 8);
        }
        if (byte != '<')
            continue;
        ptrdiff_t size = 0;
        char quote = 0;
        for (size_t k = 1; k < here.size && !size; k++) {
            if (quote)
                quote = here.bytes[k] == quote ? 0 : quote;
            else if (here.bytes[k] == '"' || here.bytes[k] == '\'')
                quote = here.bytes[k];
            else if (here.bytes[k] == '>')
                size = (ptrdiff_t)k;
        }
        assert_true(size > 0);
        cs_text tag = {here.bytes + 1, (size_t)size - 1};
        i += (size_t)size;
        if (tag.bytes[0] == '?' || tag.bytes[0] == '!')
            continue;
        cs_text word = tag;
        word.size = strcspn(shown(tag), " />\n");
        if (tag.bytes[0] == '/') {
            assert_true(depth > 0);
            depth--;
            if (!cs_text_equal(cs_text_skip(tag, 1), open[depth]))
                fail_msg("%s: <%s> is closed by <%s>", name, shown(open[depth]), shown(tag));
        } else if (tag.bytes[tag.size - 1] != '/') {
            assert_true(depth < DEEPEST);
            roots += depth == 0;
            open[depth++] = word;
        }
    }
    if (depth || roots != 1)
        fail_msg("%s ends at depth %d with %d roots", name, depth, roots);
}

static void every_part_is_sound(void **state)
{
    (void)state;
    struct package package = opened(catalog_yaml, profile_yaml, NULL);
    uint64_t count = cs_unzip_count(package.unzip);
    assert_true(count > 8);
    for (uint64_t i = 0; i < count; i++) {
        cs_text name = cs_unzip_name(package.unzip, i);
        hold_sound(name.bytes, read_entry(&package, i));
    }
    const char *why;
    assert_true(cs_verify_package(&package.job->arena, cs_buf_text(&package.bytes), &why));
    close_package(&package);
}

/* A package cut short, or with a byte changed in what is packed, is not taken for whole. */
static void a_broken_package_is_known(void **state)
{
    (void)state;
    struct package package = opened(catalog_yaml, profile_yaml, NULL);
    const char *why = NULL;
    cs_text whole = cs_buf_text(&package.bytes);
    uint64_t seed = 45;
    for (int round = 0; round < 40; round++) {
        size_t size = draw_below(&seed, (uint32_t)whole.size);
        why = NULL;
        assert_false(cs_verify_package(&package.job->arena, (cs_text){whole.bytes, size}, &why));
        assert_non_null(why);
    }
    package.bytes.bytes[200] ^= 0x55; /* inside the first part */
    assert_false(cs_verify_package(&package.job->arena, whole, &why));
    package.bytes.bytes[200] ^= 0x55;
    close_package(&package);
}

/* --- what is in it -------------------------------------------------------------------------------------------------
 */

static void sheets_names_and_properties(void **state)
{
    (void)state;
    struct package package = opened(catalog_yaml, profile_yaml, NULL);
    cs_text workbook = part(&package, "xl/workbook.xml");
    assert_holds(workbook, "<sheet name=\"概要\"");
    assert_holds(workbook, "<sheet name=\"チェックシート\"");
    assert_lacks(workbook, "<sheet name=\"凡例\""); /* that is for who fills it in */
    assert_holds(workbook, "<definedName name=\"CS_Answers\">");
    assert_holds(workbook, "<definedName name=\"CS_Numbers\">");
    assert_holds(workbook, "<definedName name=\"CS_Remarks\">");
    assert_holds(workbook, "_xlnm.Print_Titles");
    cs_text custom = part(&package, "docProps/custom.xml");
    assert_holds(custom, "name=\"checksheet.catalog\"><vt:lpwstr>T<");
    assert_holds(custom, "name=\"checksheet.edition\"><vt:lpwstr>初版<");
    assert_holds(custom, "name=\"checksheet.format\"><vt:lpwstr>1<");
    cs_text core = part(&package, "docProps/core.xml");
    assert_holds(core, "会社 &amp; &lt;Co&gt;");
    assert_holds(core, "2025-11-30T00:00:00Z");
    close_package(&package);
}

/* Answers only by choice, colours only by condition. */
static void drop_downs_and_colours(void **state)
{
    (void)state;
    struct package package = opened(catalog_yaml, profile_yaml, NULL);
    cs_text sheet = part(&package, "xl/worksheets/sheet2.xml");
    assert_holds(sheet, "<formula1>\"○,△,×,－\"</formula1>");
    assert_int_equal(occurrences(sheet, "<dataValidation "), 2); /* one for each run of items */
    assert_true(occurrences(sheet, "<cfRule type=\"cellIs\"") >= 4);
    assert_int_equal(occurrences(sheet, "<cfRule type=\"expression\""), 1); /* open questions */
    assert_holds(sheet, "<formula>\"○\"</formula>");
    assert_holds(sheet, "<autoFilter ");
    assert_holds(sheet, "<sheetProtection ");
    assert_holds(sheet, "state=\"frozen\"");
    close_package(&package);
}

static void no_text_becomes_a_formula(void **state)
{
    (void)state;
    struct package package = opened(catalog_yaml, profile_yaml, NULL);
    cs_text sheet = part(&package, "xl/worksheets/sheet2.xml");
    assert_int_equal(occurrences(sheet, "<f>"), 1); /* a link is the only one */
    assert_holds(sheet, "<f>HYPERLINK(\"https://e.jp/?a=1&amp;b=2\",");
    assert_holds(sheet, "<t>=1+1</t>");
    assert_holds(sheet, "<t>=HYPERLINK(\"http://x\")</t>");
    assert_holds(sheet, "<t>=cmd|x</t>");
    assert_holds(sheet, "<t>@SUM(A1)</t>");
    assert_holds(sheet, "<t>+1 理由</t>");
    assert_holds(sheet, "_x005F_x000D_ そのまま");
    assert_holds(sheet, "甲&lt;&amp;&gt;");
    close_package(&package);
}

/* The stored value behind a formula, for programs that do not work it out. */
static long value_behind(cs_text sheet, cs_text formula)
{
    struct cs_buf wanted = {0};
    cs_buf_add(&wanted, CS_TEXT("<f>"));
    cs_buf_add(&wanted, formula);
    cs_buf_add(&wanted, CS_TEXT("</f><v>"));
    ptrdiff_t at = cs_text_find(sheet, cs_buf_text(&wanted));
    long value = at < 0 ? -1 : strtol(sheet.bytes + at + wanted.size, NULL, 10);
    cs_buf_free(&wanted);
    return value;
}

/* Rows of the check sheet: title, head, heading, three items, heading, four items. */
static void counts_are_right(void **state)
{
    (void)state;
    struct package package = opened(catalog_yaml, profile_yaml, NULL);
    cs_text cover = part(&package, "xl/worksheets/sheet1.xml");
    static const struct {
        const char *sign;
        long first, second;
    } counts[] = {{"○", 2, 0}, {"△", 0, 1}, {"×", 1, 1}, {"－", 0, 1}};
    for (size_t i = 0; i < COUNT(counts); i++)
        for (int chapter = 0; chapter < 2; chapter++) {
            char formula[128];
            snprintf(formula, sizeof formula, "COUNTIF('チェックシート'!$C$%d:$C$%d,\"%s\")", chapter ? 7 : 3,
                     chapter ? 11 : 6, counts[i].sign);
            long value = value_behind(cover, cs_text_of(formula)),
                 wanted = chapter ? counts[i].second : counts[i].first;
            if (value != wanted)
                fail_msg("%s is %ld, not %ld", formula, value, wanted);
        }
    assert_int_equal(occurrences(cover, "<f>COUNTIF("), 8);
    assert_int_equal(value_behind(cover, CS_TEXT("COUNTA('チェックシート'!$B$3:$B$6)")), 3);
    assert_int_equal(value_behind(cover, CS_TEXT("COUNTA('チェックシート'!$B$7:$B$11)")), 4);
    assert_int_equal(value_behind(cover, CS_TEXT("D13-COUNTA('チェックシート'!$C$7:$C$11)")), 1); /* 2-4 is open */
    assert_int_equal(value_behind(cover, CS_TEXT("SUM(D12:D13)")), 7);
    assert_int_equal(value_behind(cover, CS_TEXT("SUM(E12:E13)")), 2);
    close_package(&package);
}

/* What is not disclosed, or told without a yes or no, is answered: it neither stands out nor counts as open. */
static void words_without_a_sign_are_answers(void **state)
{
    (void)state;
    struct package package = opened(catalog_yaml,
                                    "checksheet: profile/1\nvendor: v\ncatalog: T\nanswers:\n"
                                    "  1-1: 非公開 攻撃の手がかりになるため\n  1-2: 記述 契約によります\n  2-1: ○\n",
                                    NULL);
    cs_text sheet = part(&package, "xl/worksheets/sheet2.xml");
    assert_holds(sheet, "<formula>AND($B2&lt;&gt;\"\",$C2=\"\",$D2=\"\")</formula>");
    cs_text cover = part(&package, "xl/worksheets/sheet1.xml");
    static const char in_words[] =
        "COUNTIFS('チェックシート'!$C$%d:$C$%d,\"\",'チェックシート'!$D$%d:$D$%d,\"&lt;&gt;\")";
    for (int chapter = 0; chapter < 2; chapter++) {
        char words[256], open[512];
        int first = chapter ? 7 : 3, last = chapter ? 11 : 6;
        snprintf(words, sizeof words, in_words, first, last, first, last);
        snprintf(open, sizeof open, "-COUNTA('チェックシート'!$C$%d:$C$%d)-%s</f><v>%d<", first, last, words,
                 chapter ? 3 : 1);
        assert_int_equal(value_behind(cover, cs_text_of(words)), chapter ? 0 : 2);
        assert_holds(cover, open);
    }
    close_package(&package);
}

/* The list of signs stands where a sign is the answer, and nowhere else; choices, and yes and no where nothing more is
 * asked, have lists of their own, which refuse nothing. */
static void lists_by_kind(void **state)
{
    (void)state;
    static const char mixed[] =
        "checksheet: catalog/1\nid: T\ntitle: 種類の混ざる表\nedition: \"1\"\nsections:\n  1 場所:\n"
        "    1-1: {ask: 拠点はどこですか。, kind: choice, choices: {東: 東日本, 西: 西日本}}\n"
        "    1-2: 鍵をかけていますか。\n"
        "    1-3: {ask: 鍵の種類は何ですか。, kind: text}\n"
        "    1-4: {ask: 合鍵はありますか。, kind: exists}\n"
        "    1-5: {ask: 警報はありますか。, kind: exists}\n"
        "    1-6: 記録していますか。\n    1-7: 見直していますか。\n";
    struct package package = opened(mixed, "checksheet: profile/1\nvendor: v\ncatalog: T\nanswers:\n  1-1: 西\n", NULL);
    cs_text sheet = part(&package, "xl/worksheets/sheet2.xml");
    assert_holds(sheet, "sqref=\"C5\"><formula1>\"○,△,×,－\"");
    assert_holds(sheet, "sqref=\"C9:C10\"><formula1>\"○,△,×,－\"");
    assert_holds(sheet, "sqref=\"C4\"><formula1>\"東,西\"");
    assert_holds(sheet, "sqref=\"C7:C8\"><formula1>\"あり,なし\"");
    assert_int_equal(occurrences(sheet, "<dataValidation "), 4);
    assert_int_equal(occurrences(sheet, "showErrorMessage"), 2);
    close_package(&package);
}

static void protection_as_asked(void **state)
{
    (void)state;
    static const struct {
        enum cs_protect protect;
        int cover, items;
    } cases[] = {{CS_PROTECT_NONE, 0, 0}, {CS_PROTECT_QUESTIONS, 0, 1}, {CS_PROTECT_ALL, 1, 1}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cs_emit_options options = {.protect = cases[i].protect, .created = 86400};
        struct package package = opened(catalog_yaml, profile_yaml, &options);
        assert_int_equal(occurrences(part(&package, "xl/worksheets/sheet1.xml"), "<sheetProtection "), cases[i].cover);
        assert_int_equal(occurrences(part(&package, "xl/worksheets/sheet2.xml"), "<sheetProtection "), cases[i].items);
        close_package(&package);
    }
}

/* Whatever an answer says, the workbook is sound and its text is there; what no cell can hold goes to a sheet of its
 * own. */
static void any_remark(void **state)
{
    (void)state;
    static const char *const parts[] = {"=",  "_x0041_", "&",  "<",   ">",   "]]>",  "'",
                                        "　", "あ",      "𠮷", "\\n", "\\t", "\\\"", "https://e.jp/",
                                        "#",  "\\uFFFE", "{"};
    uint64_t seed = 46;
    for (int round = 0; round < 25; round++) {
        struct cs_buf yaml = {0};
        cs_buf_add(&yaml, CS_TEXT("checksheet: profile/1\nvendor: v\ncatalog: T\nanswers:\n  1-1: \"○ "));
        for (uint32_t left = draw_below(&seed, round % 5 ? 30 : 6000); left > 0; left--)
            cs_buf_add(&yaml, cs_text_of(parts[draw_below(&seed, COUNT(parts))]));
        cs_buf_add(&yaml, CS_TEXT("\"\n"));
        struct package package = opened(catalog_yaml, yaml.bytes, NULL);
        for (uint64_t i = 0; i < cs_unzip_count(package.unzip); i++) {
            cs_text name = cs_unzip_name(package.unzip, i);
            hold_sound(name.bytes, read_entry(&package, i));
        }
        close_package(&package);
        cs_buf_free(&yaml);
    }
}

static void layouts_of_every_kind(void **state)
{
    (void)state;
    static const char *const columns[] = {"[answer]",         "[remark]",
                                          "[number]",         "[question, answer]",
                                          "[number, answer]", "[ref, owner, reviewed, evidence]",
                                          "[figure]",         "[number, question, answer, remark, answer, remark]"};
    for (size_t i = 0; i < COUNT(columns); i++)
        for (int words = 0; words < 2; words++) {
            struct cs_buf catalog = {0};
            cs_buf_add(&catalog, CS_TEXT("checksheet: catalog/1\nid: T\ntitle: t\nedition: e\ncolumns: "));
            cs_buf_add(&catalog, cs_text_of(columns[i]));
            cs_buf_add(&catalog, CS_TEXT("\nitems:\n  1: q\n  2: q\n"));
            struct package package =
                opened(catalog.bytes,
                       words ? "checksheet: profile/1\nvendor: v\ncatalog: T\nmarks: none\nanswers:\n  1: x\n"
                             : "checksheet: profile/1\nvendor: v\ncatalog: T\nanswers:\n  1: ○ x\n",
                       NULL);
            for (uint64_t k = 0; k < cs_unzip_count(package.unzip); k++)
                hold_sound(columns[i], read_entry(&package, k));
            close_package(&package);
            cs_buf_free(&catalog);
        }
}

static void a_folder_that_is_not_there(void **state)
{
    struct cs_job *job = *state;
    struct cs_buf out = {0};
    const char *why = NULL;
    const struct cs_profile *profile = profile_of(job, catalog_of(job, catalog_yaml), profile_yaml);
    struct cs_compose_options compose = {.language = CS_JA};
    struct cs_emit_options options = {.temporary = CS_TEXT("/no/such/folder"), .created = 1};
    assert_false(cs_emit(job, cs_compose(job, profile, &profile->sheets[0], &compose), cs_emitter_find(CS_TEXT("xlsx")),
                         &options, &out, &why));
    assert_non_null(why);
    cs_buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_part_is_sound),
        cmocka_unit_test(a_broken_package_is_known),
        cmocka_unit_test(sheets_names_and_properties),
        cmocka_unit_test(drop_downs_and_colours),
        cmocka_unit_test(no_text_becomes_a_formula),
        cmocka_unit_test(counts_are_right),
        cmocka_unit_test(words_without_a_sign_are_answers),
        cmocka_unit_test(lists_by_kind),
        cmocka_unit_test(protection_as_asked),
        cmocka_unit_test(any_remark),
        cmocka_unit_test(layouts_of_every_kind),
        job_test(a_folder_that_is_not_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
