/* Access to the cells of a page. */
#include "import/page/page.h"

uint32_t cs_page_row(const struct cs_page *page, uint32_t row, const struct cs_grid_cell *cells[CS_MOST_COLUMNS])
{
    uint32_t count = 0;
    for (uint32_t c = 0; c < page->column_count; c++)
        cells[c] = NULL;
    for (uint32_t i = cs_grid_row_start(page->grid, row); i < page->grid->cell_count && page->grid->cells[i].row == row;
         i++) {
        const struct cs_grid_cell *cell = &page->grid->cells[i];
        if (cell->column < page->left || cell->column >= page->column_count || cs_text_trim(cell->text).size == 0)
            continue;
        cells[cell->column] = cell;
        count++;
    }
    return count;
}

bool cs_page_is_merged(const struct cs_page *page, const struct cs_grid_cell *cell)
{
    for (uint32_t m = 0; m < page->grid->merge_count; m++) {
        const struct cs_grid_merge *merge = &page->grid->merges[m];
        if (merge->row == cell->row && merge->column == cell->column)
            return merge->last_column > merge->column;
    }
    return false;
}

struct cs_line cs_line_begin(const struct cs_page *page, enum cs_line_kind kind, uint32_t row)
{
    static const struct cs_line_cells none = {.columns = {
#define CS_ROLE(symbol, word, ja, en, width) CS_NO_COLUMN,
#include "checksheet/vocab.def"
                                              }};
    return (struct cs_line){.kind = kind,
                            .page = page,
                            .row = row,
                            .answer_row = row,
                            .cells = (cs_text *)none.texts, /* nobody writes to them */
                            .columns = (uint32_t *)none.columns};
}

void cs_line_give(struct cs_line *line, struct cs_line_cells *cells)
{
    *cells = (struct cs_line_cells){0};
    for (int role = 0; role < CS_ROLES; role++)
        cells->columns[role] = CS_NO_COLUMN;
    line->cells = cells->texts;
    line->columns = cells->columns;
}
