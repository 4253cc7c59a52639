/* What is true of every grid that is read from a text. */
#ifndef TESTS_GRIDS_H
#define TESTS_GRIDS_H

#include <string.h>

#include "promises.h"

/* Characters of a file as they are: no NUL, and no CR, since every line end is an LF. */
static inline void hold_grid_text(cs_text text)
{
    HOLD(text.size == 0 || (!memchr(text.bytes, '\0', text.size) && !memchr(text.bytes, '\r', text.size)));
    while (text.size) {
        size_t before = text.size;
        uint32_t point = cs_text_next(&text);
        HOLD(point != 0xfffd || before - text.size == 3);
    }
}

static inline void hold_grid(struct cs_job *job, const struct cs_grid *grid)
{
    HOLD(grid != NULL || cs_finding_count(job, CS_ERROR) == 1);
    HOLD(grid == NULL || cs_finding_count(job, CS_ERROR) == 0);
    for (uint32_t s = 0; grid && s < grid->sheet_count; s++) {
        struct cs_grid_sheet *sheet = &grid->sheets[s];
        HOLD(sheet->cell_count > 0);
        for (uint32_t i = 0; i < sheet->cell_count; i++) {
            const struct cs_grid_cell *cell = &sheet->cells[i], *last = i ? cell - 1 : NULL;
            struct cs_span span = cs_grid_span(job, grid, sheet, cell);
            HOLD(cell->text.size > 0);
            HOLD(span.start < span.end && span.end <= span.source->bytes.size);
            HOLD(!last || last->row < cell->row || (last->row == cell->row && last->column < cell->column));
            HOLD(!last || last->end <= cell->start);
            HOLD(cell->row < sheet->row_count && cell->column < sheet->column_count);
            hold_grid_text(cell->text);
            hold_grid_text(cell->link);
        }
    }
    hold_findings(job);
}

static inline void hold_same(const struct cs_grid *a, const struct cs_grid *b)
{
    HOLD(a && b && a->sheets[0].cell_count == b->sheets[0].cell_count);
    for (uint32_t i = 0; i < a->sheets[0].cell_count; i++) {
        const struct cs_grid_cell *x = &a->sheets[0].cells[i], *y = &b->sheets[0].cells[i];
        HOLD(x->row == y->row && x->column == y->column && cs_text_equal(x->text, y->text));
    }
}

#endif
