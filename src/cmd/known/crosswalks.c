/* Finding crosswalks. One in a file takes precedence over a built-in one for the same editions of the same catalogs. */
#include "cmd/known/crosswalks.h"
#include "cmd/input.h"
#include "cmd/findings.h"
#include "cmd/memory.h"
#include "cmd/shelf.h"
#include "cmd/paths.h"

#include <stdlib.h>

struct shelf {
    struct run *run;
    struct cs_crosswalk_name *names;
    const struct cs_crosswalk **loaded; /* NULL until needed */
    uint32_t *built_in;                 /* by index: which built-in one it is */
    uint32_t count;
};

static void add_crosswalks_in(struct paths *found, const char *directory)
{
    struct paths files = {0};
    paths_walk(&files, directory, false);
    for (size_t i = 0; i < files.count; i++)
        if (paths_kind(files.at[i]) == CS_FILE_CROSSWALK)
            paths_add(found, "", files.at[i]);
    paths_free(files.at);
}

/* The directories of CHECKSHEET_PATH, and subdirectories named crosswalk. NULL if there are none. */
static char **paths_of_crosswalks(struct run *run)
{
    struct paths found = {0};
    struct cs_buf directory = {0};
    for (const char *path = run->environment->catalog_path; paths_take(&path, &directory);) {
        add_crosswalks_in(&found, directory.bytes);
        cs_buf_add(&directory, CS_TEXT("/crosswalk"));
        if (!directory.failed)
            add_crosswalks_in(&found, directory.bytes);
    }
    cs_buf_free(&directory);
    return found.at;
}

/* The edition that a crosswalk names, where it is there, whatever -c asks for. */
static const struct cs_catalog *find_edition(void *context, cs_text id, cs_text edition)
{
    struct run *run = context;
    const struct cs_catalog *named = edition.size ? shelf_edition(run, id, edition) : NULL;
    bool is_pinned = run->pinned && (!named || cs_catalog_same_edition(run->pinned, named));
    return named && !is_pinned ? named : run->catalogs.find(run->catalogs.context, id, edition);
}

static const struct cs_crosswalk *load_from(struct run *run, const struct cs_source *source)
{
    struct cs_catalogs catalogs = run->catalogs;
    catalogs.find = find_edition;
    catalogs.context = run;
    catalogs.other = NULL;
    return cs_load_crosswalk(run->job, source, &catalogs);
}

static const struct cs_crosswalk *load(void *context, uint32_t index)
{
    struct shelf *shelf = context;
    if (!shelf->loaded[index])
        shelf->loaded[index] = load_from(shelf->run, cs_builtin_crosswalk(shelf->run->job, shelf->built_in[index]));
    return shelf->loaded[index];
}

/* Adds a file; an invalid one is left out, with its findings reported. */
static void add_file(struct shelf *shelf, const char *path)
{
    struct run *run = shelf->run;
    const struct cs_source *source = input_open(run, path);
    uint32_t errors = cs_finding_count(run->job, CS_ERROR);
    const struct cs_crosswalk *crosswalk = source ? load_from(run, source) : NULL;
    if (source && cs_finding_count(run->job, CS_ERROR) > errors)
        findings_print(run, source, FINDINGS_BRIEF, true);
    if (!crosswalk)
        return;
    shelf->names[shelf->count] = (struct cs_crosswalk_name){crosswalk->from->id, crosswalk->to->id};
    shelf->loaded[shelf->count++] = crosswalk;
}

/* True for a crosswalk in a file that is for the editions of two built-in catalogs. */
static bool is_for(struct shelf *shelf, const struct cs_crosswalk *crosswalk, struct cs_crosswalk_name name)
{
    return cs_text_equal(crosswalk->from->id, name.from) && cs_text_equal(crosswalk->to->id, name.to) &&
           cs_catalog_same_edition(crosswalk->from, shelf_built_in(shelf->run, name.from)) &&
           cs_catalog_same_edition(crosswalk->to, shelf_built_in(shelf->run, name.to));
}

static void add_built_in(struct shelf *shelf, uint32_t index)
{
    struct cs_crosswalk_name name = cs_builtin_crosswalk_name(index);
    bool known = false;
    for (uint32_t i = 0; i < shelf->count; i++)
        known = known || (shelf->loaded[i] && is_for(shelf, shelf->loaded[i], name));
    if (known || !shelf_is_built_in(shelf->run, name.from) || !shelf_is_built_in(shelf->run, name.to))
        return;
    shelf->built_in[shelf->count] = index;
    shelf->names[shelf->count++] = name;
}

struct cs_crosswalks crosswalks_find(struct run *run)
{
    char **paths = paths_of_crosswalks(run);
    size_t room = cs_builtin_crosswalk_count();
    for (char **path = paths; path && *path; path++)
        room++;
    struct shelf *shelf = memory_zeroed(1, sizeof *shelf);
    *shelf = (struct shelf){.run = run,
                            .names = memory_zeroed(room, sizeof *shelf->names),
                            .loaded = memory_zeroed(room, sizeof *shelf->loaded),
                            .built_in = memory_zeroed(room, sizeof *shelf->built_in)};
    for (char **path = paths; path && *path; path++)
        add_file(shelf, *path);
    for (uint32_t i = 0; i < cs_builtin_crosswalk_count(); i++)
        add_built_in(shelf, i);
    paths_free(paths);
    return (struct cs_crosswalks){load, shelf->names, shelf->count, shelf};
}

void crosswalks_free(struct cs_crosswalks *crosswalks)
{
    struct shelf *shelf = crosswalks->context;
    if (!shelf)
        return;
    free(shelf->names);
    free(shelf->loaded);
    free(shelf->built_in);
    free(shelf);
}
