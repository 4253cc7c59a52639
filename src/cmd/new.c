/* checksheet new: files to start from, and questions that a profile lacks. */
#include "cmd/findings.h"
#include "cmd/sides.h"
#include "cmd/steps.h"
#include "cmd/writing.h"

#include <string.h>

static enum exit_code update_profile(struct run *run, const char *path)
{
    struct cs_buf out = {0}, number = {0};
    enum exit_code code;
    const struct cs_answers *answers;
    const struct cs_profile *profile = step_load(run, path, &answers, &code);
    if (!profile)
        return code;
    uint32_t count = cs_scaffold_update(run->job, profile, answers, &out);
    bool to_stdout = strcmp(path, "-") == 0, done = true;
    if (to_stdout)
        output_text(cs_buf_text(&out));
    else if (count)
        done = writing_edit(run, profile->source, cs_buf_text(&out));
    if (done && !to_stdout)
        info(run->environment, run->request, count ? SAY_UPDATED : SAY_UP_TO_DATE, profile->source->path,
             step_number(&number, count));
    cs_buf_free(&out);
    cs_buf_free(&number);
    return done ? EXIT_DONE : EXIT_ERROR;
}

/* --- from one edition to the next --------------------------------------------------------------------------------- */

/* The finder of catalogs, with one edition in front of the others. */
struct editions {
    const struct cs_catalog *first;
    struct cs_catalogs others;
};

static const struct cs_catalog *find_edition(void *context, cs_text id)
{
    const struct editions *editions = context;
    return cs_text_equal(editions->first->id, id) ? editions->first
                                                  : editions->others.find(editions->others.context, id);
}

static uint32_t edition_ids(void *context, const cs_text **ids)
{
    const struct editions *editions = context;
    return editions->others.ids(editions->others.context, ids);
}

/* The old edition: a file, which does not come before the catalogs in use, or the id of one of them. */
static const struct cs_catalog *old_edition(struct run *run, const char *word, enum exit_code *code)
{
    struct side side = {0};
    if (!files_is_path(word))
        return files_catalog(run, word, code);
    if (!side_load(run, word, &side, code))
        return NULL;
    *code = EXIT_USAGE;
    if (!side.catalog)
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NOT_A_CATALOG, cs_text_of(word));
    return side.catalog;
}

/* Loads bytes or a file as a profile of an edition. NULL, and reported, when it is none. */
static const struct cs_profile *load_edition(struct run *run, const struct cs_source *source,
                                             const struct cs_catalog *edition, const struct cs_answers **answers,
                                             enum exit_code *code)
{
    struct editions editions = {edition, run->catalogs};
    struct cs_catalogs finder = {find_edition, edition_ids, &editions, run->catalogs.level};
    const struct cs_profile *profile = cs_load_profile(run->job, source, &finder);
    *answers = profile ? cs_profile_answers(profile, edition->id) : NULL;
    if (profile && !*answers) {
        error(run->environment, SAY_NO_ANSWERS, source->path, edition->id);
        *code = EXIT_ERROR;
    } else if (!profile) {
        findings_print(run, source, FINDINGS_FULL, true);
        *code = EXIT_FOUND;
    }
    return *answers ? profile : NULL;
}

/* Writes the upgraded profile, and prints what is to be read again; in a pipe, the comments in the profile say it. */
static enum exit_code write_upgraded(struct run *run, const char *path, const struct cs_profile *profile,
                                     const struct cs_answers *answers, const struct cs_upgrade *upgrade,
                                     const struct cs_buf *out)
{
    if (strcmp(path, "-") == 0) {
        output_text(cs_buf_text(out));
        return EXIT_DONE;
    }
    if (!cs_text_equal(cs_buf_text(out), profile->source->bytes) &&
        !writing_edit(run, profile->source, cs_buf_text(out)))
        return EXIT_ERROR;
    const struct cs_sheet *sheet = cs_compose_upgrade(run->job, upgrade, answers);
    uint32_t count = sheet->row_count - 1; /* the head is one */
    struct cs_buf number = {0};
    info(run->environment, run->request, SAY_UPGRADED, profile->source->path, step_number(&number, count));
    cs_buf_free(&number);
    return count ? step_print(run, sheet) : EXIT_DONE;
}

static enum exit_code upgrade_profile(struct run *run, const char *path, const char *from)
{
    enum exit_code code = EXIT_ERROR;
    const char *word = run->request->value[OPTION_CATALOG];
    const struct cs_answers *answers, *carried;
    cs_text upgraded;
    struct cs_buf whole = {0};
    const struct cs_source *source = files_open_profile(run, path);
    const struct cs_catalog *old = source ? old_edition(run, from, &code) : NULL;
    const struct cs_catalog *new = !old   ? NULL
                                   : word ? files_catalog(run, word, &code)
                                          : run->catalogs.find(run->catalogs.context, old->id);
    const struct cs_profile *profile = new ? load_edition(run, source, old, &answers, &code) : NULL;
    if (old && !new && !word) {
        error(run->environment, SAY_NO_NEW_EDITION, old->id);
        return EXIT_ERROR;
    }
    if (!profile)
        return code;
    const struct cs_upgrade *upgrade = cs_upgrade_plan(run->job, old, new);
    if (!cs_scaffold_upgrade(run->job, profile, answers, upgrade, &upgraded)) {
        error(run->environment, SAY_CANNOT_UPGRADE, source->path);
        return EXIT_FOUND;
    }
    source = cs_source_add(run->job, source->path, upgraded);
    const struct cs_profile *next = load_edition(run, source, new, &carried, &code);
    if (next) {
        cs_scaffold_update(run->job, next, carried, &whole);
        code = write_upgraded(run, path, profile, answers, upgrade, &whole);
    }
    cs_buf_free(&whole);
    return code;
}

/* --- new files ---------------------------------------------------------------------------------------------------- */

/* Writes what was made to FILE, with the schema that it names, or to stdout where none is named. */
static enum exit_code write_new(struct run *run, const char *path, const struct cs_catalog *catalog,
                                const struct cs_buf *out)
{
    if (path && strcmp(path, "-") != 0)
        return writing_file(run, path, cs_buf_text(out), OVER_NOTHING) && step_write_schema(run, path, catalog)
                   ? EXIT_DONE
                   : EXIT_ERROR;
    output_text(cs_buf_text(out));
    return EXIT_DONE;
}

enum exit_code command_new(struct run *run)
{
    const char *word = run->request->value[OPTION_CATALOG], *path = step_argument(run, 0);
    int kind = option_word(run->job, run->environment, run->request, OPTION_KIND, 0);
    struct cs_buf out = {0}, number = {0};
    if (kind < 0 || !step_has_at_most(run, 1))
        return EXIT_USAGE;
    if (run->request->value[OPTION_FROM_EDITION] && !run->request->value[OPTION_UPDATE]) {
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NEEDS_UPDATE, (cs_text){0});
        return EXIT_USAGE;
    }
    if (run->request->value[OPTION_FROM_EDITION])
        return upgrade_profile(run, run->request->value[OPTION_UPDATE], run->request->value[OPTION_FROM_EDITION]);
    if (run->request->value[OPTION_UPDATE])
        return update_profile(run, run->request->value[OPTION_UPDATE]);
    enum exit_code code;
    const struct cs_catalog *catalog = kind == 0 ? files_catalog(run, word ? word : "METI", &code) : NULL;
    if (kind == 0 && !catalog)
        return code;
    if (kind == 0 && !(catalog = step_at_level(run, catalog)))
        return EXIT_USAGE;
    if (kind == 0)
        cs_scaffold_profile(run->job, catalog, &out);
    else
        cs_scaffold_catalog(run->job, &out);
    code = write_new(run, path, catalog, &out);
    if (code == EXIT_DONE && path && kind == 0) {
        info(run->environment, run->request, SAY_CREATED, cs_text_of(path), catalog->id,
             step_number(&number, catalog->item_count));
        info(run->environment, run->request, SAY_NEXT_FILL, cs_text_of(path));
    } else if (code == EXIT_DONE && path)
        info(run->environment, run->request, SAY_CREATED_CATALOG, cs_text_of(path));
    cs_buf_free(&out);
    cs_buf_free(&number);
    return code;
}
