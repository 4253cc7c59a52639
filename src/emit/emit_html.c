/* HTML: one self-contained page, to be published, sent or printed.
 *
 * Every row is readable without a script; the one in the page only hides some. Whatever is shown by a colour is
 * there as a word, too, tables label their cells, and text in a language other than the page's is tagged. The page is
 * well-formed XML as well, so that any XML parser can check it. */
#include "emit/emitters.h"
#include "emit/html/page.h"
#include "emit/xlsx/palette.h"
#include "checksheet/sheet_words.h"

static const cs_text style[] = {
#define HTML_LINE(text) CS_LITERAL(text),
#include "emit/html/style.def"
#undef HTML_LINE
};

static const cs_text script[] = {
#define HTML_LINE(text) CS_LITERAL(text),
#include "emit/html/script.def"
#undef HTML_LINE
};

static void add_lines(struct cs_html_page *page, const cs_text *lines, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        cs_buf_add(page->out, lines[i]);
        cs_buf_add_byte(page->out, '\n');
    }
}

/* Adds the colours of the workbook, for print and light mode. */
static void add_colors(struct cs_html_page *page)
{
    static const struct {
        const char *name;
        enum cs_color color;
    } colors[] = {{"ink", CS_COLOR_INK},     {"muted", CS_COLOR_MUTED},   {"head", CS_COLOR_NAVY},
                  {"paper", CS_COLOR_WHITE}, {"link", CS_COLOR_LINK},     {"rule", CS_COLOR_RULE},
                  {"band", CS_COLOR_BAND},   {"out", CS_COLOR_TAKEN_OUT}, {"in", CS_COLOR_PUT_IN}};
    static const char *const tones[CS_TONES] = {[CS_TONE_GOOD] = "good",
                                                [CS_TONE_PARTIAL] = "partial",
                                                [CS_TONE_BAD] = "bad",
                                                [CS_TONE_MUTED] = "gray",
                                                [CS_TONE_NONE] = "open"};
    cs_html_add(page, ":root {");
    for (size_t i = 0; i < sizeof colors / sizeof *colors; i++)
        cs_buf_print(page->out, " --%s: #%06x;", colors[i].name, (unsigned)colors[i].color);
    for (int i = 0; i < CS_TONES; i++) {
        struct cs_tone_colors tone = cs_tone_colors((enum cs_tone)i, 0);
        if (tones[i])
            cs_buf_print(page->out, " --%s: #%06x; --%s-fill: #%06x;", tones[i], (unsigned)tone.ink, tones[i],
                         (unsigned)tone.fill);
    }
    cs_html_add(page, " }\n");
}

/* The sheet's title, with the service's name unless the title contains it. */
static void add_title(struct cs_html_page *page)
{
    const struct cs_sheet *sheet = page->sheet;
    cs_text title = sheet->comparison ? cs_word(CS_WORD_CHANGES, page->sheet->language) : sheet->title;
    cs_html_add_plain(page, title);
    if (sheet->service.size && cs_text_find(title, sheet->service) < 0) {
        cs_html_add(page, title.size ? " – " : "");
        cs_html_add_plain(page, sheet->service);
    }
}

/* Decides which columns are shown. An empty column is left out, unless it is that of the answer, where emptiness is
 * information; so are columns of sections, which become headings. */
static void survey(struct cs_html_page *page)
{
    const struct cs_sheet *sheet = page->sheet;
    bool has_headings = false;
    for (uint32_t i = 0; i < sheet->row_count; i++) {
        const struct cs_row *row = &sheet->rows[i];
        has_headings |= row->kind == CS_ROW_SECTION && !sheet->comparison;
        if (row->kind == CS_ROW_HEADER)
            page->header = row;
        if (row->kind != CS_ROW_ITEM && row->kind != CS_ROW_TOTAL)
            continue;
        page->in_words |= row->own_words && !row->word_count;
        for (uint32_t c = 0; c < row->cell_count && c < sheet->column_count; c++)
            page->shown[c] |= row->cells[c].text.size || row->cells[c].link.size || cs_row_runs(row, c).count;
    }
    for (uint32_t c = 0; c < sheet->column_count; c++) {
        enum cs_role role = sheet->columns[c].role;
        page->shown[c] |= role == CS_ROLE_ANSWER;
        page->shown[c] &= !has_headings || (role != CS_ROLE_CHAPTER && role != CS_ROLE_SECTION);
    }
}

static void begin_sheet(struct cs_html_page *page, const struct cs_sheet *sheet)
{
    page->sheet = sheet;
    page->header = NULL;
    page->in_words = sheet->sign_count == 0;
    page->shown = cs_alloc_array(page->arena, sheet->column_count, sizeof *page->shown);
    survey(page);
    page->heading = cs_sheet_column(sheet, CS_ROLE_NUMBER);
    if (page->heading == CS_NO_COLUMN || !page->shown[page->heading])
        for (page->heading = 0; page->heading < sheet->column_count && !page->shown[page->heading];)
            page->heading++;
}

static void begin(struct cs_emit *emit)
{
    struct cs_html_page *page = emit->state = cs_alloc(&emit->job->arena, sizeof *page);
    *page = (struct cs_html_page){.arena = &emit->job->arena, .out = emit->out};
    begin_sheet(page, emit->sheet);
    cs_html_add(page, "<!DOCTYPE html>\n<html lang=\"");
    cs_buf_add(page->out, cs_language_code(emit->sheet->language));
    cs_html_add(page, "\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"generator\" content=\"checksheet\"/>\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                      "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>");
    add_title(page);
    cs_html_add(page, "</title>\n<style>\n");
    add_colors(page);
    add_lines(page, style, sizeof style / sizeof *style);
    cs_html_add(page, "</style>\n</head>\n<body>\n<header>\n<h1>");
    add_title(page);
    cs_html_add(page, "</h1>\n");
}

/* Adds the changes that come with the sheet as a chapter. */
static void add_changes(struct cs_html_page *page, const struct cs_sheet *changes)
{
    cs_text title = cs_word(CS_WORD_CHANGES, page->sheet->language);
    cs_html_add_heading(page, 0, title);
    begin_sheet(page, changes);
    for (uint32_t i = 0; i < changes->row_count; i++) {
        const struct cs_row *row = &changes->rows[i];
        if (row->kind == CS_ROW_ITEM || row->kind == CS_ROW_TOTAL)
            cs_html_add_row(page, row);
        if (row->kind == CS_ROW_NOTE)
            cs_html_add_note(page, row);
    }
    cs_html_end_sections(page, 0);
}

static void end(struct cs_emit *emit)
{
    struct cs_html_page *page = emit->state;
    cs_html_begin_main(page);
    cs_html_end_sections(page, 0);
    if (emit->sheet->changes)
        add_changes(page, emit->sheet->changes);
    cs_html_add(page, "</main>\n<footer><p>");
    cs_html_add_plain(page, cs_word(CS_WORD_MADE_WITH, page->sheet->language));
    cs_html_add(page, "</p></footer>\n");
    if (!emit->sheet->comparison) {
        cs_html_add(page, "<script>\n");
        add_lines(page, script, sizeof script / sizeof *script);
        cs_html_add(page, "</script>\n");
    }
    cs_html_add(page, "</body>\n</html>\n");
}

static void put_note(struct cs_emit *emit, const struct cs_row *row)
{
    cs_html_add_note(emit->state, row);
}

static void put_section(struct cs_emit *emit, const struct cs_row *row)
{
    cs_html_add_heading(emit->state, row->depth, row->cells[0].text);
}

static void put_row(struct cs_emit *emit, const struct cs_row *row)
{
    cs_html_add_row(emit->state, row);
}

const struct cs_emitter cs_emitter_html = {
    .name = CS_LITERAL("html"),
    .suffix = CS_LITERAL("html"),
    .diff = CS_DIFF_TABLE,
    .begin = begin,
    .row =
        {[CS_ROW_NOTE] = put_note, [CS_ROW_SECTION] = put_section, [CS_ROW_ITEM] = put_row, [CS_ROW_TOTAL] = put_row},
    .end = end,
};
