/* The cells of a worksheet: texts, rich text, numbers, formulas, links. */
#include "emit/xlsx/book.h"
#include "emit/xlsx/measure.h"

#include <string.h>

enum { MOST_LINKS = 65530 }; /* Excel's limit */

void cs_worksheet_set_height(struct cs_worksheet *worksheet, uint32_t row, double height)
{
    cs_book_check(worksheet->book,
                  worksheet_set_row(worksheet->made, row, height < CS_TALLEST_ROW ? height : CS_TALLEST_ROW, NULL));
}

void cs_worksheet_put(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text text, unsigned style)
{
    lxw_format *format = cs_worksheet_format(worksheet, style);
    cs_book_check(worksheet->book, worksheet_write_string(worksheet->made, row, (lxw_col_t)col,
                                                          cs_worksheet_plain(worksheet, text), format));
}

void cs_worksheet_put_toned(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text text, unsigned style,
                            enum cs_tone tone)
{
    struct look look = cs_style_look(style);
    look.ink = cs_tone_colors(tone, 0).ink;
    look.fill = cs_tone_colors(tone, 0).fill;
    lxw_format **format = &worksheet->book->toned[style][tone];
    if (!*format)
        *format = cs_book_make_format(worksheet->book, &look);
    cs_book_check(worksheet->book, worksheet_write_string(worksheet->made, row, (lxw_col_t)col,
                                                          cs_worksheet_plain(worksheet, text), *format));
}

/* The format of a run in a cell. */
static lxw_format *edit_format(struct cs_worksheet *worksheet, enum cs_edit edit, unsigned style)
{
    lxw_format **made = &worksheet->book->edits[style][edit], *format = *made;
    if (format)
        return format;
    *made = format = workbook_add_format(worksheet->book->made);
    format_set_font_name(format, worksheet->book->font);
    format_set_font_size(format, cs_style_size(style));
    format_set_font_color(format, edit == CS_KEPT        ? cs_style_look(style).ink
                                  : edit == CS_TAKEN_OUT ? CS_COLOR_TAKEN_OUT
                                                         : CS_COLOR_PUT_IN);
    if (edit == CS_TAKEN_OUT)
        format_set_font_strikeout(format);
    if (edit == CS_PUT_IN)
        format_set_bold(format);
    return format;
}

/* The library requires two runs at least, none of them empty; a single one is followed by a word joiner, which is
 * invisible. */
void cs_worksheet_put_runs(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, struct cs_runs runs,
                           unsigned style)
{
    struct cs_book *book = worksheet->book;
    lxw_rich_string_tuple *tuples = cs_alloc_array(book->arena, runs.count + 2u, sizeof *tuples);
    lxw_rich_string_tuple **list = cs_alloc_array(book->arena, runs.count + 2u, sizeof *list);
    uint32_t count = 0;
    for (uint32_t i = 0; i < runs.count; i++) {
        if (runs.at[i].text.size == 0)
            continue;
        tuples[count].format = edit_format(worksheet, runs.at[i].edit, style);
        tuples[count].string = cs_book_string(book, cs_text_of(cs_worksheet_plain(worksheet, runs.at[i].text)));
        list[count] = &tuples[count];
        count++;
    }
    if (count == 0) {
        cs_worksheet_put_blank(worksheet, row, col, style);
        return;
    }
    if (count == 1) {
        tuples[1] =
            (lxw_rich_string_tuple){.format = tuples[0].format, .string = cs_book_string(book, CS_TEXT("\u2060"))};
        list[count++] = &tuples[1];
    }
    cs_book_check(book, worksheet_write_rich_string(worksheet->made, row, (lxw_col_t)col, list,
                                                    cs_worksheet_format(worksheet, style)));
}

void cs_worksheet_put_blank(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, unsigned style)
{
    cs_book_check(worksheet->book,
                  worksheet_write_blank(worksheet->made, row, (lxw_col_t)col, cs_worksheet_format(worksheet, style)));
}

void cs_worksheet_merge(struct cs_worksheet *worksheet, struct cells cells, unsigned style)
{
    cs_book_check(worksheet->book,
                  worksheet_merge_range(worksheet->made, cells.first_row, (lxw_col_t)cells.first_col, cells.last_row,
                                        (lxw_col_t)cells.last_col, "", cs_worksheet_format(worksheet, style)));
}

void cs_worksheet_put_number(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, double number, unsigned style)
{
    cs_book_check(worksheet->book, worksheet_write_number(worksheet->made, row, (lxw_col_t)col, number,
                                                          cs_worksheet_format(worksheet, style)));
}

void cs_worksheet_put_date(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, struct cs_date date,
                           unsigned style)
{
    enum { DAYS_TO_1970 = 25569 };
    cs_worksheet_put_number(worksheet, row, col, cs_date_days(date) + DAYS_TO_1970, style);
}

void cs_worksheet_put_formula(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text formula, double value,
                              unsigned style)
{
    const char *string = cs_book_formula(worksheet->book, formula);
    lxw_format *format = cs_worksheet_format(worksheet, style);
    cs_book_check(worksheet->book,
                  worksheet_write_formula_num(worksheet->made, row, (lxw_col_t)col, string, format, value));
}

void cs_worksheet_put_formula_text(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text formula,
                                   cs_text value, unsigned style)
{
    const char *string = cs_book_formula(worksheet->book, formula);
    lxw_format *format = cs_worksheet_format(worksheet, style);
    cs_book_check(worksheet->book, worksheet_write_formula_str(worksheet->made, row, (lxw_col_t)col, string, format,
                                                               cs_worksheet_plain(worksheet, value)));
}

/* Appends a text in a formula; line ends need a function. */
static void add_literal(struct cs_buf *buf, cs_text text)
{
    for (ptrdiff_t end; (end = cs_text_find(text, CS_TEXT("\n"))) >= 0; text = cs_text_skip(text, (size_t)end + 1)) {
        cs_xlsx_add_quoted(buf, (cs_text){text.bytes, (size_t)end});
        cs_buf_add(buf, CS_TEXT("&CHAR(10)&"));
    }
    cs_xlsx_add_quoted(buf, text);
}

/* Links are written as HYPERLINK formulas, since LibreOffice wraps those and gives them the colour of their cell, and
 * their number is unlimited; one that is too long for a formula becomes a link of the file. */
void cs_worksheet_put_link(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text text, cs_text address,
                           unsigned style)
{
    struct cs_book *book = worksheet->book;
    struct cs_buf *buf = &book->formula;
    lxw_format *format = cs_worksheet_format(worksheet, style);
    bool is_place = cs_text_starts(address, CS_TEXT("#"));
    bool fits = cs_text_utf16_length(text) <= LONGEST_LITERAL && cs_text_utf16_length(address) <= LONGEST_LITERAL;
    cs_buf_clear(buf);
    if (fits) {
        cs_buf_add(buf, CS_TEXT("=HYPERLINK("));
        cs_xlsx_add_quoted(buf, address);
        cs_buf_add_byte(buf, ',');
        add_literal(buf, text);
        cs_buf_add_byte(buf, ')');
        cs_book_check(book, worksheet_write_formula_str(worksheet->made, row, (lxw_col_t)col, buf->bytes, format,
                                                        cs_worksheet_plain(worksheet, text)));
    } else if (book->links++ < MOST_LINKS) {
        cs_buf_add(buf, is_place ? CS_TEXT("internal:") : (cs_text){0});
        cs_buf_add(buf, is_place ? cs_text_skip(address, 1) : address);
        cs_book_check(book, worksheet_write_url_opt(worksheet->made, row, (lxw_col_t)col, buf->bytes, format,
                                                    cs_worksheet_plain(worksheet, text), NULL));
    } else {
        cs_worksheet_put(worksheet, row, col, text, style);
    }
}
