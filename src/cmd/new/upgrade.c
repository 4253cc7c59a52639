/* checksheet new --update --from-edition: upgrading a profile to another edition of its catalog. */
#include "cmd/findings.h"
#include "cmd/new/new.h"
#include "cmd/sides.h"
#include "cmd/writing/writing.h"
#include "derive/derive.h"
#include "scaffold/scaffold.h"

#include <string.h>

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

/* Loads bytes or a file as a profile of an edition. NULL, and reported, if it is none. */
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

/* Writes the upgraded profile, and prints what has to be reviewed; in a pipe, the comments in the profile say it. */
static enum exit_code write_upgraded(struct run *run, const char *path, const struct cs_profile *profile,
                                     const struct cs_answers *answers, const struct cs_upgrade *upgrade, cs_text out)
{
    if (strcmp(path, "-") == 0) {
        output_content(run->environment, out);
        return EXIT_DONE;
    }
    if (!cs_text_equal(out, profile->source->bytes) && !writing_edit(run, profile->source, out))
        return EXIT_ERROR;
    const struct cs_sheet *sheet = cs_compose_upgrade(run->job, upgrade, answers);
    uint32_t count = sheet->row_count - 1; /* without the title */
    struct cs_buf number = {0};
    info(run->environment, run->request, SAY_UPGRADED, profile->source->path, step_number(&number, count));
    cs_buf_free(&number);
    return count ? step_print(run, sheet) : EXIT_DONE;
}

/* The edition to carry the answers over to: that of -c, or the newest. NULL, and reported, if there is none. */
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

/* True if the answers are to the old edition, according to the profile; *code is set if not. */
static bool is_to_carry(struct run *run, const struct cs_profile *profile, const struct cs_answers *answers,
                        const struct cs_catalog *old, const struct cs_catalog *new, enum exit_code *code)
{
    cs_text said = answers->edition;
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

enum exit_code new_upgrade(struct run *run, const char *path, const char *from)
{
    enum exit_code code = EXIT_ERROR;
    const struct cs_answers *answers, *carried;
    cs_text upgraded, whole;
    struct cs_scaffold_counts counts;
    const struct cs_source *source = files_open_profile(run, path);
    const struct cs_catalog *old = source ? old_edition(run, from, &code) : NULL;
    const struct cs_catalog *new = old ? new_edition(run, old, &code) : NULL;
    const struct cs_profile *profile = new ? load_edition(run, source, old, &answers, &code) : NULL;
    if (!profile || !is_to_carry(run, profile, answers, old, new, &code))
        return code;
    const struct cs_upgrade *upgrade = cs_upgrade_plan(run->job, old, new);
    bool done = cs_scaffold_upgrade(run->job, profile, answers, upgrade, &upgraded);
    if (done) {
        const struct cs_source *between = cs_source_add(run->job, source->path, upgraded);
        const struct cs_profile *next = load_edition(run, between, new, &carried, &code);
        if (!next)
            return code;
        done = cs_scaffold_update(run->job, next, carried, NULL, &whole, &counts);
    }
    if (!done) {
        error(run->environment, SAY_CANNOT_UPGRADE, source->path);
        return EXIT_FOUND;
    }
    return write_upgraded(run, path, profile, answers, upgrade, whole);
}
