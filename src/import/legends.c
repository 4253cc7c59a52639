/* See legends.h. */
#include "import/legends.h"

enum { MOST_SIGNS = 24, MOST_LOOSE = 64, MOST_CELLS = 4000 /* of a worksheet without questions */ };

/* A worksheet that is searched. */
struct search {
    const struct cs_pages *pages;
    struct cs_legend *legend;
    uint32_t worksheet;
    struct cs_legend_sign loose[MOST_LOOSE]; /* one in each cell, or in two */
    uint32_t loose_count;
};

static void place(const struct search *search, uint32_t row, uint32_t column, struct cs_legend_sign *signs,
                  uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        signs[i].worksheet = search->worksheet;
        signs[i].row = row;
        signs[i].column = column;
    }
}

/* Takes what a text explains, if it is a legend; a text of one sign is kept until others are found beside it. */
static void look_at_text(struct search *search, uint32_t row, uint32_t column, cs_text text)
{
    struct cs_legend_sign signs[MOST_SIGNS];
    uint32_t count = cs_legend_read(search->pages->job, text, signs, MOST_SIGNS);
    place(search, row, column, signs, count);
    if (cs_legend_holds(signs, count))
        cs_legend_add(search->pages->job, search->legend, signs, count);
    else if (count == 1 && signs[0].sign.bytes == cs_text_trim(text).bytes && search->loose_count < MOST_LOOSE)
        search->loose[search->loose_count++] = signs[0];
}

/* The cells of a row, and signs with their words in the next cell. */
static void look_at_row(struct search *search, uint32_t row)
{
    const struct cs_grid_sheet *sheet = &search->pages->grid->sheets[search->worksheet];
    for (uint32_t i = cs_grid_row_start(sheet, row); i < sheet->cell_count && sheet->cells[i].row == row; i++) {
        const struct cs_grid_cell *cell = &sheet->cells[i],
                                  *next = i + 1 < sheet->cell_count && cell[1].row == row ? &cell[1] : NULL;
        struct cs_legend_sign sign;
        if (next && search->loose_count < MOST_LOOSE &&
            cs_legend_pair(search->pages->job, cell->text, next->text, &sign)) {
            place(search, row, cell->column, &sign, 1);
            search->loose[search->loose_count++] = sign;
            i++;
            continue;
        }
        look_at_text(search, row, cell->column, cell->text);
    }
}

static void take_loose(struct search *search)
{
    if (cs_legend_holds(search->loose, search->loose_count))
        cs_legend_add(search->pages->job, search->legend, search->loose, search->loose_count);
    search->loose_count = 0;
}

/* Titles of a page, what is written beside them, and what is shown when an answer is chosen. */
static void search_titles(struct search *search, const struct cs_page *page)
{
    const struct cs_grid_sheet *sheet = page->grid;
    uint32_t first = page->header == CS_NO_ROW ? 0 : page->header, answer = page->of_role[CS_ROLE_ANSWER];
    for (uint32_t i = 0; i < sheet->comment_count; i++)
        if (sheet->comments[i].row < page->first)
            look_at_text(search, sheet->comments[i].row, sheet->comments[i].column, sheet->comments[i].text);
    for (uint32_t i = 0; i < sheet->prompt_count && i < MOST_CELLS; i++)
        if (sheet->prompts[i].range.column <= answer && answer <= sheet->prompts[i].range.last_column)
            look_at_text(search, sheet->prompts[i].range.row, answer, sheet->prompts[i].text);
    for (uint32_t row = first; row < first + page->header_rows; row++)
        look_at_row(search, row);
    search->loose_count = 0; /* A | B are titles */
}

/* Rows that hold no question, on the worksheets that have some. */
static void search_notes(struct search *search)
{
    const struct cs_lines *lines = &search->pages->lines;
    const struct cs_line *before = NULL;
    for (uint32_t i = 0; i < lines->count; i++) {
        const struct cs_line *line = &lines->at[i];
        if (line->kind != CS_LINE_NOTE)
            continue;
        if (!before || before->page != line->page)
            take_loose(search);
        search->worksheet = line->page->worksheet;
        if (!before || before->page != line->page || before->row != line->row)
            look_at_row(search, line->row);
        before = line;
    }
    take_loose(search);
}

static void search_cells(struct search *search)
{
    const struct cs_grid_sheet *sheet = &search->pages->grid->sheets[search->worksheet];
    for (uint32_t i = 0; i < sheet->cell_count && i < MOST_CELLS; i = cs_grid_row_start(sheet, sheet->cells[i].row + 1))
        look_at_row(search, sheet->cells[i].row);
    take_loose(search);
}

static void search_worksheet(struct search *search, enum cs_import_use use)
{
    if (use == CS_USED_LABELS || use == CS_USED_NOT_EXPLAINS || use == CS_USED_NOT_FEW)
        search_cells(search);
}

struct cs_legend *cs_legends_find(const struct cs_pages *pages)
{
    struct cs_legend *legend = cs_alloc(&pages->job->arena, sizeof *legend);
    struct search search = {.pages = pages, .legend = legend};
    if (cs_grid_property(pages->grid, CS_TEXT("checksheet.catalog")).size)
        return legend;
    for (uint32_t i = 0; i < pages->count; i++) {
        search.worksheet = pages->at[i]->worksheet;
        search_titles(&search, pages->at[i]);
    }
    search_notes(&search);
    for (uint32_t i = 0; i < pages->grid->sheet_count; i++) {
        search.worksheet = i;
        search_worksheet(&search, pages->uses[i]);
    }
    cs_legend_settle(legend);
    return legend;
}
