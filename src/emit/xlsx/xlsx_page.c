/* Worksheets that are filled top down, and the one for texts that are too long for a cell. */
#include "emit/xlsx/measure.h"
#include "emit/xlsx/xlsx.h"
#include "checksheet/sheet_words.h"

enum { MORE_WIDTH = 110 };

cs_text cs_xlsx_word(const struct xlsx *x, cs_word_id word)
{
    return cs_word(word, x->sheet->language);
}

cs_text cs_xlsx_date(struct xlsx *x, struct cs_date date)
{
    struct cs_buf buf = {0};
    cs_buf_print(&buf, "%04d-%02d-%02d", date.year, date.month, date.day);
    return cs_buf_take(x->arena, &buf);
}

cs_text cs_xlsx_joined(struct xlsx *x, cs_text a, const char *between, cs_text b)
{
    struct cs_buf buf = {0};
    cs_buf_add(&buf, a);
    if (a.size && b.size)
        cs_buf_add(&buf, cs_text_of(between));
    cs_buf_add(&buf, b);
    return cs_buf_take(x->arena, &buf);
}

struct cs_worksheet *cs_xlsx_add_worksheet(struct xlsx *x, cs_word_id name, uint32_t tab_color, bool portrait,
                                           cs_text footer)
{
    struct cs_worksheet *worksheet = cs_book_add(x->book, cs_xlsx_word(x, name), tab_color);
    cs_worksheet_set_paper(worksheet, portrait, footer, x->sheet->vendor);
    return worksheet;
}

uint32_t cs_page_add_row(struct page *page, double height)
{
    cs_worksheet_set_height(page->worksheet, page->row, height);
    page->height += height;
    return page->row++;
}

void cs_page_fill_row(struct page *page, uint32_t row, uint32_t first, unsigned style)
{
    for (uint32_t col = first; col <= page->last; col++)
        cs_worksheet_put_blank(page->worksheet, row, col, style);
}

void cs_page_put_head(struct xlsx *x, struct page *page, uint32_t row, uint32_t col, cs_word_id title, bool center)
{
    cs_worksheet_put(page->worksheet, row, col, cs_xlsx_word(x, title), center ? STYLE_HEAD_CENTER : STYLE_HEAD);
}

/* --- long texts --------------------------------------------------------------------------------------------------- */

static void begin_more(struct xlsx *x)
{
    static const double widths[] = {8, 16, MORE_WIDTH};
    struct cs_worksheet *worksheet =
        cs_xlsx_add_worksheet(x, CS_WORD_MORE, CS_COLOR_MUTED, false, cs_xlsx_word(x, CS_WORD_MORE));
    x->more = (struct page){.worksheet = worksheet, .last = 2};
    for (uint32_t i = 0; i < 3; i++)
        cs_worksheet_set_width(worksheet, i, widths[i]);
    uint32_t row = cs_page_add_row(&x->more, 27);
    cs_worksheet_put(worksheet, row, 0, cs_role_title(CS_ROLE_NUMBER, x->sheet->language), STYLE_HEAD_CENTER);
    cs_page_put_head(x, &x->more, row, 1, CS_WORD_COLUMN, false);
    cs_page_put_head(x, &x->more, row, 2, CS_WORD_FULL_TEXT, false);
    cs_worksheet_freeze(worksheet, 1, 0);
    cs_worksheet_repeat_row(worksheet, 0);
}

uint32_t cs_xlsx_put_more(struct xlsx *x, cs_text number, cs_text title, cs_text text)
{
    enum { LINES_A_ROW = 22 };
    unsigned units = cs_line_units(MORE_WIDTH, 10);
    if (!x->more.worksheet)
        begin_more(x);
    uint32_t first = x->more.row;
    while (text.size && !*x->why) {
        cs_text rest = text;
        unsigned lines = 0;
        for (; rest.size && lines < LINES_A_ROW; lines++)
            cs_take_line(x->widths, units, &rest);
        uint32_t row = cs_page_add_row(&x->more, cs_row_height(x->plan.pitch, lines, 10));
        bool is_first = row == first;
        cs_worksheet_put(x->more.worksheet, row, 0, is_first ? number : (cs_text){0}, STYLE_NUMBER);
        cs_worksheet_put(x->more.worksheet, row, 1, is_first ? title : (cs_text){0}, STYLE_REF);
        text.size -= rest.size;
        text.size -= cs_text_ends(text, CS_TEXT("\n")); /* the next row begins a line anyway */
        cs_worksheet_put(x->more.worksheet, row, 2, text, STYLE_MORE);
        text = rest;
    }
    return first;
}
