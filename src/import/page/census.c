/* Statistics of columns: see census.h. */
#include "import/page/census.h"
#include "base/ascii.h"
#include "base/names.h"
#include "import/page/phrase.h"
#include "wording/boxes.h"
#include "wording/flag.h"
#include "wording/mark.h"

bool cs_is_flag(cs_text cell)
{
    return cs_flag_read(cell, &(enum cs_flag){CS_FLAG_NONE});
}

/* True for boxes with labels, which say what each of them answers: ☑是 ☐否. */
static bool is_box_row(struct cs_job *job, cs_text text)
{
    enum { SHORTEST = 8 /* two boxes, or one with a label */ };
    unsigned checked;
    cs_text chosen, rest;
    return text.size >= SHORTEST && cs_box_at(text) && cs_boxes_read(job, text, &checked, &chosen, &rest) &&
           cs_is_mark(job, text);
}

/* True for TRUE and FALSE, of which programs write columns of whatever holds for a question. */
static bool is_truth(cs_text text)
{
    return cs_ascii_equal(text, CS_TEXT("TRUE")) || cs_ascii_equal(text, CS_TEXT("FALSE"));
}

static void count_cell(const struct cs_page *page, const struct cs_grid_cell *cell, struct cs_census *census)
{
    enum { SHORT = 48, LONG = 36, SENTENCE = 60 };
    struct cs_number number;
    cs_text text = cs_text_trim(cell->text);
    if (text.size == 0)
        return;
    census->count++;
    census->size += text.size;
    census->texts += text.size >= LONG;
    census->asks += cs_asks(text);
    census->sentences += cs_is_sentence(text) || text.size >= SENTENCE;
    census->japanese += cs_is_japanese(text);
    census->flags += cs_is_flag(text);
    if (text.size > SHORT)
        return;
    if (page->legend && cs_legend_is_sign(page->legend, text)) {
        size_t size;
        census->marks++;
        census->explained++;
        census->states |= 1u << cs_legend_find(page->legend, text, &size)->state;
        return;
    }
    census->boxes += cs_boxes_are_empty(page->job, text);
    if (is_box_row(page->job, text)) {
        census->marks++;
        census->explained++;
        return;
    }
    bool whole = cs_number_read(page->job, text, &number) && cs_number_is_whole(&number);
    census->dates += cell->form == CS_GRID_DATE || (whole && number.date.year);
    census->numbers += (whole && !number.date.year) || cs_number_is_id(text);
    enum cs_state state;
    census->truths += is_truth(text);
    census->marks += cs_is_mark(page->job, text);
    census->states |= cs_mark_state(page->job, text, &state) ? 1u << state : 0;
}

/* True for a cell that has its row to itself. */
static bool is_lone(const struct cs_grid_sheet *grid, uint32_t index)
{
    uint32_t row = grid->cells[index].row;
    return (index == 0 || grid->cells[index - 1].row != row) &&
           (index + 1 >= grid->cell_count || grid->cells[index + 1].row != row);
}

/* True where most cells share their row with others: those that do not are headings and notes. */
static bool skips_lone(const struct cs_grid_sheet *grid, uint32_t first, uint32_t end)
{
    uint32_t lone = 0;
    for (uint32_t i = first; i < end; i++)
        lone += is_lone(grid, i);
    return (end - first - lone) >= 4 * lone;
}

static struct cs_census *take(const struct cs_page *page)
{
    enum { CELLS = 20000 };
    const struct cs_grid_sheet *grid = page->grid;
    struct cs_census *census = cs_alloc_array(&page->job->arena, page->column_count + 1u, sizeof *census);
    uint32_t first = cs_grid_row_start(grid, page->first);
    uint32_t end = grid->cell_count - first < CELLS ? grid->cell_count : first + CELLS;
    bool skips = skips_lone(grid, first, end);
    for (uint32_t i = first; i < end; i++)
        if (grid->cells[i].column < page->column_count && !(skips && is_lone(grid, i)))
            count_cell(page, &grid->cells[i], &census[grid->cells[i].column]);
    return census;
}

const struct cs_census *cs_census_of(struct cs_page *page)
{
    if (!page->census || page->census_first != page->first || page->census_columns < page->column_count) {
        page->census = take(page);
        page->census_first = page->first;
        page->census_columns = page->column_count;
    }
    return page->census;
}

bool cs_mostly(uint32_t some, uint32_t all)
{
    return all >= 2 && some * 10 >= all * 6;
}

size_t cs_census_mean(const struct cs_census *census)
{
    return census->count ? census->size / census->count : 0;
}

uint32_t cs_census_unlike(const struct cs_page *page, uint32_t column)
{
    enum { CELLS = 400 };
    struct cs_names names = {0};
    uint32_t looked = 0;
    for (uint32_t row = page->first; row < page->grid->row_count && looked < CELLS; row++) {
        const struct cs_grid_cell *cell = cs_grid_at(page->grid, row, column);
        if (cell && ++looked)
            cs_names_add(&page->job->arena, &names, cs_text_trim(cell->text));
    }
    return names.count;
}
