/* The overview: the sheet's facts, who answered and when, and the answers by section as a table and a chart. */
#include "emit/xlsx/measure.h"
#include "emit/xlsx/xlsx.h"
#include "emit/xlsx/xlsx_figures.h"
#include "checksheet/sheet_words.h"

/* Columns of the page, in the workbook's units: the labels of the facts, and everything up to the right edge. */
enum { MARGIN = 2, LABEL_WIDTH = 20, PAGE_WIDTH = 86 };

/* Width of a column in pixels, from Excel's units. */
static double pixels_of(double width)
{
    return 7 * width + 5;
}

/* Units (see measure.h) of a line that spans several cells: it has no padding, and may extend into the margin. */
static unsigned units_over(double pixels, unsigned size)
{
    return (unsigned)(pixels * 1.5 / size); /* a full-width character is as wide as high, 96/72 pixels for each point */
}

/* --- the words ---------------------------------------------------------------------------------------------------- */

/* Writes a label and its value in as many rows as needed: a text that spans several cells is not wrapped. */
static void put_fact(struct xlsx *x, cs_text label, cs_text value)
{
    unsigned label_units = cs_line_units(LABEL_WIDTH, 10);
    unsigned units = units_over(x->cover.pixels - pixels_of(LABEL_WIDTH), 10);
    cs_text address = cs_xlsx_is_address(value) ? value : (cs_text){0};
    bool is_first = true;
    while (is_first || label.size || value.size) {
        cs_text label_line = cs_take_line(x->widths, label_units, &label);
        /* latin text is narrower */
        cs_text line = cs_take_line(x->widths, address.size ? units * 6 / 5 : units, &value);
        bool is_last = !label.size && !value.size;
        enum style style = is_last ? STYLE_VALUE_RULED : STYLE_VALUE;
        uint32_t row = cs_page_add_row(&x->cover, is_first && is_last ? 21 : is_first || is_last ? 19.5 : 16.5);
        cs_worksheet_put(x->cover.worksheet, row, COVER_LEFT, label_line, is_last ? STYLE_LABEL_RULED : STYLE_LABEL);
        cs_page_fill_row(&x->cover, row, COVER_VALUES, style);
        if (address.size || cs_xlsx_is_address(line))
            cs_worksheet_put_link(x->cover.worksheet, row, COVER_VALUES, line, address.size ? address : line,
                                  is_last ? STYLE_VALUE_LINK_RULED : STYLE_VALUE_LINK);
        else
            cs_worksheet_put(x->cover.worksheet, row, COVER_VALUES, line, style);
        is_first = false;
    }
}

/* Writes a paragraph across the page; one of several has a bullet, with its lines indented after it. */
static void put_paragraph(struct xlsx *x, cs_text text, bool is_one_of_several)
{
    const unsigned size = cs_style_size(STYLE_PREFACE);
    const cs_text none = {0}, bullet = is_one_of_several ? CS_TEXT("・") : none,
                  blank = is_one_of_several ? CS_TEXT("　") : none;
    unsigned units = units_over(x->cover.pixels, size) - (unsigned)cs_text_width(x->widths, bullet);
    for (bool is_first = true; text.size; is_first = false) {
        cs_text line = cs_take_line(x->widths, units, &text);
        uint32_t row = cs_page_add_row(&x->cover, 1.6 * size + (text.size ? 0 : 3));
        line = cs_xlsx_joined(x, is_first ? bullet : blank, "", line);
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

/* Writes the notes, except the service, which is above; the reviews follow the date of the answers. */
static void put_facts(struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    cs_text reviewed = last_review(x);
    for (uint32_t i = 0; i < sheet->row_count && sheet->rows[i].kind <= CS_ROW_NOTE; i++) {
        const struct cs_cell *cells = sheet->rows[i].cells;
        if (!is_note(&sheet->rows[i], true) || cs_text_equal(cells[1].text, sheet->service))
            continue;
        put_fact(x, cells[0].text, cells[1].text);
        if (reviewed.size && cs_text_equal(cells[0].text, cs_xlsx_word(x, CS_WORD_ANSWERED_ON))) {
            put_fact(x, cs_xlsx_word(x, CS_WORD_LAST_REVIEWED), reviewed);
            reviewed.size = 0;
        }
    }
    if (reviewed.size)
        put_fact(x, cs_xlsx_word(x, CS_WORD_LAST_REVIEWED), reviewed);
}

static void put_preface(struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    uint32_t count = 0;
    for (uint32_t i = 0; i < sheet->row_count && sheet->rows[i].kind <= CS_ROW_NOTE; i++)
        count += is_note(&sheet->rows[i], false);
    if (count)
        cs_page_add_row(&x->cover, 9);
    for (uint32_t i = 0; i < sheet->row_count && sheet->rows[i].kind <= CS_ROW_NOTE; i++)
        if (is_note(&sheet->rows[i], false))
            put_paragraph(x, sheet->rows[i].cells[1].text, count > 1);
}

/* --- the table ---------------------------------------------------------------------------------------------------- */

/* Writes a figure: a formula if there is one, else a number. */
static void put_figure(struct xlsx *x, uint32_t row, uint32_t index, cs_text formula, double value, enum style style)
{
    if (formula.size)
        cs_worksheet_put_formula(x->cover.worksheet, row, FIGURES_LEFT + index, formula, value, style);
    else
        cs_worksheet_put_number(x->cover.worksheet, row, FIGURES_LEFT + index, value, style);
}

/* Writes the rate with the value that its formula will have, for one chapter or the sum of all. */
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

/* Half-width characters of a name that fit with the font reduced by some points: a point is 96/72 pixels. */
static size_t name_units(double width, unsigned shrink)
{
    const unsigned indent = 12;
    return (size_t)((pixels_of(LABEL_WIDTH) + pixels_of(width - LABEL_WIDTH) - indent) * 1.5 / (10 - shrink));
}

/* Writes the name of a chapter with a link to it. It extends into the next column, with a reduced font if need be;
 * for a longer name the two cells are merged and it is wrapped. */
static uint32_t put_name(struct xlsx *x, const struct chapter *chapter, double width)
{
    enum { SMALLEST = 2 };
    const double usual = x->plan.chapter_count > 20 ? 18 : 22.5;
    unsigned shrink = 0, style = STYLE_SECTION;
    cs_text place = cs_xlsx_place(x->arena, cs_xlsx_word(x, CS_WORD_SHEET), chapter->first, 0);
    while (shrink < SMALLEST && cs_text_width(x->widths, chapter->title) > name_units(width, shrink))
        shrink++;
    bool wraps = cs_text_width(x->widths, chapter->title) > name_units(width, shrink);
    unsigned lines = wraps ? cs_line_count(x->widths, cs_line_units(width, 10), chapter->title) : 1;
    uint32_t row = cs_page_add_row(&x->cover, wraps ? cs_row_height(x->plan.pitch, lines, 10) : usual);
    style = wraps ? STYLE_SECTION_WRAPPED : cs_style_smaller(STYLE_SECTION, shrink);
    if (wraps)
        cs_worksheet_merge(x->cover.worksheet, (struct cells){row, COVER_LEFT, row, COVER_VALUES}, style);
    else
        cs_worksheet_put_blank(x->cover.worksheet, row, COVER_VALUES, STYLE_SECTION);
    cs_worksheet_put_link(x->cover.worksheet, row, COVER_LEFT, chapter->title, place, style);
    return row;
}

static void put_chapter(struct xlsx *x, const struct figures *figures, const struct chapter *chapter, double name_width)
{
    struct cs_buf formula = {0};
    uint32_t row = put_name(x, chapter, name_width);
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
    cs_worksheet_put_blank(x->cover.worksheet, row, COVER_VALUES, STYLE_TOTAL);
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
    uint32_t row = cs_page_add_row(&x->cover, cs_row_height(x->plan.pitch, lines, 10));
    cs_worksheet_put(x->cover.worksheet, row, COVER_LEFT, cs_role_title(CS_ROLE_SECTION, x->sheet->language),
                     STYLE_HEAD);
    cs_worksheet_put_blank(x->cover.worksheet, row, COVER_VALUES, STYLE_HEAD);
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

/* Writes a line in small type below the table; long ones continue in the next row. */
static void put_small(struct xlsx *x, cs_text text)
{
    unsigned units = units_over(x->cover.pixels, cs_style_size(STYLE_SMALL));
    while (text.size)
        cs_worksheet_put(x->cover.worksheet, cs_page_add_row(&x->cover, 15), COVER_LEFT,
                         cs_take_line(x->widths, units, &text), STYLE_SMALL);
}

/* "○ 実施　△ 一部実施　× 未実施": the meaning of the signs, for readers of the sheet; nothing if the signs are words. */
static void put_signs(struct xlsx *x)
{
    cs_text line = {0};
    for (uint32_t i = 0; i < x->plan.sign_count; i++) {
        const struct cs_sign *sign = &x->sheet->signs[i];
        if (!cs_text_equal(sign->sign, sign->label))
            line = cs_xlsx_joined(x, line, "　", cs_xlsx_joined(x, sign->sign, " ", sign->label));
    }
    put_small(x, line);
    if (x->plan.sign_count && x->plan.good_differs)
        put_small(x, cs_xlsx_word(x, CS_WORD_COLORS_DIFFER));
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
    put_small(x, note);
}

/* --- the chart ---------------------------------------------------------------------------------------------------- */

/* How many of the earlier bars have the same tone. */
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

/* Height of a section's bar with its margins, in pixels: less if there are many. */
static unsigned bar_height(uint32_t count)
{
    enum { MOST = 34, LEAST = 15, ROOM = 374 };
    unsigned height = ROOM / count;
    return height > MOST ? MOST : height < LEAST ? LEAST : height;
}

/* Puts the chart below the table, with the same width; `first` is the table's first row. */
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

/* Sets the names' column to fit them in one line, within reason, and distributes the rest of the page over the
 * figures. Returns the width of the names. */
static double set_widths(struct xlsx *x, struct figures *figures)
{
    enum { NARROWEST_NAME = 26, WIDEST_NAME = 46, WIDEST_FIGURE = 13 };
    double name = NARROWEST_NAME, wanted = 0;
    for (uint32_t i = 0; i < x->plan.chapter_count; i++) {
        double width = ((double)cs_text_width(x->widths, x->plan.chapters[i].title) + 2.5) / 1.05; /* cs_line_units */
        name = width > name ? width : name;
    }
    name = name > WIDEST_NAME ? WIDEST_NAME : name;
    for (uint32_t i = 0; i < figures->count; i++)
        wanted += figures->at[i].width;
    double more = (PAGE_WIDTH - name - wanted) / figures->count;
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
    name += whole < PAGE_WIDTH ? PAGE_WIDTH - whole : 0;
    x->cover.pixels += pixels_of(LABEL_WIDTH) + pixels_of(name - LABEL_WIDTH);
    cs_worksheet_set_width(x->cover.worksheet, COVER_LEFT, LABEL_WIDTH);
    cs_worksheet_set_width(x->cover.worksheet, COVER_VALUES, name - LABEL_WIDTH);
    cs_worksheet_set_width(x->cover.worksheet, FIGURES_LEFT + figures->count, MARGIN);
    x->cover.last = FIGURES_LEFT + figures->count - 1;
    return name;
}

/* The first rows of the parts of the page that should stay whole, and the height above them in points. */
struct parts {
    uint32_t table, chart; /* 0 if there is none */
    double above_table, above_chart;
};

static void put_answers(struct xlsx *x, const struct figures *figures, double name_width, struct parts *parts)
{
    cs_page_add_row(&x->cover, 12);
    parts->above_table = x->cover.height;
    parts->table = cs_page_add_row(&x->cover, 27);
    cs_worksheet_put(x->cover.worksheet, parts->table, COVER_LEFT, cs_xlsx_word(x, CS_WORD_BY_SECTION), STYLE_HEADING);
    put_table_head(x, figures);
    uint32_t first = x->cover.row;
    for (uint32_t i = 0; i < x->plan.chapter_count; i++)
        put_chapter(x, figures, &x->plan.chapters[i], name_width);
    put_total(x, figures, first);
    if (x->plan.answered == CS_NO_COLUMN)
        return;
    put_signs(x);
    put_rate_note(x, figures);
    cs_page_add_row(&x->cover, 12);
    parts->above_chart = x->cover.height;
    parts->chart = x->cover.row;
    put_chart(x, figures, first);
}

/* Scales to one page if the font stays readable; otherwise table and chart begin pages where they would be cut. */
static void set_pages(struct xlsx *x, const struct figures *figures, double name_width, const struct parts *parts)
{
    enum { PAGE_HEIGHT = 745, SMALLEST = 55 }; /* height of a page in points; percent */
    const double page_width = 595.3 - 2 * 0.4 * 72;
    struct page *page = &x->cover;
    uint32_t breaks[3] = {0}, count = 0;
    double width = 2 * cs_points_of(MARGIN) + cs_points_of(LABEL_WIDTH) + cs_points_of(name_width - LABEL_WIDTH),
           top = 0;
    for (uint32_t i = 0; i < figures->count; i++)
        width += cs_points_of(figures->at[i].width);
    unsigned scale = cs_scale_to(width, page_width), whole = cs_scale_to(page->height, PAGE_HEIGHT);
    if (whole >= SMALLEST) {
        cs_worksheet_fit_to_page(page->worksheet);
        return;
    }
    const double room = PAGE_HEIGHT * 100.0 / scale;
    if (parts->table && (parts->chart ? parts->above_chart : page->height) > room) {
        breaks[count++] = parts->table;
        top = parts->above_table;
    }
    if (parts->chart && page->height - top > room)
        breaks[count++] = parts->chart;
    cs_worksheet_scale(page->worksheet, scale);
    cs_worksheet_break_before(page->worksheet, breaks);
}

void cs_xlsx_put_cover(struct xlsx *x)
{
    struct page *page = &x->cover;
    struct figures figures;
    struct parts parts = {0};
    cs_figures_plan(&figures, &x->plan);
    double name_width = set_widths(x, &figures);
    cs_page_add_row(page, 12);
    cs_worksheet_put(page->worksheet, cs_page_add_row(page, 36), COVER_LEFT, x->sheet->title, STYLE_COVER_TITLE);
    if (x->sheet->service.size)
        cs_worksheet_put(page->worksheet, cs_page_add_row(page, 24), COVER_LEFT, x->sheet->service,
                         STYLE_COVER_SERVICE);
    cs_page_add_row(page, 12);
    put_facts(x);
    put_preface(x);
    if (x->plan.chapter_count)
        put_answers(x, &figures, name_width, &parts);
    cs_worksheet_print_only(page->worksheet, (struct cells){0, 0, page->row, page->last + 1});
    set_pages(x, &figures, name_width, &parts);
    if (x->guards_all)
        cs_worksheet_protect(page->worksheet);
    cs_worksheet_show_first(page->worksheet);
}
