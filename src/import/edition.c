/* Which edition of a catalog a file was written for: see edition.h. */
#include "import/edition.h"
#include "base/ascii.h"
#include "import/page/preface.h"
#include "import/trail.h"
#include "match/similar.h"

/* What "based on" says of a catalog: its title, and behind it the edition, if it has one. */
static enum cs_edition_fit named_by_preface(const struct cs_catalog *catalog, cs_text based_on)
{
    for (int in = 0; in < CS_LANGUAGES; in++) {
        cs_text title = catalog->title.in[in];
        if (title.size == 0 || !cs_text_starts(based_on, title))
            continue;
        cs_text rest = cs_text_skip(based_on, title.size);
        if (!cs_text_starts(rest, CS_TEXT(" ")))
            return CS_EDITION_UNKNOWN;
        for (int language = 0; language < CS_LANGUAGES; language++) {
            cs_text edition = catalog->edition.in[language];
            if (edition.size && cs_text_starts(cs_text_trim(rest), edition))
                return CS_EDITION_THIS;
        }
        return CS_EDITION_OTHER;
    }
    return CS_EDITION_UNKNOWN;
}

static enum cs_edition_fit named_by_file(struct cs_job *job, const struct cs_grid *grid, const struct cs_lines *lines,
                                         const struct cs_catalog *catalog)
{
    cs_text edition = cs_grid_property(grid, CS_TEXT("checksheet.edition"));
    if (edition.size)
        return cs_catalog_is_edition(catalog, edition) ? CS_EDITION_THIS : CS_EDITION_OTHER;
    for (uint32_t i = 0; i < lines->count; i++) {
        cs_text based_on = lines->at[i].kind == CS_LINE_NOTE ? cs_preface_based_on(job, &lines->at[i]) : (cs_text){0};
        if (based_on.size)
            return named_by_preface(catalog, based_on);
    }
    return CS_EDITION_UNKNOWN;
}

static bool has_text(struct cs_job *job, const struct cs_words *words, cs_text bare)
{
    for (int language = 0; words && language < CS_LANGUAGES; language++)
        if (words->in[language].size && cs_text_equal(cs_text_bare(&job->arena, words->in[language]), bare))
            return true;
    return false;
}

/* True for the question of an item, or its name, which may stand in the place of the question. */
static bool asks(struct cs_job *job, const struct cs_item *item, cs_text text)
{
    cs_text bare = cs_text_bare(&job->arena, text);
    return has_text(job, item->ask, bare) || has_text(job, item->name, bare);
}

/* How many lines have a question, and how many have the question that the catalog has under their number. */
struct agreement {
    uint32_t lines, agreeing;
};

static struct agreement agreement_of(struct cs_job *job, const struct cs_lines *lines, const struct cs_catalog *catalog)
{
    struct agreement agreement = {0};
    struct cs_id_index ids;
    cs_id_index_make(job, catalog, &ids);
    for (uint32_t i = 0; i < lines->count; i++) {
        const struct cs_line *line = &lines->at[i];
        cs_text question = line->kind == CS_LINE_ITEM ? line->cells[CS_ROLE_QUESTION] : (cs_text){0};
        uint32_t item = question.size ? cs_id_index_find(&ids, line->number.id) : CS_NO_ITEM;
        agreement.lines += question.size > 0;
        if (item != CS_NO_ITEM)
            agreement.agreeing += asks(job, &catalog->items[item], question);
    }
    return agreement;
}

const struct cs_catalog *cs_edition_of_file(struct cs_job *job, const struct cs_grid *grid,
                                            const struct cs_lines *lines, const struct cs_import_options *options,
                                            cs_text id)
{
    const struct cs_catalog *best = NULL;
    enum cs_edition_fit best_named = CS_EDITION_UNKNOWN;
    uint32_t best_agreeing = 0;
    for (uint32_t i = 0; i < options->catalog_count && id.size; i++) {
        const struct cs_catalog *catalog = options->catalogs[i];
        if (!cs_ascii_equal(catalog->id, id))
            continue;
        enum cs_edition_fit named = named_by_file(job, grid, lines, catalog);
        uint32_t agreeing = agreement_of(job, lines, catalog).agreeing;
        bool is_better = agreeing > best_agreeing ||
                         (agreeing == best_agreeing && best && cs_catalog_compare_editions(catalog, best) > 0);
        if (best && (named == CS_EDITION_THIS) == (best_named == CS_EDITION_THIS) ? !is_better
                                                                                  : best && named != CS_EDITION_THIS)
            continue;
        best = catalog;
        best_named = named;
        best_agreeing = agreeing;
    }
    return best;
}

enum cs_edition_fit cs_edition_fit_of(struct cs_job *job, const struct cs_grid *grid, const struct cs_lines *lines,
                                      const struct cs_catalog *catalog)
{
    enum cs_edition_fit named = named_by_file(job, grid, lines, catalog);
    if (named != CS_EDITION_UNKNOWN)
        return named;
    struct agreement agreement = agreement_of(job, lines, catalog);
    return agreement.agreeing * 2 >= agreement.lines ? CS_EDITION_THIS : CS_EDITION_UNKNOWN;
}
