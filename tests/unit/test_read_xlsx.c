/* Workbooks of all makes become grids. Each is put together here from a few lines of XML. */
#include "../zipped.h"
#include "support.h"

static const struct cs_grid *read_book(struct cs_job *job, const struct book *book)
{
    struct cs_buf bytes = {0};
    zip_book(book, &bytes);
    cs_text kept = cs_buf_copy(&job->arena, &bytes);
    cs_buf_free(&bytes);
    return cs_read_xlsx(job, source_of(job, "book.xlsx", kept));
}

/* "A1=text B1=n:12 ..." in one string that lives until the next call. */
static const char *cells_of(struct cs_job *job, const struct cs_grid_sheet *sheet)
{
    static const char *const forms[] = {"", "n:", "d:", "b:", "e:", "unsolved"};
    static char shown[4096];
    size_t size = 0;
    for (uint32_t i = 0; i < sheet->cell_count; i++) {
        const struct cs_grid_cell *cell = &sheet->cells[i];
        cs_text address = cs_grid_address(job, cell->row, cell->column);
        size += (size_t)snprintf(shown + size, sizeof shown - size, "%s%.*s=%s%.*s", i ? " " : "", (int)address.size,
                                 address.bytes, forms[cell->form], (int)cell->text.size,
                                 cell->text.size ? cell->text.bytes : "");
        if (cell->link.size)
            size += (size_t)snprintf(shown + size, sizeof shown - size, "<%s>", cell->link.bytes);
        assert_true(size < sizeof shown);
    }
    shown[size] = '\0';
    return shown;
}

#define assert_cells(job, book, wanted) assert_cells_at((job), (book), (wanted), __FILE__, __LINE__)

static void assert_cells_at(struct cs_job *job, const struct book *book, const char *wanted, const char *file, int line)
{
    const struct cs_grid *grid = read_book(job, book);
    assert_no_findings_at(job, file, line);
    assert_non_null(grid);
    _assert_string_equal(cells_of(job, &grid->sheets[0]), wanted, file, line);
}

#define ROWS(xml) (&(struct book){.rows = xml})

/* --- texts -------------------------------------------------------------------------------------------------------- */

static void shared_strings(void **state)
{
    struct cs_job *job = *state;
    const struct cs_grid *grid = read_book(
        job, &(struct book){.strings = STRINGS("<si><t>甲</t></si><si><t xml:space=\"preserve\"> 乙 </t></si>"),
                            .rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v>"
                                    "</c><c r=\"C1\" t=\"s\"><v>0</v></c></row>"});
    assert_string_equal(cells_of(job, &grid->sheets[0]), "A1=甲 B1= 乙  C1=甲");
    assert_ptr_equal(grid->sheets[0].cells[0].text.bytes, grid->sheets[0].cells[2].text.bytes);
    assert_int_equal(grid->sheets[0].row_count, 1);
    assert_int_equal(grid->sheets[0].column_count, 3);
}

static void rich_text_is_joined(void **state)
{
    assert_cells(
        *state,
        (&(struct book){.strings = STRINGS("<si><r><t>対</t></r><r><rPr><b/></rPr><t>応</t></r></si>"),
                        .rows = "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><r><t>済</t></r><r><t>み</t>"
                                "</r></is></c></row>"}),
        "A1=対応 B1=済み");
}

static void furigana_is_left_out(void **state)
{
    assert_cells(*state,
                 (&(struct book){.strings = STRINGS("<si><t>漢字</t><rPh sb=\"0\" eb=\"2\"><t>カンジ</t></rPh>"
                                                    "<phoneticPr fontId=\"1\"/></si>"),
                                 .rows = "<row><c t=\"s\"><v>0</v></c><c t=\"inlineStr\"><is><t>住所</t><rPh sb=\"0\" "
                                         "eb=\"2\"><t>ジュウショ</t></rPh></is></c><c><v>3</v></c></row>"}),
                 "A1=漢字 B1=住所 C1=n:3");
}

static void escapes_are_decoded(void **state)
{
    static const struct {
        const char *written, *text;
    } rows[] = {
        {"a_x000D_b", "a\nb"},
        {"a_x000D_\nb", "a\nb"},
        {"a_x000D__x000A_b", "a\nb"},
        {"a&#13;&#10;b", "a\nb"},
        {"a&#13;b", "a\nb"},
        {"a_x000B_b", "a\nb"},
        {"_x005F_x000D_", "_x000D_"},
        {"_x000g_ _x00@0_ _x00_ _x000D", "_x000g_ _x00@0_ _x00_ _x000D"},
        {"__x0041__", "_A_"},
        {"_xD83C__xDF63_", "🍣"},
        {"_xD83C_a", "_xD83C_a"},
        {"_xDF63_", "_xDF63_"},
        {"_xFFFE__x0000__x0007__x007f__x0085_.", "."},
        {"&#x85;&#xA0;é", "\u00a0é"},
        {"<![CDATA[<b>&amp;]]>", "<b>&amp;"},
        {"&lt;&amp;&quot;", "<&\""},
        {"\t", "\t"},
    };
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_buf xml = {0}, wanted = {0};
        cs_buf_add(&xml, CS_TEXT("<row><c t=\"inlineStr\"><is><t>"));
        cs_buf_add(&xml, cs_text_of(rows[i].written));
        cs_buf_add(&xml, CS_TEXT("</t></is></c></row>"));
        cs_buf_add(&wanted, CS_TEXT("A1="));
        cs_buf_add(&wanted, cs_text_of(rows[i].text));
        assert_cells(job, (&(struct book){.rows = xml.bytes}), wanted.bytes);
        cs_buf_free(&xml);
        cs_buf_free(&wanted);
        cs_job_free(job);
    }
    (void)state;
}

/* --- values ------------------------------------------------------------------------------------------------------- */

static void values_of_all_types(void **state)
{
    assert_cells(*state,
                 ROWS("<row r=\"1\"><c r=\"A1\"><v>99.990000000000009</v></c><c r=\"B1\" t=\"b\"><v>1</v></c>"
                      "<c r=\"C1\" t=\"b\"><v>0</v></c><c r=\"D1\" t=\"e\"><v>#REF!</v></c>"
                      "<c r=\"E1\" t=\"d\"><v>2025-11-01T00:00:00Z</v></c>"
                      "<c r=\"F1\" t=\"d\"><v>2025-11-01T09:30:00</v></c><c r=\"G1\" t=\"n\"><v>1E3</v></c>"
                      "<c r=\"H1\" t=\"str\"><v>=1+1</v></c><c r=\"I1\"><v>無</v></c>"
                      "<c r=\"J1\" t=\"d\"><v>1899-12-31T00:00:00</v></c><c r=\"K1\" t=\"d\"><v>09:30:00</v></c>"
                      "<c r=\"L1\" t=\"d\"><v>2025-11-01</v></c></row>"),
                 "A1=n:99.99 B1=b:TRUE C1=b:FALSE D1=e:#REF! E1=d:2025-11-01 F1=d:2025-11-01 09:30 G1=n:1000 H1==1+1 "
                 "I1=無 J1=d:00:00 K1=d:09:30:00 L1=d:2025-11-01");
}

static void formulas_have_the_value_that_the_file_gives(void **state)
{
    assert_cells(*state,
                 ROWS("<row r=\"1\"><c r=\"A1\"><f>1+1</f><v>2</v></c><c r=\"B1\" t=\"str\"><f>\"a\"</f><v>a</v></c>"
                      "<c r=\"C1\"><f>NOW()</f></c><c r=\"D1\"><f>NOW()</f><v></v></c>"
                      "<c r=\"E1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"F1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
                      "<c r=\"G1\" t=\"shared\"><f t=\"shared\" si=\"0\"/><v>7</v></c></row>"),
                 "A1=n:2 B1=a C1=unsolved D1=unsolved F1=e:#DIV/0! G1=n:7");
}

static const char styles[] = STYLES(
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"000\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/><xf numFmtId=\"9\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/>"
    "<xf numFmtId=\"165\"/><xf numFmtId=\"3\"/><xf numFmtId=\"31\"/><xf numFmtId=\"57\"/></cellXfs>"
    "<dxfs><dxf><numFmt numFmtId=\"165\" formatCode=\"0%\"/></dxf></dxfs>");

#define STYLED                                                                                                         \
    "<row><c><v>45962</v></c><c s=\"1\"><v>45962</v></c><c s=\"2\"><v>45962</v></c><c s=\"3\"><v>0.999</v></c>"        \
    "<c s=\"4\"><v>1</v></c><c s=\"5\"><v>1234</v></c><c s=\"6\"><v>45962</v></c><c s=\"7\"><v>45962</v></c>"          \
    "<c s=\"99\"><v>45962</v></c></row>"

static void numbers_by_their_format(void **state)
{
    assert_cells(*state, (&(struct book){.styles = styles, .rows = STYLED}),
                 "A1=n:45962 B1=d:2025-11-01 C1=d:2025-11-01 D1=n:99.90% E1=n:001 F1=n:1,234 G1=d:2025-11-01 "
                 "H1=d:2025-11-01 I1=n:45962");
}

static void dates_since_1904(void **state)
{
    assert_cells(*state,
                 (&(struct book){.styles = styles,
                                 .workbook = WORKBOOK("<workbookPr date1904=\"true\"/><sheets><sheet name=\"S\" "
                                                      "r:id=\"rId1\"/></sheets>"),
                                 .rows = "<row><c s=\"1\"><v>44500</v></c></row>"}),
                 "A1=d:2025-11-01");
}

/* --- forms of documents ------------------------------------------------------------------------------------------- */

static void places_that_are_not_said_count_on(void **state)
{
    assert_cells(
        *state,
        ROWS("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row><row r=\"5\"><c><v>4</v></c></row>"
             "<row><c r=\"B6\"><v>5</v></c></row>"),
        "A1=n:1 D1=n:2 E1=n:3 A5=n:4 B6=n:5");
}

static void cells_out_of_order(void **state)
{
    assert_cells(
        *state,
        ROWS("<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>2</v></c></row><row r=\"1\"><c r=\"A1\"><v>3</v>"
             "</c><c r=\"A1\"><v>4</v></c></row>"),
        "A1=n:4 A2=n:2 B2=n:1");
}

static void a_document_with_prefixes(void **state)
{
    assert_cells(*state,
                 (&(struct book){.workbook = "<x:workbook xmlns:x=\"" MAIN "\" xmlns:r=\"" OFFICE
                                             "\"><x:sheets><x:sheet name=\"S\" "
                                             "sheetId=\"1\" r:id=\"rId1\"/></x:sheets></x:workbook>",
                                 .strings = "<x:sst xmlns:x=\"" MAIN "\"><x:si><x:t>甲</x:t></x:si></x:sst>",
                                 .sheet = "<x:worksheet xmlns:x=\"" MAIN
                                          "\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0"
                                          "</x:v></x:c></x:row></x:sheetData></x:worksheet>"}),
                 "A1=甲");
}

static void a_strict_document(void **state)
{
#define STRICT "http://purl.oclc.org/ooxml/"
    struct cs_job *job = *state;
    const struct cs_grid *grid = read_book(
        job,
        &(struct book){
            .roots = RELATIONS("<Relationship Id=\"a\" Type=\"" STRICT "officeDocument/relationships/officeDocument\" "
                               "Target=\"xl/workbook.xml\"/><Relationship Id=\"b\" Type=\"" STRICT
                               "officeDocument/relationships/customProperties\" Target=\"docProps/custom.xml\"/>"),
            .workbook = "<workbook xmlns=\"" STRICT "spreadsheetml/main\" xmlns:r=\"" STRICT
                        "officeDocument/relationships\" conformance=\"strict\"><sheets><sheet name=\"S\" sheetId=\"1\" "
                        "r:id=\"rId1\"/></sheets></workbook>",
            .relations =
                RELATIONS("<Relationship Id=\"rId1\" Type=\"" STRICT "officeDocument/relationships/worksheet\" "
                          "Target=\"worksheets/sheet1.xml\"/>"),
            .custom = "<Properties xmlns=\"" STRICT "officeDocument/customProperties\"><property name=\"n\"><lpwstr>v"
                      "</lpwstr></property></Properties>",
            .rows = "<row><c t=\"d\"><v>2025-11-01</v></c></row>"});
    assert_no_findings(job);
    assert_string_equal(cells_of(job, &grid->sheets[0]), "A1=d:2025-11-01");
    assert_true(cs_text_equal(cs_grid_property(grid, CS_TEXT("n")), CS_TEXT("v")));
}

static void utf_16(void **state)
{
    static const char ascii[] = "<worksheet><sheetData><row><c t=\"str\"><v>abc</v></c></row></sheetData></worksheet>";
    char wide[2 * sizeof ascii + 2] = "\xff\xfe";
    struct cs_job *job = *state;
    struct cs_buf bytes = {0};
    for (size_t i = 0; i < sizeof ascii - 1; i++)
        wide[2 + 2 * i] = ascii[i];
    struct part parts[] = {
        {"xl/workbook.xml", CS_TEXT(WORKBOOK("<sheets><sheet name=\"S\" r:id=\"a\"/></sheets>"))},
        {"xl/_rels/workbook.xml.rels", CS_TEXT(RELATIONS(RELATION("a", "worksheet", "s.xml")))},
        {"xl/s.xml", {wide, 2 * sizeof ascii}},
        {0},
    };
    zip_parts(parts, &bytes);
    const struct cs_grid *grid = cs_read_xlsx(job, source_of(job, "book.xlsx", cs_buf_text(&bytes)));
    assert_no_findings(job);
    assert_string_equal(cells_of(job, &grid->sheets[0]), "A1=abc");
    cs_buf_free(&bytes);
}

static void targets_of_all_forms(void **state)
{
    static const char *const targets[] = {
        "worksheets/sheet1.xml",
        "/xl/worksheets/sheet1.xml",
        "../xl/worksheets/sheet1.xml",
        "./worksheets/sheet1.xml",
        "Worksheets/Sheet1.XML",
        "worksheets\\sheet1.xml",
        "worksheets/sheet%31.xml",
        "../../../xl/worksheets/sheet1.xml",
        "\\xl\\worksheets\\..\\worksheets/sheet1.xml",
        "worksheets//sheet1.xml",
    };
    (void)state;
    for (size_t i = 0; i < COUNT(targets); i++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_buf relations = {0};
        cs_buf_add(&relations,
                   CS_TEXT("<Relationships><Relationship Id=\"rId1\" Type=\"" OFFICE "/worksheet\" Target=\""));
        cs_buf_add(&relations, cs_text_of(targets[i]));
        cs_buf_add(&relations, CS_TEXT("\"/></Relationships>"));
        assert_cells(job, (&(struct book){.relations = relations.bytes, .rows = "<row><c><v>1</v></c></row>"}),
                     "A1=n:1");
        cs_buf_free(&relations);
        cs_job_free(job);
    }
}

static void without_relations_of_the_package(void **state)
{
    assert_cells(*state, (&(struct book){.roots = "", .rows = "<row><c><v>1</v></c></row>"}), "A1=n:1");
}

/* --- sheets ------------------------------------------------------------------------------------------------------- */

static void sheets_in_the_order_of_their_tabs(void **state)
{
    struct cs_job *job = *state;
    const struct cs_grid *grid = read_book(
        job,
        &(struct book){.workbook = WORKBOOK("<sheets><sheet name=\"二 &amp; 三\" sheetId=\"9\" state=\"veryHidden\" "
                                            "r:id=\"rId4\"/><sheet name=\"図\" sheetId=\"3\" r:id=\"rId5\"/>"
                                            "<sheet name=\"一\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"),
                       .relations = RELATIONS(RELATION("rId1", "worksheet", "worksheets/sheet1.xml")
                                                  RELATION("rId4", "worksheet", "worksheets/sheet2.xml")
                                                      RELATION("rId5", "chartsheet", "chartsheets/sheet1.xml")),
                       .rows = "<row><c><v>1</v></c></row>",
                       .second = SHEET("<sheetData><row><c><v>2</v></c></row></sheetData>")});
    assert_no_findings(job);
    assert_int_equal(grid->sheet_count, 2);
    assert_true(cs_text_equal(grid->sheets[0].name, CS_TEXT("二 & 三")) && grid->sheets[0].hidden);
    assert_true(cs_text_equal(grid->sheets[1].name, CS_TEXT("一")) && !grid->sheets[1].hidden);
    assert_string_equal(cells_of(job, &grid->sheets[0]), "A1=n:2");
    assert_string_equal(cells_of(job, &grid->sheets[1]), "A1=n:1");
}

static void what_is_hidden_and_merged(void **state)
{
    struct cs_job *job = *state;
    const struct cs_grid *grid = read_book(
        job, &(struct book){.sheet = SHEET("<cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"5\" max=\"5\""
                                           "/><col min=\"16384\" max=\"99999\" hidden=\"true\"/></cols><sheetData>"
                                           "<row r=\"2\" hidden=\"1\"><c r=\"B2\"><v>1</v></c></row><row r=\"4\" "
                                           "hidden=\"0\"/><row r=\"7\" hidden=\"1\"/></sheetData><mergeCells>"
                                           "<mergeCell ref=\"A1:A1\"/><mergeCell ref=\"C4:B2\"/><mergeCell "
                                           "ref=\"?\"/></mergeCells>")});
    const struct cs_grid_sheet *sheet = &grid->sheets[0];
    assert_no_findings(job);
    assert_string_equal(cells_of(job, sheet), "B2=n:1");
    assert_int_equal(sheet->hidden_row_count, 2);
    assert_int_equal(sheet->hidden_rows[0], 1);
    assert_int_equal(sheet->hidden_rows[1], 6);
    assert_int_equal(sheet->hidden_column_count, 3);
    assert_int_equal(sheet->hidden_columns[0], 1);
    assert_int_equal(sheet->hidden_columns[2], 16383);
    assert_int_equal(sheet->merge_count, 1);
    const struct cs_grid_merge wanted = {1, 1, 3, 2};
    assert_memory_equal(&sheet->merges[0], &wanted, sizeof wanted);
}

static void links_behind_cells(void **state)
{
    assert_cells(
        *state,
        (&(struct book){.rows = "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>",
                        .behind = "<hyperlinks><hyperlink ref=\"A1\" r:id=\"r2\"/><hyperlink ref=\"B1:B9\" r:id=\""
                                  "r1\"/><hyperlink ref=\"C1\" location=\"S!A1\"/><hyperlink ref=\"C1\" r:id=\""
                                  "lost\"/></hyperlinks>",
                        .sheet_relations = RELATIONS(
                            "<Relationship Id=\"r1\" Type=\"" OFFICE "/hyperlink\" Target=\"https://e.jp/?a=1&amp;"
                            "b=../x\" TargetMode=\"External\"/><Relationship Id=\"r2\" Type=\"" OFFICE
                            "/hyperlink\" Target=\"mailto:a@e.jp\" TargetMode=\"External\"/>")}),
        "A1=n:1<mailto:a@e.jp> B1=n:2<https://e.jp/?a=1&b=../x> C1=n:3");
}

/* --- lists to choose from ----------------------------------------------------------------------------------------- */

/* "C2:C9=○|△ ..." of the first sheet. */
static const char *lists_of(struct cs_job *job, const struct cs_grid *grid)
{
    static char shown[1024];
    size_t size = 0;
    for (uint32_t i = 0; i < grid->sheets[0].choice_count; i++) {
        const struct cs_grid_choices *choices = &grid->sheets[0].choices[i];
        cs_text first = cs_grid_address(job, choices->range.row, choices->range.column);
        cs_text last = cs_grid_address(job, choices->range.last_row, choices->range.last_column);
        size += (size_t)snprintf(shown + size, sizeof shown - size, "%s%s:%s", i ? " " : "", first.bytes, last.bytes);
        for (uint32_t j = 0; j < choices->count; j++)
            size += (size_t)snprintf(shown + size, sizeof shown - size, "%c%.*s", j ? '|' : '=',
                                     (int)choices->texts[j].size, choices->texts[j].bytes);
    }
    shown[size] = '\0';
    return shown;
}

#define VALIDATION(ranges, formula)                                                                                    \
    "<dataValidation type=\"list\" sqref=\"" ranges "\"><formula1>" formula "</formula1></dataValidation>"

static void lists_of_all_forms(void **state)
{
    static const struct {
        const char *xml, *shown;
    } rows[] = {
        {VALIDATION("C2:C9 E5", "\"○, △ ,×\""), "C2:C9=○|△|× E5:E5=○|△|×"},
        {VALIDATION("A1", "\"a &quot;&quot;b&quot;&quot;\""), "A1:A1=a \"b\""},
        {VALIDATION("A1", "T!$A$1:$A$9"), "A1:A1=有|無"},
        {VALIDATION("A1", "'T'!$A:$A"), "A1:A1=有|無"},
        {VALIDATION("A1", "$B$1:$C$2"), "A1:A1=甲|乙"},
        {VALIDATION("A1", "marks"), "A1:A1=有|無"},
        {VALIDATION("A1", "again"), "A1:A1=有|無"},
        {VALIDATION("A1", "words"), "A1:A1=p|q"},
        {VALIDATION("A1", "mine"), "A1:A1=甲|乙"},
        {VALIDATION("A1", "loop"), ""},
        {VALIDATION("A1", "nowhere"), ""},
        {VALIDATION("A1", "Lost!$A$1"), ""},
        {VALIDATION("A1", "T!$A$1:$A$9,T!$B$1"), ""},
        {VALIDATION("A1", "INDIRECT($A$1)"), ""},
        {VALIDATION("A1", "$Z$1:$Z$9"), ""},
        {VALIDATION("A1:XFD1048576", "T!$A$1:$XFD$1048576"), "A1:XFD1048576=有|無"},
        {"<dataValidation type=\"whole\" sqref=\"A1\"><formula1>1</formula1></dataValidation>", ""},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct cs_job *job = new_job(CS_JA);
        struct cs_buf behind = {0};
        cs_buf_add(&behind, CS_TEXT("<dataValidations>"));
        cs_buf_add(&behind, cs_text_of(rows[i].xml));
        cs_buf_add(&behind, CS_TEXT("</dataValidations>"));
        const struct cs_grid *grid = read_book(
            job,
            &(struct book){
                .workbook =
                    WORKBOOK("<sheets><sheet name=\"S\" r:id=\"rId1\"/><sheet name=\"T\" r:id=\"rId4\"/></sheets>"
                             "<definedNames><definedName name=\"Marks\">T!$A$1:$A$9</definedName><definedName "
                             "name=\"again\">Marks</definedName><definedName name=\"words\">\"p,q\"</definedName>"
                             "<definedName name=\"mine\">T!$A$1</definedName><definedName name=\"mine\" "
                             "localSheetId=\"0\">S!$B$1:$C$2</definedName><definedName name=\"loop\">loop"
                             "</definedName></definedNames>"),
                .rows = "<row><c r=\"B1\" t=\"str\"><v>甲</v></c></row><row><c r=\"C2\" t=\"str\"><v>乙</v></c></row>",
                .behind = behind.bytes,
                .second =
                    SHEET("<sheetData><row><c t=\"str\"><v>有</v></c></row><row r=\"3\"><c t=\"str\"><v>無</v></c>"
                          "</row></sheetData>")});
        assert_no_findings(job);
        const char *shown = lists_of(job, grid);
        if (strcmp(shown, rows[i].shown) != 0)
            fail_msg("%s gives %s, not %s", rows[i].xml, shown, rows[i].shown);
        cs_buf_free(&behind);
        cs_job_free(job);
    }
}

static void lists_of_the_newer_form(void **state)
{
    struct cs_job *job = *state;
    const struct cs_grid *grid = read_book(
        job, &(struct book){.rows = "<row><c t=\"str\"><v>甲</v></c></row>",
                            .behind = "<extLst><ext><x14:dataValidations xmlns:x14=\"x\" xmlns:xm=\"y\">"
                                      "<x14:dataValidation type=\"list\"><x14:formula1><xm:f>S!$A$1:$A$3</xm:f>"
                                      "</x14:formula1><xm:sqref>B2:B3 C4</xm:sqref></x14:dataValidation>"
                                      "</x14:dataValidations></ext></extLst>"});
    assert_no_findings(job);
    assert_string_equal(lists_of(job, grid), "B2:B3=甲 C4:C4=甲");
}

static void names_of_ranges(void **state)
{
    struct cs_job *job = *state;
    const struct cs_grid *grid = read_book(
        job, &(struct book){.workbook = WORKBOOK("<sheets><sheet name=\"S's\" r:id=\"rId1\"/></sheets>"
                                                 "<definedNames><definedName name=\"CS_Answers\">'S''s'!$C$3:$C$9"
                                                 "</definedName><definedName name=\"_xlnm.Print_Titles\">'S''s'!"
                                                 "$1:$2</definedName><definedName name=\"lost\">#REF!"
                                                 "</definedName></definedNames>")});
    const struct cs_grid_merge wanted = {2, 2, 8, 2};
    assert_no_findings(job);
    assert_int_equal(grid->name_count, 2);
    assert_true(cs_text_equal(grid->names[0].name, CS_TEXT("CS_Answers")));
    assert_int_equal(grid->names[0].sheet, 0);
    assert_memory_equal(&grid->names[0].range, &wanted, sizeof wanted);
}

/* --- our own ------------------------------------------------------------------------------------------------------ */

static const char catalog_yaml[] =
    "checksheet: catalog/1\nid: T\ntitle: 題\nedition: 初版\n"
    "marks:\n  ○: {id: ok, label: はい}\n  ×: {id: ng, label: いいえ}\n"
    "sections:\n  甲<&>:\n    1-1: 「はい」ですか。\n    1-2: q\n    1-3: q\n  乙:\n    2-1: q\n";

static const char profile_yaml[] =
    "checksheet: profile/1\nvendor: 会社 & <Co>\nservice: サービス\ncatalog: T\ndate: 2025-11-30\nanswers:\n"
    "  1-1: ○ =1+1\n"
    "  1-2: {status: ○, remark: \"一行目\\n二行目 _x000D_ 🍣\", evidence: {title: 規程, url: https://e.jp/?a=1&b=2}, "
    "reviewed: 2025-10-01}\n"
    "  1-3: × 001\n";

/* Every text of the sheet's items stands in the row of its number. */
static void hold_items(const struct cs_sheet *sheet, const struct cs_grid_sheet *read)
{
    for (uint32_t i = 0, from = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        for (uint32_t column = 0; row->kind == CS_ROW_ITEM && column < sheet->column_count; column++) {
            bool is_found = row->cells[column].text.size == 0;
            while (column == 0 && !cs_text_equal(read->cells[from].text, row->cells[0].text))
                assert_true(++from < read->cell_count);
            for (uint32_t c = from; c < read->cell_count && read->cells[c].row == read->cells[from].row; c++)
                is_found = is_found || cs_text_equal(read->cells[c].text, row->cells[column].text);
            if (!is_found)
                fail_msg("lost: %s", shown(row->cells[column].text));
        }
    }
}

static void our_own_workbook(void **state)
{
    struct cs_job *job = *state;
    const struct cs_profile *profile = profile_of(job, catalog_of(job, catalog_yaml), profile_yaml);
    const struct cs_compose_options compose = {.language = CS_JA};
    const struct cs_sheet *sheet = cs_compose(job, profile, &profile->sheets[0], &compose);
    struct cs_buf bytes = emitted(job, sheet, "xlsx", NULL);
    const struct cs_grid *grid = cs_read_xlsx(job, source_of(job, "book.xlsx", cs_buf_text(&bytes)));
    assert_no_findings(job);
    assert_true(cs_text_equal(cs_grid_property(grid, CS_TEXT("checksheet.catalog")), CS_TEXT("T")));
    uint32_t items = UINT32_MAX;
    for (uint32_t i = 0; i < grid->name_count; i++)
        if (cs_text_equal(grid->names[i].name, CS_TEXT("CS_Answers")))
            items = grid->names[i].sheet;
    assert_int_not_equal(items, UINT32_MAX);
    assert_int_equal(grid->sheets[items].choices[0].count, 2);
    assert_true(cs_text_equal(grid->sheets[items].choices[0].texts[1], CS_TEXT("×")));
    hold_items(sheet, &grid->sheets[items]);
    assert_true(cs_text_find(cs_text_of(cells_of(job, &grid->sheets[items])), CS_TEXT("<https://e.jp/?a=1&b=2>")) >= 0);
    cs_buf_free(&bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(shared_strings),
        job_test(rich_text_is_joined),
        job_test(furigana_is_left_out),
        cmocka_unit_test(escapes_are_decoded),
        job_test(values_of_all_types),
        job_test(formulas_have_the_value_that_the_file_gives),
        job_test(numbers_by_their_format),
        job_test(dates_since_1904),
        job_test(places_that_are_not_said_count_on),
        job_test(cells_out_of_order),
        job_test(a_document_with_prefixes),
        job_test(a_strict_document),
        job_test(utf_16),
        cmocka_unit_test(targets_of_all_forms),
        job_test(without_relations_of_the_package),
        job_test(sheets_in_the_order_of_their_tabs),
        job_test(what_is_hidden_and_merged),
        job_test(links_behind_cells),
        cmocka_unit_test(lists_of_all_forms),
        job_test(lists_of_the_newer_form),
        job_test(names_of_ranges),
        job_test(our_own_workbook),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
