/* The law of reading: what an emitter wrote comes back cell by cell, whatever the texts are. */
#include "support.h"

#include <iconv.h>

enum { COLUMNS = 4, ITEMS = 12 };

static const enum cs_role roles[COLUMNS] = {CS_ROLE_NUMBER, CS_ROLE_QUESTION, CS_ROLE_ANSWER, CS_ROLE_REMARK};

/* What readers trip over; the last few are not in CP932. */
static const char *const nasty[] = {"a",
                                    "あ",
                                    "○",
                                    "①",
                                    "\"",
                                    "\"\"",
                                    ",",
                                    ";",
                                    "\t",
                                    "|",
                                    "\n",
                                    "\r\n",
                                    "\r",
                                    "'",
                                    "=",
                                    "=\"001\"",
                                    "+",
                                    "-",
                                    "@",
                                    "＝",
                                    "5",
                                    " ",
                                    "  ",
                                    "\\",
                                    "\\\\",
                                    "<",
                                    ">",
                                    "<br>",
                                    "<!-- -->",
                                    "&",
                                    "&lt;",
                                    "&#65;",
                                    "*",
                                    "**",
                                    "_",
                                    "`",
                                    "``",
                                    "[",
                                    "](",
                                    ")",
                                    "~~",
                                    "#",
                                    "#1",
                                    "@me",
                                    "- ",
                                    "1. ",
                                    "---",
                                    "|---|\n",
                                    "```\n",
                                    "<a>",
                                    "</a>",
                                    "www.",
                                    "://",
                                    "!",
                                    "https://e.jp/a?b=1&c=%3C",
                                    "(http://e.jp/_x_)",
                                    "sep=;",
                                    "METI 6-8",
                                    "　",
                                    "安全",
                                    "é",
                                    "𠮷"};

static cs_text random_text(struct cs_job *job, uint64_t *seed, bool is_cp932)
{
    struct cs_buf buf = {0};
    for (uint32_t left = draw_below(seed, 6); left > 0; left--)
        cs_buf_add(&buf, cs_text_of(nasty[draw_below(seed, COUNT(nasty) - (is_cp932 ? 2 : 0))]));
    cs_text text = cs_buf_copy(&job->arena, &buf);
    cs_buf_free(&buf);
    return text;
}

static struct cs_sheet *random_sheet(struct cs_job *job, uint64_t *seed, bool is_cp932)
{
    struct cs_sheet *sheet = cs_alloc(&job->arena, sizeof *sheet);
    *sheet = (struct cs_sheet){.language = CS_JA, .catalog_id = CS_TEXT("T")};
    cs_sheet_set_columns(job, sheet, roles, COLUMNS);
    cs_sheet_add_row(job, sheet, CS_ROW_TITLE, 1)->cells[0].text = random_text(job, seed, is_cp932);
    struct cs_row *row = cs_sheet_add_row(job, sheet, CS_ROW_NOTE, 2);
    for (uint32_t i = 0; i < 2; i++)
        row->cells[i].text = random_text(job, seed, is_cp932);
    row = cs_sheet_add_row(job, sheet, CS_ROW_HEADER, COLUMNS);
    for (uint32_t i = 0; i < COLUMNS; i++)
        row->cells[i].text = random_text(job, seed, is_cp932);
    for (uint32_t i = 0; i < ITEMS; i++) {
        if (i % 5 == 0)
            cs_sheet_add_row(job, sheet, CS_ROW_SECTION, 1)->cells[0].text = random_text(job, seed, is_cp932);
        row = cs_sheet_add_row(job, sheet, CS_ROW_ITEM, COLUMNS);
        for (uint32_t c = 0; c < COLUMNS; c++)
            row->cells[c].text = random_text(job, seed, is_cp932);
        row->key = draw_below(seed, 2) ? row->cells[0].text : random_text(job, seed, is_cp932);
        if (row->cells[3].text.size && draw_below(seed, 4) == 0)
            row->cells[3].link = CS_TEXT("https://e.jp/?a=1&b=(2)");
    }
    return sheet;
}

/* The text as a grid has it: every line end an LF. */
static cs_text with_lf(struct cs_job *job, cs_text text)
{
    struct cs_buf out = {0};
    for (size_t i = 0; i < text.size; i++)
        if (text.bytes[i] != '\r')
            cs_buf_add_byte(&out, text.bytes[i]);
        else if (i + 1 == text.size || text.bytes[i + 1] != '\n')
            cs_buf_add_byte(&out, '\n');
    cs_text copy = cs_buf_copy(&job->arena, &out);
    cs_buf_free(&out);
    return copy;
}

static cs_text together(struct cs_job *job, cs_text a, cs_text b, cs_text c)
{
    struct cs_buf out = {0};
    cs_buf_add(&out, a);
    cs_buf_add(&out, b);
    cs_buf_add(&out, c);
    cs_text text = cs_buf_copy(&job->arena, &out);
    cs_buf_free(&out);
    return text;
}

/* The text without blanks at its ends. */
static cs_text trimmed(cs_text text)
{
    while (text.size && strchr(" \t", text.bytes[0]))
        text = cs_text_skip(text, 1);
    while (text.size && strchr(" \t", text.bytes[text.size - 1]))
        text.size--;
    return text;
}

/* Blanks at the ends of a cell are lost in Markdown, but behind an anchor and in a link they are not. */
static void hold_cell(const struct cs_grid *grid, uint32_t row, uint32_t column, cs_text expected, cs_text file)
{
    const struct cs_grid_cell *cell = cs_grid_at(&grid->sheets[0], row, column);
    cs_text text = cell ? cell->text : (cs_text){NULL, 0};
    if (cs_text_equal(text, expected))
        return;
    if (grid->format == CS_GRID_MARKDOWN && cs_text_equal(trimmed(text), trimmed(expected)))
        return;
    fail_msg("row %u, column %u is\n'%s', not\n'%s', in\n%.*s", row, column, shown(text), shown(expected),
             (int)file.size, file.bytes);
}

/* --- CSV ---------------------------------------------------------------------------------------------------------- */

/* What the CSV emitter writes into a cell, before it is escaped. */
static cs_text in_csv(struct cs_job *job, const struct cs_row *row, uint32_t column)
{
    const struct cs_cell *cell = &row->cells[column];
    bool is_number = column == 0 && row->kind == CS_ROW_ITEM && cell->text.size && cs_text_equal(cell->text, row->key);
    if (is_number)
        return together(job, CS_TEXT("T "), cell->text, (cs_text){NULL, 0});
    return cell->link.size ? together(job, cell->text, CS_TEXT(" "), cell->link) : cell->text;
}

static void hold_csv(struct cs_job *job, const struct cs_sheet *sheet, cs_text file)
{
    const struct cs_grid *grid = cs_read_csv(job, source_of(job, "a.csv", file));
    uint32_t at = 0;
    if (!grid)
        assert_no_findings(job);
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        if (row->kind != CS_ROW_HEADER && row->kind != CS_ROW_ITEM)
            continue;
        for (uint32_t c = 0; c < COLUMNS; c++)
            hold_cell(grid, at, c, with_lf(job, in_csv(job, row, c)), file);
        at++;
    }
    assert_true(grid->sheets[0].row_count <= at);
    assert_no_findings(job);
}

/* The UTF-8 text in another encoding, behind a byte order mark. */
static cs_text encoded(struct cs_job *job, const char *name, cs_text mark, cs_text text)
{
    iconv_t converter = iconv_open(name, "UTF-8");
    size_t room = text.size * 2 + mark.size, left = room - mark.size;
    char *bytes = cs_alloc(&job->arena, room + 1), *to = bytes + mark.size, *from = (char *)(uintptr_t)text.bytes;
    memcpy(bytes, mark.bytes, mark.size);
    assert_int_not_equal(iconv(converter, &from, &text.size, &to, &left), (size_t)-1);
    iconv_close(converter);
    return (cs_text){bytes, room - left};
}

static void csv_comes_back(void **state)
{
    (void)state;
    uint64_t seed = 61;
    for (int round = 0; round < 1500; round++) {
        struct cs_job *job = new_job(CS_EN);
        const struct cs_sheet *sheet = random_sheet(job, &seed, false);
        for (int plain = 0; plain < 2; plain++) {
            struct cs_emit_options options = {.csv_plain = plain};
            struct cs_buf file = emitted(job, sheet, "csv", &options);
            hold_csv(job, sheet, cs_buf_text(&file));
            cs_buf_free(&file);
        }
        cs_job_free(job);
    }
}

/* What Excel makes of a file that it opened: without the mark, in CP932, as "Unicode text" with or without a mark. */
static void csv_in_other_encodings_comes_back(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        cs_text mark;
    } ways[] = {{"UTF-8", CS_LITERAL("")},
                {"CP932", CS_LITERAL("")},
                {"UTF-16LE", CS_LITERAL("\xff\xfe")},
                {"UTF-16BE", CS_LITERAL("\xfe\xff")},
                {"UTF-16LE", CS_LITERAL("")},
                {"UTF-16BE", CS_LITERAL("")}};
    uint64_t seed = 62;
    for (int round = 0; round < 500; round++) {
        struct cs_job *job = new_job(CS_EN);
        const struct cs_sheet *sheet = random_sheet(job, &seed, true);
        struct cs_buf file = emitted(job, sheet, "csv", NULL);
        cs_text bare = cs_text_skip(cs_buf_text(&file), 3);
        for (size_t i = 0; i < COUNT(ways); i++)
            hold_csv(job, sheet, encoded(job, ways[i].name, ways[i].mark, bare));
        cs_buf_free(&file);
        cs_job_free(job);
    }
}

/* --- Markdown ----------------------------------------------------------------------------------------------------- */

static void hold_markdown(struct cs_job *job, const struct cs_sheet *sheet, cs_text file)
{
    const struct cs_grid *grid = cs_read_markdown(job, source_of(job, "a.md", file));
    const struct cs_row *header = NULL;
    uint32_t at = 0;
    bool in_table = false;
    if (!grid)
        assert_no_findings(job);
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        bool is_note = row->kind == CS_ROW_NOTE, is_item = row->kind == CS_ROW_ITEM;
        header = row->kind == CS_ROW_HEADER ? row : header;
        if (row->kind == CS_ROW_HEADER || is_note)
            at += is_note; /* a list takes blanks away inside too: see test_markdown.c */
        for (uint32_t c = 0; is_item && !in_table && c < COLUMNS; c++)
            hold_cell(grid, at, c, with_lf(job, header->cells[c].text), file);
        at += is_item && !in_table;
        in_table = is_item;
        for (uint32_t c = 0; is_item && c < COLUMNS; c++)
            hold_cell(grid, at, c, with_lf(job, row->cells[c].text), file);
        if (is_item && row->cells[3].link.size)
            assert_text(cs_grid_at(&grid->sheets[0], at, 3)->link, "https://e.jp/?a=1&b=(2)");
        bool is_heading =
            (row->kind == CS_ROW_TITLE || row->kind == CS_ROW_SECTION) && trimmed(row->cells[0].text).size;
        if (is_heading)
            hold_cell(grid, at, 0, with_lf(job, row->cells[0].text), file);
        at += is_item || is_heading;
    }
    assert_no_findings(job);
}

static void markdown_comes_back(void **state)
{
    (void)state;
    uint64_t seed = 63;
    for (int round = 0; round < 1500; round++) {
        struct cs_job *job = new_job(CS_EN);
        const struct cs_sheet *sheet = random_sheet(job, &seed, false);
        sheet->rows[1].cells[0].text = CS_TEXT("label");
        struct cs_buf file = emitted(job, sheet, "md", NULL);
        hold_markdown(job, sheet, cs_buf_text(&file));
        cs_buf_free(&file);
        cs_job_free(job);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(csv_comes_back),
        cmocka_unit_test(csv_in_other_encodings_comes_back),
        cmocka_unit_test(markdown_comes_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
