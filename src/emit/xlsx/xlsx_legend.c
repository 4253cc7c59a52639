/* The legend: the meaning of each sign and when it is used. */
#include "emit/xlsx/measure.h"
#include "emit/xlsx/xlsx.h"
#include "checksheet/sheet_words.h"

enum { SIGN_COLUMN = 1, FIRST_SIGN_ROW = 3, LABEL_WIDTH = 22 };

static unsigned lines_in(struct xlsx *x, double width, cs_text text)
{
    return cs_line_count(x->widths, cs_line_units(width, 10), text);
}

static void put_sign(struct xlsx *x, const struct cs_sign *sign, bool is_word, double guide_width)
{
    struct page *page = &x->legend;
    unsigned lines = lines_in(x, guide_width, sign->guide), labels = lines_in(x, LABEL_WIDTH, sign->label);
    uint32_t row = cs_page_add_row(page, cs_row_height(x->plan.pitch, labels > lines ? labels : lines, 10) + 3);
    cs_worksheet_put_toned(page->worksheet, row, SIGN_COLUMN, sign->sign, is_word ? STYLE_TONE_WORD : STYLE_TONE,
                           sign->tone);
    cs_worksheet_put(page->worksheet, row, SIGN_COLUMN + 1, sign->label, STYLE_TEXT);
    cs_worksheet_put(page->worksheet, row, SIGN_COLUMN + 2, sign->guide, STYLE_TEXT);
}

bool cs_xlsx_has_legend(const struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    bool is_answered = false;
    cs_text *signs = cs_alloc_array(x->arena, sheet->sign_count, sizeof *signs);
    if (!cs_plan_in_signs(&x->plan))
        return false;
    for (uint32_t i = 0; i < sheet->row_count; i++)
        is_answered |= sheet->rows[i].kind == CS_ROW_ITEM && sheet->rows[i].state != CS_STATE_NONE;
    for (uint32_t i = 0; i < sheet->sign_count; i++)
        signs[i] = sheet->signs[i].sign;
    return !is_answered || !cs_xlsx_is_list(signs, sheet->sign_count);
}

struct cells cs_legend_signs(const struct xlsx *x)
{
    return (struct cells){FIRST_SIGN_ROW, SIGN_COLUMN, FIRST_SIGN_ROW + x->sheet->sign_count - 1, SIGN_COLUMN};
}

void cs_xlsx_put_legend(struct xlsx *x)
{
    struct page *page = &x->legend;
    bool is_word = cs_plan_sign_cells(&x->plan) > 2;
    const double widths[] = {2, is_word ? 18 : 8, LABEL_WIDTH, is_word ? 70 : 80};
    struct cs_sign open = {.label = cs_xlsx_word(x, CS_WORD_UNANSWERED),
                           .tone = CS_TONE_NONE,
                           .guide = cs_xlsx_word(x, CS_WORD_STILL_OPEN)};
    for (uint32_t i = 0; i < 4; i++)
        cs_worksheet_set_width(page->worksheet, i, widths[i]);
    page->last = 3;
    cs_page_add_row(page, 12);
    uint32_t row = cs_page_add_row(page, 30);
    cs_worksheet_put(page->worksheet, row, SIGN_COLUMN, cs_xlsx_word(x, CS_WORD_HOW_TO_READ), STYLE_HEADING);
    row = cs_page_add_row(page, 24);
    cs_page_put_head(x, page, row, SIGN_COLUMN, CS_WORD_SIGN, true);
    cs_page_put_head(x, page, row, SIGN_COLUMN + 1, CS_WORD_MEANING, false);
    cs_page_put_head(x, page, row, SIGN_COLUMN + 2, CS_WORD_WHEN, false);
    for (uint32_t i = 0; i < x->sheet->sign_count; i++)
        put_sign(x, &x->sheet->signs[i], is_word, widths[3]);
    put_sign(x, &open, is_word, widths[3]);
    if (x->guards_all)
        cs_worksheet_protect(page->worksheet);
}
