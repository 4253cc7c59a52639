/* Reading a filled sheet. */
#include "cmd/imports.h"
#include "cmd/files.h"
#include "cmd/findings.h"
#include "cmd/memory.h"
#include "cmd/shelf.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const struct cs_catalog *replaced(const struct cs_catalog *catalog, const struct cs_catalog *known)
{
    return known && cs_catalog_same_edition(catalog, known) ? known : catalog;
}

/* All available catalogs, as import takes them. */
static const struct cs_catalog **all_catalogs(struct run *run, const struct cs_catalog *known, uint32_t *count)
{
    uint32_t place_count;
    struct catalog_place *places = shelf_places(run, &place_count);
    const struct cs_catalog **catalogs = memory_zeroed(place_count, sizeof *catalogs);
    *count = 0;
    for (uint32_t i = 0; i < place_count; i++)
        if (places[i].catalog && !places[i].hidden)
            catalogs[(*count)++] = replaced(places[i].catalog, known);
    free(places);
    return catalogs;
}

static void say_no_catalog(struct run *run, cs_text path)
{
    struct cs_buf next = {0};
    files_add_import(run, path.bytes, true, &next);
    error(run->environment, SAY_IMPORT_NO_CATALOG, path, cs_buf_text(&next));
    cs_buf_free(&next);
}

static enum exit_code say_error(struct run *run, cs_text path, enum cs_import_result what,
                                const struct cs_import_fit fits[2])
{
    switch (what) {
    case CS_IMPORTED:
        return EXIT_DONE;
    case CS_NO_WORKSHEET:
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_IMPORT_NO_SHEET,
                    cs_text_of(run->request->value[OPTION_SHEET]));
        return EXIT_USAGE;
    case CS_NO_QUESTIONS:
        error(run->environment, SAY_IMPORT_NO_QUESTIONS, path);
        return EXIT_FOUND;
    case CS_NO_CATALOG_FITS:
        say_no_catalog(run, path);
        return EXIT_USAGE;
    case CS_CATALOGS_FIT_ALIKE:
        error(run->environment, SAY_IMPORT_CATALOGS_ALIKE, path, fits[0].catalog->id, fits[1].catalog->id);
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

/* True, and reported, for a profile or a catalog where a sheet is meant. */
static bool is_ours(struct run *run, const struct cs_source *source)
{
    enum cs_file_kind kind = cs_file_kind(source);
    struct cs_buf next = {0};
    if (kind != CS_FILE_PROFILE && kind != CS_FILE_CATALOG)
        return false;
    files_add_command(run, "validate", files_short(source->path), &next);
    error(run->environment, SAY_IMPORT_OURS, source->path, cs_buf_text(&next));
    cs_buf_free(&next);
    return true;
}

const struct cs_grid *imports_read(struct run *run, const struct cs_source *source, enum exit_code *code)
{
    const char *encoding = run->request->value[OPTION_ENCODING];
    enum cs_charset charset;
    if (is_ours(run, source)) {
        *code = EXIT_FOUND;
        return NULL;
    }
    if (encoding && !cs_charset_of(cs_text_of(encoding), &charset)) {
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NO_ENCODING, cs_text_of(encoding));
        *code = EXIT_USAGE;
        return NULL;
    }
    const struct cs_grid *grid = cs_read_grid_in(run->job, source, encoding ? &charset : NULL);
    if (!grid || !run->request->value[OPTION_QUIET])
        findings_print(run, source, FINDINGS_FULL, true);
    if (!grid)
        *code = EXIT_FOUND;
    return grid;
}

enum cs_import_result imports_try(struct run *run, const struct cs_grid *grid, struct cs_import_options *options,
                                  const struct cs_catalog *known, struct cs_imported *imported,
                                  struct cs_import_fit fits[2])
{
    bool is_known = options->catalog || options->as_catalog; /* then no other is considered or loaded */
    const struct cs_catalog **catalogs = is_known ? NULL : all_catalogs(run, known, &options->catalog_count);
    options->catalogs = catalogs;
    enum cs_import_result what = cs_import(run->job, grid, options, imported, fits);
    options->catalogs = NULL;
    free(catalogs);
    return what;
}

bool imports_understand(struct run *run, cs_text path, const struct cs_grid *grid, struct cs_import_options *options,
                        struct cs_imported *imported, enum exit_code *code)
{
    struct cs_import_fit fits[2];
    *code = say_error(run, path, imports_try(run, grid, options, NULL, imported, fits), fits);
    return *code == EXIT_DONE;
}

struct cs_sheet *imports_sheet(struct run *run, const struct cs_source *source, const struct cs_grid *grid,
                               bool as_catalog, const struct cs_catalog *known, enum exit_code *code)
{
    struct cs_import_options options = {.as_catalog = as_catalog};
    struct cs_imported imported;
    struct cs_import_fit fits[2];
    const char *id = run->request->value[OPTION_CATALOG];
    if (id && !(options.catalog = shelf_catalog(run, id, code)))
        return NULL;
    if (options.catalog)
        options.catalog = replaced(options.catalog, known);
    enum cs_import_result what = imports_try(run, grid, &options, known, &imported, fits);
    if (what == CS_NO_CATALOG_FITS || what == CS_CATALOGS_FIT_ALIKE) {
        options.as_catalog = true;
        what = imports_try(run, grid, &options, known, &imported, fits);
    }
    *code = say_error(run, source->path, what, fits);
    return *code == EXIT_DONE ? imported.sheet : NULL;
}

cs_text imports_name_id(struct cs_buf *buf, const char *path, const struct cs_grid *grid, const struct cs_sheet *sheet)
{
    const char *slash = strrchr(path, '/');
    if (cs_import_id_of_name(cs_import_addressee(grid, sheet->vendor), buf))
        return cs_buf_text(buf);
    cs_buf_clear(buf);
    for (const char *at = slash ? slash + 1 : path; *at && *at != '.'; at++)
        if (isalnum((unsigned char)*at) && (buf->size || isalpha((unsigned char)*at)))
            cs_buf_add_byte(buf, (char)toupper((unsigned char)*at));
    if (buf->size == 0)
        cs_buf_add(buf, CS_TEXT("SHEET"));
    return cs_buf_text(buf);
}

cs_text imports_form_id(struct run *run, struct cs_buf *buf, const char *path, const struct cs_grid *grid,
                        const struct cs_sheet *sheet)
{
    if (shelf_is_built_in(run, imports_name_id(buf, path, grid, sheet)))
        cs_buf_add(buf, CS_TEXT("-FORM"));
    return cs_buf_text(buf);
}

static bool asks_the_same(const struct cs_catalog *a, const struct cs_catalog *b)
{
    bool same = a->item_count == b->item_count && cs_catalog_same_edition(a, b);
    for (uint32_t i = 0; same && i < a->item_count; i++)
        same = cs_text_equal(a->items[i].id, b->items[i].id) && cs_item_same_text(&a->items[i], &b->items[i]);
    return same;
}

enum imports_taken imports_taken_by(struct run *run, const char *path, const struct cs_catalog *made, cs_text there[2])
{
    uint32_t count;
    enum imports_taken taken = ID_IS_FREE;
    struct run apart = *run; /* what is only looked at is no input */
    apart.shelf = shelf_upon(run->shelf);
    apart.job = cs_job_fork(run->job);
    if (!apart.job)
        output_no_memory();
    shelf_look_near(&apart, path);
    struct catalog_place *places = shelf_places(&apart, &count);
    for (uint32_t i = 0; i < count && taken != ID_IN_THIS_EDITION; i++) {
        const struct cs_catalog *other = places[i].catalog;
        if (!other || !shelf_is_id(other->id, made->id) || cs_text_equal(places[i].where, cs_text_of(path)) ||
            asks_the_same(other, made))
            continue;
        taken = cs_catalog_same_edition(other, made) ? ID_IN_THIS_EDITION : ID_IN_OTHER_EDITION;
        there[0] = cs_job_copy(run->job, cs_words_in(&other->title, step_language(run)));
        there[1] = cs_job_copy(run->job, cs_words_in(&other->edition, step_language(run)));
    }
    free(places);
    shelf_free(apart.shelf);
    cs_job_free(apart.job);
    return taken;
}
