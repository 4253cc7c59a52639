/* Choosing the catalog of a file: see choose.h. */
#include "import/choose.h"
#include "base/ascii.h"
#include "import/page/preface.h"

static const struct cs_catalog *find(const struct cs_import_options *options, cs_text id)
{
    for (uint32_t i = 0; i < options->catalog_count && id.size; i++) {
        if (cs_ascii_equal(options->catalogs[i]->id, id))
            return options->catalogs[i];
    }
    return NULL;
}

static const struct cs_catalog *find_titled(const struct cs_import_options *options, cs_text text)
{
    for (uint32_t i = 0; i < options->catalog_count && text.size; i++)
        for (int in = 0; in < CS_LANGUAGES; in++) {
            cs_text title = options->catalogs[i]->title.in[in];
            if (title.size && cs_text_starts(text, title))
                return options->catalogs[i];
        }
    return NULL;
}

/* The catalog that the file itself names, in a property, in its numbers (METI 6-8) or in the preface; of several
 * editions, any. */
static const struct cs_catalog *find_said(struct cs_job *job, const struct cs_grid *grid, const struct cs_lines *lines,
                                          const struct cs_import_options *options)
{
    const struct cs_catalog *said = find(options, cs_grid_property(grid, CS_TEXT("checksheet.catalog")));
    if (!said && options->form)
        said = find(options, options->form->catalog);
    for (uint32_t i = 0; i < lines->count && !said; i++) {
        const struct cs_line *line = &lines->at[i];
        said = line->kind == CS_LINE_ITEM ? find(options, line->number.catalog)
                                          : find_titled(options, cs_preface_based_on(job, line));
    }
    return said;
}

/* True for the first catalog of its id. */
static bool is_first_of_id(const struct cs_import_options *options, uint32_t index)
{
    return find(options, options->catalogs[index]->id) == options->catalogs[index];
}

static void keep_best(struct cs_import_fit fits[2], const struct cs_import_fit *fit)
{
    if (!fits[0].catalog || fit->score > fits[0].score) {
        fits[1] = fits[0];
        fits[0] = *fit;
    } else if (!fits[1].catalog || fit->score > fits[1].score)
        fits[1] = *fit;
}

struct cs_choice_of_catalog cs_choose_catalog(struct cs_job *job, const struct cs_grid *grid,
                                              const struct cs_lines *lines, const struct cs_import_options *options)
{
    static const double twice = 1.5;
    struct cs_import_fit plain[2] = {0};
    struct cs_choice_of_catalog choice = {.catalog = options->catalog};
    struct cs_import_options alone = *options;
    if (choice.catalog) {
        alone.catalogs = &options->catalog;
        alone.catalog_count = 1;
    }
    const struct cs_catalog *said = options->as_catalog ? NULL : find_said(job, grid, lines, &alone);
    choice.said = said != NULL;
    if (said && !choice.catalog)
        choice.catalog = cs_edition_of_file(job, grid, lines, options, said->id);
    choice.edition = said ? cs_edition_fit_of(job, grid, lines, choice.catalog) : CS_EDITION_UNKNOWN;
    if (choice.catalog || options->as_catalog)
        return choice;
    for (uint32_t i = 0; i < options->catalog_count; i++) {
        if (!is_first_of_id(options, i))
            continue;
        struct cs_matching matching;
        const struct cs_catalog *catalog = cs_edition_of_file(job, grid, lines, options, options->catalogs[i]->id);
        cs_match_lines(job, lines, catalog, (struct cs_match_wish){0}, &matching);
        struct cs_import_fit fit = {catalog, matching.hits, matching.score};
        keep_best(choice.fits, &fit);
        if (matching.is_plain)
            keep_best(plain, &fit);
    }
    if (!plain[0].catalog)
        choice.result = CS_NO_CATALOG_FITS;
    else if (plain[0].score < twice * plain[1].score)
        choice.result = CS_CATALOGS_FIT_ALIKE;
    else
        choice.catalog = plain[0].catalog;
    return choice;
}
