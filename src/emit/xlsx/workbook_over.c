/* Objects over the cells of a worksheet: drop-downs, conditional colours, charts. */
#include "emit/xlsx/book.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

void cs_worksheet_offer(struct cs_worksheet *worksheet, const struct cells *cells, uint32_t count,
                        const struct cs_offer *offer)
{
    struct cs_book *book = worksheet->book;
    bool is_list = cs_xlsx_is_list(offer->choices, offer->count);
    char **list = cs_alloc_array(book->arena, offer->count + 1, sizeof *list);
    for (uint32_t i = 0; i < offer->count; i++)
        list[i] = cs_book_kept(book, offer->choices[i], LONGEST_LITERAL);
    lxw_data_validation rule = {
        .validate = is_list ? LXW_VALIDATION_TYPE_LIST : LXW_VALIDATION_TYPE_LIST_FORMULA,
        .value_list = (void *)list, /* char ** or const char **, depending on the version */
        .value_formula = is_list ? NULL : cs_book_reference(book, offer->worksheet, offer->cells),
        .dropdown = LXW_VALIDATION_ON,
        .ignore_blank = LXW_VALIDATION_ON,
        .show_input = LXW_VALIDATION_ON,
        .show_error = offer->error_message.size ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF,
        .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
        .input_title = cs_book_kept(book, offer->title, 32),
        .input_message = cs_book_kept(book, offer->message, 255),
        .error_title = cs_book_kept(book, offer->error_title, 32),
        .error_message = cs_book_kept(book, offer->error_message, 225),
    };
    for (uint32_t i = 0; i < count; i++)
        cs_book_check(book, worksheet_data_validation_range(worksheet->made, cells[i].first_row,
                                                            (lxw_col_t)cells[i].first_col, cells[i].last_row,
                                                            (lxw_col_t)cells[i].last_col, &rule));
}

static void add_rule(struct cs_worksheet *worksheet, struct cells cells, lxw_conditional_format *rule,
                     enum cs_tone tone)
{
    rule->value_string = worksheet->book->formula.bytes;
    rule->format = cs_book_tone_format(worksheet->book, tone);
    cs_book_check(worksheet->book,
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
    cs_book_formula(worksheet->book, formula);
    add_rule(worksheet, cells, &rule, tone);
}

/* --- charts ------------------------------------------------------------------------------------------------------- */

/* Stores values beside the references to their cells, for programs that show a chart without recalculating; the
 * library can read them only from sheets that it keeps in memory. */
static void store_point(struct cs_worksheet *worksheet, lxw_series_range *range, cs_text text, double number)
{
    struct lxw_series_data_point *point = calloc(1, sizeof *point);
    if (!point) {
        cs_book_give_up(worksheet->book, ENOMEM);
        return;
    }
    point->number = number;
    if (text.size) {
        point->string = strdup(cs_worksheet_plain(worksheet, text));
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
    const char *worksheet_name = cs_book_string(worksheet->book, worksheet->name);
    lxw_chart_series *series = chart_add_series(made, NULL, NULL);
    chart_series_set_categories(series, worksheet_name, first, names, last, names);
    chart_series_set_values(series, worksheet_name, first, values, last, values);
    chart_series_set_name(series, cs_book_kept(worksheet->book, bars->name, 255));
    for (uint32_t i = 0; i < chart->name_count; i++) {
        store_point(worksheet, series->categories, chart->names[i], 0);
        store_point(worksheet, series->values, (cs_text){0}, bars->values[i]);
    }
    style_bars(worksheet->book, series, bars, chart->type_size);
}

static void style_axes(lxw_chart *made, lxw_chart_font *font, lxw_chart_line *none)
{
    chart_axis_set_reverse(made->y_axis); /* the vertical axis, with the names */
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
                                 .x_scale = chart->width / 480, /* relative to the library's default size */
                                 .y_scale = chart->height / 288,
                                 .description = cs_book_kept(book, chart->description, 255)};
    for (uint32_t i = 0; i < chart->bars_count; i++)
        add_bars(worksheet, made, chart, &chart->bars[i]);
    chart_set_series_gap(made, 55);
    style_axes(made, &font, &none);
    chart_legend_set_position(made, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(made, &font);
    chart_chartarea_set_line(made, &none);
    chart_plotarea_set_line(made, &none);
    cs_book_check(book, worksheet_insert_chart_opt(worksheet->made, row, (lxw_col_t)col, made, &options));
}
