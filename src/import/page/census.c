/* Statistics of columns: see census.h. */
#include "import/page/census.h"
#include "base/names.h"
#include "import/page/phrase.h"
#include "wording/mark.h"

static bool is_flag(cs_text text)
{
    static const cs_text flags[] = {CS_LITERAL("必須"),     CS_LITERAL("選択"),     CS_LITERAL("任意"),
                                    CS_LITERAL("Required"), CS_LITERAL("Optional"), CS_LITERAL("Mandatory")};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (cs_text_equal(text, flags[i]))
            return true;
    return false;
}

bool cs_is_flag(cs_text cell)
{
    return is_flag(cs_text_trim(cell));
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
    census->flags += is_flag(text);
    if (text.size > SHORT)
        return;
    bool whole = cs_number_read(page->job, text, &number) && cs_number_is_whole(&number);
    census->dates += cell->form == CS_GRID_DATE || (whole && number.date.year);
    census->numbers += (whole && !number.date.year) || cs_number_is_id(text);
    enum cs_state state;
    census->marks += cs_is_mark(page->job, text);
    census->states |= cs_mark_state(page->job, text, &state) ? 1u << state : 0;
}

static struct cs_census *take(const struct cs_page *page)
{
    enum { CELLS = 20000 };
    struct cs_census *census = cs_alloc_array(&page->job->arena, page->column_count + 1u, sizeof *census);
    uint32_t looked = 0;
    for (uint32_t i = cs_grid_row_start(page->grid, page->first); i < page->grid->cell_count && looked < CELLS;
         i++, looked++)
        if (page->grid->cells[i].column < page->column_count)
            count_cell(page, &page->grid->cells[i], &census[page->grid->cells[i].column]);
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
