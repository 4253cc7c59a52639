/* A worksheet part with cells written into it: what is written, what makes room for it, and that all else is as it was. */
#include "../zipped.h"
#include "fill/book/proof.h"
#include "support.h"

static enum cs_splice_end spliced(struct cs_job *job, cs_text part, const struct cs_splice *splice, cs_text *made)
{
    struct cs_buf out = {0};
    enum cs_splice_end end = cs_splice(job, part, splice, &out);
    *made = cs_buf_copy(&job->arena, &out);
    cs_buf_free(&out);
    return end;
}

/* True if the result of a splice is proven by the two parts alone. */
static bool is_proven(struct cs_job *job, cs_text part, cs_text made, const struct cs_splice *splice)
{
    static const struct cs_cells_handlers none = {0};
    struct cs_cells_frame frame;
    struct cs_splice again = *splice;
    assert_int_equal(cs_cells_walk(job, part, &none, NULL, &frame), CS_CELLS_READ);
    again.frame = &frame;
    return cs_splice_is_proven(job, part, made, &again);
}

#define IS(text)         "t=\"inlineStr\"><is><t xml:space=\"preserve\">" text "</t></is></c>"
#define NEW(place, text) "<c r=\"" place "\" " IS(text)

/* What becomes of the inside of a worksheet when B2 is written. */
static const struct {
    const char *name, *before, *after;
} at_b2[] = {
    {"no row", "<sheetData><row r=\"1\"/><row r=\"3\"/></sheetData>",
     "<sheetData><row r=\"1\"/><row r=\"2\">" NEW("B2", "new") "</row><row r=\"3\"/></sheetData>"},
    {"no rows", "<a/><sheetData/><b/>", "<a/><sheetData><row r=\"2\">" NEW("B2", "new") "</row></sheetData><b/>"},
    {"no rows, in two tags", "<sheetData ></sheetData>",
     "<sheetData ><row r=\"2\">" NEW("B2", "new") "</row></sheetData>"},
    {"an empty row", "<sheetData><row r='2' ht=\"20\" spans=\"1:3\" /><row r=\"3\"></row></sheetData>",
     "<sheetData><row r='2' ht=\"20\">" NEW("B2", "new") "</row><row r=\"3\"></row></sheetData>"},
    {"a row without a number", "<sheetData><row/><row spans=\"1:1\"><c/></row></sheetData>",
     "<sheetData><row/><row><c/>" NEW("B2", "new") "</row></sheetData>"},
    {"cells without a place", "<sheetData><row/><row><c/><c s=\"4\"/><c/></row></sheetData>",
     "<sheetData><row/><row><c/><c s=\"4\" r=\"B2\" " IS("new") "<c/></row></sheetData>"},
    {"between two", "<sheetData><row r=\"2\"><c r=\"A2\"/> <c r=\"C2\"/></row></sheetData>",
     "<sheetData><row r=\"2\"><c r=\"A2\"/> " NEW("B2", "new") "<c r=\"C2\"/></row></sheetData>"},
    {"attributes in any order and quotes",
     "<sheetData><row r=\"2\"><c\n t='s'  s = '7'\tr=\"B2\" cm=\"1\" vm=\"1\" ph=\"1\"><v>3</v></c></row></sheetData>",
     "<sheetData><row r=\"2\"><c  s = '7'\tr=\"B2\" " IS("new") "</row></sheetData>"},
    {"rich text goes",
     "<sheetData><row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><r><t>a</t></r><r><t>b</t></r></is></c></row></sheetData>",
     "<sheetData><row r=\"2\"><c r=\"B2\" " IS("new") "</row></sheetData>"},
    {"the style of a row", "<sheetData><row r=\"2\" s=\"5\" customFormat=\"1\"><c r=\"A2\" s=\"1\"/></row></sheetData>",
     "<sheetData><row r=\"2\" s=\"5\" customFormat=\"1\"><c r=\"A2\" s=\"1\"/><c r=\"B2\" s=\"5\" " IS(
         "new") "</row></sheetData>"},
    {"the style of a column",
     "<cols><col min=\"2\" max=\"9\" style=\"6\"/></cols><sheetData><row r=\"2\" s=\"5\"/></sheetData>",
     "<cols><col min=\"2\" max=\"9\" style=\"6\"/></cols><sheetData><row r=\"2\" s=\"5\"><c r=\"B2\" s=\"6\" " IS(
         "new") "</row></sheetData>"},
    {"the style of a row of its own", "<cols><col min=\"1\" max=\"9\" style=\"6\"/></cols><sheetData/>",
     "<cols><col min=\"1\" max=\"9\" style=\"6\"/></cols><sheetData><row r=\"2\"><c r=\"B2\" s=\"6\" " IS(
         "new") "</row></sheetData>"},
    {"comments and blanks stay", "<sheetData>\n <!-- <row r=\"2\"> -->\n <row r=\"3\"/>\n</sheetData>",
     "<sheetData>\n <!-- <row r=\"2\"> -->\n <row r=\"2\">" NEW("B2", "new") "</row><row r=\"3\"/>\n</sheetData>"},
    {"rows of others", "<sheetData/><controls><row>5</row><c/></controls><extLst><row/><c/><sheetData/></extLst>",
     "<sheetData><row r=\"2\">" NEW(
         "B2", "new") "</row></sheetData><controls><row>5</row><c/></controls><extLst><row/><c/><sheetData/></extLst>"},
};

static void a_text_at_b2(void **state)
{
    static const struct cs_splice_cell cell = {1, 1, CS_SPLICE_TEXT, CS_LITERAL("new"), {0}};
    static const struct cs_splice splice = {.cells = &cell, .cell_count = 1};
    for (size_t i = 0; i < COUNT(at_b2); i++) {
        struct cs_buf before = {0}, after = {0};
        cs_text made;
        cs_buf_add(&before, CS_TEXT("\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?><worksheet>"));
        cs_buf_add(&after, cs_buf_text(&before));
        cs_buf_add(&before, cs_text_of(at_b2[i].before));
        cs_buf_add(&after, cs_text_of(at_b2[i].after));
        cs_buf_add(&before, CS_TEXT("</worksheet>\n"));
        cs_buf_add(&after, CS_TEXT("</worksheet>\n"));
        assert_int_equal(spliced(*state, cs_buf_text(&before), &splice, &made), CS_SPLICED);
        if (!cs_text_equal(made, cs_buf_text(&after)))
            fail_msg("%s:\n%s\nis not\n%s", at_b2[i].name, made.bytes, after.bytes);
        assert_true(is_proven(*state, cs_buf_text(&before), made, &splice));
        assert_false(is_proven(*state, cs_buf_text(&before), cs_buf_text(&before), &splice));
        cs_buf_free(&before);
        cs_buf_free(&after);
    }
}

static void prefixes(void **state)
{
    static const struct cs_splice_cell cells[] = {{0, 0, CS_SPLICE_TEXT, CS_LITERAL("a"), {0}},
                                                  {0, 2, CS_SPLICE_TRUE, {0}, {0}},
                                                  {1, 0, CS_SPLICE_FALSE, {0}, {0}}};
    cs_text made;
    assert_int_equal(
        spliced(
            *state,
            CS_TEXT(
                "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"B1\"/></x:row></x:sheetData></x:worksheet>"),
            &(struct cs_splice){.cells = cells, .cell_count = 3}, &made),
        CS_SPLICED);
    assert_text(
        made,
        "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\" t=\"inlineStr\"><x:is><x:t "
        "xml:space=\"preserve\">a</x:t></x:is></x:c><x:c r=\"B1\"/><x:c r=\"C1\" t=\"b\"><x:v>1</x:v></x:c></x:row>"
        "<x:row r=\"2\"><x:c r=\"A2\" t=\"b\"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>");
}

static void escapes(void **state)
{
    static const struct cs_splice_cell cell = {
        0, 0, CS_SPLICE_TEXT, CS_LITERAL(" a&b <c> ]]> _x000D_ _xab_ _x00zz_ __x1F1f_\n\t\"'𠮷 "), {0}};
    cs_text made;
    assert_int_equal(spliced(*state, CS_TEXT("<worksheet><sheetData/></worksheet>"),
                             &(struct cs_splice){.cells = &cell, .cell_count = 1}, &made),
                     CS_SPLICED);
    assert_holds(made, "> a&amp;b &lt;c&gt; ]]&gt; _x005F_x000D_ _xab_ _x00zz_ __x005F_x1F1f_\n\t\"'𠮷 <");
}

static void values_of_formulas(void **state)
{
    static const struct cs_splice_cell cells[] = {{0, 0, CS_SPLICE_DROP, {0}, {0}},
                                                  {0, 1, CS_SPLICE_DROP, {0}, {0}},
                                                  {0, 2, CS_SPLICE_DROP, {0}, {0}},
                                                  {0, 3, CS_SPLICE_DROP, {0}, {0}},
                                                  {4, 0, CS_SPLICE_DROP, {0}, {0}}};
    cs_text made;
    assert_int_equal(
        spliced(
            *state,
            CS_TEXT(
                "<worksheet><sheetData><row r=\"1\" spans=\"1:9\"><c r=\"A1\" s=\"2\"><f>B1</f><v>5</v></c>"
                "<c r=\"B1\" t=\"str\" s=\"1\"><f>A1</f><v>x</v></c><c r=\"C1\"><v>7</v></c></row></sheetData></worksheet>"),
            &(struct cs_splice){.cells = cells, .cell_count = 5}, &made),
        CS_SPLICED);
    assert_text(made, "<worksheet><sheetData><row r=\"1\" spans=\"1:9\"><c r=\"A1\" s=\"2\"><f>B1</f></c>"
                      "<c r=\"B1\" s=\"1\"><f>A1</f></c><c r=\"C1\"><v>7</v></c></row></sheetData></worksheet>");
}

static void heights(void **state)
{
    static const struct cs_splice_cell cell = {1, 0, CS_SPLICE_TEXT, CS_LITERAL("a"), {0}};
    static const struct cs_splice_row rows[] = {{0, 30}, {1, 45.5}, {2, 60}, {3, 70}, {9, 80}};
    cs_text made;
    assert_int_equal(
        spliced(
            *state,
            CS_TEXT("<worksheet><sheetData><row r=\"1\" ht=\"15\" s=\"1\"/><row r=\"3\" ht=\"15\" customHeight=\"1\"/>"
                    "<row r=\"4\"><c/></row></sheetData></worksheet>"),
            &(struct cs_splice){.cells = &cell, .cell_count = 1, .rows = rows, .row_count = 5}, &made),
        CS_SPLICED);
    assert_text(
        made,
        "<worksheet><sheetData><row r=\"1\" s=\"1\" ht=\"30.00\"/><row r=\"2\" ht=\"45.50\"><c r=\"A2\" t=\"inlineStr\">"
        "<is><t xml:space=\"preserve\">a</t></is></c></row><row r=\"3\" ht=\"15\" customHeight=\"1\"/>"
        "<row r=\"4\" ht=\"70.00\"><c/></row></sheetData></worksheet>");
}

static void what_is_refused(void **state)
{
    static const struct {
        enum cs_splice_end end;
        cs_text part;
    } cases[] = {
        {CS_SPLICE_FORMULA, CS_LITERAL("<w><sheetData><row r=\"2\"><c r=\"B2\"><f>A1</f></c></row></sheetData></w>")},
        {CS_SPLICE_FORMULA,
         CS_LITERAL(
             "<w><sheetData><row r=\"2\"><c r=\"B2\"><f t=\"shared\" si=\"0\"/><v>1</v></c></row></sheetData></w>")},
        {CS_SPLICE_DISORDERED, CS_LITERAL("<w><sheetData><row r=\"3\"/><row r=\"2\"/></sheetData></w>")},
        {CS_SPLICE_DISORDERED, CS_LITERAL("<w><sheetData><row r=\"2\"/><row r=\"2\"/></sheetData></w>")},
        {CS_SPLICE_DISORDERED,
         CS_LITERAL("<w><sheetData><row r=\"2\"><c r=\"C2\"/><c r=\"B2\"/></row></sheetData></w>")},
        {CS_SPLICE_BROKEN, CS_LITERAL("<w><sheetData><row r=\"2\"><c r=\"B3\"/></row></sheetData></w>")},
        {CS_SPLICE_BROKEN, CS_LITERAL("<w><sheetData><row r=\"2\"><c r=\"B2 \"/></row></sheetData></w>")},
        {CS_SPLICE_BROKEN, CS_LITERAL("<w><sheetData><row r=\"0\"/></sheetData></w>")},
        {CS_SPLICE_BROKEN, CS_LITERAL("<w><sheetData><row r=\"1\"><row r=\"2\"/></row></sheetData></w>")},
        {CS_SPLICE_BROKEN, CS_LITERAL("<w><sheetData/><sheetData/></w>")},
        {CS_SPLICE_BROKEN, CS_LITERAL("<w><sheetData></w>")},
        {CS_SPLICE_BROKEN, CS_LITERAL("<w/>")},
        {CS_SPLICE_BROKEN, CS_LITERAL("")},
        {CS_SPLICE_ENCODING, CS_LITERAL("\xff\xfe<\0w\0/\0>\0")},
        {CS_SPLICE_ENCODING, CS_LITERAL("\0<\0w\0/\0>")},
        {CS_SPLICE_ENCODING, CS_LITERAL("<?xml version=\"1.0\" encoding = 'Shift_JIS'?><w><sheetData/></w>")},
    };
    static const struct cs_splice_cell cell = {1, 1, CS_SPLICE_TEXT, CS_LITERAL("new"), {0}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        cs_text made;
        if (spliced(*state, cases[i].part, &(struct cs_splice){.cells = &cell, .cell_count = 1}, &made) != cases[i].end)
            fail_msg("%s", cases[i].part.bytes);
        assert_int_equal(made.size, 0);
    }
}

static void texts_that_fit(void **state)
{
    struct cs_buf text = {0};
    (void)state;
    assert_int_equal(cs_splice_fault(CS_TEXT("a\n\tb 𠮷 \xef\xbf\xbd")), CS_TEXT_FITS);
    assert_int_equal(cs_splice_fault(CS_TEXT("a\r")), CS_TEXT_CONTROL);
    assert_int_equal(cs_splice_fault(CS_TEXT("a\0b")), CS_TEXT_CONTROL);
    assert_int_equal(cs_splice_fault(CS_TEXT("\xef\xbf\xbf")), CS_TEXT_CONTROL);
    assert_int_equal(cs_splice_fault(CS_TEXT("\xed\xa0\x80")), CS_TEXT_CONTROL);
    assert_int_equal(cs_splice_fault(CS_TEXT("\xff")), CS_TEXT_CONTROL);
    cs_buf_add_repeat(&text, 'a', 32765);
    cs_buf_add(&text, CS_TEXT("𠮷"));
    assert_int_equal(cs_splice_fault(cs_buf_text(&text)), CS_TEXT_FITS);
    cs_buf_add_byte(&text, 'a');
    assert_int_equal(cs_splice_fault(cs_buf_text(&text)), CS_TEXT_LONG);
    cs_buf_free(&text);
}

/* A box is checked, in strings of several kinds; the shared ones are <x:si>. */
static const struct {
    const char *name, *before, *after, *cell, *made;
} parts[] = {
    {"the font of a shared run", "□a □b", "□a ■b", "<c r=\"A1\" s=\"3\" ph=\"1\" t=\"s\"><v>1</v></c>",
     "<c r=\"A1\" s=\"3\" ph=\"1\" t=\"inlineStr\"><is><r><rPr><b/></rPr><t xml:space=\"preserve\">□a </t></r>"
     "<r><rPr><sz val=\"9\"/></rPr><t>■b</t></r></is></c>"},
    {"furigana", "□有 □無", "■有 □無", "<c t=\"s\" r=\"A1\"><v> 2 </v></c>",
     "<c r=\"A1\" t=\"inlineStr\"><is><t>■有 □無</t><rPh sb=\"1\" eb=\"2\"><t>□ア</t></rPh><phoneticPr "
     "fontId=\"1\"/></is></c>"},
    {"inline runs", "( )a&b ( )c", "(x)a&b ( )c",
     "<c r=\"A1\" t=\"inlineStr\"><is><r><t>(</t></r><r><t> )a&amp;b</t></r> <r><t> ( )c</t></r></is></c>",
     "<c r=\"A1\" t=\"inlineStr\"><is><r><t>(</t></r><r><t>x)a&amp;b</t></r> <r><t> ( )c</t></r></is></c>"},
    {"nothing in a bracket", "()a", "(x)a", "<c r=\"A1\" t=\"inlineStr\"><is><r><t>(</t></r><r><t>)a</t></r></is></c>",
     "<c r=\"A1\" t=\"inlineStr\"><is><r><t>(x</t></r><r><t>)a</t></r></is></c>"},
    {"no runs", "□a", "■a", "<c r=\"A1\" t=\"s\"><v>0</v></c>", "<c r=\"A1\" " IS("■a")},
    {"another text than was read", "□a □c", "□a ■c", "<c r=\"A1\" t=\"s\"><v>1</v></c>", "<c r=\"A1\" " IS("□a ■c")},
    {"no such string", "□a", "■a", "<c r=\"A1\" t=\"s\"><v>9</v></c>", "<c r=\"A1\" " IS("■a")},
    {"another namespace", "□d", "■d", "<c r=\"A1\" t=\"s\"><v>3</v></c>", "<c r=\"A1\" " IS("■d")},
    {"two runs that change", "□a", "■b", "<c r=\"A1\" t=\"inlineStr\"><is><r><t>□</t></r><r><t>a</t></r></is></c>",
     "<c r=\"A1\" " IS("■b")},
};

static void a_part_of_a_string(void **state)
{
    struct cs_rich_strings strings;
    cs_rich_read(
        *state,
        CS_TEXT("<x:sst xmlns:x='m'><x:si><x:t>□a</x:t></x:si><x:si><x:r><x:rPr><x:b/></x:rPr><x:t "
                "xml:space=\"preserve\">□a </x:t></x:r><x:r><x:rPr><x:sz val=\"9\"/></x:rPr><x:t>□b</x:t></x:r>"
                "</x:si><x:si><x:t>□有 □無</x:t><x:rPh sb=\"1\" eb=\"2\"><x:t>□ア</x:t></x:rPh><x:phoneticPr "
                "fontId=\"1\"/></x:si><x:si><x:r><y:q/><x:t>□d</x:t></x:r></x:si></x:sst>"),
        &strings);
    assert_int_equal(strings.count, 4);
    for (size_t i = 0; i < COUNT(parts); i++) {
        const struct cs_splice_cell cell = {
            .kind = CS_SPLICE_TEXT, .text = cs_text_of(parts[i].after), .before = cs_text_of(parts[i].before)};
        struct cs_buf before = {0}, after = {0};
        cs_text made;
        cs_buf_print(&before, "<worksheet><sheetData><row r=\"1\">%s</row></sheetData></worksheet>", parts[i].cell);
        cs_buf_print(&after, "<worksheet><sheetData><row r=\"1\">%s</row></sheetData></worksheet>", parts[i].made);
        assert_int_equal(spliced(*state, cs_buf_text(&before),
                                 &(struct cs_splice){.cells = &cell, .cell_count = 1, .strings = &strings}, &made),
                         CS_SPLICED);
        if (!cs_text_equal(made, cs_buf_text(&after)))
            fail_msg("%s:\n%s\nis not\n%s", parts[i].name, made.bytes, after.bytes);
        assert_true(
            is_proven(*state, cs_buf_text(&before), made, &(struct cs_splice){.cells = &cell, .cell_count = 1}));
        cs_buf_free(&before);
        cs_buf_free(&after);
    }
}

/* A byte that differs anywhere but in the tags of the written cell is seen. */
static void a_proof_that_fails(void **state)
{
    static const struct cs_splice_cell cells[] = {{1, 1, CS_SPLICE_TEXT, CS_LITERAL("a & _x000D_ 書く"), {0}},
                                                  {1, 3, CS_SPLICE_TRUE, {0}, {0}},
                                                  {2, 0, CS_SPLICE_DROP, {0}, {0}}};
    static const struct cs_splice splice = {.cells = cells, .cell_count = COUNT(cells)};
    cs_text part = CS_TEXT(
                "<w><cols/><sheetData><row r=\"2\"><c r=\"A2\" t=\"s\"><v>4</v></c><c r=\"B2\" s=\"7\"/><c r=\"C2\">"
                "<v>5</v></c><c r=\"D2\"/></row><row r=\"3\"><c r=\"A3\" t=\"str\"><f>B2</f><v>x</v></c></row>"
                "</sheetData><!-- &lt; --></w>"),
            made;
    assert_int_equal(spliced(*state, part, &splice, &made), CS_SPLICED);
    assert_true(is_proven(*state, part, made, &splice));
    struct cs_buf other = {0};
    size_t text = (size_t)cs_text_find(made, CS_TEXT("a &amp;")), value = (size_t)cs_text_find(made, CS_TEXT("1</v>"));
    size_t first[] = {(size_t)cs_text_find(made, CS_TEXT(" t=\"inl")), (size_t)cs_text_find(made, CS_TEXT(" t=\"b"))};
    size_t last[] = {(size_t)cs_text_find(made, CS_TEXT("<c r=\"C2")), (size_t)cs_text_find(made, CS_TEXT("</row>"))};
    for (size_t i = 0; i < made.size; i++) {
        bool is_tag = (i >= first[0] && i < last[0]) || (i >= first[1] && i < last[1]);
        bool is_text = (i >= text && i < text + CS_TEXT("a &amp; _x005F_x000D_ 書く").size) || i == value;
        cs_buf_clear(&other);
        cs_buf_add(&other, made);
        other.bytes[i] ^= 1;
        if ((!is_tag || is_text) && is_proven(*state, part, cs_buf_text(&other), &splice))
            fail_msg("byte %zu of %s", i, made.bytes);
    }
    cs_buf_free(&other);
}

/* Nothing to write: the part itself. */
static void nothing_to_write(void **state)
{
    cs_text part = CS_TEXT("<worksheet><sheetData><row><c/><c r=\"C1\"/></row></sheetData></worksheet>"), made;
    assert_int_equal(spliced(*state, part, &(struct cs_splice){0}, &made), CS_SPLICED);
    assert_true(cs_text_equal(made, part));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        job_test(a_text_at_b2),       job_test(prefixes),         job_test(escapes),
        job_test(values_of_formulas), job_test(heights),          job_test(what_is_refused),
        job_test(texts_that_fit),     job_test(nothing_to_write), job_test(a_part_of_a_string),
        job_test(a_proof_that_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
