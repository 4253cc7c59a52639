/* The layout of the check sheet, computed before anything is written. */
#include "emit/xlsx/xlsx_plan.h"
#include "emit/xlsx/measure.h"
#include "checksheet/sheet_words.h"

enum {
    MOST_RUNS = 1000,   /* of items with their own drop-down */
    SHEET_PIXELS = 1170 /* width of the check sheet: 83 % on A4 landscape */
};

static const enum style role_styles[] = {
    [CS_ROLE_NUMBER] = STYLE_NUMBER, [CS_ROLE_SECTION] = STYLE_FIXED,   [CS_ROLE_GROUP] = STYLE_FIXED,
    [CS_ROLE_NAME] = STYLE_FIXED,    [CS_ROLE_QUESTION] = STYLE_FIXED,  [CS_ROLE_FLAG] = STYLE_FLAG,
    [CS_ROLE_ANSWER] = STYLE_OPEN,   [CS_ROLE_REMARK] = STYLE_OPEN,     [CS_ROLE_EVIDENCE] = STYLE_EVIDENCE,
    [CS_ROLE_REVIEWED] = STYLE_DATE, [CS_ROLE_OWNER] = STYLE_EVIDENCE,  [CS_ROLE_REF] = STYLE_REF,
    [CS_ROLE_FIGURE] = STYLE_FLAG,   [CS_ROLE_CHAPTER] = STYLE_FIXED,   [CS_ROLE_OTHER] = STYLE_EVIDENCE,
    [CS_ROLE_LEVEL] = STYLE_FLAG,    [CS_ROLE_APPLICABLE] = STYLE_FLAG,
};
_Static_assert(sizeof role_styles / sizeof *role_styles == CS_ROLES, "a style for each role");

/* --- columns ------------------------------------------------------------------------------------------------------ */

bool cs_plan_in_signs(const struct plan *plan)
{
    return plan->sheet->sign_count > 0 && plan->answer != CS_NO_COLUMN;
}

size_t cs_plan_sign_cells(const struct plan *plan)
{
    size_t longest = 0;
    for (uint32_t i = 0; i < plan->sheet->sign_count; i++) {
        size_t cells = cs_text_width(plan->widths, plan->sheet->signs[i].sign);
        longest = cells > longest ? cells : longest;
    }
    return longest;
}

/* Makes a narrow column at least as wide as its title, unless that is long enough to be wrapped. */
static void widen_for_title(struct plan *plan, cs_text title, struct column *column)
{
    enum { WIDEST_HEAD = 16 };
    double needed = 1.1 * (double)cs_text_width(plan->widths, title) + 1.5; /* bold */
    if (cs_style_is_centered(column->style) && needed > column->width && needed < WIDEST_HEAD)
        column->width = needed;
}

/* Width of the longest answer that is not a sign, within reason, in half-width characters. */
static size_t own_answer_cells(const struct plan *plan)
{
    enum { MOST = 20 };
    const struct cs_sheet *sheet = plan->own;
    const uint32_t answer = cs_sheet_column(sheet, CS_ROLE_ANSWER);
    size_t longest = 0;
    for (uint32_t i = 0; i < sheet->row_count && longest < MOST; i++) {
        const struct cs_row *row = &sheet->rows[i];
        if (row->kind != CS_ROW_ITEM || !row->own_words || answer >= row->cell_count)
            continue;
        size_t cells = cs_text_width(plan->widths, row->cells[answer].text);
        longest = cells > longest ? cells : longest;
    }
    return longest < MOST ? longest : MOST;
}

/* A column by its role and the sheet; *gives is true if its width may shrink. */
static struct column plan_column(struct plan *plan, const struct cs_column *wanted, bool *gives)
{
    enum { FREE_ANSWER = 64, WIDEST_SIGN = 26 };
    struct column column = {role_styles[wanted->role], wanted->width};
    *gives = wanted->role == CS_ROLE_QUESTION || wanted->role == CS_ROLE_REMARK;
    if (wanted->role != CS_ROLE_ANSWER) {
        widen_for_title(plan, wanted->title, &column);
        return column;
    }
    if (!cs_plan_in_signs(plan)) {
        *gives = true;
        column.width = column.width < 20 ? FREE_ANSWER : column.width;
        return column;
    }
    size_t cells = cs_plan_sign_cells(plan), own = own_answer_cells(plan);
    cells = own > cells ? own : cells;
    column.style = cells > 2 ? STYLE_SIGN_WORD : STYLE_SIGN;
    double needed = cells > 2 ? 1.2 * (double)cells + 2 : 0;
    if (needed > column.width)
        column.width = needed < WIDEST_SIGN ? needed : WIDEST_SIGN;
    widen_for_title(plan, wanted->title, &column);
    return column;
}

/* Columns of text share the width that the others leave, whatever the layout. */
static void plan_columns(struct plan *plan)
{
    uint32_t count = plan->sheet->column_count;
    double fixed = 0, giving = 0;
    bool *gives = cs_alloc_array(plan->arena, count, sizeof *gives);
    plan->columns = cs_alloc_array(plan->arena, count, sizeof *plan->columns);
    for (uint32_t i = 0; i < count; i++) {
        plan->columns[i] = plan_column(plan, &plan->sheet->columns[i], &gives[i]);
        fixed += gives[i] ? 5 : 7 * plan->columns[i].width + 5;
        giving += gives[i] ? 7 * plan->columns[i].width : 0;
    }
    double share = giving > 0 ? (SHEET_PIXELS - fixed) / giving : 1;
    share = share < 0.7 ? 0.7 : share > 1.6 ? 1.6 : share;
    for (uint32_t i = 0; i < count; i++)
        if (gives[i])
            plan->columns[i].width = (int)(plan->columns[i].width * share * 2) / 2.0;
}

void cs_plan_begin(struct plan *plan)
{
    const struct cs_sheet *sheet = plan->sheet;
    plan->row = FIRST_ROW;
    plan->filled = UINT64_MAX;
    plan->answer = cs_sheet_column(sheet, CS_ROLE_ANSWER);
    plan->answered = plan->answer != CS_NO_COLUMN ? plan->answer : cs_sheet_column(sheet, CS_ROLE_REMARK);
    plan->beside = cs_plan_in_signs(plan) ? cs_sheet_column(sheet, CS_ROLE_REMARK) : CS_NO_COLUMN;
    plan->sign_count = cs_plan_in_signs(plan) && sheet->sign_count <= MOST_SIGNS ? sheet->sign_count : 0;
    plan_columns(plan);
}

/* --- rows --------------------------------------------------------------------------------------------------------- */

static cs_text cell_text(const struct cs_row *row, uint32_t column)
{
    return column < row->cell_count ? row->cells[column].text : (cs_text){0};
}

static struct chapter *add_chapter(struct plan *plan, cs_text title)
{
    plan->chapters =
        cs_grow(plan->arena, plan->chapters, plan->chapter_count, &plan->chapter_room, sizeof *plan->chapters);
    struct chapter *chapter = &plan->chapters[plan->chapter_count++];
    *chapter = (struct chapter){.title = title, .first = plan->row, .last = plan->row, .first_odd = plan->odd_count};
    return chapter;
}

static void add_height(struct plan *plan, double points, bool is_heading)
{
    plan->heights = cs_grow(plan->arena, plan->heights, plan->height_count, &plan->height_room, sizeof *plan->heights);
    plan->heights[plan->height_count++] = (struct height){points, is_heading};
}

void cs_plan_add_section(struct plan *plan, const struct cs_row *row, double height)
{
    if (row->depth == 0)
        add_chapter(plan, cell_text(row, 0));
    if (cs_plan_is_repeated(plan, row))
        return;
    add_height(plan, height, true);
    plan->in_run = false;
    plan->row++;
}

bool cs_plan_is_repeated(const struct plan *plan, const struct cs_row *row)
{
    const struct cs_row *end = plan->own->rows + plan->own->row_count, *item = row + 1;
    while (item < end && item->kind == CS_ROW_SECTION && item->depth > row->depth)
        item++;
    if (item == end || item->kind != CS_ROW_ITEM)
        return false;
    for (uint32_t i = 0; i < plan->own->column_count; i++) {
        enum cs_role role = plan->own->columns[i].role;
        if ((role == CS_ROLE_CHAPTER || role == CS_ROLE_SECTION) &&
            cs_text_equal(cell_text(item, i), cell_text(row, 0)))
            return true;
    }
    return false;
}

static bool is_same_list(const struct list *list, const struct cs_row *row)
{
    bool same = list->count == row->word_count;
    for (uint32_t i = 0; same && i < list->count; i++)
        same = cs_text_equal(list->words[i], row->words[i]);
    return same;
}

/* Extends the last list of words, or begins one. */
static void note_list(struct plan *plan, const struct cs_row *row)
{
    struct list *last = plan->list_count ? &plan->lists[plan->list_count - 1] : NULL;
    if (last && last->last + 1 == plan->row && is_same_list(last, row)) {
        last->last = plan->row;
        return;
    }
    if (row->word_count == 0 || plan->list_count == MOST_RUNS)
        return;
    plan->lists = cs_grow(plan->arena, plan->lists, plan->list_count, &plan->list_room, sizeof *plan->lists);
    plan->lists[plan->list_count++] = (struct list){plan->row, plan->row, row->words, row->word_count};
}

/* Extends the last run of items answered by a sign, or begins one; if there are very many, runs span the headings
 * between them. */
static void note_run(struct plan *plan)
{
    if (!plan->in_run && plan->run_count < MOST_RUNS) {
        plan->runs = cs_grow(plan->arena, plan->runs, plan->run_count, &plan->run_room, sizeof *plan->runs);
        plan->runs[plan->run_count++] = (struct run){.first = plan->row};
        plan->is_broken = false;
    }
    if (!plan->is_broken)
        plan->runs[plan->run_count - 1].last = plan->row;
    plan->in_run = true;
}

static void note_shade(struct plan *plan, const struct cs_row *row)
{
    const struct run *last = plan->shade_count ? &plan->shades[plan->shade_count - 1] : NULL;
    if (!last || last->good != row->good || plan->is_shade_broken) {
        plan->shades = cs_grow(plan->arena, plan->shades, plan->shade_count, &plan->shade_room, sizeof *plan->shades);
        plan->shades[plan->shade_count++] = (struct run){.first = plan->row, .good = row->good};
    }
    plan->shades[plan->shade_count - 1].last = plan->row;
    plan->is_shade_broken = false;
    plan->good_differs |= row->good != CS_STATE_OK;
}

/* Extends the last run of items whose good answer is not yes, or begins one. */
static void note_odd(struct plan *plan, struct chapter *chapter, enum cs_state good)
{
    struct run *last = chapter->odd_count ? &plan->odd[plan->odd_count - 1] : NULL;
    if (last && last->good == good && last->last + 1 == plan->row) {
        last->last = plan->row;
        return;
    }
    plan->odd = cs_grow(plan->arena, plan->odd, plan->odd_count, &plan->odd_room, sizeof *plan->odd);
    plan->odd[plan->odd_count++] = (struct run){plan->row, plan->row, good};
    chapter->odd_count++;
}

/* Counts an answer for the rate. If answers are words, no answer is better than another. */
static void rate_item(struct plan *plan, struct chapter *chapter, const struct cs_row *row)
{
    cs_text answer = cell_text(row, plan->answered);
    enum cs_state state = CS_STATE_NONE;
    if (!plan->sign_count) {
        chapter->met += answer.size > 0;
        chapter->rated++;
        return;
    }
    for (uint32_t i = 0; i < plan->sign_count; i++) {
        bool is_it = cs_text_equal(answer, plan->sheet->signs[i].sign);
        chapter->signs[i] += is_it;
        state = is_it ? plan->sheet->signs[i].state : state;
    }
    if (row->good != CS_STATE_OK)
        note_odd(plan, chapter, row->good);
    chapter->met += row->good != CS_STATE_NONE && state == row->good;
    chapter->rated += row->good != CS_STATE_NONE && state != CS_STATE_NA;
}

/* Counts an item for the overview in the same way as the formulas count its cells. */
static void count_item(struct plan *plan, const struct cs_row *row)
{
    struct chapter *chapter = plan->chapter_count
                                  ? &plan->chapters[plan->chapter_count - 1]
                                  : add_chapter(plan, cs_word(CS_WORD_QUESTIONS_HEAD, plan->sheet->language));
    chapter->last = plan->row;
    chapter->items++;
    bool has_sign = cell_text(row, plan->answered).size > 0;
    chapter->answered += has_sign;
    chapter->in_words += !has_sign && cell_text(row, plan->beside).size > 0;
    if (row->flag == CS_FLAG_REQUIRED) {
        chapter->required++;
        if (!plan->required.size)
            plan->required = cell_text(row, cs_sheet_column(plan->sheet, CS_ROLE_FLAG));
    }
    rate_item(plan, chapter, row);
    for (uint32_t i = 0; i < plan->sheet->column_count; i++)
        if (!cell_text(row, i).size)
            plan->filled &= ~((uint64_t)1 << i % 64);
}

void cs_plan_add_item(struct plan *plan, const struct cs_row *row, double height)
{
    add_height(plan, height, false);
    count_item(plan, row);
    if (row->own_words) {
        note_list(plan, row);
        plan->in_run = false;
        plan->is_broken = plan->is_shade_broken = true;
    } else {
        note_run(plan);
        note_shade(plan, row);
    }
    plan->row++;
}

uint32_t cs_plan_marker(const struct plan *plan)
{
    uint32_t question = cs_sheet_column(plan->sheet, CS_ROLE_QUESTION);
    if (question != CS_NO_COLUMN && question > 0 && question < 64 && plan->filled >> question & 1)
        return question;
    for (uint32_t i = 1; i < plan->sheet->column_count && i < 64; i++)
        if (plan->filled >> i & 1 && i != plan->answered)
            return i;
    return CS_NO_COLUMN;
}

/* --- heights ------------------------------------------------------------------------------------------------------ */

/* Lines that a text takes in a column. */
static unsigned lines_of(struct plan *plan, uint32_t column, unsigned style, cs_text text)
{
    return cs_line_count(plan->widths, cs_line_units(plan->columns[column].width, cs_style_size(style)), text);
}

unsigned cs_plan_fit(struct plan *plan, uint32_t column, cs_text text, double *height)
{
    enum { SMALLEST = 8 };
    const unsigned designed = plan->columns[column].style;
    unsigned shrink = 0;
    double needed = 0;
    if (designed == STYLE_SIGN)
        return 0; /* every row has room for a sign */
    for (; shrink < SHRINKS; shrink++) {
        unsigned style = cs_style_smaller(designed, shrink), size = cs_style_size(style);
        if (size < SMALLEST)
            break;
        needed = cs_row_height(plan->pitch, lines_of(plan, column, style, text), size);
        if (needed <= CS_TALLEST_ROW)
            break;
    }
    /* it has at least as many bytes as units */
    if (text.size > CS_CELL_UNITS && cs_text_utf16_length(text) > CS_CELL_UNITS) {
        shrink = TOO_LONG;
        needed = cs_row_height(plan->pitch, 2, cs_style_size(designed));
    } else if (needed > CS_TALLEST_ROW) { /* the cell holds it, though no row shows all of it */
        shrink = shrink ? shrink - 1 : 0;
        needed = CS_TALLEST_ROW;
    }
    *height = needed > *height ? needed : *height;
    return shrink;
}

/* --- pages -------------------------------------------------------------------------------------------------------- */

/* Width and height of A4 landscape, without the margins of every worksheet; in points. */
static const double page_width = 841.9 - 2 * 0.4 * 72, page_height = 595.3 - (0.5 + 0.6) * 72;

double cs_points_of(double width)
{
    return 5.58 * width + 3.75;
}

unsigned cs_scale_to(double points, double page)
{
    double scale = 100 * page / points;
    return scale > 101 ? 100 : scale < 11 ? 10 : (unsigned)scale - 1;
}

unsigned cs_plan_scale(const struct plan *plan)
{
    double points = 0;
    for (uint32_t i = 0; i < plan->sheet->column_count; i++)
        points += cs_points_of(plan->columns[i].width);
    return cs_scale_to(points, page_width);
}

/* The end of a page is an estimate, since programs and printers round: a row that may be too close to it gets a break
 * before. */
const uint32_t *cs_plan_breaks(struct plan *plan)
{
    const double exact = page_height * 100 / cs_plan_scale(plan), slack = 0.03 * exact;
    double room = exact - TITLE_HEIGHT - HEADER_HEIGHT, used = 0;
    uint32_t *breaks = cs_alloc_array(plan->arena, plan->height_count + 1, sizeof *breaks), count = 0;
    for (uint32_t i = 0, next; i < plan->height_count; i++) {
        double together = 0; /* consecutive headings with the first item below them */
        for (next = i; next < plan->height_count && plan->heights[next].is_heading; next++)
            together += plan->heights[next].points;
        together += next < plan->height_count ? plan->heights[next].points : 0;
        bool begins = i == 0 || !plan->heights[i - 1].is_heading;
        if (begins && next > i && used > 0 && used + together > room - slack) {
            breaks[count++] = FIRST_ROW + i;
            used = 0;
            room = exact - HEADER_HEIGHT;
        } else if (used + plan->heights[i].points > room) {
            used = 0;
            room = exact - HEADER_HEIGHT;
        }
        used += plan->heights[i].points;
    }
    return breaks;
}
