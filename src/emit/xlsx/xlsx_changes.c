/* The changes since another version of the sheet: the table that comes with it. Removed text is struck through,
 * inserted text is bold, so that they are visible in black and white print, too. */
#include "checksheet/sheet.h"
#include "emit/xlsx/measure.h"
#include "emit/xlsx/xlsx.h"
#include "checksheet/sheet_words.h"

enum { CHANGES_HEAD = 1 };

/* The text that a cell shows: all its runs, or else its text. */
static cs_text shown_text(struct xlsx *x, const struct cs_row *row, uint32_t col)
{
    struct cs_runs runs = cs_row_runs(row, col);
    struct cs_buf buf = {0};
    if (runs.count == 0)
        return row->cells[col].text;
    for (uint32_t i = 0; i < runs.count; i++)
        cs_buf_add(&buf, runs.at[i].text);
    return cs_buf_take(x->arena, &buf);
}

static unsigned style_of(uint32_t col, cs_text text)
{
    switch ((enum cs_changes_column)col) {
    case CS_CHANGES_NUMBER:
        return STYLE_NUMBER;
    case CS_CHANGES_KIND:
        return STYLE_CHANGE_WORD;
    case CS_CHANGES_BEFORE:
    case CS_CHANGES_AFTER:
        return cs_text_length(text) <= 2 ? STYLE_CHANGE : STYLE_CHANGE_WORD;
    case CS_CHANGES_QUESTION:
    case CS_CHANGES_TEXT:
    case CS_CHANGES_COLUMNS:
        break;
    }
    return STYLE_FIXED;
}

/* Writes a text that does not fit in a cell to the worksheet for long ones, with a link to it. */
static void put_elsewhere(struct xlsx *x, const struct cs_row *row, uint32_t at, uint32_t col)
{
    enum { TEXT_COLUMN = 2 };
    uint32_t there = cs_xlsx_put_more(x, row->key, cs_xlsx_word(x, CS_WORD_CHANGES), row->cells[col].text);
    cs_text place = cs_xlsx_place(x->arena, cs_xlsx_word(x, CS_WORD_MORE), there, TEXT_COLUMN);
    cs_worksheet_put_link(x->changes.worksheet, at, col, cs_xlsx_word(x, CS_WORD_SEE_MORE), place, STYLE_LINK);
}

static void put_cell(struct xlsx *x, const struct cs_row *row, uint32_t at, uint32_t col, bool fits)
{
    const struct cs_cell *cell = &row->cells[col];
    unsigned style = style_of(col, cell->text);
    if (!fits)
        put_elsewhere(x, row, at, col);
    else if (cs_row_runs(row, col).count)
        cs_worksheet_put_runs(x->changes.worksheet, at, col, cs_row_runs(row, col), style);
    else if (cell->tone != CS_TONE_PLAIN)
        cs_worksheet_put_toned(x->changes.worksheet, at, col, cell->text, style, cell->tone);
    else
        cs_worksheet_put(x->changes.worksheet, at, col, cell->text, style);
}

static void put_change(struct xlsx *x, const struct cs_sheet *table, const struct cs_row *row)
{
    double height = 0;
    bool fits[CS_CHANGES_COLUMNS];
    for (uint32_t i = 0; i < CS_CHANGES_COLUMNS; i++) {
        cs_text text = shown_text(x, row, i);
        unsigned size = cs_style_size(style_of(i, row->cells[i].text));
        unsigned lines = cs_line_count(x->widths, cs_line_units(table->columns[i].width, size), text);
        double needed = cs_row_height(x->plan.pitch, lines, size);
        fits[i] = needed <= CS_TALLEST_ROW && cs_text_utf16_length(text) < CS_CELL_UNITS;
        if (fits[i] && needed > height)
            height = needed;
    }
    uint32_t at = cs_page_add_row(&x->changes, height);
    for (uint32_t i = 0; i < CS_CHANGES_COLUMNS; i++)
        put_cell(x, row, at, i, fits[i]);
}

/* Writes a note below the changes: its label under the questions, its text under the texts. */
static void put_note(struct xlsx *x, const struct cs_sheet *table, const struct cs_row *row)
{
    unsigned units = cs_line_units(table->columns[CS_CHANGES_TEXT].width, 10);
    unsigned lines = cs_line_count(x->widths, units, shown_text(x, row, 1));
    uint32_t at = cs_page_add_row(&x->changes, cs_row_height(x->plan.pitch, lines > 2 ? lines : 2, 10));
    for (uint32_t i = 0; i < CS_CHANGES_TEXT; i++)
        cs_worksheet_put(x->changes.worksheet, at, i, i == CS_CHANGES_QUESTION ? row->cells[0].text : (cs_text){0},
                         STYLE_FIXED);
    if (cs_row_runs(row, 1).count)
        cs_worksheet_put_runs(x->changes.worksheet, at, CS_CHANGES_TEXT, cs_row_runs(row, 1), STYLE_FIXED);
    else
        cs_worksheet_put(x->changes.worksheet, at, CS_CHANGES_TEXT, row->cells[1].text, STYLE_FIXED);
}

static void put_head(struct xlsx *x, const struct cs_sheet *table)
{
    struct page *page = &x->changes;
    cs_text colors = cs_xlsx_joined(x, (cs_text){0}, "", cs_xlsx_word(x, CS_WORD_CHANGED_COLORS));
    uint32_t row = cs_page_add_row(page, 30);
    cs_worksheet_put(page->worksheet, row, 0, cs_xlsx_word(x, CS_WORD_CHANGES), STYLE_TITLE);
    cs_worksheet_put(page->worksheet, row, CS_CHANGES_TEXT, table->title, STYLE_TITLE_INFO);
    row = cs_page_add_row(page, 27);
    for (uint32_t i = 0; i < CS_CHANGES_COLUMNS; i++) {
        bool wide = i == CS_CHANGES_QUESTION || i == CS_CHANGES_TEXT;
        cs_text title = table->columns[i].title;
        if (i == CS_CHANGES_TEXT)
            title = cs_xlsx_joined(x, title, x->sheet->language == CS_JA ? "：" : ": ", colors);
        cs_worksheet_put(page->worksheet, row, i, title, wide ? STYLE_HEAD : STYLE_HEAD_CENTER);
    }
}

void cs_xlsx_put_changes(struct xlsx *x)
{
    const struct cs_sheet *table = x->sheet->changes;
    struct page *page = &x->changes;
    page->last = CS_CHANGES_COLUMNS - 1;
    for (uint32_t i = 0; i < CS_CHANGES_COLUMNS; i++)
        cs_worksheet_set_width(page->worksheet, i, table->columns[i].width);
    put_head(x, table);
    for (uint32_t i = 0; i < table->row_count && !*x->why; i++)
        if (table->rows[i].kind == CS_ROW_ITEM)
            put_change(x, table, &table->rows[i]);
    struct cells all = {CHANGES_HEAD, 0, page->row - 1, page->last};
    cs_worksheet_filter(page->worksheet, all);
    for (uint32_t i = 0; i < table->row_count; i++)
        if (table->rows[i].kind == CS_ROW_NOTE)
            put_note(x, table, &table->rows[i]);
    cs_worksheet_freeze(page->worksheet, CHANGES_HEAD + 1, 1);
    cs_worksheet_repeat_row(page->worksheet, CHANGES_HEAD);
    cs_worksheet_print_only(page->worksheet, (struct cells){0, 0, page->row - 1, page->last});
    cs_worksheet_trust_numbers(page->worksheet, (struct cells){CHANGES_HEAD + 1, 0, page->row, page->last});
    if (x->guards)
        cs_worksheet_protect(page->worksheet);
    if (x->sheet->comparison)
        cs_worksheet_show_first(page->worksheet); /* it is what was asked for */
}
