/* Questions above boxes: see boxed.h. */
#include "import/page/boxed.h"
#include "import/page/phrase.h"

enum { FEWEST = 3, NO_BOX = 0 };

/* By row, one more than the column of the first box that begins there without a text. */
static uint32_t *find_boxes(const struct cs_page *page)
{
    const struct cs_grid_sheet *grid = page->grid;
    uint32_t *boxes = cs_alloc_array(&page->job->arena, grid->row_count + 1u, sizeof *boxes);
    for (uint32_t i = 0; i < grid->merge_count; i++) {
        const struct cs_grid_merge *merge = &grid->merges[i];
        if (merge->row <= grid->row_count && !cs_grid_at(grid, merge->row, merge->column) &&
            (boxes[merge->row] == NO_BOX || merge->column + 1 < boxes[merge->row]))
            boxes[merge->row] = merge->column + 1;
    }
    return boxes;
}

/* A row that may be a question above its box. */
struct asked {
    uint32_t row, question, number; /* columns; number CS_NO_COLUMN if it is in front of the question, or missing */
};

/* True for a row that asks: a question, or a numbered text, alone or beside its number. */
static bool read_asked(const struct cs_page *page, uint32_t first, struct asked *asked)
{
    enum { SHORTEST = 12, MOST_CELLS = 2 };
    const struct cs_grid_sheet *grid = page->grid;
    struct cs_number number;
    uint32_t last = first;
    while (last + 1 < grid->cell_count && grid->cells[last + 1].row == grid->cells[first].row)
        last++;
    cs_text front = cs_text_trim(grid->cells[first].text), text = cs_text_trim(grid->cells[last].text);
    bool has_number = cs_number_read(page->job, front, &number), is_apart = last > first;
    *asked = (struct asked){grid->cells[first].row, grid->cells[last].column,
                            is_apart ? grid->cells[first].column : CS_NO_COLUMN};
    if (last - first + 1 > MOST_CELLS || (is_apart && !(has_number && cs_number_is_whole(&number))))
        return false;
    bool is_numbered = has_number && (is_apart ? text.size : number.apart ? number.rest.size : 0) >= SHORTEST;
    return cs_asks(text) || is_numbered;
}

const struct cs_form_part *cs_boxed_find(const struct cs_page *page)
{
    const struct cs_grid_sheet *grid = page->grid;
    if (grid->merge_count < FEWEST)
        return NULL;
    const uint32_t *boxes = find_boxes(page);
    struct asked asked, first = {0};
    uint32_t asking = 0, boxed = 0, box = NO_BOX;
    for (uint32_t i = 0; i < grid->cell_count; i = cs_grid_row_start(grid, grid->cells[i].row + 1)) {
        if (!read_asked(page, i, &asked))
            continue;
        uint32_t below = asked.row + 1 <= grid->row_count ? boxes[asked.row + 1] : NO_BOX;
        first = boxed == 0 ? asked : first;
        box = boxed == 0 ? below : box;
        asking++;
        boxed += below != NO_BOX && below == box && asked.question == first.question && asked.number == first.number;
    }
    if (boxed < FEWEST || boxed * 5 < asking * 4)
        return NULL;
    struct cs_form_part *part = cs_alloc(&page->job->arena, sizeof *part);
    part->columns = cs_alloc_array(&page->job->arena, 3, sizeof *part->columns);
    part->header = CS_NO_ROW;
    part->first = first.row;
    part->last = CS_NO_ROW;
    if (first.number != CS_NO_COLUMN)
        part->columns[part->column_count++] = (struct cs_form_column){.column = first.number, .role = CS_ROLE_NUMBER};
    part->columns[part->column_count++] = (struct cs_form_column){.column = first.question, .role = CS_ROLE_QUESTION};
    part->columns[part->column_count++] =
        (struct cs_form_column){.column = box - 1, .role = CS_ROLE_ANSWER, .below = 1};
    return part;
}

const bool *cs_boxed_rows(const struct cs_page *page, uint32_t column)
{
    const struct cs_grid_sheet *grid = page->grid;
    bool *rows = cs_alloc_array(&page->job->arena, grid->row_count + 1u, sizeof *rows);
    uint32_t count = 0;
    for (uint32_t i = 0; i < grid->merge_count; i++)
        if (grid->merges[i].column == column && grid->merges[i].row <= grid->row_count) {
            rows[grid->merges[i].row] = true;
            count++;
        }
    return count >= FEWEST ? rows : NULL;
}
