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
