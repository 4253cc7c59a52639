/* checksheet new: files to start from, and questions that a profile lacks. */
#include "cmd/findings.h"
#include "derive/derive.h"
#include "cmd/sides.h"
#include "cmd/steps.h"
#include "cmd/writing.h"
#include "scaffold/scaffold.h"

#include <string.h>

static enum exit_code update_profile(struct run *run, const char *path)
{
    struct cs_buf number = {0};
    enum exit_code code;
    const struct cs_answers *answers;
    cs_text updated;
    uint32_t count;
    const struct cs_profile *profile = step_load(run, path, TO_MEND, &answers, &code);
    if (!profile)
        return code;
    if (!cs_scaffold_update(run->job, profile, answers, &updated, &count)) {
        error(run->environment, SAY_CANNOT_UPGRADE, profile->source->path);
        return EXIT_FOUND;
    }
    bool to_stdout = strcmp(path, "-") == 0, done = true;
    if (to_stdout)
        output_text(updated);
    else if (count)
        done = writing_edit(run, profile->source, updated);
    if (done && !to_stdout)
        info(run->environment, run->request, count ? SAY_UPDATED : SAY_UP_TO_DATE, profile->source->path,
             step_number(&number, count));
    cs_buf_free(&number);
    return done ? EXIT_DONE : EXIT_ERROR;
}

/* --- from one edition to the next --------------------------------------------------------------------------------- */

/* The old edition: a file, or ID@EDITION, or the id of one. */
static const struct cs_catalog *old_edition(struct run *run, const char *word, enum exit_code *code)
{
    struct side side = {0};
    if (!shelf_is_path(word))
        return shelf_catalog(run, word, code);
    if (!side_load(run, word, TO_MEND, &side, code))
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
    shelf_pin(run, edition);
    const struct cs_profile *profile = cs_load_profile(run->job, source, &run->catalogs);
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
                                     const struct cs_answers *answers, const struct cs_upgrade *upgrade, cs_text out)
{
    if (strcmp(path, "-") == 0) {
        output_text(out);
        return EXIT_DONE;
    }
    if (!cs_text_equal(out, profile->source->bytes) && !writing_edit(run, profile->source, out))
        return EXIT_ERROR;
    const struct cs_sheet *sheet = cs_compose_upgrade(run->job, upgrade, answers);
    uint32_t count = sheet->row_count - 1; /* the head is one */
    struct cs_buf number = {0};
    info(run->environment, run->request, SAY_UPGRADED, profile->source->path, step_number(&number, count));
    cs_buf_free(&number);
    return count ? step_print(run, sheet) : EXIT_DONE;
}

/* The edition to carry the answers over to: that of -c, or the newest. NULL, and reported, when there is none. */
static const struct cs_catalog *new_edition(struct run *run, const struct cs_catalog *old, enum exit_code *code)
{
    const char *word = run->request->value[OPTION_CATALOG];
    const struct cs_catalog *new = word ? shelf_catalog(run, word, code) : shelf_edition(run, old->id, (cs_text){0});
    if (word || new)
        return new;
    error(run->environment, SAY_NO_NEW_EDITION, old->id);
    *code = EXIT_ERROR;
    return NULL;
}

/* Whether the answers are still to the old edition, by what the profile says. *code is set where they are not. */
static bool is_to_carry(struct run *run, const struct cs_profile *profile, const struct cs_catalog *old,
                        const struct cs_catalog *new, enum exit_code *code)
{
    cs_text said = profile->catalog_edition;
    bool is_new = cs_text_equal(old->id, new->id) &&
                  (said.size ? cs_catalog_is_edition(new, said) : cs_catalog_same_edition(old, new));
    if (!is_new && (said.size == 0 || cs_catalog_is_edition(old, said)))
        return true;
    *code = EXIT_DONE;
    if (is_new)
        info(run->environment, run->request, SAY_IS_CARRIED, profile->source->path, new->id,
             cs_words_in(&new->edition, step_language(run)));
    else if (cs_catalog_same_edition(old, new)) {
        error(run->environment, SAY_NO_NEW_EDITION, old->id);
        *code = EXIT_ERROR;
    } else {
        error(run->environment, SAY_OTHER_EDITION, profile->source->path, old->id, said,
              cs_words_in(&old->edition, step_language(run)));
        *code = EXIT_FOUND;
    }
    return false;
}

static enum exit_code upgrade_profile(struct run *run, const char *path, const char *from)
{
    enum exit_code code = EXIT_ERROR;
    const struct cs_answers *answers, *carried;
    cs_text upgraded, whole;
    uint32_t count;
    const struct cs_source *source = files_open_profile(run, path);
    const struct cs_catalog *old = source ? old_edition(run, from, &code) : NULL;
    const struct cs_catalog *new = old ? new_edition(run, old, &code) : NULL;
    const struct cs_profile *profile = new ? load_edition(run, source, old, &answers, &code) : NULL;
    if (!profile || !is_to_carry(run, profile, old, new, &code))
        return code;
    const struct cs_upgrade *upgrade = cs_upgrade_plan(run->job, old, new);
    bool done = cs_scaffold_upgrade(run->job, profile, answers, upgrade, &upgraded);
    if (done) {
        const struct cs_source *between = cs_source_add(run->job, source->path, upgraded);
        const struct cs_profile *next = load_edition(run, between, new, &carried, &code);
        if (!next)
            return code;
        done = cs_scaffold_update(run->job, next, carried, &whole, &count);
    }
    if (!done) {
        error(run->environment, SAY_CANNOT_UPGRADE, source->path);
        return EXIT_FOUND;
    }
    return write_upgraded(run, path, profile, answers, upgrade, whole);
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

/* The file to write, an argument or -o; NULL: stdout. False, and reported, when there are two of them. */
static bool read_path(struct run *run, const char **path)
{
    const char *output = run->request->value[OPTION_OUTPUT];
    *path = output ? output : step_argument(run, 0);
    if (run->request->output_count < 2)
        return step_has_at_most(run, output ? 0 : 1);
    usage_error(run->environment, run->request->command, (cs_text){0}, SAY_TOO_MANY, cs_text_of(output));
    return false;
}

enum exit_code command_new(struct run *run)
{
    const char *word = run->request->value[OPTION_CATALOG], *path;
    int kind = option_word(run->job, run->environment, run->request, OPTION_KIND, 0);
    struct cs_buf out = {0}, number = {0};
    if (kind < 0 || !read_path(run, &path))
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
    const struct cs_catalog *catalog = kind == 0 ? shelf_catalog(run, word ? word : "METI", &code) : NULL;
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
        struct cs_buf next = {0};
        files_add_command(run, "validate", files_short(cs_text_of(path)), &next);
        info(run->environment, run->request, SAY_NEXT_FILL, cs_buf_text(&next));
        cs_buf_free(&next);
    } else if (code == EXIT_DONE && path)
        info(run->environment, run->request, SAY_CREATED_CATALOG, cs_text_of(path));
    cs_buf_free(&out);
    cs_buf_free(&number);
    return code;
}
