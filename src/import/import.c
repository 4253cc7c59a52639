/* Import: a grid becomes a sheet in stages, each of which passes on its results: the worksheets with questions and
 * their rows as lines; the catalog and its items; the answers; the sheet and the remarks. */
#include "checksheet/import.h"
#include "import/answers.h"
#include "import/choose.h"
#include "import/known_form.h"
#include "import/result.h"
#include "import/seen.h"
#include "import/tell.h"

static bool has_items(const struct cs_lines *lines)
{
    for (uint32_t i = 0; i < lines->count; i++)
        if (lines->at[i].kind == CS_LINE_ITEM)
            return true;
    return false;
}

/* True if some line has a question's text; without one, only a catalog can identify the lines, by number. */
static bool has_texts(const struct cs_lines *lines)
{
    for (uint32_t i = 0; i < lines->count; i++)
        if (lines->at[i].kind == CS_LINE_ITEM && lines->at[i].cells[CS_ROLE_QUESTION].size)
            return true;
    return false;
}

static bool has_worksheet(const struct cs_grid *grid, cs_text name)
{
    for (uint32_t i = 0; i < grid->sheet_count; i++)
        if (cs_text_equal(grid->sheets[i].name, name))
            return true;
    return name.size == 0;
}

/* Matches the lines to items, and again if that showed that a page has no items. */
static struct cs_asked_lines find_items(struct cs_job *job, struct cs_pages *pages,
                                        const struct cs_choice_of_catalog *choice)
{
    struct cs_asked_lines asked = {
        .pages = pages, .catalog = choice->catalog, .is_own = choice->said && !pages->options->form};
    do {
        asked.matching = (struct cs_matching){0};
        if (choice->catalog)
            cs_match_lines(job, &pages->lines, choice->catalog,
                           (struct cs_match_wish){.thorough = true,
                                                  .is_own = (asked.is_own && choice->edition == CS_EDITION_THIS) ||
                                                            pages->options->is_published,
                                                  .is_other = asked.is_own && choice->edition == CS_EDITION_OTHER,
                                                  .is_keyed = pages->options->is_published},
                           &asked.matching);
        else
            asked.own = cs_match_own_numbers(job, &pages->lines);
    } while (cs_pages_leave_out(pages, choice->catalog ? &asked.matching : NULL));
    return asked;
}

/* The level that a file asks: it has all questions up to that level and none above. Empty if it has the questions of
 * all levels, or an incomplete set. */
static cs_text level_of(const struct cs_asked_lines *asked)
{
    const struct cs_catalog *catalog = asked->catalog;
    uint32_t highest = 0, found = 0, wanted = 0;
    for (uint32_t i = 0; i < asked->pages->lines.count; i++) {
        uint32_t item = asked->matching.at[i].item;
        if (asked->pages->lines.at[i].kind != CS_LINE_ITEM || item == CS_NO_ITEM)
            continue;
        found++;
        highest = catalog->items[item].rank > highest ? catalog->items[item].rank : highest;
    }
    for (uint32_t i = 0; i < catalog->item_count; i++)
        wanted += catalog->items[i].rank <= highest;
    bool is_one = highest > 0 && highest < catalog->level_count && found == wanted;
    return is_one ? catalog->levels[highest - 1].name : (cs_text){0};
}

static void set_facts(const struct cs_asked_lines *asked, struct cs_imported *imported)
{
    const struct cs_catalog *catalog = imported->catalog;
    const struct cs_grid *grid = asked->pages->grid;
    struct cs_sheet *sheet = imported->sheet;
    sheet->language = cs_lines_language(&asked->pages->lines);
    if (!catalog)
        return;
    sheet->catalog = catalog;
    sheet->catalog_id = catalog->id;
    sheet->catalog_title = cs_words_in(&catalog->title, sheet->language);
    bool is_ours = cs_text_equal(cs_grid_property(grid, CS_TEXT("checksheet.catalog")), catalog->id);
    cs_text edition = is_ours ? cs_grid_property(grid, CS_TEXT("checksheet.edition")) : (cs_text){0};
    sheet->edition =
        cs_catalog_is_edition(catalog, edition) ? edition : cs_words_in(&catalog->edition, sheet->language);
    sheet->level = level_of(asked);
}

enum cs_import_result cs_import(struct cs_job *job, const struct cs_grid *grid, const struct cs_import_options *options,
                                struct cs_imported *imported, struct cs_import_fit fits[2])
{
    *imported = (struct cs_imported){.sheet = cs_alloc(&job->arena, sizeof *imported->sheet)};
    fits[0] = fits[1] = (struct cs_import_fit){0};
    if (!has_worksheet(grid, options->worksheet))
        return CS_NO_WORKSHEET;
    options = cs_known_form_options(job, grid, options);
    struct cs_pages *pages = cs_pages_read(job, grid, options);
    cs_pages_find_legend(pages);
    if (!has_items(&pages->lines) || (options->as_catalog && !has_texts(&pages->lines)))
        return CS_NO_QUESTIONS;
    struct cs_choice_of_catalog choice = cs_choose_catalog(job, grid, &pages->lines, options);
    fits[0] = choice.fits[0];
    fits[1] = choice.fits[1];
    if (choice.result != CS_IMPORTED)
        return choice.result;
    imported->catalog = choice.catalog;
    imported->catalog_was_said = choice.said || options->catalog;
    imported->is_published = options->is_published;
    struct cs_asked_lines asked = find_items(job, pages, &choice);
    set_facts(&asked, imported);
    imported->is_other_edition = imported->sheet->is_other_edition = choice.edition == CS_EDITION_OTHER;
    struct cs_line_answers answers = cs_answers_read(&asked);
    cs_seen_signs(job, &answers, imported->sheet);
    cs_result_make(job, &answers, imported);
    cs_seen_set(job, &answers, imported);
    cs_tell_comments(job, &asked, imported);
    return CS_IMPORTED;
}
