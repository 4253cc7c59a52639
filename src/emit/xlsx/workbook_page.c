/* Properties of a whole worksheet: paper, widths, frozen panes, filters, protection, names. */
#include "emit/xlsx/book.h"

enum { LONGEST_FOOTER_PART = 70 }; /* bytes, of Excel's 255 */

struct cs_worksheet *cs_book_add(struct cs_book *book, cs_text name, uint32_t tab_color)
{
    struct cs_worksheet *worksheet = cs_alloc(book->arena, sizeof *worksheet);
    *worksheet = (struct cs_worksheet){.book = book, .name = name};
    worksheet->made = workbook_add_worksheet(book->made, cs_book_string(book, name));
    worksheet_set_tab_color(worksheet->made, tab_color);
    return worksheet;
}

void cs_worksheet_hide(struct cs_worksheet *worksheet)
{
    worksheet_hide(worksheet->made);
}

/* Appends a part of a footer: its place, the font, the text. The blank keeps a text that begins with a digit from
 * becoming part of the font size. A & is replaced by its full-width form: the library takes && before some letters
 * for a picture, and frees the footer twice if that is missing. */
static void add_footer_part(struct cs_book *book, struct cs_buf *footer, const char *place, cs_text words)
{
    cs_buf_add(footer, cs_text_of(place));
    cs_buf_add(footer, CS_TEXT("&\""));
    cs_buf_add(footer, cs_text_of(book->font));
    cs_buf_add(footer, CS_TEXT(",Regular\"&8 "));
    for (const char *text = cs_book_kept(book, words, LONGEST_FOOTER_PART); *text; text++)
        cs_buf_add(footer, *text == '&' ? CS_TEXT("＆") : (cs_text){text, 1});
}

void cs_worksheet_set_paper(struct cs_worksheet *worksheet, bool portrait, cs_text left, cs_text right)
{
    struct cs_buf footer = {0};
    worksheet_gridlines(worksheet->made, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_paper(worksheet->made, 9); /* A4 */
    if (portrait)
        worksheet_set_portrait(worksheet->made);
    else
        worksheet_set_landscape(worksheet->made);
    worksheet_set_margins(worksheet->made, 0.4, 0.4, 0.5, 0.6);
    worksheet_center_horizontally(worksheet->made);
    worksheet_fit_to_pages(worksheet->made, 1, 0);
    add_footer_part(worksheet->book, &footer, "&L", left);
    cs_buf_add(&footer, CS_TEXT("&C&8 &P / &N"));
    add_footer_part(worksheet->book, &footer, "&R", right);
    if (!footer.failed && cs_text_utf16_length(cs_buf_text(&footer)) < LXW_HEADER_FOOTER_MAX)
        cs_book_check(worksheet->book, worksheet_set_footer(worksheet->made, footer.bytes));
    cs_buf_free(&footer);
}

void cs_worksheet_fit_to_page(struct cs_worksheet *worksheet)
{
    worksheet_fit_to_pages(worksheet->made, 1, 1);
}

void cs_worksheet_scale(struct cs_worksheet *worksheet, unsigned scale)
{
    worksheet_set_print_scale(worksheet->made, (uint16_t)scale);
}

void cs_worksheet_break_before(struct cs_worksheet *worksheet, const uint32_t *rows)
{
    enum { MOST_BREAKS = 1023 }; /* Excel's limit */
    uint32_t count = 0;
    while (rows[count] && count < MOST_BREAKS)
        count++;
    lxw_row_t *breaks = cs_alloc_array(worksheet->book->arena, count + 1, sizeof *breaks);
    for (uint32_t i = 0; i < count; i++)
        breaks[i] = rows[i];
    if (count)
        cs_book_check(worksheet->book, worksheet_set_h_pagebreaks(worksheet->made, breaks));
}

void cs_worksheet_print_only(struct cs_worksheet *worksheet, struct cells cells)
{
    cs_book_check(worksheet->book, worksheet_print_area(worksheet->made, cells.first_row, (lxw_col_t)cells.first_col,
                                                        cells.last_row, (lxw_col_t)cells.last_col));
}

void cs_worksheet_repeat_row(struct cs_worksheet *worksheet, uint32_t row)
{
    cs_book_check(worksheet->book, worksheet_repeat_rows(worksheet->made, row, row));
}

void cs_worksheet_set_width(struct cs_worksheet *worksheet, uint32_t col, double width)
{
    lxw_format *format = cs_worksheet_format(worksheet, STYLE_BODY);
    cs_book_check(worksheet->book,
                  worksheet_set_column(worksheet->made, (lxw_col_t)col, (lxw_col_t)col, width, format));
}

void cs_worksheet_freeze(struct cs_worksheet *worksheet, uint32_t rows, uint32_t cols)
{
    worksheet_freeze_panes(worksheet->made, rows, (lxw_col_t)cols);
}

void cs_worksheet_filter(struct cs_worksheet *worksheet, struct cells cells)
{
    cs_book_check(worksheet->book, worksheet_autofilter(worksheet->made, cells.first_row, (lxw_col_t)cells.first_col,
                                                        cells.last_row, (lxw_col_t)cells.last_col));
}

void cs_worksheet_protect(struct cs_worksheet *worksheet)
{
    lxw_protection allowed = {.format_cells = LXW_TRUE,
                              .format_columns = LXW_TRUE,
                              .format_rows = LXW_TRUE,
                              .insert_hyperlinks = LXW_TRUE,
                              .sort = LXW_TRUE,
                              .autofilter = LXW_TRUE};
    worksheet_protect(worksheet->made, NULL, &allowed);
}

void cs_worksheet_show_first(struct cs_worksheet *worksheet)
{
    worksheet_activate(worksheet->made);
}

void cs_worksheet_name(struct cs_worksheet *worksheet, const char *name, struct cells cells)
{
    cs_book_check(worksheet->book, workbook_define_name(worksheet->book->made, name,
                                                        cs_book_reference(worksheet->book, worksheet, cells)));
}

void cs_worksheet_trust_numbers(struct cs_worksheet *worksheet, struct cells cells)
{
    struct cs_buf range = {0};
    cs_xlsx_add_cells(&range, (cs_text){0}, cells);
    cs_book_check(worksheet->book,
                  worksheet_ignore_errors(worksheet->made, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.bytes));
    cs_buf_free(&range);
}
