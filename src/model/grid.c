/* Building a grid, finding its cells, and locating them in the file. */
#include "checksheet/grid.h"
#include "base/job.h"
#include "model/address.h"

#include <string.h>

struct cs_grid *cs_grid_new(struct cs_job *job, enum cs_grid_format format, const struct cs_source *file)
{
    struct cs_grid *grid = cs_alloc(&job->arena, sizeof *grid);
    grid->format = format;
    grid->file = file;
    return grid;
}

struct cs_grid_sheet *cs_grid_add_sheet(struct cs_job *job, struct cs_grid *grid, cs_text name)
{
    grid->sheets = cs_grow(&job->arena, grid->sheets, grid->sheet_count, &grid->sheet_room, sizeof *grid->sheets);
    struct cs_grid_sheet *sheet = &grid->sheets[grid->sheet_count++];
    *sheet = (struct cs_grid_sheet){.name = name, .source = grid->format == CS_GRID_XLSX ? NULL : grid->file};
    return sheet;
}

struct cs_grid_cell *cs_grid_add_cell(struct cs_job *job, struct cs_grid_sheet *sheet, uint32_t row, uint32_t column,
                                      cs_text text)
{
    sheet->cells = cs_grow(&job->arena, sheet->cells, sheet->cell_count, &sheet->cell_room, sizeof *sheet->cells);
    struct cs_grid_cell *cell = &sheet->cells[sheet->cell_count++];
    *cell = (struct cs_grid_cell){.row = row, .column = column, .text = text};
    if (sheet->row_count <= row)
        sheet->row_count = row + 1;
    if (sheet->column_count <= column)
        sheet->column_count = column + 1;
    return cell;
}

uint32_t cs_grid_index(const struct cs_grid_sheet *sheet, uint32_t row, uint32_t column)
{
    uint32_t low = 0, high = sheet->cell_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct cs_grid_cell *cell = &sheet->cells[middle];
        if (cell->row < row || (cell->row == row && cell->column < column))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct cs_grid_cell *cs_grid_at(const struct cs_grid_sheet *sheet, uint32_t row, uint32_t column)
{
    uint32_t index = cs_grid_index(sheet, row, column);
    const struct cs_grid_cell *cell = index < sheet->cell_count ? &sheet->cells[index] : NULL;
    return cell && cell->row == row && cell->column == column ? cell : NULL;
}

uint32_t cs_grid_row_start(const struct cs_grid_sheet *sheet, uint32_t row)
{
    return cs_grid_index(sheet, row, 0);
}

cs_text cs_grid_property(const struct cs_grid *grid, cs_text name)
{
    for (uint32_t i = 0; i < grid->property_count; i++)
        if (cs_text_equal(grid->properties[i].name, name))
            return grid->properties[i].value;
    return (cs_text){0};
}

cs_text cs_grid_address(struct cs_job *job, uint32_t row, uint32_t column)
{
    struct cs_buf buf = {0};
    cs_add_column(&buf, column);
    cs_buf_print(&buf, "%llu", (unsigned long long)row + 1);
    return cs_buf_take(&job->arena, &buf);
}

/* Makes a text with a line for each row, its cells separated by bars, so that a finding can show a row of a workbook. */
static void make_source(struct cs_job *job, const struct cs_grid *grid, struct cs_grid_sheet *sheet)
{
    struct cs_buf text = {0};
    uint32_t row = 0;
    sheet->starts = cs_alloc_array(&job->arena, sheet->cell_count, sizeof *sheet->starts);
    for (uint32_t i = 0; i < sheet->cell_count; i++) {
        const struct cs_grid_cell *cell = &sheet->cells[i];
        if (i && cell->row == row)
            cs_buf_add(&text, CS_TEXT(" | "));
        cs_buf_add_repeat(&text, '\n', cell->row - row);
        row = cell->row;
        sheet->starts[i] = (uint32_t)text.size;
        cs_buf_add_line(&text, cell->text);
    }
    sheet->source = cs_source_add(job, grid->file->path, cs_buf_copy(&job->arena, &text));
    cs_buf_free(&text);
}

struct cs_span cs_grid_span(struct cs_job *job, const struct cs_grid *grid, struct cs_grid_sheet *sheet,
                            const struct cs_grid_cell *cell)
{
    if (grid->format != CS_GRID_XLSX)
        return (struct cs_span){sheet->source, cell->start, cell->end};
    if (!sheet->source)
        make_source(job, grid, sheet);
    uint32_t start = sheet->starts[cell - sheet->cells];
    return (struct cs_span){sheet->source, start, start + (uint32_t)cell->text.size};
}
