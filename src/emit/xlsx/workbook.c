/* A workbook by way of libxlsxwriter: the only file that sees it. It wants care in three ways. It keeps only the
 * current row of a sheet in memory, so each sheet is written downwards. It prints to stderr what is beyond Excel's
 * limits, so the limits are looked at before each call. And it takes no notice of a full disk, so the result is read
 * back and verified. Row heights are written because programs that open the file do not work them out reliably. */
#include "emit/xlsx/workbook.h"
#include "emit/xlsx/measure.h"
#include "emit/xlsx/verify.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { MOST_LINKS = 65530, LONGEST_LITERAL = 255, LONGEST_FOOTER_PART = 70 }; /* Excel's limits */

struct cs_book {
    struct cs_arena *arena;
    const char **why;
    char *font, *directory, *path; /* for temporary files; of the workbook. path NULL: not made */
    bool keeps_open;
    lxw_workbook *made;
    lxw_format *formats[STYLES_IN_ALL], *tones[CS_TONES]; /* made when first used */
    lxw_format *toned[STYLES_IN_ALL][CS_TONES], *edits[STYLES_IN_ALL][CS_PUT_IN + 1];
    struct cs_buf text, formula; /* what is handed to the library */
    uint32_t links;
};

struct cs_worksheet {
    struct cs_book *book;
    lxw_worksheet *made;
    cs_text name;
};

static void check(struct cs_book *book, lxw_error error)
{
    if (error != LXW_NO_ERROR && !*book->why)
        *book->why = lxw_strerror(error);
}

static void give_up(struct cs_book *book, int code)
{
    char words[256];
    if (!*book->why && strerror_r(code, words, sizeof words) == 0)
        *book->why = cs_text_copy(book->arena, cs_text_of(words)).bytes;
}

static const char *plain(struct cs_worksheet *worksheet, cs_text text)
{
    return cs_xlsx_plain(&worksheet->book->text, text);
}

static char *kept(struct cs_book *book, cs_text text, size_t limit)
{
    return cs_xlsx_kept(book->arena, text, limit);
}

/* --- formats ------------------------------------------------------------------------------------------------------ */

static void set_frame(lxw_format *format, const struct frame *frame)
{
    static const uint8_t lines[] = {LXW_BORDER_NONE, LXW_BORDER_THIN, LXW_BORDER_DOTTED};
    format_set_top(format, lines[frame->top]);
    format_set_top_color(format, frame->top_color);
    format_set_bottom(format, lines[frame->bottom]);
    format_set_bottom_color(format, frame->bottom_color);
    format_set_left(format, lines[frame->sides]);
    format_set_right(format, lines[frame->sides]);
    format_set_left_color(format, frame->side_color);
    format_set_right_color(format, frame->side_color);
}

static lxw_format *make_format(struct cs_book *book, const struct look *look)
{
    static const uint8_t aligns[] = {LXW_ALIGN_NONE, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT};
    lxw_format *format = workbook_add_format(book->made);
    format_set_font_name(format, book->font);
    format_set_font_size(format, look->size);
    format_set_font_color(format, look->ink);
    format_set_align(format, aligns[look->align]);
    format_set_align(format, look->top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    format_set_indent(format, (uint8_t)look->indent);
    if (look->fill)
        format_set_bg_color(format, look->fill);
    if (look->bold)
        format_set_bold(format);
    if (look->wrap)
        format_set_text_wrap(format);
    if (look->underline)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (look->open && book->keeps_open)
        format_set_unlocked(format);
    if (look->number)
        format_set_num_format(format, look->number);
    if (look->frame)
        set_frame(format, look->frame);
    return format;
}

static lxw_format *format_of(struct cs_worksheet *worksheet, unsigned style)
{
    lxw_format **format = &worksheet->book->formats[style];
    struct look look = cs_style_look(style);
    if (!*format)
        *format = make_format(worksheet->book, &look);
    return *format;
}

/* What a condition adds to the format of a cell. */
static lxw_format *tone_format(struct cs_book *book, enum cs_tone tone)
{
    struct cs_tone_colors colors = cs_tone_colors(tone, 0);
    if (book->tones[tone])
        return book->tones[tone];
    lxw_format *format = book->tones[tone] = workbook_add_format(book->made);
    format_set_bg_color(format, colors.fill);
    if (tone == CS_TONE_NONE) {
        format_set_border(format, LXW_BORDER_THIN);
        format_set_border_color(format, colors.edge);
    } else {
        format_set_font_color(format, colors.ink);
        format_set_bold(format);
    }
    return format;
}

/* --- the book ----------------------------------------------------------------------------------------------------- */

/* The library keeps 127 bytes of a font's name, and a footer sets it in quotation marks. */
static cs_text font_of(cs_text wanted)
{
    bool usable = wanted.size > 0 && wanted.size < 100 && cs_text_find(wanted, CS_TEXT("\"")) < 0;
    return usable ? wanted : CS_TEXT("Yu Gothic");
}

static char *string_of(struct cs_book *book, cs_text text)
{
    char *string = cs_alloc(book->arena, text.size + 1);
    if (text.size)
        memcpy(string, text.bytes, text.size);
    return string;
}

/* Makes an empty file for the workbook in the directory for such files. */
static bool make_file(struct cs_book *book, cs_text directory)
{
    struct cs_buf buf = {0};
    book->directory = string_of(book, directory.size ? directory : CS_TEXT(P_tmpdir));
    cs_buf_add(&buf, cs_text_of(book->directory));
    cs_buf_add(&buf, CS_TEXT("/checksheet-XXXXXX"));
    char *name = string_of(book, cs_buf_text(&buf));
    cs_buf_free(&buf);
    int file = mkstemp(name);
    if (file < 0 || close(file) != 0) {
        give_up(book, errno);
        return false;
    }
    book->path = name;
    return true;
}

struct cs_book *cs_book_open(struct cs_arena *arena, const struct cs_book_setup *setup)
{
    struct cs_book *book = cs_alloc(arena, sizeof *book);
    book->arena = arena;
    book->why = setup->why;
    book->keeps_open = setup->keeps_open;
    book->font = string_of(book, font_of(setup->font));
    if (!make_file(book, setup->directory))
        return NULL;
    lxw_workbook_options options = {.constant_memory = LXW_TRUE, .tmpdir = book->directory};
    book->made = workbook_new_opt(book->path, &options);
    if (book->made)
        return book;
    give_up(book, ENOMEM);
    cs_book_free(book);
    return NULL;
}

void cs_book_describe(struct cs_book *book, const struct cs_book_facts *facts)
{
    enum { LONGEST = 255 };
    lxw_doc_properties properties = {
        .title = kept(book, facts->title, LONGEST),
        .subject = kept(book, facts->subject, LONGEST),
        .author = kept(book, facts->author, LONGEST),
        .company = kept(book, facts->company, LONGEST),
        .category = kept(book, facts->category, LONGEST),
        .keywords = kept(book, facts->keywords, LONGEST),
        .comments = kept(book, facts->comments, LONGEST),
        .created = (time_t)facts->created,
    };
    check(book, workbook_set_properties(book->made, &properties));
}

void cs_book_set_property(struct cs_book *book, const char *name, cs_text value)
{
    check(book, workbook_set_custom_property_string(book->made, name, kept(book, value, 255)));
}

static void read_back(struct cs_book *book, struct cs_buf *out)
{
    char bytes[16384];
    size_t size;
    FILE *file = fopen(book->path, "rb");
    if (!file) {
        give_up(book, errno);
        return;
    }
    while ((size = fread(bytes, 1, sizeof bytes, file)) > 0)
        cs_buf_add(out, (cs_text){bytes, size});
    if (ferror(file))
        give_up(book, errno);
    fclose(file);
}

void cs_book_close(struct cs_book *book, struct cs_buf *out)
{
    size_t start = out->size;
    const char *why = NULL;
    if (*book->why)
        return;
    errno = 0;
    lxw_error error = workbook_close(book->made);
    book->made = NULL; /* closing frees it */
    if (error == LXW_ERROR_ZIP_FILE_OPERATION && errno)
        give_up(book, errno); /* its own text would only say that errno has it */
    check(book, error);
    if (!*book->why)
        read_back(book, out);
    cs_text file = cs_text_skip(cs_buf_text(out), start);
    if (!*book->why && !out->failed && !cs_verify_package(book->arena, file, &why))
        *book->why = why;
}

void cs_book_free(struct cs_book *book)
{
    if (book->made)
        lxw_workbook_free(book->made);
    if (book->path)
        unlink(book->path);
    cs_buf_free(&book->text);
    cs_buf_free(&book->formula);
}

/* --- a worksheet as a whole -------------------------------------------------------------------------------------------- */

struct cs_worksheet *cs_book_add(struct cs_book *book, cs_text name, uint32_t tab_color)
{
    struct cs_worksheet *worksheet = cs_alloc(book->arena, sizeof *worksheet);
    *worksheet = (struct cs_worksheet){.book = book, .name = name};
    worksheet->made = workbook_add_worksheet(book->made, string_of(book, name));
    worksheet_set_tab_color(worksheet->made, tab_color);
    return worksheet;
}

/* Adds a part of a footer: its place, the type, the text. The blank keeps a text that begins with a digit from becoming
 * part of the type size. A & is made wide: the library takes && in front of some letters for a picture, and frees the
 * footer twice when it misses one. */
static void add_footer_part(struct cs_book *book, struct cs_buf *footer, const char *place, cs_text words)
{
    cs_buf_add(footer, cs_text_of(place));
    cs_buf_add(footer, CS_TEXT("&\""));
    cs_buf_add(footer, cs_text_of(book->font));
    cs_buf_add(footer, CS_TEXT(",Regular\"&8 "));
    for (const char *text = kept(book, words, LONGEST_FOOTER_PART); *text; text++)
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
        check(worksheet->book, worksheet_set_footer(worksheet->made, footer.bytes));
    cs_buf_free(&footer);
}

void cs_worksheet_fit_to_page(struct cs_worksheet *worksheet)
{
    worksheet_fit_to_pages(worksheet->made, 1, 1);
}

void cs_worksheet_break_before(struct cs_worksheet *worksheet, uint32_t row)
{
    check(worksheet->book, worksheet_set_h_pagebreaks(worksheet->made, (lxw_row_t[]){row, 0}));
}

void cs_worksheet_print_only(struct cs_worksheet *worksheet, struct cells cells)
{
    check(worksheet->book, worksheet_print_area(worksheet->made, cells.first_row, (lxw_col_t)cells.first_col,
                                                cells.last_row, (lxw_col_t)cells.last_col));
}

void cs_worksheet_repeat_row(struct cs_worksheet *worksheet, uint32_t row)
{
    check(worksheet->book, worksheet_repeat_rows(worksheet->made, row, row));
}

void cs_worksheet_set_width(struct cs_worksheet *worksheet, uint32_t col, double width)
{
    lxw_format *format = format_of(worksheet, STYLE_BODY);
    check(worksheet->book, worksheet_set_column(worksheet->made, (lxw_col_t)col, (lxw_col_t)col, width, format));
}

void cs_worksheet_freeze(struct cs_worksheet *worksheet, uint32_t rows, uint32_t cols)
{
    worksheet_freeze_panes(worksheet->made, rows, (lxw_col_t)cols);
}

void cs_worksheet_filter(struct cs_worksheet *worksheet, struct cells cells)
{
    check(worksheet->book, worksheet_autofilter(worksheet->made, cells.first_row, (lxw_col_t)cells.first_col,
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

/* "=" and the cells, in the buffer for formulas. */
static char *reference(struct cs_book *book, const struct cs_worksheet *worksheet, struct cells cells)
{
    cs_buf_clear(&book->formula);
    cs_buf_add_byte(&book->formula, '=');
    cs_xlsx_add_cells(&book->formula, worksheet->name, cells);
    return book->formula.bytes;
}

void cs_worksheet_name(struct cs_worksheet *worksheet, const char *name, struct cells cells)
{
    check(worksheet->book,
          workbook_define_name(worksheet->book->made, name, reference(worksheet->book, worksheet, cells)));
}

void cs_worksheet_trust_numbers(struct cs_worksheet *worksheet, struct cells cells)
{
    struct cs_buf range = {0};
    cs_xlsx_add_cells(&range, (cs_text){0}, cells);
    check(worksheet->book, worksheet_ignore_errors(worksheet->made, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.bytes));
    cs_buf_free(&range);
}

/* --- its cells ---------------------------------------------------------------------------------------------------- */

void cs_worksheet_set_height(struct cs_worksheet *worksheet, uint32_t row, double height)
{
    check(worksheet->book,
          worksheet_set_row(worksheet->made, row, height < CS_TALLEST_ROW ? height : CS_TALLEST_ROW, NULL));
}

void cs_worksheet_put(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text text, unsigned style)
{
    lxw_format *format = format_of(worksheet, style);
    check(worksheet->book,
          worksheet_write_string(worksheet->made, row, (lxw_col_t)col, plain(worksheet, text), format));
}

void cs_worksheet_put_toned(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text text, unsigned style,
                            enum cs_tone tone)
{
    struct look look = cs_style_look(style);
    look.ink = cs_tone_colors(tone, 0).ink;
    look.fill = cs_tone_colors(tone, 0).fill;
    lxw_format **format = &worksheet->book->toned[style][tone];
    if (!*format)
        *format = make_format(worksheet->book, &look);
    check(worksheet->book,
          worksheet_write_string(worksheet->made, row, (lxw_col_t)col, plain(worksheet, text), *format));
}

/* The type of a stretch of text in a cell. */
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

/* The library wants two stretches at least, and none that is empty; to one alone an empty-looking one is added, for which
 * it takes a word joiner. */
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
        tuples[count].string = string_of(book, cs_text_of(plain(worksheet, runs.at[i].text)));
        list[count] = &tuples[count];
        count++;
    }
    if (count == 0) {
        cs_worksheet_put_blank(worksheet, row, col, style);
        return;
    }
    if (count == 1) {
        tuples[1] = (lxw_rich_string_tuple){.format = tuples[0].format, .string = string_of(book, CS_TEXT("\u2060"))};
        list[count++] = &tuples[1];
    }
    check(book, worksheet_write_rich_string(worksheet->made, row, (lxw_col_t)col, list, format_of(worksheet, style)));
}

void cs_worksheet_put_blank(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, unsigned style)
{
    check(worksheet->book, worksheet_write_blank(worksheet->made, row, (lxw_col_t)col, format_of(worksheet, style)));
}

void cs_worksheet_put_number(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, double number, unsigned style)
{
    check(worksheet->book,
          worksheet_write_number(worksheet->made, row, (lxw_col_t)col, number, format_of(worksheet, style)));
}

void cs_worksheet_put_date(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, struct cs_date date,
                           unsigned style)
{
    enum { DAYS_TO_1970 = 25569 };
    cs_worksheet_put_number(worksheet, row, col, cs_date_days(date) + DAYS_TO_1970, style);
}

static const char *formula_string(struct cs_book *book, cs_text formula)
{
    cs_buf_clear(&book->formula);
    cs_buf_add(&book->formula, formula);
    return book->formula.bytes;
}

void cs_worksheet_put_formula(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text formula, double value,
                              unsigned style)
{
    const char *string = formula_string(worksheet->book, formula);
    lxw_format *format = format_of(worksheet, style);
    check(worksheet->book, worksheet_write_formula_num(worksheet->made, row, (lxw_col_t)col, string, format, value));
}

void cs_worksheet_put_formula_text(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text formula,
                                   cs_text value, unsigned style)
{
    const char *string = formula_string(worksheet->book, formula);
    lxw_format *format = format_of(worksheet, style);
    check(worksheet->book,
          worksheet_write_formula_str(worksheet->made, row, (lxw_col_t)col, string, format, plain(worksheet, value)));
}

/* A text of several lines becomes the result of HYPERLINK: there LibreOffice breaks lines, in a plain link it does
 * not. */
void cs_worksheet_put_link(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text text, cs_text address,
                           bool wraps, unsigned style)
{
    struct cs_book *book = worksheet->book;
    struct cs_buf *buf = &book->formula;
    lxw_format *format = format_of(worksheet, style);
    bool is_place = cs_text_starts(address, CS_TEXT("#"));
    bool fits = cs_text_utf16_length(text) <= LONGEST_LITERAL && cs_text_utf16_length(address) <= LONGEST_LITERAL;
    cs_buf_clear(buf);
    if (wraps && fits && cs_text_find(text, CS_TEXT("\n")) < 0) {
        cs_buf_add(buf, CS_TEXT("=HYPERLINK("));
        cs_xlsx_add_quoted(buf, address);
        cs_buf_add_byte(buf, ',');
        cs_xlsx_add_quoted(buf, text);
        cs_buf_add_byte(buf, ')');
        check(book, worksheet_write_formula_str(worksheet->made, row, (lxw_col_t)col, buf->bytes, format,
                                                plain(worksheet, text)));
    } else if (book->links++ < MOST_LINKS) {
        cs_buf_add(buf, is_place ? CS_TEXT("internal:") : (cs_text){0});
        cs_buf_add(buf, is_place ? cs_text_skip(address, 1) : address);
        check(book, worksheet_write_url_opt(worksheet->made, row, (lxw_col_t)col, buf->bytes, format,
                                            plain(worksheet, text), NULL));
    } else {
        cs_worksheet_put(worksheet, row, col, text, style);
    }
}

/* --- what lies over cells ----------------------------------------------------------------------------------------- */

void cs_worksheet_offer(struct cs_worksheet *worksheet, const struct cells *cells, uint32_t count,
                        const struct cs_offer *offer)
{
    struct cs_book *book = worksheet->book;
    bool is_list = cs_xlsx_is_list(offer->choices, offer->count);
    char **list = cs_alloc_array(book->arena, offer->count + 1, sizeof *list);
    for (uint32_t i = 0; i < offer->count; i++)
        list[i] = kept(book, offer->choices[i], LONGEST_LITERAL);
    lxw_data_validation rule = {
        .validate = is_list ? LXW_VALIDATION_TYPE_LIST : LXW_VALIDATION_TYPE_LIST_FORMULA,
        .value_list = (void *)list, /* char ** or const char **, as the version likes it */
        .value_formula = is_list ? NULL : reference(book, offer->worksheet, offer->cells),
        .dropdown = LXW_VALIDATION_ON,
        .ignore_blank = LXW_VALIDATION_ON,
        .show_input = LXW_VALIDATION_ON,
        .show_error = offer->error_message.size ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF,
        .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
        .input_title = kept(book, offer->title, 32),
        .input_message = kept(book, offer->message, 255),
        .error_title = kept(book, offer->error_title, 32),
        .error_message = kept(book, offer->error_message, 225),
    };
    for (uint32_t i = 0; i < count; i++)
        check(book, worksheet_data_validation_range(worksheet->made, cells[i].first_row, (lxw_col_t)cells[i].first_col,
                                                    cells[i].last_row, (lxw_col_t)cells[i].last_col, &rule));
}

static void add_rule(struct cs_worksheet *worksheet, struct cells cells, lxw_conditional_format *rule,
                     enum cs_tone tone)
{
    rule->value_string = worksheet->book->formula.bytes;
    rule->format = tone_format(worksheet->book, tone);
    check(worksheet->book,
          worksheet_conditional_format_range(worksheet->made, cells.first_row, (lxw_col_t)cells.first_col,
                                             cells.last_row, (lxw_col_t)cells.last_col, rule));
}

void cs_worksheet_color_text(struct cs_worksheet *worksheet, struct cells cells, cs_text text, enum cs_tone tone)
{
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_CELL, .criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO};
    cs_buf_clear(&worksheet->book->formula);
    cs_xlsx_add_quoted(&worksheet->book->formula, text);
    add_rule(worksheet, cells, &rule, tone);
}

void cs_worksheet_color_where(struct cs_worksheet *worksheet, struct cells cells, cs_text formula, enum cs_tone tone)
{
    lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_FORMULA};
    formula_string(worksheet->book, formula);
    add_rule(worksheet, cells, &rule, tone);
}

/* --- charts ------------------------------------------------------------------------------------------------------- */

/* Values beside the reference to their cells, for programs that show a chart without working it out; the library can
 * only read them back from sheets that it keeps in memory. */
static void store_point(struct cs_worksheet *worksheet, lxw_series_range *range, cs_text text, double number)
{
    struct lxw_series_data_point *point = calloc(1, sizeof *point);
    if (!point) {
        give_up(worksheet->book, ENOMEM);
        return;
    }
    point->number = number;
    if (text.size) {
        point->string = strdup(plain(worksheet, text));
        point->is_string = range->has_string_cache = LXW_TRUE;
    }
    range->ignore_cache = LXW_TRUE;
    range->num_data_points++;
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
}

static void style_bars(struct cs_book *book, lxw_chart_series *series, const struct cs_bars *bars, unsigned type_size)
{
    lxw_chart_fill fill = {.color = bars->colors.bar};
    lxw_chart_line edge = {
        .color = bars->colors.edge, .width = 0.75, .dash_type = bars->dashed ? LXW_CHART_LINE_DASH_DASH : 0};
    lxw_chart_font font = {.name = book->font, .size = type_size, .bold = LXW_TRUE, .color = bars->colors.on_bar};
    chart_series_set_fill(series, &fill);
    chart_series_set_line(series, &edge);
    chart_series_set_labels(series);
    chart_series_set_labels_num_format(series, "0;;\"\"");
    chart_series_set_labels_font(series, &font);
}

static void add_bars(struct cs_worksheet *worksheet, lxw_chart *made, const struct cs_chart *chart,
                     const struct cs_bars *bars)
{
    lxw_row_t first = chart->name_row, last = first + chart->name_count - 1;
    lxw_col_t names = (lxw_col_t)chart->name_col, values = (lxw_col_t)bars->col;
    const char *worksheet_name = string_of(worksheet->book, worksheet->name);
    lxw_chart_series *series = chart_add_series(made, NULL, NULL);
    chart_series_set_categories(series, worksheet_name, first, names, last, names);
    chart_series_set_values(series, worksheet_name, first, values, last, values);
    chart_series_set_name(series, kept(worksheet->book, bars->name, 255));
    for (uint32_t i = 0; i < chart->name_count; i++) {
        store_point(worksheet, series->categories, chart->names[i], 0);
        store_point(worksheet, series->values, (cs_text){0}, bars->values[i]);
    }
    style_bars(worksheet->book, series, bars, chart->type_size);
}

static void style_axes(lxw_chart *made, lxw_chart_font *font, lxw_chart_line *none)
{
    chart_axis_set_reverse(made->y_axis); /* the upright one, which has the names */
    chart_axis_set_num_font(made->y_axis, font);
    chart_axis_set_line(made->y_axis, none);
    chart_axis_set_major_tick_mark(made->y_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_interval_unit(made->y_axis, 1);
    chart_axis_major_gridlines_set_visible(made->x_axis, LXW_FALSE);
    chart_axis_set_min(made->x_axis, 0);
    chart_axis_off(made->x_axis);
}

void cs_worksheet_put_chart(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, const struct cs_chart *chart)
{
    struct cs_book *book = worksheet->book;
    lxw_chart *made = workbook_add_chart(book->made, LXW_CHART_BAR_STACKED);
    lxw_chart_font font = {.name = book->font, .size = chart->type_size, .color = CS_COLOR_INK};
    lxw_chart_line none = {.none = LXW_TRUE};
    lxw_chart_options options = {.object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                 .x_scale = chart->width / 480, /* of the size that the library gives a chart */
                                 .y_scale = chart->height / 288,
                                 .description = kept(book, chart->description, 255)};
    for (uint32_t i = 0; i < chart->bars_count; i++)
        add_bars(worksheet, made, chart, &chart->bars[i]);
    chart_set_series_gap(made, 55);
    style_axes(made, &font, &none);
    chart_legend_set_position(made, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(made, &font);
    chart_chartarea_set_line(made, &none);
    chart_plotarea_set_line(made, &none);
    check(book, worksheet_insert_chart_opt(worksheet->made, row, (lxw_col_t)col, made, &options));
}
