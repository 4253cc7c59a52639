/* The overview: what the sheet is, who answered and when, and the answers by section as a table and a chart. */
#include "emit/xlsx/measure.h"
#include "emit/xlsx/xlsx.h"
#include "emit/xlsx/xlsx_figures.h"

enum { COVER_LEFT = 1, FIGURES_LEFT };

/* Width of a column in pixels, out of Excel's units. */
static double pixels_of(double width)
{
    return 7 * width + 5;
}

/* Units (see measure.h) of a line that reaches over cells: it has no padding, and may run over into the margin. */
static unsigned units_over(double pixels, unsigned size)
{
    return (unsigned)(pixels * 1.5 / size); /* a full-width character is as wide as it is high, 96/72 pixels a point */
}

/* --- the words ---------------------------------------------------------------------------------------------------- */

/* A label and its value, on as many rows as they take: what reaches over several cells cannot wrap in one. */
static void put_fact(struct xlsx *x, cs_text label, cs_text value, double label_width)
{
    unsigned label_units = cs_line_units(label_width, 10);
    unsigned units = units_over(x->cover.pixels - pixels_of(label_width), 10);
    cs_text address = cs_xlsx_is_address(value) ? value : (cs_text){0};
    bool is_first = true;
    while (is_first || label.size || value.size) {
        cs_text label_line = cs_take_line(x->widths, label_units, &label);
        cs_text line = cs_take_line(x->widths, address.size ? units * 6 / 5 : units, &value); /* Latin runs narrow */
        bool is_last = !label.size && !value.size;
        enum style style = is_last ? STYLE_VALUE_RULED : STYLE_VALUE;
        uint32_t row = cs_page_add_row(&x->cover, is_first && is_last ? 21 : is_first || is_last ? 19.5 : 16.5);
        cs_worksheet_put(x->cover.worksheet, row, COVER_LEFT, label_line, is_last ? STYLE_LABEL_RULED : STYLE_LABEL);
        cs_page_fill_row(&x->cover, row, COVER_LEFT + 1, style);
        if (address.size || cs_xlsx_is_address(line))
            cs_worksheet_put_link(x->cover.worksheet, row, COVER_LEFT + 1, line, address.size ? address : line, false,
                                  is_last ? STYLE_VALUE_LINK_RULED : STYLE_VALUE_LINK);
        else
            cs_worksheet_put(x->cover.worksheet, row, COVER_LEFT + 1, line, style);
        is_first = false;
    }
}

/* A paragraph over the width of the page. */
static void put_paragraph(struct xlsx *x, cs_text text)
{
    const unsigned size = cs_style_size(STYLE_PREFACE);
    unsigned units = units_over(x->cover.pixels, size);
    while (text.size) {
        cs_text line = cs_take_line(x->widths, units, &text);
        uint32_t row = cs_page_add_row(&x->cover, 1.6 * size + (text.size ? 0 : 3));
        cs_worksheet_put(x->cover.worksheet, row, COVER_LEFT, line, STYLE_PREFACE);
    }
}

static bool is_note(const struct cs_row *row, bool labelled)
{
    return row->kind == CS_ROW_NOTE && row->cell_count > 1 && row->cells[1].text.size &&
           (row->cells[0].text.size > 0) == labelled;
}

static cs_text last_review(struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    if (!sheet->newest.year)
        return (cs_text){0};
    cs_text newest = cs_xlsx_date(x, sheet->newest), oldest = cs_xlsx_date(x, sheet->oldest);
    if (!sheet->oldest.year || cs_text_equal(newest, oldest))
        return newest;
    cs_text older = cs_xlsx_joined(x, cs_xlsx_word(x, CS_WORD_OLDEST_ANSWER), ": ", oldest);
    return cs_xlsx_joined(x, cs_xlsx_joined(x, newest, " (", older), "", CS_TEXT(")"));
}

/* What the notes say, the service apart, which stands above; the reviews follow the date of the answers. */
static void put_facts(struct xlsx *x, double label_width)
{
    const struct cs_sheet *sheet = x->sheet;
    cs_text reviewed = last_review(x);
    for (uint32_t i = 0; i < sheet->row_count && sheet->rows[i].kind <= CS_ROW_NOTE; i++) {
        const struct cs_cell *cells = sheet->rows[i].cells;
        if (!is_note(&sheet->rows[i], true) || cs_text_equal(cells[1].text, sheet->service))
            continue;
        put_fact(x, cells[0].text, cells[1].text, label_width);
        if (reviewed.size && cs_text_equal(cells[0].text, cs_xlsx_word(x, CS_WORD_ANSWERED_ON))) {
            put_fact(x, cs_xlsx_word(x, CS_WORD_LAST_REVIEWED), reviewed, label_width);
            reviewed.size = 0;
        }
    }
    if (reviewed.size)
        put_fact(x, cs_xlsx_word(x, CS_WORD_LAST_REVIEWED), reviewed, label_width);
}

static void put_preface(struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    bool any = false;
    for (uint32_t i = 0; i < sheet->row_count && sheet->rows[i].kind <= CS_ROW_NOTE; i++) {
        if (!is_note(&sheet->rows[i], false))
            continue;
        if (!any)
            cs_page_add_row(&x->cover, 9);
        any = true;
        put_paragraph(x, sheet->rows[i].cells[1].text);
    }
}

/* --- the table ---------------------------------------------------------------------------------------------------- */

/* A figure's cell: live if there is a formula for it, else a number. */
static void put_figure(struct xlsx *x, uint32_t row, uint32_t index, cs_text formula, double value, enum style style)
{
    if (formula.size)
        cs_worksheet_put_formula(x->cover.worksheet, row, FIGURES_LEFT + index, formula, value, style);
    else
        cs_worksheet_put_number(x->cover.worksheet, row, FIGURES_LEFT + index, value, style);
}

/* The rate's cell, with the value that the formula will have; for one chapter or for the sum of all. */
static void put_rate(struct xlsx *x, uint32_t row, const struct figures *figures, const struct chapter *chapter,
                     enum style style)
{
    const cs_text nothing = CS_TEXT("－");
    struct cs_buf formula = {0};
    uint32_t last = figures->count - 1;
    cs_figures_add_rate(&formula, figures, chapter, row);
    if (chapter->rated)
        put_figure(x, row, last, cs_buf_text(&formula), (double)chapter->met / chapter->rated, style);
    else if (formula.size)
        cs_worksheet_put_formula_text(x->cover.worksheet, row, FIGURES_LEFT + last, cs_buf_text(&formula), nothing,
                                      style);
    else
        cs_worksheet_put(x->cover.worksheet, row, FIGURES_LEFT + last, nothing, style);
    cs_buf_free(&formula);
}

static void put_chapter(struct xlsx *x, const struct figures *figures, const struct chapter *chapter, double name_width)
{
    struct cs_buf formula = {0};
    unsigned lines = cs_line_count(x->widths, cs_line_units(name_width, 10), chapter->title);
    double height = lines > 1 ? cs_row_height(lines, 10) : x->plan.chapter_count > 20 ? 18 : 22.5;
    uint32_t row = cs_page_add_row(&x->cover, height);
    cs_text place = cs_xlsx_place(x->arena, cs_xlsx_word(x, CS_WORD_SHEET), chapter->first, 0);
    cs_worksheet_put_link(x->cover.worksheet, row, COVER_LEFT, chapter->title, place, lines > 1, STYLE_SECTION);
    for (uint32_t i = 0; i < figures->count; i++) {
        const struct figure *figure = &figures->at[i];
        cs_buf_clear(&formula);
        cs_figure_add_formula(&formula, &x->plan, chapter, figure, row);
        if (figure->kind == RATE)
            put_rate(x, row, figures, chapter, STYLE_RATE);
        else
            put_figure(x, row, i, cs_buf_text(&formula), cs_figure_value(chapter, figure), STYLE_COUNT);
    }
    cs_buf_free(&formula);
}

static void put_total(struct xlsx *x, const struct figures *figures, uint32_t first)
{
    struct cs_buf formula = {0};
    struct chapter sum = cs_figures_sum(&x->plan);
    uint32_t row = cs_page_add_row(&x->cover, 24);
    cs_worksheet_put(x->cover.worksheet, row, COVER_LEFT, cs_xlsx_word(x, CS_WORD_TOTAL), STYLE_TOTAL);
    for (uint32_t i = 0; i < figures->count; i++) {
        const struct figure *figure = &figures->at[i];
        cs_buf_clear(&formula);
        cs_buf_add(&formula, CS_TEXT("=SUM("));
        cs_xlsx_add_cells(&formula, (cs_text){0}, (struct cells){first, FIGURES_LEFT + i, row - 1, FIGURES_LEFT + i});
        cs_buf_add_byte(&formula, ')');
        if (figure->kind == RATE)
            put_rate(x, row, figures, &sum, STYLE_TOTAL_RATE);
        else
            put_figure(x, row, i, cs_buf_text(&formula), cs_figure_value(&sum, figure), STYLE_TOTAL_COUNT);
    }
    cs_buf_free(&formula);
}

static void put_table_head(struct xlsx *x, const struct figures *figures)
{
    unsigned lines = 1;
    for (uint32_t i = 0; i < figures->count; i++) {
        const struct figure *figure = &figures->at[i];
        unsigned needed = cs_line_count(x->widths, cs_line_units(figure->width + 1, 10), figure->title);
        lines = needed > lines ? needed : lines;
    }
    uint32_t row = cs_page_add_row(&x->cover, cs_row_height(lines, 10));
    cs_worksheet_put(x->cover.worksheet, row, COVER_LEFT, cs_role_title(CS_ROLE_SECTION, x->sheet->language),
                     STYLE_HEAD);
    for (uint32_t i = 0; i < figures->count; i++) {
        const struct figure *figure = &figures->at[i];
        bool is_word = cs_text_width(x->widths, figure->title) > 2;
        if (figure->kind == SIGN)
            cs_worksheet_put_toned(x->cover.worksheet, row, FIGURES_LEFT + i, figure->title,
                                   is_word ? STYLE_TONE_HEAD_WORD : STYLE_TONE_HEAD, figure->tone);
        else
            cs_worksheet_put(x->cover.worksheet, row, FIGURES_LEFT + i, figure->title, STYLE_HEAD_CENTER);
    }
}

/* "対応率 = ○ ÷ (設問数 − 対象外)" */
static void put_rate_note(struct xlsx *x, const struct figures *figures)
{
    cs_text met = {0}, base = cs_xlsx_word(x, CS_WORD_COUNT), note;
    for (uint32_t i = 0; i < figures->count; i++) {
        const struct figure *figure = &figures->at[i];
        if (cs_figure_is_met(&x->plan, figure))
            met = cs_xlsx_joined(x, met, " + ", figure->title);
        if (cs_figure_is_beside(&x->plan, figure))
            base = cs_xlsx_joined(x, base, " − ", x->sheet->signs[figure->sign].label);
    }
    if (cs_text_find(base, CS_TEXT(" − ")) >= 0)
        base = cs_xlsx_joined(x, cs_xlsx_joined(x, CS_TEXT("("), "", base), "", CS_TEXT(")"));
    note = cs_xlsx_joined(x, cs_xlsx_joined(x, figures->at[figures->count - 1].title, " = ", met), " ÷ ", base);
    if (x->plan.sign_count && x->plan.good_differs)
        note = cs_xlsx_joined(x, note, "　", cs_xlsx_word(x, CS_WORD_COUNTED_BY_GOOD));
    cs_worksheet_put(x->cover.worksheet, cs_page_add_row(&x->cover, 15), COVER_LEFT, note, STYLE_SMALL);
}

/* --- the chart ---------------------------------------------------------------------------------------------------- */

/* How many of the bars before this one have its tone. */
static unsigned turn_of(const struct figures *figures, uint32_t index)
{
    unsigned turn = 0;
    for (uint32_t i = 0; i < index; i++)
        turn += figures->at[i].kind == SIGN && figures->at[i].tone == figures->at[index].tone;
    return turn;
}

static struct cs_bars bars_of(struct xlsx *x, const struct figures *figures, uint32_t index)
{
    const struct figure *figure = &figures->at[index];
    uint32_t *values = cs_alloc_array(x->arena, x->plan.chapter_count, sizeof *values);
    cs_text label = figure->kind == SIGN ? x->sheet->signs[figure->sign].label : (cs_text){0};
    for (uint32_t i = 0; i < x->plan.chapter_count; i++)
        values[i] = cs_figure_value(&x->plan.chapters[i], figure);
    return (struct cs_bars){
        .name = cs_text_equal(label, figure->title) ? label : cs_xlsx_joined(x, figure->title, " ", label),
        .col = FIGURES_LEFT + index,
        .values = values,
        .colors = cs_tone_colors(figure->tone, turn_of(figures, index)),
        .dashed = figure->kind == OPEN,
    };
}

/* Height of a section's bar and what is around it, in pixels: less when there are many. */
static unsigned bar_height(uint32_t count)
{
    enum { MOST = 34, LEAST = 15, ROOM = 374 };
    unsigned height = ROOM / count;
    return height > MOST ? MOST : height < LEAST ? LEAST : height;
}

/* As wide as the table over it, whose first row is given. */
static void put_chart(struct xlsx *x, const struct figures *figures, uint32_t first)
{
    enum { AROUND = 100, SMALL_BAR = 20, ROW_PIXELS = 20 };
    uint32_t count = x->plan.chapter_count;
    cs_text *names = cs_alloc_array(x->arena, count, sizeof *names);
    struct cs_bars bars[MOST_FIGURES];
    unsigned height = AROUND + bar_height(count) * count;
    struct cs_chart chart = {.description = cs_xlsx_word(x, CS_WORD_CHART),
                             .names = names,
                             .name_count = count,
                             .name_row = first,
                             .name_col = COVER_LEFT,
                             .bars = bars,
                             .type_size = bar_height(count) < SMALL_BAR ? 6 : 9,
                             .width = x->cover.pixels,
                             .height = height};
    for (uint32_t i = 0; i < count; i++)
        names[i] = x->plan.chapters[i].title;
    for (uint32_t i = 0; i < figures->count; i++)
        if (figures->at[i].kind != COUNT && figures->at[i].kind != REQUIRED && figures->at[i].kind != RATE)
            bars[chart.bars_count++] = bars_of(x, figures, i);
    cs_worksheet_put_chart(x->cover.worksheet, x->cover.row, COVER_LEFT, &chart);
    x->cover.row += height / ROW_PIXELS + 1;
    x->cover.height += height * 0.75;
}

/* --- the whole ---------------------------------------------------------------------------------------------------- */

/* The names take what they need in one line, within reason; what is left of the page goes to the figures. Returns the
 * width of the names. */
static double set_widths(struct xlsx *x, struct figures *figures)
{
    enum { MARGIN = 2, NARROWEST_NAME = 26, WIDEST_NAME = 50, TABLE_WIDTH = 86, WIDEST_FIGURE = 13 };
    double name = NARROWEST_NAME, wanted = 0;
    for (uint32_t i = 0; i < x->plan.chapter_count; i++) {
        double width = ((double)cs_text_width(x->widths, x->plan.chapters[i].title) + 2.5) / 1.05; /* cs_line_units */
        name = width > name ? width : name;
    }
    name = name > WIDEST_NAME ? WIDEST_NAME : name;
    for (uint32_t i = 0; i < figures->count; i++)
        wanted += figures->at[i].width;
    double more = (TABLE_WIDTH - name - wanted) / figures->count;
    cs_worksheet_set_width(x->cover.worksheet, 0, MARGIN);
    double whole = name;
    for (uint32_t i = 0; i < figures->count; i++) {
        double *width = &figures->at[i].width;
        *width += more > 0 ? more : 0;
        *width = *width < WIDEST_FIGURE ? *width : WIDEST_FIGURE;
        cs_worksheet_set_width(x->cover.worksheet, FIGURES_LEFT + i, *width);
        whole += *width;
        x->cover.pixels += pixels_of(*width);
    }
    name += whole < TABLE_WIDTH ? TABLE_WIDTH - whole : 0;
    x->cover.pixels += pixels_of(name);
    cs_worksheet_set_width(x->cover.worksheet, COVER_LEFT, name);
    cs_worksheet_set_width(x->cover.worksheet, FIGURES_LEFT + figures->count, MARGIN);
    x->cover.last = COVER_LEFT + figures->count;
    return name;
}

/* Table and chart; returns the chart's row, 0 without one. */
static uint32_t put_answers(struct xlsx *x, const struct figures *figures, double name_width)
{
    cs_page_add_row(&x->cover, 12);
    uint32_t row = cs_page_add_row(&x->cover, 27);
    cs_worksheet_put(x->cover.worksheet, row, COVER_LEFT, cs_xlsx_word(x, CS_WORD_BY_SECTION), STYLE_HEADING);
    put_table_head(x, figures);
    uint32_t first = x->cover.row;
    for (uint32_t i = 0; i < x->plan.chapter_count; i++)
        put_chapter(x, figures, &x->plan.chapters[i], name_width);
    put_total(x, figures, first);
    if (x->plan.answered == CS_NO_COLUMN)
        return 0;
    put_rate_note(x, figures);
    cs_page_add_row(&x->cover, 12);
    row = x->cover.row;
    put_chart(x, figures, first);
    return row;
}

void cs_xlsx_put_cover(struct xlsx *x)
{
    enum { PAGE = 760 }; /* points of height that a page has room for */
    struct page *page = &x->cover;
    struct figures figures;
    uint32_t chart_row = 0;
    cs_figures_plan(&figures, &x->plan);
    double name_width = set_widths(x, &figures);
    cs_page_add_row(page, 12);
    cs_worksheet_put(page->worksheet, cs_page_add_row(page, 36), COVER_LEFT, x->sheet->title, STYLE_COVER_TITLE);
    if (x->sheet->service.size)
        cs_worksheet_put(page->worksheet, cs_page_add_row(page, 24), COVER_LEFT, x->sheet->service,
                         STYLE_COVER_SERVICE);
    cs_page_add_row(page, 12);
    put_facts(x, name_width);
    put_preface(x);
    if (x->plan.chapter_count)
        chart_row = put_answers(x, &figures, name_width);
    cs_worksheet_print_only(page->worksheet, (struct cells){0, 0, page->row, page->last + 1});
    if (page->height < PAGE / 0.6)
        cs_worksheet_fit_to_page(page->worksheet);
    else if (chart_row)
        cs_worksheet_break_before(page->worksheet, chart_row);
    if (x->guards_all)
        cs_worksheet_protect(page->worksheet);
    cs_worksheet_show_first(page->worksheet);
}
