/* See markdown_tables.h. */
#include "read/markdown_tables.h"
#include "base/job.h"

static void add_line(struct cs_markdown_tables *tables, const struct cs_markdown_line *line)
{
    struct cs_grid_sheet *sheet = &tables->grid->sheets[tables->sheet];
    struct cs_grid_cell *cell = cs_grid_add_cell(tables->job, sheet, line->row, 0, line->text);
    cell->start = line->start;
    cell->end = line->end;
    cell->link = line->link;
    cell->heading = line->heading;
    if (tables->kind_count)
        tables->kinds[tables->sheet].headings[line->heading] = line->row + 1;
}

void cs_markdown_wait(struct cs_markdown_tables *tables, struct cs_markdown_line line)
{
    tables->waiting = cs_grow(&tables->job->arena, tables->waiting, tables->waiting_count, &tables->waiting_room,
                              sizeof *tables->waiting);
    tables->waiting[tables->waiting_count++] = line;
}

/* Headings that another sheet was given and the next table stands under as well. */
static void repeat_headings(struct cs_markdown_tables *tables)
{
    struct cs_markdown_kind *kind = &tables->kinds[tables->sheet];
    uint32_t level = 1, last = CS_MARKDOWN_LEVELS;
    for (uint32_t i = 0; i < tables->waiting_count; i++)
        if (tables->waiting[i].heading && tables->waiting[i].heading <= last)
            last = tables->waiting[i].heading - 1; /* this one ends what is below */
    for (; level <= last; level++)
        if (tables->open[level].text.size && kind->headings[level] != tables->open[level].row + 1)
            add_line(tables, &tables->open[level]);
}

/* Gives the lines that wait to the sheet. */
static void flush(struct cs_markdown_tables *tables)
{
    for (uint32_t i = 0; i < tables->waiting_count; i++) {
        const struct cs_markdown_line *line = &tables->waiting[i];
        add_line(tables, line);
        if (!line->heading)
            continue;
        tables->open[line->heading] = *line;
        for (uint32_t level = line->heading + 1; level <= CS_MARKDOWN_LEVELS; level++)
            tables->open[level].text.size = 0;
    }
    tables->waiting_count = 0;
}

/* True for the same titles, or for the same but that of the questions, which names the section: ID | Access | Answer. */
static bool is_same(const struct cs_markdown_kind *kind, const cs_text *titles, uint32_t count)
{
    enum { FEWEST = 3, FARTHEST = 1 };
    uint32_t others = 0, last = 0;
    if (kind->count != count)
        return false;
    for (uint32_t i = 0; i < count; i++) {
        bool equal = cs_text_equal(kind->titles[i], titles[i]);
        others += !equal;
        last = equal ? last : i;
    }
    return others == 0 || (others == 1 && count >= FEWEST && last <= FARTHEST);
}

void cs_markdown_begin(struct cs_markdown_tables *tables, uint32_t row, cs_text *titles, uint32_t count)
{
    enum { MOST_KINDS = 200 };
    uint32_t kind = 0;
    while (kind < tables->kind_count && !is_same(&tables->kinds[kind], titles, count))
        kind++;
    if (kind == tables->kind_count && kind == MOST_KINDS)
        kind--; /* no text has as many for a reader */
    if (kind == tables->kind_count) {
        tables->kinds =
            cs_grow(&tables->job->arena, tables->kinds, tables->kind_count, &tables->kind_room, sizeof *tables->kinds);
        tables->kinds[tables->kind_count++] = (struct cs_markdown_kind){.titles = titles, .count = count};
        if (kind == tables->grid->sheet_count)
            cs_grid_add_sheet(tables->job, tables->grid, (cs_text){0});
    }
    tables->sheet = kind;
    repeat_headings(tables);
    flush(tables);
    if (tables->grid->sheets[kind].titled_row == 0)
        tables->grid->sheets[kind].titled_row = row + 1;
}

/* Leaves out the sheets of tables without a word. */
static void drop_empty(struct cs_grid *grid)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < grid->sheet_count; i++)
        if (grid->sheets[i].cell_count)
            grid->sheets[kept++] = grid->sheets[i];
    grid->sheet_count = kept;
}

void cs_markdown_end(struct cs_markdown_tables *tables)
{
    flush(tables);
    drop_empty(tables->grid);
    for (uint32_t i = 0; i < tables->grid->sheet_count && tables->grid->sheet_count > 1; i++) {
        struct cs_buf name = {0};
        cs_buf_add(&name, CS_TEXT("Table "));
        cs_buf_add(&name, cs_text_of_number(&tables->job->arena, i + 1));
        tables->grid->sheets[i].name = cs_buf_take(&tables->job->arena, &name);
    }
}
