/* The pages of a file: see pages.h. */
#include "import/pages.h"
#include "base/names.h"
#include "import/legends.h"
#include "import/page/boxed.h"
#include "import/page/phrase.h"
#include "import/page/stacked.h"
#include "match/similar.h"
#include "checksheet/sheet_words.h"

#include <string.h>

/* The part of a form for a worksheet; NULL if there is none. */
static const struct cs_form_part *part_of(const struct cs_form *form, const struct cs_grid *grid, uint32_t worksheet)
{
    for (uint32_t i = 0; form && i < form->part_count; i++) {
        cs_text name = form->parts[i].worksheet;
        if (name.size ? cs_text_equal(name, grid->sheets[worksheet].name) : worksheet == 0)
            return &form->parts[i];
    }
    return NULL;
}

/* The first column of a part; 0 where it names none. */
static uint32_t first_column(const struct cs_form_part *part)
{
    return part->column_count ? part->columns[0].column : 0;
}

/* Of several parts for one worksheet, with lists side by side: the first that begins at or right of a column. */
static const struct cs_form_part *part_from(const struct cs_pages *pages, uint32_t worksheet, uint32_t left)
{
    const struct cs_form *form = pages->options->form;
    const struct cs_form_part *best = NULL;
    for (uint32_t i = 0; form && i < form->part_count; i++) {
        const struct cs_form_part *part = &form->parts[i];
        cs_text name = part->worksheet;
        bool is_here = name.size ? cs_text_equal(name, pages->grid->sheets[worksheet].name) : worksheet == 0;
        if (is_here && first_column(part) >= left && (!best || first_column(part) < first_column(best)))
            best = part;
    }
    return best;
}

/* --- which worksheets are looked at ------------------------------------------------------------------------------- */

/* In a workbook that this program wrote, only the check sheet is read. */
static enum cs_import_use first_use(const struct cs_pages *pages, uint32_t worksheet)
{
    const struct cs_grid_sheet *sheet = &pages->grid->sheets[worksheet];
    bool wanted = true;
    if (pages->options->worksheet.size)
        wanted = cs_text_equal(sheet->name, pages->options->worksheet);
    else if (pages->options->form)
        wanted = part_of(pages->options->form, pages->grid, worksheet) != NULL;
    else if (cs_grid_property(pages->grid, CS_TEXT("checksheet.catalog")).size)
        wanted = cs_text_equal(sheet->name, cs_word(CS_WORD_SHEET, CS_JA)) ||
                 cs_text_equal(sheet->name, cs_word(CS_WORD_SHEET, CS_EN));
    else if (sheet->hidden)
        return CS_USED_NOT_HIDDEN;
    return wanted && sheet->cell_count ? CS_USED_LABELS : CS_USED_NOT;
}

/* --- reading ------------------------------------------------------------------------------------------------------ */

static struct cs_page *new_page(struct cs_pages *pages, uint32_t worksheet, uint32_t left)
{
    struct cs_page *page = cs_alloc(&pages->job->arena, sizeof *page);
    *page = (struct cs_page){.job = pages->job,
                             .titles = pages->titles,
                             .grid = &pages->grid->sheets[worksheet],
                             .worksheet = worksheet,
                             .legend = pages->legend,
                             .known = pages->options->products,
                             .known_count = pages->options->product_count,
                             .header = CS_NO_ROW,
                             .section_column = CS_NO_COLUMN,
                             .left = left};
    return page;
}

/* Finds the pages of a worksheet: one, or several for lists side by side. */
static void find_pages(struct cs_pages *pages, uint32_t worksheet)
{
    const struct cs_grid_sheet *sheet = &pages->grid->sheets[worksheet];
    for (uint32_t left = 0; left < sheet->column_count && left < CS_MOST_COLUMNS;) {
        const struct cs_form_part *part = part_from(pages, worksheet, left);
        const struct cs_form_part *next = part ? part_from(pages, worksheet, first_column(part) + 1) : NULL;
        if (pages->options->form && !part)
            break;
        struct cs_page *page = new_page(pages, worksheet, left);
        page->column_count = next ? first_column(next) : 0; /* 0: to the end */
        page->has_items = cs_page_find_columns(page, part);
        if (!part && left == 0 && cs_stacked_find(page))
            page->has_items = true;
        const struct cs_form_part *boxed = part || page->has_items || left ? part : cs_boxed_find(page);
        if (boxed && cs_form_is_stacked(boxed)) {
            cs_stacked_use(page, boxed);
            for (uint32_t c = 0; c < page->column_count && !part; c++)
                page->columns[c].by = CS_KNOWN_BY_CONTENT;
            page->has_items = true;
        }
        left = page->column_count > left ? page->column_count : CS_MOST_COLUMNS;
        if (!page->has_items)
            continue;
        page->index = pages->count;
        pages->at = cs_grow(&pages->job->arena, pages->at, pages->count, &pages->room, sizeof *pages->at);
        pages->at[pages->count++] = page;
    }
}

/* If some page has titles that name a question column, a page without any titles is a legend or a summary. */
static void drop_untitled(struct cs_pages *pages)
{
    bool any = false;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < pages->count; i++)
        any |= cs_page_is_titled(pages->at[i]);
    for (uint32_t i = 0; i < pages->count; i++) {
        struct cs_page *page = pages->at[i];
        bool is_asked_for = pages->options->form || pages->options->worksheet.size;
        bool stays = !any || is_asked_for || (page->header != CS_NO_ROW && !page->is_strange) || page->is_boxed;
        page->has_items = stays;
        page->index = kept;
        if (stays)
            pages->at[kept++] = page;
    }
    pages->count = kept;
}

/* True if a line says the same as the last one, in the same row: a heading above tables of two kinds. The one that is a
 * heading to its table stays. */
static bool is_said(struct cs_lines *lines, const struct cs_line *line)
{
    struct cs_line *last = lines->count ? &lines->at[lines->count - 1] : NULL;
    if (!last || last->row != line->row || last->page == line->page || !cs_text_equal(last->text, line->text))
        return false;
    if (line->kind == CS_LINE_SECTION)
        *last = *line;
    return true;
}

/* Brings the lines of several tables of a text into its order: rows are counted through it. */
static void order_lines(struct cs_pages *pages, const uint32_t *starts)
{
    struct cs_arena *arena = &pages->job->arena;
    struct cs_lines in_order = {0};
    uint32_t *next = cs_alloc_array(arena, pages->count + 1u, sizeof *next);
    memcpy(next, starts, pages->count * sizeof *next);
    for (uint32_t left = pages->lines.count; left > 0; left--) {
        uint32_t first = pages->count;
        for (uint32_t i = 0; i < pages->count; i++)
            if (next[i] < starts[i + 1] &&
                (first == pages->count || pages->lines.at[next[i]].row < pages->lines.at[next[first]].row))
                first = i;
        const struct cs_line *line = &pages->lines.at[next[first]++];
        if (is_said(&in_order, line))
            continue;
        in_order.at = cs_grow(arena, in_order.at, in_order.count, &in_order.room, sizeof *in_order.at);
        in_order.at[in_order.count++] = *line;
    }
    pages->lines = in_order;
}

static void read_lines(struct cs_pages *pages)
{
    pages->lines = (struct cs_lines){0};
    pages->count = 0;
    for (uint32_t i = 0; i < pages->grid->sheet_count; i++) {
        pages->uses[i] = pages->uses[i] == CS_USED_ITEMS ? CS_USED_LABELS : pages->uses[i];
        if (pages->uses[i] == CS_USED_LABELS)
            find_pages(pages, i);
    }
    drop_untitled(pages);
    uint32_t worksheets = 0;
    for (uint32_t i = 0; i < pages->count; i++) {
        enum cs_import_use *use = &pages->uses[pages->at[i]->worksheet];
        worksheets += *use != CS_USED_ITEMS;
        *use = CS_USED_ITEMS;
    }
    uint32_t *starts = cs_alloc_array(&pages->job->arena, pages->count + 1u, sizeof *starts);
    for (uint32_t i = 0; i < pages->count; i++) {
        pages->at[i]->is_one_of_many = worksheets > 1;
        if (pages->at[i]->is_stacked)
            cs_stacked_read(pages->at[i], &pages->lines);
        else
            cs_page_read_lines(pages->at[i], &pages->lines);
        starts[i + 1] = pages->lines.count;
    }
    if (pages->grid->format == CS_GRID_MARKDOWN && pages->count > 1)
        order_lines(pages, starts);
}

/* --- what is left out ---------------------------------------------------------------------------------------------- */

/* The number of items by worksheet. */
static uint32_t *count_items(const struct cs_pages *pages, const struct cs_matching *matching)
{
    uint32_t *items = cs_alloc_array(&pages->job->arena, pages->grid->sheet_count + 1u, sizeof *items);
    for (uint32_t i = 0; i < pages->lines.count; i++) {
        bool is_item = pages->lines.at[i].kind == CS_LINE_ITEM;
        bool is_found = !matching || matching->at[i].item != CS_NO_ITEM;
        items[pages->lines.at[i].page->worksheet] += is_item && is_found;
    }
    return items;
}

/* Leaves out worksheets named as examples if others remain, and worksheets named as explanations if another has more
 * questions. */
static bool leave_out_named(struct cs_pages *pages)
{
    uint32_t *items = count_items(pages, NULL), most = 0;
    bool any = false;
    for (uint32_t i = 0; i < pages->grid->sheet_count; i++) {
        cs_text name = pages->grid->sheets[i].name;
        bool named = cs_names_example(name) || cs_names_explanation(name);
        most = !named && items[i] > most ? items[i] : most;
    }
    for (uint32_t i = 0; i < pages->grid->sheet_count && most; i++) {
        cs_text name = pages->grid->sheets[i].name;
        bool example = cs_names_example(name), explains = cs_names_explanation(name) && items[i] <= most;
        if (pages->uses[i] != CS_USED_ITEMS && pages->uses[i] != CS_USED_LABELS)
            continue;
        any |= (example || explains) && items[i];
        if (example || (explains && items[i]))
            pages->uses[i] = example ? CS_USED_NOT_EXAMPLE : CS_USED_NOT_EXPLAINS;
    }
    return any;
}

/* Adds the normalized questions of a worksheet. */
static void add_questions(const struct cs_pages *pages, uint32_t worksheet, struct cs_names *names, uint32_t *known,
                          uint32_t *count)
{
    struct cs_arena *arena = &pages->job->arena;
    *known = *count = 0;
    for (uint32_t i = 0; i < pages->lines.count; i++) {
        const struct cs_line *line = &pages->lines.at[i];
        if (line->kind != CS_LINE_ITEM || line->page->worksheet != worksheet)
            continue;
        cs_text bare = cs_text_bare(arena, line->cells[CS_ROLE_QUESTION]);
        if (bare.size == 0)
            continue;
        uint32_t before = names->count, name = cs_names_add(arena, names, bare);
        ++*count;
        *known += name < before;
    }
}

/* Leaves out a worksheet that asks the same as an earlier one: a report of it, or a copy for somebody else. */
static bool leave_out_twins(struct cs_pages *pages)
{
    enum { FEWEST = 3 };
    struct cs_names names = {0};
    bool any = false;
    for (uint32_t i = 0; i < pages->grid->sheet_count && pages->count > 1; i++) {
        uint32_t known, count;
        if (pages->uses[i] != CS_USED_ITEMS)
            continue;
        struct cs_names own = {0};
        uint32_t own_known;
        add_questions(pages, i, &own, &own_known, &count); /* questions that it repeats itself */
        add_questions(pages, i, &names, &known, &count);
        if (count < FEWEST || (known - own_known) * 5 < count * 4)
            continue;
        pages->uses[i] = CS_USED_NOT_TWICE;
        any = true;
    }
    return any;
}

bool cs_pages_leave_out(struct cs_pages *pages, const struct cs_matching *matching)
{
    enum { SHARE = 10 };
    uint32_t count = pages->grid->sheet_count, best = 0;
    uint32_t *found = count_items(pages, matching);
    bool any = false;
    for (uint32_t i = 0; i < count; i++)
        best = found[i] > best ? found[i] : best;
    for (uint32_t i = 0; i < count; i++) {
        if (pages->uses[i] != CS_USED_ITEMS || found[i] * SHARE >= best || pages->options->form)
            continue;
        pages->uses[i] = CS_USED_NOT_FEW;
        any = true;
    }
    if (any)
        read_lines(pages);
    return any;
}

/* Finds hidden worksheets with titles that name a question column; true if there is one. Also of those that a form does
 * not name. */
static bool find_hidden_questions(struct cs_pages *pages)
{
    bool any = false;
    for (uint32_t i = 0; i < pages->grid->sheet_count; i++) {
        bool is_left_out =
            pages->uses[i] == CS_USED_NOT_HIDDEN || (pages->uses[i] == CS_USED_NOT && pages->options->form);
        if (!is_left_out || !pages->grid->sheets[i].hidden || pages->grid->sheets[i].cell_count == 0)
            continue;
        struct cs_page *page = new_page(pages, i, 0);
        if (!cs_page_find_columns(page, NULL) || !cs_page_is_titled(page) || page->is_guessed)
            continue;
        pages->uses[i] = CS_USED_NOT_SEEN;
        any = true;
    }
    return any;
}

struct cs_pages *cs_pages_read(struct cs_job *job, const struct cs_grid *grid, const struct cs_import_options *options)
{
    struct cs_pages *pages = cs_alloc(&job->arena, sizeof *pages);
    const struct cs_catalog *const *catalogs = options->catalog ? &options->catalog : options->catalogs;
    uint32_t catalog_count = options->catalog ? 1 : options->as_catalog ? 0 : options->catalog_count;
    *pages = (struct cs_pages){.job = job, .grid = grid, .options = options};
    pages->titles = cs_titles_new(job, catalogs, catalog_count);
    pages->uses = cs_alloc_array(&job->arena, grid->sheet_count + 1u, sizeof *pages->uses);
    for (uint32_t i = 0; i < grid->sheet_count; i++)
        pages->uses[i] = first_use(pages, i);
    pages->hides_questions = find_hidden_questions(pages) && !options->form;
    read_lines(pages);
    bool chosen = options->form || options->worksheet.size;
    if (!chosen && leave_out_named(pages))
        read_lines(pages);
    if (!chosen && leave_out_twins(pages))
        read_lines(pages);
    return pages;
}

void cs_pages_find_legend(struct cs_pages *pages)
{
    bool answers = true;
    pages->legend = cs_legends_find(pages);
    for (uint32_t i = 0; i < pages->count; i++)
        answers &= pages->at[i]->of_role[CS_ROLE_ANSWER] != CS_NO_COLUMN;
    if (!answers && pages->legend->count && !pages->options->form)
        read_lines(pages);
}

struct cs_lines cs_pages_covers(const struct cs_pages *pages)
{
    struct cs_lines notes = {0};
    for (uint32_t i = 0; i < pages->grid->sheet_count; i++) {
        struct cs_grid_sheet *sheet = &pages->grid->sheets[i];
        if (pages->uses[i] == CS_USED_ITEMS || sheet->hidden || sheet->cell_count == 0)
            continue;
        struct cs_page *page = cs_alloc(&pages->job->arena, sizeof *page);
        *page = (struct cs_page){.job = pages->job,
                                 .titles = pages->titles,
                                 .grid = sheet,
                                 .worksheet = i,
                                 .header = CS_NO_ROW,
                                 .section_column = CS_NO_COLUMN};
        page->column_count = sheet->column_count < CS_MOST_COLUMNS ? sheet->column_count : CS_MOST_COLUMNS;
        page->columns = cs_alloc_array(&pages->job->arena, page->column_count + 1u, sizeof *page->columns);
        for (int role = 0; role < CS_ROLES; role++)
            page->of_role[role] = CS_NO_COLUMN;
        page->first = page->last = sheet->row_count; /* all of it is preface */
        cs_page_read_lines(page, &notes);
    }
    return notes;
}
