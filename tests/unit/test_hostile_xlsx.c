/* Workbooks that are broken, or made to do harm: one clear error, in bounded time and memory. */
#include "../zipped.h"
#include "support.h"
#include "checksheet/rules.h"

#include <time.h>

enum { MOST_SECONDS = 60 /* with sanitizers and beside other work; without, each takes less than two */ };

#define BLANKS_32  "                                "
#define BLANKS_256 BLANKS_32 BLANKS_32 BLANKS_32 BLANKS_32 BLANKS_32 BLANKS_32 BLANKS_32 BLANKS_32

static const struct part around[] = {
    {"xl/workbook.xml",
     {WORKBOOK("<sheets><sheet name=\"S\" r:id=\"a\"/></sheets>"),
      sizeof WORKBOOK("<sheets><sheet name=\"S\" r:id=\"a\"/></sheets>") - 1}},
    {"xl/_rels/workbook.xml.rels",
     {RELATIONS(RELATION("a", "worksheet", "s.xml") RELATION("b", "sharedStrings", "t.xml")),
      sizeof RELATIONS(RELATION("a", "worksheet", "s.xml") RELATION("b", "sharedStrings", "t.xml")) - 1}},
    {0},
};

/* The bytes of an archive of the parts around and one made of the pattern. */
static cs_text zip_pattern(struct cs_job *job, const char *name, struct pattern *pattern)
{
    struct cs_buf bytes = {0};
    zip_parts_and(around, name, pattern, &bytes);
    cs_text copy = cs_buf_copy(&job->arena, &bytes);
    cs_buf_free(&bytes);
    return copy;
}

/* --- what is said ------------------------------------------------------------------------------------------------- */

/* The bytes are refused with one error of the rule, whose message holds the words. */
static void refused_at(cs_text bytes, cs_rule rule, const char *words, const char *file, int line)
{
    struct cs_job *job = new_job(CS_EN);
    clock_t start = clock();
    const struct cs_grid *grid = cs_read_xlsx(job, source_of(job, "book.xlsx", bytes));
    uint32_t count;
    const struct cs_finding *findings = cs_findings(job, &count);
    if (grid || count != 1 || findings[0].rule != rule || !findings[0].whole_file || !findings[0].hint.size) {
        print_error("%s, %u findings: %s\n", grid ? "read" : "refused", count, count ? shown(findings[0].message) : "");
        _fail(file, line);
    }
    assert_holds_at(findings[0].message, words, file, line);
    assert_true((clock() - start) / CLOCKS_PER_SEC < MOST_SECONDS);
    assert_true(cs_job_memory(job) < (size_t)1 << 30);
    cs_job_free(job);
}

#define refused(bytes, rule, words) refused_at((bytes), CS_RULE_##rule, (words), __FILE__, __LINE__)

static void book_refused_at(const struct book *book, cs_rule rule, const char *words, const char *file, int line)
{
    struct cs_buf bytes = {0};
    zip_book(book, &bytes);
    refused_at(cs_buf_text(&bytes), rule, words, file, line);
    cs_buf_free(&bytes);
}

#define book_refused(rule, words, ...)                                                                                 \
    book_refused_at(&(struct book){__VA_ARGS__}, CS_RULE_##rule, (words), __FILE__, __LINE__)

static void pattern_refused_at(const char *name, struct pattern pattern, cs_rule rule, const char *words,
                               const char *file, int line)
{
    struct cs_job *job = new_job(CS_EN);
    refused_at(zip_pattern(job, name, &pattern), rule, words, file, line);
    cs_job_free(job);
}

#define pattern_refused(name, before, piece, times, behind, rule, words)                                               \
    pattern_refused_at((name), (struct pattern){(before), (piece), (behind), (times), 0, 0}, CS_RULE_##rule, (words),  \
                       __FILE__, __LINE__)

/* --- other files -------------------------------------------------------------------------------------------------- */

static void files_that_are_no_workbooks(void **state)
{
    (void)state;
    struct cs_buf bytes = {0};
    refused(CS_TEXT(""), UNREADABLE_WORKBOOK, "not an Excel workbook");
    refused(CS_TEXT("number,answer\n"), UNREADABLE_WORKBOOK, "not an Excel workbook");
    refused(CS_TEXT("PK"), UNREADABLE_WORKBOOK, "damaged or cut short");
    refused(CS_TEXT("PK\3\4 and so on"), UNREADABLE_WORKBOOK, "damaged or cut short");
    refused(CS_TEXT("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest"), LOCKED_WORKBOOK, "with a password, or in the old .xls");
    zip_parts((struct part[]){{"content.xml", CS_TEXT("<x/>")}, {0}}, &bytes);
    refused(cs_buf_text(&bytes), UNREADABLE_WORKBOOK, "not an Excel workbook");
    cs_buf_clear(&bytes);
    zip_parts((struct part[]){{"_rels/.rels", CS_TEXT(RELATIONS(RELATION("a", "officeDocument", "xl/workbook.bin")))},
                              {"xl/workbook.bin", CS_TEXT("x")},
                              {0}},
              &bytes);
    refused(cs_buf_text(&bytes), UNREADABLE_WORKBOOK, "not an Excel workbook");
    cs_buf_clear(&bytes);
    zip_parts((struct part[]){{"_rels/.rels", CS_TEXT(RELATIONS(RELATION("a", "officeDocument", "word/document.xml")))},
                              {"word/document.xml", CS_TEXT("<x/>")},
                              {0}},
              &bytes);
    refused(cs_buf_text(&bytes), UNREADABLE_WORKBOOK, "not an Excel workbook");
    cs_buf_free(&bytes);
}

/* --- broken ones -------------------------------------------------------------------------------------------------- */

static void parts_that_are_missing(void **state)
{
    (void)state;
    book_refused(UNREADABLE_WORKBOOK, "'xl/worksheets/sheet1.xml' is missing", .sheet = "");
    book_refused(UNREADABLE_WORKBOOK, "'S' is missing", .relations = "");
    book_refused(UNREADABLE_WORKBOOK, "no worksheet", .workbook = WORKBOOK(""));
    book_refused(UNREADABLE_WORKBOOK, "the text of S!B7 is missing",
                 .rows = "<row r=\"7\"><c r=\"B7\" t=\"s\"><v>0</v></c></row>");
    book_refused(UNREADABLE_WORKBOOK, "the text of S!A1 is missing", .strings = STRINGS("<si><t>a</t></si>"),
                 .rows = "<row><c t=\"s\"><v>1</v></c></row>");
    book_refused(UNREADABLE_WORKBOOK, "the text of S!A1 is missing", .strings = STRINGS("<si><t>a</t></si>"),
                 .rows = "<row><c t=\"s\"><v>-1</v></c></row>");
    book_refused(UNREADABLE_WORKBOOK, "the text of S!A1 is missing", .strings = STRINGS("<si><t>a</t></si>"),
                 .rows = "<row><c t=\"s\"><v>99999999999999999999</v></c></row>");
}

static void places_where_no_cell_can_be(void **state)
{
    static const char *const rows[] = {
        "<row><c r=\"A0\"><v>1</v></c></row>",
        "<row><c r=\"XFE1\"><v>1</v></c></row>",
        "<row><c r=\"A1048577\"/></row>",
        "<row r=\"0\"/>",
        "<row r=\"1048577\"/>",
        "<row r=\"99999999999999\"/>",
        "<row r=\"1048576\"/><row/>",
        "<row><c r=\"XFD1\"/><c/></row>",
        "<row><c r=\"AAAAAAAAAAAA1\"/></row>",
        "<row><c r=\"?\"/></row>",
        "<row><c r=\"A1:B2\"/></row>",
        "<row r=\"-1\"/>",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++)
        book_refused(UNREADABLE_WORKBOOK, "the sheet 'S' has a cell where none can be", .rows = rows[i]);
}

static void xml_that_is_broken_or_hostile(void **state)
{
    (void)state;
    book_refused(UNREADABLE_WORKBOOK, "'xl/worksheets/sheet1.xml' in the workbook cannot be read (",
                 .sheet = "<worksheet><c>");
    book_refused(UNREADABLE_WORKBOOK, "cannot be read (", .strings = "<sst>\xff</sst>");
    book_refused(UNREADABLE_WORKBOOK, "cannot be read (", .workbook = "x");
    book_refused(UNREADABLE_WORKBOOK, "cannot be read (",
                 .styles = "<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><styleSheet/>");
    book_refused(UNREADABLE_WORKBOOK, "cannot be read (", .roots = "<Relationships>&nbsp;</Relationships>");
    book_refused(UNREADABLE_WORKBOOK, "(<!DOCTYPE>)",
                 .sheet = "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet>&b;"
                          "</worksheet>");
    book_refused(UNREADABLE_WORKBOOK, "(<!DOCTYPE>)", .strings = "<!DOCTYPE sst SYSTEM \"file:///etc/passwd\"><sst/>");
}

static void parts_made_to_fill_memory(void **state)
{
    (void)state;
    if (!is_thorough())
        skip();
    pattern_refused("xl/s.xml", "<worksheet>", "<a>", 300000, "", UNREADABLE_WORKBOOK, "nested more than 32 deep");
    pattern_refused("xl/s.xml", "<worksheet a=\"", "aaaaaaaa", 1000000, "\"/>", UNREADABLE_WORKBOOK,
                    "a tag or comment of");
    pattern_refused("xl/s.xml", "<worksheet a=\"", "aaaaaaaa", 10000, "\"/>", UNREADABLE_WORKBOOK,
                    "an attribute of more");
    pattern_refused("xl/s.xml", "<worksheet><!--", "aaaaaaaa", 1000000, "--></worksheet>", UNREADABLE_WORKBOOK,
                    "a tag or comment of");
    pattern_refused("xl/s.xml", "<worksheet>", BLANKS_256, 1050000, "</worksheet>", TOO_LARGE,
                    "'xl/s.xml' in the workbook is too large");
    pattern_refused("xl/s.xml", "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>", "a", 5000000,
                    "</t></is></c></row></sheetData></worksheet>", TOO_LARGE, "too long for a cell");
    pattern_refused("xl/s.xml", "<worksheet><sheetData><row><c t=\"inlineStr\"><is>", "<t>aaaaaaaa</t>", 500000,
                    "</is></c></row></sheetData></worksheet>", TOO_LARGE, "S!A1 holds a text that is too long");
    pattern_refused("xl/s.xml", "<worksheet><sheetData>",
                    "<row><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c>"
                    "<c><v>1</v></c><c><v>1</v></c></row>",
                    1000000, "</sheetData></worksheet>", TOO_LARGE, "'S' has too many cells");
    pattern_refused("xl/t.xml", "<sst>", "<si/>", 6000000, "</sst>", TOO_LARGE, "has too many cells or too much text");
}

static void names_by_the_thousand(void **state)
{
    struct cs_buf xml = {0};
    (void)state;
    cs_buf_add(&xml, CS_TEXT("<worksheet>"));
    for (unsigned i = 0; i < 5000; i++)
        cs_buf_print(&xml, "<e%u/>", i);
    cs_buf_add(&xml, CS_TEXT("</worksheet>"));
    book_refused(UNREADABLE_WORKBOOK, "too many different names", .sheet = xml.bytes);
    cs_buf_clear(&xml);
    cs_buf_add(&xml, CS_TEXT("<worksheet>"));
    for (unsigned i = 0; i < 5000; i++)
        cs_buf_print(&xml, "<c a%u=''/>", i);
    cs_buf_add(&xml, CS_TEXT("</worksheet>"));
    book_refused(UNREADABLE_WORKBOOK, "too many different names", .sheet = xml.bytes);
    cs_buf_free(&xml);
}

/* A small file that shows one long text again and again. */
static void one_text_in_every_cell(void **state)
{
    struct cs_buf strings = {0}, rows = {0};
    (void)state;
    cs_buf_add(&strings, CS_TEXT("<sst><si><t>"));
    cs_buf_add_repeat(&strings, 'a', 32767);
    cs_buf_add(&strings, CS_TEXT("</t></si></sst>"));
    for (int i = 0; i < 9000; i++)
        cs_buf_add(&rows, CS_TEXT("<row><c t=\"s\"><v>0</v></c></row>"));
    book_refused(TOO_LARGE, "'S' has too many cells or too much text", .strings = strings.bytes, .rows = rows.bytes);
    cs_buf_free(&strings);
    cs_buf_free(&rows);
}

/* The longest text that fits, and one more; emoji are two units each. */
static void the_longest_text(void **state)
{
    (void)state;
    for (size_t more = 0; more < 2; more++) {
        static const char *const pieces[] = {"a", "漢", "🍣"};
        static const size_t counts[] = {32767, 32767, 16383};
        for (size_t i = 0; i < COUNT(pieces); i++) {
            struct cs_buf rows = {0}, bytes = {0};
            cs_buf_add(&rows, CS_TEXT("<row><c t=\"inlineStr\"><is><t>"));
            for (size_t j = 0; j < counts[i] + more; j++)
                cs_buf_add(&rows, cs_text_of(pieces[i]));
            cs_buf_add(&rows, CS_TEXT("</t></is></c></row>"));
            zip_book(&(struct book){.rows = rows.bytes}, &bytes);
            struct cs_job *job = new_job(CS_JA);
            const struct cs_grid *grid = cs_read_xlsx(job, source_of(job, "b.xlsx", cs_buf_text(&bytes)));
            assert_int_equal(grid != NULL, !more);
            assert_int_equal(count_rule(job, CS_RULE_TOO_LARGE), more);
            cs_job_free(job);
            cs_buf_free(&rows);
            cs_buf_free(&bytes);
        }
    }
}

/* --- archives ----------------------------------------------------------------------------------------------------- */

/* Puts a text of the same length in place of another, wherever it stands. */
static void replace(struct cs_buf *bytes, const char *old, const char *new)
{
    size_t size = strlen(old);
    assert_int_equal(size, strlen(new));
    for (size_t i = 0; i + size <= bytes->size; i++)
        if (memcmp(bytes->bytes + i, old, size) == 0)
            memcpy(bytes->bytes + i, new, size);
}

static void two_parts_of_one_name(void **state)
{
    static const char *const names[] = {"xl/sheetA.xml", "XL/sheetB.xml", "xl\\sheetB.xml"};
    (void)state;
    for (size_t i = 0; i < COUNT(names); i++) {
        struct cs_buf bytes = {0};
        zip_parts((struct part[]){{"xl/sheetB.xml", CS_TEXT("<a/>")}, {"xl/sheetA.xml", CS_TEXT("<a/>")}, {0}}, &bytes);
        replace(&bytes, i ? "xl/sheetA.xml" : "xl/sheetB.xml", names[i]);
        refused(cs_buf_text(&bytes), UNREADABLE_WORKBOOK, "is in the workbook twice");
        cs_buf_free(&bytes);
    }
}

static void ten_thousand_parts(void **state)
{
    enum { PARTS = 10001 };
    static struct part parts[PARTS + 1];
    static char names[PARTS][16];
    struct cs_buf bytes = {0};
    (void)state;
    for (int i = 0; i < PARTS; i++) {
        snprintf(names[i], sizeof names[i], "p%d", i);
        parts[i] = (struct part){names[i], CS_TEXT("x")};
    }
    zip_parts(parts, &bytes);
    refused(cs_buf_text(&bytes), TOO_LARGE, "too many parts");
    cs_buf_free(&bytes);
}

static void many_sheets(void **state)
{
    (void)state;
    static const struct {
        int sheets;
        bool good;
    } cases[] = {{17, true}, {18, false}, {10000, false}, {10001, false}}; /* all of them one part */
    for (size_t c = 0; c < COUNT(cases); c++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_buf workbook = {0}, bytes = {0};
        cs_buf_add(&workbook, CS_TEXT("<workbook><sheets>"));
        for (int i = 0; i < cases[c].sheets; i++)
            cs_buf_print(&workbook, "<sheet name='S%d' id='rId1'/>", i);
        cs_buf_add(&workbook, CS_TEXT("</sheets></workbook>"));
        zip_book(&(struct book){.workbook = workbook.bytes, .rows = "<row><c><v>1</v></c></row>"}, &bytes);
        const struct cs_grid *grid = cs_read_xlsx(job, source_of(job, "b.xlsx", cs_buf_text(&bytes)));
        assert_int_equal(grid != NULL, cases[c].good);
        assert_int_equal(count_rule(job, CS_RULE_TOO_LARGE), !cases[c].good);
        assert_true(!grid || (int)grid->sheet_count == cases[c].sheets);
        cs_buf_free(&workbook);
        cs_buf_free(&bytes);
        cs_job_free(job);
    }
}

/* Honest but large: what is empty costs time only. */
static void a_million_empty_rows(void **state)
{
    if (!is_thorough())
        skip();
    struct cs_job *job = *state;
    struct pattern pattern = {"<worksheet><sheetData><row><c><v>1</v></c></row>",
                              "<row s=\"1\" customFormat=\"1\"><c s=\"1\"/><c s=\"1\"/></row>",
                              "</sheetData></worksheet>",
                              1048575,
                              0,
                              0};
    cs_text bytes = zip_pattern(job, "xl/s.xml", &pattern);
    size_t before = cs_job_memory(job);
    const struct cs_grid *grid = cs_read_xlsx(job, source_of(job, "b.xlsx", bytes));
    assert_no_findings(job);
    assert_int_equal(grid->sheets[0].cell_count, 1);
    assert_true(cs_job_memory(job) - before < (size_t)4 << 20);
}

/* Lists that look at the same cells over and over: there is an end to looking, and the rest are left out. */
static void lists_by_the_thousand(void **state)
{
    enum { CELLS = 1100, LISTS = 20000 };
    if (!is_thorough())
        skip();
    struct cs_job *job = *state;
    struct cs_buf rows = {0}, behind = {0}, bytes = {0};
    for (int i = 0; i < CELLS; i++)
        cs_buf_add(&rows, CS_TEXT("<row><c><v>1</v></c></row>"));
    for (int i = 0; i < LISTS; i++)
        cs_buf_print(&behind, "<dataValidation type=\"list\" sqref=\"B1\"><formula1>A1:A%d</formula1></dataValidation>",
                     CELLS + i);
    zip_book(&(struct book){.rows = rows.bytes, .behind = behind.bytes}, &bytes);
    const struct cs_grid *grid = cs_read_xlsx(job, source_of(job, "b.xlsx", cs_buf_text(&bytes)));
    assert_no_findings(job);
    assert_in_range(grid->sheets[0].choice_count, LISTS / 2, LISTS - 1);
    for (uint32_t i = 0; i < grid->sheets[0].choice_count; i++)
        assert_int_equal(grid->sheets[0].choices[i].count, CELLS);
    cs_buf_free(&rows);
    cs_buf_free(&behind);
    cs_buf_free(&bytes);
}

/* In the central directory: a wrong unpacked size is not believed, a wrong packed one loses bytes. */
static void sizes_that_are_not_true(void **state)
{
    enum { PACKED = 20, UNPACKED = 24 };
    struct cs_job *job = *state;
    struct cs_buf bytes = {0};
    zip_book(&(struct book){.rows = "<row><c><v>12345678</v></c></row>"}, &bytes);
    ptrdiff_t entry = cs_text_find(cs_buf_text(&bytes), CS_TEXT("PK\1\2"));
    memset(bytes.bytes + entry + UNPACKED, 0x7f, 4);
    const struct cs_grid *grid = cs_read_xlsx(job, source_of(job, "b.xlsx", cs_buf_text(&bytes)));
    assert_no_findings(job);
    assert_int_equal(grid->sheets[0].cell_count, 1);
    bytes.bytes[entry + PACKED] = (char)(bytes.bytes[entry + PACKED] - 9);
    refused(cs_buf_text(&bytes), UNREADABLE_WORKBOOK, "cannot be read");
    cs_buf_free(&bytes);
}

/* Cut off anywhere, or with any byte another: refused with one finding, or read; never both, never neither. */
static void cut_off_and_garbled(void **state)
{
    struct cs_buf whole = {0};
    uint64_t seed = 11;
    (void)state;
    zip_book(&(struct book){.strings = STRINGS("<si><t>甲</t></si>"), .rows = "<row><c t=\"s\"><v>0</v></c></row>"},
             &whole);
    for (int i = 0; i < 3000; i++) {
        struct cs_job *job = new_job(CS_JA);
        size_t size = i % 2 ? whole.size : draw_below(&seed, (uint32_t)whole.size);
        char *bytes = malloc(size + 1); /* its own size, so that a sanitizer sees a byte read too many */
        memcpy(bytes, whole.bytes, size);
        if (i % 2)
            bytes[draw_below(&seed, (uint32_t)size)] = (char)draw(&seed);
        const struct cs_grid *grid = cs_read_xlsx(job, source_of(job, "b.xlsx", (cs_text){bytes, size}));
        assert_int_equal(count_findings(job), grid ? 0 : 1);
        free(bytes);
        cs_job_free(job);
    }
    cs_buf_free(&whole);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_that_are_no_workbooks),
        cmocka_unit_test(parts_that_are_missing),
        cmocka_unit_test(places_where_no_cell_can_be),
        cmocka_unit_test(xml_that_is_broken_or_hostile),
        cmocka_unit_test(parts_made_to_fill_memory),
        cmocka_unit_test(names_by_the_thousand),
        cmocka_unit_test(one_text_in_every_cell),
        cmocka_unit_test(the_longest_text),
        cmocka_unit_test(two_parts_of_one_name),
        cmocka_unit_test(ten_thousand_parts),
        cmocka_unit_test(many_sheets),
        job_test(a_million_empty_rows),
        job_test(lists_by_the_thousand),
        job_test(sizes_that_are_not_true),
        cmocka_unit_test(cut_off_and_garbled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
