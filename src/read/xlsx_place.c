/* Finding the cells in a range. */
#include "read/xlsx.h"

uint32_t cs_xlsx_next_cell(struct cs_xlsx *xlsx, const struct cs_grid_sheet *sheet, const struct cs_grid_merge *range,
                           uint32_t index)
{
    while (xlsx->steps < CS_XLSX_MOST_STEPS) {
        xlsx->steps++;
        if (index >= sheet->cell_count || sheet->cells[index].row > range->last_row)
            return UINT32_MAX;
        const struct cs_grid_cell *cell = &sheet->cells[index];
        if (cell->row < range->row)
            index = cs_grid_index(sheet, range->row, range->column);
        else if (cell->column < range->column)
            index = cs_grid_index(sheet, cell->row, range->column);
        else if (cell->column > range->last_column)
            index = cs_grid_index(sheet, cell->row + 1, range->column);
        else
            return index;
    }
    return UINT32_MAX;
}
