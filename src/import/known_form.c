/* The form that a catalog knows: see known_form.h. */
#include "import/known_form.h"
#include "base/ascii.h"
#include "base/job.h"
#include "base/names.h"
#include "import/page/number.h"
#include "match/similar.h"
#include "wording/both_languages.h"

enum { MOST_CELLS = 20000 /* of a worksheet that are examined */ };

static uint32_t column_of(const struct cs_form_part *part, enum cs_role role)
{
    for (uint32_t i = 0; i < part->column_count; i++)
        if (part->columns[i].role == role)
            return part->columns[i].column;
    return CS_NO_COLUMN;
}

/* How many cells of the number column are numbers of the catalog; 0 if not most of them are, since then the worksheet has
 * no more than the right name. */
static uint32_t count_numbers(const struct cs_grid_sheet *sheet, const struct cs_form_part *part,
                              const struct cs_catalog *catalog)
{
    uint32_t column = column_of(part, CS_ROLE_NUMBER), cells = 0, known = 0;
    for (uint32_t k = 0; k < sheet->cell_count && k < MOST_CELLS; k++) {
        const struct cs_grid_cell *cell = &sheet->cells[k];
        cs_text text = cell->column == column && cell->row >= part->first ? cs_text_trim(cell->text) : (cs_text){0};
        cells += text.size > 0;
        known += text.size && cs_catalog_find(catalog, text, CS_NO_ITEM) != CS_NO_ITEM;
    }
    return known * 2 >= cells ? known : 0;
}

/* True for one of the questions, with its number in front or without one. */
static bool is_one_of(struct cs_job *job, const struct cs_names *asks, cs_text text)
{
    struct cs_number number;
    if (cs_names_find(asks, cs_text_bare(&job->arena, text)) != CS_NO_NAME)
        return true;
    struct cs_both_languages both;
    if (cs_split_languages(text, &both) && cs_names_find(asks, cs_text_bare(&job->arena, both.japanese)) != CS_NO_NAME)
        return true;
    text = cs_text_trim(text);
    return cs_number_read(job, text, &number) && number.apart &&
           cs_names_find(asks, cs_text_bare(&job->arena, cs_number_rest(job, text, &number))) != CS_NO_NAME;
}

/* How many cells of the question column are questions of a catalog. */
static uint32_t count_questions(struct cs_job *job, const struct cs_grid_sheet *sheet, const struct cs_form_part *part,
                                const struct cs_names *asks)
{
    uint32_t column = column_of(part, CS_ROLE_QUESTION), found = 0;
    for (uint32_t k = 0; k < sheet->cell_count && k < MOST_CELLS; k++) {
        const struct cs_grid_cell *cell = &sheet->cells[k];
        if (cell->column == column && cell->row >= part->first)
            found += is_one_of(job, asks, cell->text);
    }
    return found;
}

/* The questions of a catalog in all languages, bare. */
static struct cs_names asks_of(struct cs_job *job, const struct cs_catalog *catalog)
{
    struct cs_names asks = {0};
    for (uint32_t i = 0; i < catalog->item_count; i++)
        for (int language = 0; language < CS_LANGUAGES; language++) {
            cs_text ask = catalog->items[i].ask ? catalog->items[i].ask->in[language] : (cs_text){0};
            if (ask.size)
                cs_names_add(&job->arena, &asks, cs_text_bare(&job->arena, ask));
        }
    return asks;
}

/* How many of the catalog's questions the worksheets of its form hold: at least half of them, or the numbers of a
 * published list; else 0. */
static uint32_t count_on_form(struct cs_job *job, const struct cs_grid *grid, const struct cs_catalog *catalog)
{
    bool published = cs_catalog_is_published(catalog);
    struct cs_names asks = {0};
    uint32_t found = 0;
    for (uint32_t i = 0; catalog->form && i < catalog->form->part_count; i++)
        for (uint32_t k = 0; k < grid->sheet_count; k++) {
            const struct cs_form_part *part = &catalog->form->parts[i];
            const struct cs_grid_sheet *sheet = &grid->sheets[k];
            if (!part->worksheet.size || !cs_text_equal(part->worksheet, sheet->name))
                continue;
            if (!published && asks.count == 0)
                asks = asks_of(job, catalog);
            found += published ? count_numbers(sheet, part, catalog) : count_questions(job, sheet, part, &asks);
        }
    return published || found * 2 >= catalog->item_count ? found : 0;
}

const struct cs_import_options *cs_known_form_options(struct cs_job *job, const struct cs_grid *grid,
                                                      const struct cs_import_options *options)
{
    const struct cs_catalog *found = NULL;
    uint32_t most = 0;
    if (options->form || options->as_catalog || options->worksheet.size)
        return options;
    if (options->catalog && count_on_form(job, grid, options->catalog))
        found = options->catalog;
    for (uint32_t i = 0; i < options->catalog_count && !options->catalog; i++) {
        uint32_t count = count_on_form(job, grid, options->catalogs[i]);
        bool is_newer = count && count == most && cs_ascii_equal(options->catalogs[i]->id, found->id) &&
                        cs_catalog_compare_editions(options->catalogs[i], found) > 0;
        if (count <= most && !is_newer)
            continue;
        found = options->catalogs[i];
        most = count;
    }
    if (!found)
        return options;
    struct cs_import_options *known = cs_alloc(&job->arena, sizeof *known);
    struct cs_form *form = cs_alloc(&job->arena, sizeof *form);
    *known = *options;
    *form = *found->form;
    form->catalog = found->id;
    known->form = form;
    known->is_published = cs_catalog_is_published(found);
    return known;
}
