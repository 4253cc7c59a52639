/* Filling the memory of known questions. */
#include "cmd/known/known.h"
#include "cmd/input.h"
#include "cmd/known/crosswalks.h"
#include "cmd/files.h"
#include "cmd/findings.h"
#include "cmd/shelf.h"
#include "cmd/steps.h"
#include "cmd/paths.h"

#include <stdlib.h>
#include <string.h>

/* Prints the findings if there are more errors than before; true if there are not. */
static bool is_clean(struct run *run, const struct cs_source *source, uint32_t errors, enum exit_code *code)
{
    if (cs_finding_count(run->job, CS_ERROR) == errors)
        return true;
    findings_print(run, source, FINDINGS_FULL, true);
    *code = EXIT_FOUND;
    return false;
}

const struct cs_thesaurus *known_thesaurus(struct run *run, enum exit_code *code)
{
    const char *path = run->request->value[OPTION_THESAURUS];
    uint32_t errors = cs_finding_count(run->job, CS_ERROR);
    if (run->thesaurus)
        return run->thesaurus;
    struct cs_thesaurus *thesaurus = cs_builtin_thesaurus(run->job);
    const struct cs_source *source = path ? input_open(run, path) : NULL;
    *code = EXIT_ERROR;
    if (path && !source)
        return NULL;
    if (source)
        cs_load_thesaurus(run->job, source, thesaurus);
    if (source && !is_clean(run, source, errors, code))
        return NULL;
    run->thesaurus = thesaurus;
    return thesaurus;
}

static bool add_catalogs(struct run *run, struct known *known, enum exit_code *code)
{
    uint32_t count;
    for (int i = 0; known->limited && i < run->request->catalog_count; i++) {
        const struct cs_catalog *catalog = shelf_catalog(run, run->request->catalogs[i], code);
        if (!catalog)
            return false;
        cs_memory_add_catalog(known->memory, catalog);
    }
    struct catalog_place *places = known->limited ? NULL : shelf_places(run, &count);
    for (uint32_t i = 0; places && i < count; i++)
        if (places[i].catalog && !places[i].hidden)
            cs_memory_add_catalog(known->memory, places[i].catalog);
    free(places);
    return true;
}

static bool add_profile(struct run *run, struct known *known, const struct cs_source *source, enum exit_code *code)
{
    uint32_t errors = cs_finding_count(run->job, CS_ERROR);
    *code = EXIT_ERROR;
    if (!source)
        return false;
    const struct cs_profile *profile = cs_load_profile(run->job, source, &run->catalogs);
    if (!is_clean(run, source, errors, code))
        return false;
    if (profile)
        cs_memory_add_profile(known->memory, profile, !known->limited);
    return true;
}

static bool add_profiles(struct run *run, struct known *known, enum exit_code *code)
{
    bool done = true;
    for (int i = 0; i < run->request->profile_count && done; i++) {
        const char *word = run->request->profiles[i];
        char **paths = paths_profiles_in(word);
        if (!paths)
            done = add_profile(run, known, files_open_profile(run, word), code);
        for (char **path = paths; path && *path && done; path++)
            done = add_profile(run, known, files_open_profile(run, *path), code);
        if (paths && !*paths)
            error(run->environment, SAY_NO_PROFILES_IN, cs_text_of(word));
        paths_free(paths);
    }
    return done;
}

static bool fill_memory(struct run *run, struct known *known, const struct cs_profile *first, enum exit_code *code)
{
    known->thesaurus = known_thesaurus(run, code);
    if (!known->thesaurus)
        return false;
    known->memory = cs_memory_new(run->job, known->thesaurus, &known->crosswalks);
    if (!add_catalogs(run, known, code))
        return false;
    if (first)
        cs_memory_add_profile(known->memory, first, !known->limited);
    if (!add_profiles(run, known, code))
        return false;
    known->first = cs_memory_first_profile(known->memory);
    cs_memory_finish(known->memory);
    return true;
}

bool known_open(struct run *run, struct known *known, const struct cs_profile *first, enum exit_code *code)
{
    *known = (struct known){.crosswalks = crosswalks_find(run)};
    return fill_memory(run, known, first, code);
}

bool known_open_limited(struct run *run, struct known *known, enum exit_code *code)
{
    *known = (struct known){.crosswalks = crosswalks_find(run), .limited = run->request->catalog_count > 0};
    return fill_memory(run, known, NULL, code);
}

void known_free(struct known *known)
{
    crosswalks_free(&known->crosswalks);
}

/* --- asking it ----------------------------------------------------------------------------------------------------- */

void known_say_only_equal(struct run *run, size_t count)
{
    struct cs_buf number = {0};
    if (count)
        info(run->environment, run->request, SAY_ONLY_EQUAL, step_number(&number, count));
    cs_buf_free(&number);
}

const struct cs_translation *known_translate(struct run *run, const struct known *known,
                                             const struct cs_catalog *catalog, const bool *wanted, uint32_t most)
{
    const struct cs_translation *translation = cs_translate(run->job, known->memory, catalog, wanted, most);
    known_say_only_equal(run, translation->only_equal);
    return translation;
}
