/* Row heights needed for text. These are estimates, since only the spreadsheet program knows: a column of width w
 * shows about w half-width characters of the default font; a line is 15 points high, or as high as the worksheet's
 * default row. */
#include "base/unicode.h"
#include "fill/plan.h"

#include <string.h>

enum { LINE = 15, DEFAULT_WIDTH = 8 };

/* Half-width characters per line of a cell and those it is merged with. */
static double room_of(const struct cs_fill_plan *plan, const struct cs_fill_cell *cell)
{
    enum { MOST_COLUMNS = 256 };
    const struct cs_cells_frame *frame = &plan->original->sheets[cell->worksheet].frame;
    const struct cs_grid_merge *merge = cs_plan_merge(plan, cell->worksheet, cell->row, cell->column);
    uint32_t last = merge ? merge->last_column : cell->column;
    double room = 0;
    for (uint32_t i = cell->column; i <= last && i < cell->column + MOST_COLUMNS; i++) {
        const struct cs_cells_columns *columns = cs_cells_column(frame, i);
        double width = columns && columns->width > 0 ? columns->width : frame->default_width;
        room += width > 0 ? width : DEFAULT_WIDTH;
    }
    return room - 1 > 1 ? room - 1 : 1;
}

static uint32_t lines_of(struct cs_widths *widths, cs_text text, double room)
{
    uint32_t lines = 0;
    if (text.size == 0 || ((double)text.size <= room && !memchr(text.bytes, '\n', text.size)))
        return 1; /* no character is wider than it has bytes */
    while (true) {
        ptrdiff_t end = cs_text_find(text, CS_TEXT("\n"));
        cs_text line = {text.bytes, end < 0 ? text.size : (size_t)end};
        size_t width = cs_text_width(widths, line);
        lines += 1 + (uint32_t)((double)(width ? width - 1 : 0) / room);
        if (end < 0)
            return lines;
        text = cs_text_skip(text, (size_t)end + 1);
    }
}

double cs_plan_height(struct cs_job *job, const struct cs_fill_plan *plan, const struct cs_fill_cell *cell)
{
    const struct cs_cells_frame *frame = &plan->original->sheets[cell->worksheet].frame;
    double line = frame->default_height > LINE ? frame->default_height : LINE;
    return line * lines_of(cs_job_widths(job, 2), cell->text, room_of(plan, cell));
}

/* True for a cell merged with cells below it, whose rows give room as well. */
static bool is_tall(const struct cs_fill_plan *plan, const struct cs_fill_cell *cell)
{
    const struct cs_grid_merge *merge = cs_plan_merge(plan, cell->worksheet, cell->row, cell->column);
    return merge && merge->last_row > merge->row;
}

void cs_plan_heights(struct cs_planner *planner)
{
    struct cs_fill_plan *plan = planner->plan;
    const struct cs_fill_cell *last = NULL; /* the cell that the height was looked up for */
    double height = 0;
    for (uint32_t i = 0; i < plan->cell_count; i++) {
        const struct cs_fill_cell *cell = &plan->cells[i];
        if (cell->reason != CS_FILL_DONE || cell->is_same)
            continue;
        const struct cs_original_sheet *sheet = &planner->original->sheets[cell->worksheet];
        if (!last || last->worksheet != cell->worksheet || last->row != cell->row)
            height = cs_original_height(sheet, cell->row);
        last = cell;
        if (height <= 0 || (plan->options.fit_rows && !cs_original_has_fixed_height(sheet, cell->row)))
            continue;
        if (is_tall(plan, cell) || cs_plan_height(planner->job, plan, cell) <= height)
            continue;
        plan->cut = cs_grow(&planner->job->arena, plan->cut, plan->cut_count, &plan->cut_room, sizeof *plan->cut);
        plan->cut[plan->cut_count++] = (struct cs_fill_place){cell->worksheet, cell->row, cell->column};
    }
}
