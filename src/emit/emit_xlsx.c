/* XLSX: the check sheet as a workbook that a customer can read, print, filter and correct.
 *
 * It has two worksheets: the overview with live counts and the meaning of the signs, and the check sheet itself.
 * Others are added if needed: a legend for whoever fills it in, the changes, texts too long for a cell. This file
 * writes the check sheet, row by row; the others follow at the end. */
#include "base/job.h"
#include "emit/emitters.h"
#include "emit/xlsx/measure.h"
#include "emit/xlsx/xlsx.h"
#include "model/address.h"
#include "checksheet/sheet_words.h"

#include <stdio.h>
#include <string.h>

/* --- numbers ------------------------------------------------------------------------------------------------------ */

/* A row with the number as an additional first cell. */
static struct cs_row numbered(struct xlsx *x, const struct cs_row *row, cs_text number)
{
    struct cs_row copy = *row;
    if (!x->adds_numbers)
        return copy;
    copy.cells = cs_alloc_array(x->arena, row->cell_count + 1, sizeof *copy.cells);
    copy.cells[0] = (struct cs_cell){.text = number};
    memcpy(copy.cells + 1, row->cells, row->cell_count * sizeof *row->cells);
    copy.cell_count++;
    return copy;
}

/* The sheet with a column of numbers, which identify a question for readers, even if the layout has none. */
static const struct cs_sheet *with_numbers(struct cs_arena *arena, const struct cs_sheet *sheet)
{
    struct cs_sheet *copy = cs_alloc(arena, sizeof *copy);
    *copy = *sheet;
    copy->columns = cs_alloc_array(arena, sheet->column_count + 1, sizeof *copy->columns);
    copy->columns[0] = (struct cs_column){.role = CS_ROLE_NUMBER,
                                          .title = cs_role_title(CS_ROLE_NUMBER, sheet->language),
                                          .width = cs_role_width(CS_ROLE_NUMBER)};
    memcpy(copy->columns + 1, sheet->columns, sheet->column_count * sizeof *sheet->columns);
    copy->column_count++;
    return copy;
}

/* --- check sheet: the rows ---------------------------------------------------------------------------------------- */

/* Writes the title above the check sheet and, if there is room, edition and date on the right. */
static void put_title(struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    bool named = cs_text_find(sheet->title, sheet->service) >= 0;
    cs_text title = cs_xlsx_joined(x, sheet->title, "　", named ? (cs_text){0} : sheet->service);
    cs_text date = {0}, info = cs_edition_shown(sheet->edition);
    if (sheet->date.year)
        date = cs_xlsx_joined(x, cs_xlsx_word(x, CS_WORD_ANSWERED_ON), " ", cs_xlsx_date(x, sheet->date));
    info = cs_xlsx_joined(x, info, " ・ ", date);
    double room = 0; /* up to the last column: a filled cell there would cut the title off */
    for (uint32_t i = 0; i + 1 < sheet->column_count; i++)
        room += x->plan.columns[i].width;
    cs_worksheet_set_height(x->items, TITLE_ROW, TITLE_HEIGHT);
    cs_worksheet_put(x->items, TITLE_ROW, 0, title, STYLE_TITLE);
    if (1.5 * (double)cs_text_width(x->widths, title) + 4 < room)
        cs_worksheet_put(x->items, TITLE_ROW, sheet->column_count - 1, info, STYLE_TITLE_INFO);
}

static void put_header(struct cs_emit *emit, const struct cs_row *own)
{
    struct xlsx *x = emit->state;
    const struct cs_row row = numbered(x, own, x->sheet->columns[0].title);
    unsigned lines = 1;
    for (uint32_t i = 0; i < row.cell_count && i < x->sheet->column_count; i++) {
        const struct column *column = &x->plan.columns[i];
        cs_text title = row.cells[i].text;
        bool centered = cs_style_is_centered(column->style);
        double indent = centered ? 2.4 : 1.5; /* included in the estimate, but a centred title has none */
        unsigned needed = cs_line_count(x->widths, cs_line_units(column->width + indent, 10), title);
        lines = needed > lines ? needed : lines;
        cs_worksheet_put(x->items, HEADER_ROW, i, title, centered ? STYLE_HEAD_CENTER : STYLE_HEAD);
    }
    cs_worksheet_set_height(x->items, HEADER_ROW, lines > 1 ? cs_row_height(x->plan.pitch, lines, 10) : HEADER_HEIGHT);
}

static void put_section(struct cs_emit *emit, const struct cs_row *row)
{
    struct xlsx *x = emit->state;
    enum style style = row->depth == 0 ? STYLE_BAND : STYLE_BAND_LOWER;
    const double height = row->depth == 0 ? 25.5 : 21;
    if (!cs_plan_is_repeated(&x->plan, row)) {
        cs_worksheet_set_height(x->items, x->plan.row, height);
        cs_worksheet_put(x->items, x->plan.row, 0, row->cell_count ? row->cells[0].text : (cs_text){0}, style);
        for (uint32_t i = 1; i < x->sheet->column_count; i++)
            cs_worksheet_put_blank(x->items, x->plan.row, i, style);
    }
    cs_plan_add_section(&x->plan, row, height);
}

/* Reads a date, so that it can be sorted and filtered as one. */
static bool is_date(cs_text text, struct cs_date *date)
{
    enum { FIRST_YEAR = 1901 }; /* Excel takes 1900 for a leap year */
    int year, month, day, end = 0;
    char string[11] = {0};
    if (text.size != sizeof string - 1)
        return false;
    memcpy(string, text.bytes, text.size);
    if (sscanf(string, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || end != sizeof string - 1)
        return false;
    *date = (struct cs_date){(int16_t)year, (int8_t)month, (int8_t)day};
    return year >= FIRST_YEAR && cs_date_exists(*date);
}

/* Writes in the cell where its text is. */
static void put_elsewhere(struct xlsx *x, const struct cs_row *row, uint32_t col)
{
    enum { TEXT_COLUMN = 2 };
    uint32_t there = cs_xlsx_put_more(x, row->key, x->sheet->columns[col].title, row->cells[col].text);
    cs_text words = cs_xlsx_word(x, CS_WORD_SEE_MORE);
    cs_text place = cs_xlsx_place(x->arena, cs_xlsx_word(x, CS_WORD_MORE), there, TEXT_COLUMN);
    cs_worksheet_put_link(x->items, x->plan.row, col, words, place, STYLE_LINK);
}

static void put_cell(struct xlsx *x, const struct cs_row *row, uint32_t col, unsigned shrink)
{
    const struct cs_cell *cell = &row->cells[col];
    const unsigned designed = x->plan.columns[col].style, style = cs_style_smaller(designed, shrink);
    cs_text link = designed == STYLE_EVIDENCE && !cell->link.size ? cell->text : cell->link;
    struct cs_date date;
    if (shrink == TOO_LONG)
        put_elsewhere(x, row, col);
    else if (cell->text.size && cs_xlsx_is_address(link))
        cs_worksheet_put_link(x->items, x->plan.row, col, cell->text, link, cs_style_smaller(STYLE_LINK, shrink));
    else if (designed == STYLE_DATE && is_date(cell->text, &date))
        cs_worksheet_put_date(x->items, x->plan.row, col, date, STYLE_DATE);
    else
        cs_worksheet_put(x->items, x->plan.row, col, cell->text, style);
}

static void put_item(struct cs_emit *emit, const struct cs_row *own)
{
    struct xlsx *x = emit->state;
    const struct cs_row row = numbered(x, own, own->key);
    double height = 0;
    uint32_t count = row.cell_count < x->sheet->column_count ? row.cell_count : x->sheet->column_count;
    for (uint32_t i = 0; i < count; i++)
        x->shrinks[i] = cs_plan_fit(&x->plan, i, row.cells[i].text, &height);
    if (!emit->options->auto_height)
        cs_worksheet_set_height(x->items, x->plan.row, height);
    for (uint32_t i = 0; i < count; i++)
        put_cell(x, &row, i, x->shrinks[i]);
    cs_plan_add_item(&x->plan, &row, height);
}

/* --- check sheet: what is laid over the rows ---------------------------------------------------------------------- */

/* The cells of a column in a range of rows. */
static struct cells cells_of(uint32_t column, struct run rows)
{
    return (struct cells){rows.first, column, rows.last, column};
}

/* "○ 対応済み　△ 一部対応": the signs with their meaning, or the signs alone. */
static cs_text sign_list(struct xlsx *x, cs_text before, bool labels)
{
    struct cs_buf buf = {0};
    cs_buf_add(&buf, before);
    for (uint32_t i = 0; i < x->sheet->sign_count; i++) {
        const struct cs_sign *sign = &x->sheet->signs[i];
        cs_buf_add(&buf, i == 0 ? (cs_text){0} : labels ? CS_TEXT("\n") : CS_TEXT(" "));
        cs_buf_add(&buf, sign->sign);
        if (labels && !cs_text_equal(sign->sign, sign->label)) {
            cs_buf_add_byte(&buf, ' ');
            cs_buf_add(&buf, sign->label);
        }
    }
    return cs_buf_take(x->arena, &buf);
}

static cs_text words_joined(struct xlsx *x, const struct list *list)
{
    struct cs_buf buf = {0};
    for (uint32_t i = 0; i < list->count; i++) {
        cs_buf_add(&buf, i ? CS_TEXT(", ") : (cs_text){0});
        cs_buf_add(&buf, list->words[i]);
    }
    cs_text words = cs_buf_copy(x->arena, &buf);
    cs_buf_free(&buf);
    return words;
}

static void offer_signs(struct xlsx *x)
{
    const struct plan *plan = &x->plan;
    if (plan->run_count == 0)
        return;
    uint32_t count = x->sheet->sign_count;
    cs_text *signs = cs_alloc_array(x->arena, count, sizeof *signs);
    struct cells *cells = cs_alloc_array(x->arena, plan->run_count, sizeof *cells);
    for (uint32_t i = 0; i < count; i++)
        signs[i] = x->sheet->signs[i].sign;
    for (uint32_t i = 0; i < plan->run_count; i++)
        cells[i] = cells_of(plan->answer, plan->runs[i]);
    struct cs_offer offer = {
        .choices = signs,
        .count = count,
        .worksheet = x->legend.worksheet,
        .cells = cs_legend_signs(x),
        .title = cs_xlsx_word(x, CS_WORD_PICK),
        .message = sign_list(x, (cs_text){0}, true),
        .error_title = cs_xlsx_word(x, CS_WORD_NOT_A_SIGN),
        .error_message = sign_list(x, cs_xlsx_word(x, CS_WORD_USE_ONE_OF), false),
    };
    cs_worksheet_offer(x->items, cells, plan->run_count, &offer);
}

/* Writes the words of a list to the next row of the hidden worksheet for choices, and refers to them there. */
static void place_words(struct xlsx *x, const struct list *list, struct cs_offer *offer)
{
    if (!x->choices.worksheet) {
        x->choices.worksheet = cs_book_add(x->book, cs_xlsx_word(x, CS_WORD_CHOICES), CS_COLOR_MUTED);
        cs_worksheet_hide(x->choices.worksheet);
    }
    uint32_t row = x->choices.row++;
    for (uint32_t i = 0; i < list->count; i++)
        cs_worksheet_put(x->choices.worksheet, row, i, list->words[i], STYLE_TEXT);
    offer->worksheet = x->choices.worksheet;
    offer->cells = (struct cells){row, 0, row, list->count - 1};
}

/* Offers the item's own words in a drop-down; any other text is accepted, too. */
static void offer_words(struct xlsx *x)
{
    for (uint32_t i = 0; i < x->plan.list_count; i++) {
        const struct list *list = &x->plan.lists[i];
        struct cells cells = cells_of(x->plan.answer, (struct run){.first = list->first, .last = list->last});
        struct cs_offer offer = {.choices = list->words,
                                 .count = list->count,
                                 .title = cs_xlsx_word(x, CS_WORD_PICK),
                                 .message = words_joined(x, list)};
        if (!cs_xlsx_is_list(list->words, list->count))
            place_words(x, list, &offer);
        cs_worksheet_offer(x->items, &cells, 1, &offer);
    }
}

/* The tone of a sign for an item whose good answer may not be yes. */
static enum cs_tone tone_where(enum cs_tone tone, enum cs_state good)
{
    if (tone == CS_TONE_MUTED || good == CS_STATE_OK)
        return tone;
    if (good != CS_STATE_NG)
        return CS_TONE_PLAIN;
    return tone == CS_TONE_GOOD ? CS_TONE_BAD : tone == CS_TONE_BAD ? CS_TONE_GOOD : tone;
}

/* Adds conditional colours, so that a changed answer changes its colour. Ranges do not overlap, since programs differ
 * in which of two rules they apply. */
static void color_signs(struct xlsx *x)
{
    for (uint32_t i = 0; i < x->plan.shade_count; i++)
        for (uint32_t j = 0; j < x->sheet->sign_count; j++) {
            const struct cs_sign *sign = &x->sheet->signs[j];
            enum cs_tone tone = tone_where(sign->tone, x->plan.shades[i].good);
            if (tone != CS_TONE_PLAIN)
                cs_worksheet_color_text(x->items, cells_of(x->plan.answer, x->plan.shades[i]), sign->sign, tone);
        }
}

/* Highlights questions without an answer. The range begins with the titles, which are never empty, so that it covers
 * rows inserted below them. */
static void mark_open(struct xlsx *x)
{
    const struct plan *plan = &x->plan;
    uint32_t marker = cs_plan_marker(plan);
    struct cs_buf formula = {0};
    if (marker == CS_NO_COLUMN || plan->answered == CS_NO_COLUMN || plan->row == FIRST_ROW)
        return;
    cs_buf_add(&formula, CS_TEXT("=AND($"));
    cs_add_column(&formula, marker);
    cs_buf_print(&formula, "%d<>\"\",$", HEADER_ROW + 1);
    cs_add_column(&formula, plan->answered);
    cs_buf_print(&formula, "%d=\"\"", HEADER_ROW + 1);
    if (plan->beside != CS_NO_COLUMN) { /* words without a sign are an answer too */
        cs_buf_add(&formula, CS_TEXT(",$"));
        cs_add_column(&formula, plan->beside);
        cs_buf_print(&formula, "%d=\"\"", HEADER_ROW + 1);
    }
    cs_buf_add(&formula, CS_TEXT(")"));
    struct cells cells = cells_of(plan->answered, (struct run){.first = HEADER_ROW, .last = plan->row - 1});
    cs_worksheet_color_where(x->items, cells, cs_buf_text(&formula), CS_TONE_NONE);
    cs_buf_free(&formula);
}

/* Defines a name for a column of the check sheet, by which import finds it again. */
static void name_column(struct xlsx *x, const char *name, uint32_t column, uint32_t last)
{
    if (column != CS_NO_COLUMN)
        cs_worksheet_name(x->items, name, (struct cells){FIRST_ROW, column, last, column});
}

static void finish_items(struct xlsx *x)
{
    uint32_t last = x->plan.row > FIRST_ROW ? x->plan.row - 1 : FIRST_ROW, right = x->sheet->column_count - 1;
    if (x->plan.answer != CS_NO_COLUMN)
        offer_words(x);
    if (cs_plan_in_signs(&x->plan)) {
        offer_signs(x);
        color_signs(x);
    }
    mark_open(x);
    cs_worksheet_filter(x->items, (struct cells){HEADER_ROW, 0, last, right});
    cs_worksheet_freeze(x->items, FIRST_ROW, 1);
    cs_worksheet_repeat_row(x->items, HEADER_ROW);
    if (!x->auto_height) {
        cs_worksheet_scale(x->items, cs_plan_scale(&x->plan));
        cs_worksheet_break_before(x->items, cs_plan_breaks(&x->plan));
    }
    cs_worksheet_print_only(x->items, (struct cells){TITLE_ROW, 0, last, right});
    cs_worksheet_trust_numbers(x->items, (struct cells){FIRST_ROW, 0, last, right});
    name_column(x, "CS_Numbers", cs_sheet_column(x->sheet, CS_ROLE_NUMBER), last);
    name_column(x, "CS_Answers", x->plan.answer, last);
    name_column(x, "CS_Remarks", cs_sheet_column(x->sheet, CS_ROLE_REMARK), last);
    if (x->guards)
        cs_worksheet_protect(x->items);
}

/* --- the file ----------------------------------------------------------------------------------------------------- */

/* The file's date: the sheet's, or the one given; independent of the time zone. */
static int64_t creation(const struct cs_emit *emit)
{
    enum { DAY = 86400 };
    int64_t seconds = emit->sheet->date.year ? (int64_t)cs_date_days(emit->sheet->date) * DAY : emit->options->created;
    return seconds > 0 ? seconds : 1; /* 0 would make the library ask the clock */
}

/* Writes a text to the properties NAME, NAME.1, NAME.2, since a property holds 255 characters. A further line, which
 * a property cannot contain, is NAME.3.line. */
static void put_long_property(struct xlsx *x, cs_text name, cs_text text)
{
    enum { MOST = 250 };
    bool breaks = false;
    for (unsigned piece = 0; piece == 0 || text.size; piece++) {
        cs_text rest = cs_text_skip(text, breaks ? 1 : 0);
        text = rest;
        for (int i = 0; i < MOST && rest.size && rest.bytes[0] != '\n'; i++)
            cs_text_next(&rest);
        struct cs_buf key = {0};
        cs_buf_add(&key, name);
        if (piece)
            cs_buf_print(&key, breaks ? ".%u.line" : ".%u", piece);
        breaks = rest.size && rest.bytes[0] == '\n';
        cs_buf_add_byte(&key, '\0');
        cs_book_set_property(x->book, cs_buf_copy(x->arena, &key).bytes, (cs_text){text.bytes, text.size - rest.size});
        cs_buf_free(&key);
        text = rest;
    }
}

/* Writes the notes to properties, since the overview wraps them: import reads them from there. */
static void describe_notes(struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    unsigned count = 0;
    for (uint32_t i = 0; i < sheet->row_count && sheet->rows[i].kind <= CS_ROW_NOTE; i++) {
        const struct cs_row *row = &sheet->rows[i];
        if (row->kind != CS_ROW_NOTE || row->cell_count < 2 || row->cells[1].text.size == 0)
            continue;
        struct cs_buf name = {0};
        cs_buf_print(&name, "checksheet.note.%u", ++count);
        cs_text key = cs_buf_copy(x->arena, &name);
        if (row->cells[0].text.size)
            put_long_property(x, cs_xlsx_joined(x, key, "", CS_TEXT(".label")), row->cells[0].text);
        put_long_property(x, key, row->cells[1].text);
        cs_buf_free(&name);
    }
}

static void describe(const struct cs_emit *emit, struct xlsx *x)
{
    const struct cs_sheet *sheet = x->sheet;
    cs_text keywords = cs_xlsx_joined(x, cs_xlsx_word(x, CS_WORD_CHECK_SHEET), ", ", sheet->catalog_id);
    struct cs_book_facts facts = {
        .title = cs_xlsx_joined(x, sheet->title, " ", sheet->service),
        .subject = cs_xlsx_joined(x, sheet->catalog_title, " ", sheet->edition),
        .author = sheet->vendor,
        .company = sheet->vendor,
        .category = cs_xlsx_word(x, CS_WORD_CHECK_SHEET),
        .keywords = cs_xlsx_joined(x, keywords, ", ", sheet->service),
        .comments = cs_xlsx_word(x, CS_WORD_MADE_WITH),
        .created = creation(emit),
    };
    cs_book_describe(x->book, &facts);
    cs_book_set_property(x->book, "checksheet.catalog", sheet->catalog_id);
    cs_book_set_property(x->book, "checksheet.edition", sheet->edition);
    cs_book_set_property(x->book, "checksheet.title", sheet->title); /* the cells have both in one */
    cs_book_set_property(x->book, "checksheet.service", sheet->service);
    cs_book_set_property(x->book, "checksheet.format", CS_TEXT("1"));
    describe_notes(x);
}

static void begin(struct cs_emit *emit)
{
    struct cs_arena *arena = &emit->job->arena;
    const bool adds_numbers = cs_sheet_column(emit->sheet, CS_ROLE_NUMBER) == CS_NO_COLUMN;
    const struct cs_sheet *sheet = adds_numbers ? with_numbers(arena, emit->sheet) : emit->sheet;
    struct cs_widths *widths = cs_job_widths(emit->job, 2);
    struct xlsx *x = emit->state = cs_alloc(arena, sizeof *x);
    struct cs_book_setup setup = {.font = emit->options->font,
                                  .directory = emit->options->temporary,
                                  .gate = emit->options->gate,
                                  .keeps_open = emit->options->protect == CS_PROTECT_QUESTIONS,
                                  .why = &emit->why};
    *x = (struct xlsx){.why = &emit->why,
                       .guards = emit->options->protect != CS_PROTECT_NONE,
                       .auto_height = emit->options->auto_height,
                       .guards_all = emit->options->protect == CS_PROTECT_ALL,
                       .sheet = sheet,
                       .adds_numbers = adds_numbers,
                       .arena = arena,
                       .widths = widths,
                       .plan = {.sheet = sheet,
                                .own = emit->sheet,
                                .arena = arena,
                                .widths = widths,
                                .pitch = cs_line_pitch(emit->options->font)},
                       .shrinks = cs_alloc_array(arena, sheet->column_count, sizeof *x->shrinks)};
    x->book = cs_book_open(emit->job, &setup);
    if (!x->book)
        return;
    cs_plan_begin(&x->plan);
    cs_text title = cs_xlsx_joined(x, sheet->service, "　", sheet->title);
    x->cover.worksheet = cs_xlsx_add_worksheet(x, CS_WORD_OVERVIEW, CS_COLOR_NAVY, true, title);
    x->items = cs_xlsx_add_worksheet(x, CS_WORD_SHEET, CS_COLOR_GREEN, false, title);
    if (sheet->changes)
        x->changes.worksheet = cs_xlsx_add_worksheet(x, CS_WORD_CHANGES, CS_COLOR_AMBER, false, title);
    if (cs_xlsx_has_legend(x))
        x->legend.worksheet = cs_xlsx_add_worksheet(x, CS_WORD_LEGEND, CS_COLOR_MUTED, false, title);
    for (uint32_t i = 0; i < sheet->column_count; i++)
        cs_worksheet_set_width(x->items, i, x->plan.columns[i].width);
    put_title(x);
}

static void end(struct cs_emit *emit)
{
    struct xlsx *x = emit->state;
    if (!x->book)
        return;
    if (!emit->why) {
        finish_items(x);
        cs_xlsx_put_cover(x);
        if (x->changes.worksheet)
            cs_xlsx_put_changes(x);
        if (x->legend.worksheet)
            cs_xlsx_put_legend(x);
        describe(emit, x);
        cs_book_close(x->book, emit->out);
    }
    cs_book_free(x->book);
}

const struct cs_emitter cs_emitter_xlsx = {
    .name = CS_LITERAL("xlsx"),
    .suffix = CS_LITERAL("xlsx"),
    .diff = CS_DIFF_BESIDE,
    .binary = true,
    .begin = begin,
    .row = {[CS_ROW_HEADER] = put_header, [CS_ROW_SECTION] = put_section, [CS_ROW_ITEM] = put_item},
    .end = end,
};
