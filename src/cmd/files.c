/* Finding files. Directory order never shows: everything found is sorted. */
#include "cmd/files.h"
#include "cmd/findings.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- lists of paths --------------------------------------------------------------------------------------------- */

struct paths {
    char **at;
    size_t count, room;
};

static void no_memory(void)
{
    fputs("checksheet: out of memory\n", stderr);
    exit(EXIT_ERROR);
}

static void add_path(struct paths *paths, const char *directory, const char *name)
{
    size_t size = strlen(directory) + strlen(name) + 2;
    if (paths->count + 1 >= paths->room) {
        paths->room = paths->room ? paths->room * 2 : 16;
        paths->at = realloc(paths->at, paths->room * sizeof *paths->at);
    }
    char *path = malloc(size);
    if (!paths->at || !path)
        no_memory();
    snprintf(path, size, "%s%s%s", directory, directory[0] ? "/" : "", name);
    paths->at[paths->count++] = path;
    paths->at[paths->count] = NULL;
}

void files_free(char **paths)
{
    for (size_t i = 0; paths && paths[i]; i++)
        free(paths[i]);
    free(paths);
}

static bool is_yaml(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot && (strcmp(dot, ".yaml") == 0 || strcmp(dot, ".yml") == 0);
}

static bool is_directory(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static int by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

/* True when the file's first key is ours; reads no more than its beginning. */
static enum cs_file_kind kind_of(const char *path)
{
    enum { BEGINNING = 8192 };
    char bytes[BEGINNING];
    FILE *file = fopen(path, "rb");
    if (!file)
        return CS_FILE_OTHER;
    size_t size = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    struct cs_job *job = cs_job_new(NULL);
    if (!job)
        no_memory();
    enum cs_file_kind kind = cs_file_kind(cs_source_add(job, cs_text_of(path), (cs_text){bytes, size}));
    cs_job_free(job);
    return kind;
}

static void walk(struct paths *found, const char *directory, bool deep)
{
    struct dirent **entries;
    int count = scandir(directory[0] ? directory : ".", &entries, NULL, by_bytes);
    for (int i = 0; i < count; i++) {
        struct paths one = {0};
        if (entries[i]->d_name[0] != '.') {
            add_path(&one, directory, entries[i]->d_name);
            if (is_directory(one.at[0]) && deep)
                walk(found, one.at[0], deep);
            else if (is_yaml(one.at[0]) && kind_of(one.at[0]) != CS_FILE_OTHER)
                add_path(found, "", one.at[0]);
        }
        files_free(one.at);
        free(entries[i]);
    }
    if (count >= 0)
        free(entries);
}

char **files_profiles_in(const char *directory)
{
    struct stat status;
    struct paths all = {0}, profiles = {0};
    if (stat(directory, &status) != 0 || !S_ISDIR(status.st_mode))
        return NULL;
    walk(&all, directory, false);
    for (size_t i = 0; i < all.count; i++)
        if (kind_of(all.at[i]) == CS_FILE_PROFILE)
            add_path(&profiles, "", all.at[i]);
    files_free(all.at);
    return profiles.count ? profiles.at : calloc(1, sizeof *profiles.at);
}

char **files_below(void)
{
    struct paths found = {0};
    walk(&found, "", true);
    return found.at;
}

/* A catalog's file that stands near a profile, and the id that it says. */
struct near_file {
    char *path;
    cs_text id; /* of the path's own memory */
    bool taken; /* it is among the places, or could not be */
};

struct catalog_shelf {
    struct run *run;
    struct catalog_place *places;
    cs_text *ids;
    uint32_t count, room;
    const struct cs_catalog *pinned; /* meant whatever the edition; NULL: none */
    struct near_file *near;
    size_t near_count, near_room;
    struct paths looked_in;       /* directories */
    struct cs_buf standard_input; /* what "-" held: a source looks at it until the end */
};

/* --- one file --------------------------------------------------------------------------------------------------- */

static const struct cs_source *read_stdin(struct run *run)
{
    const char *name = run->request->value[OPTION_STDIN_NAME];
    struct cs_buf *bytes = &run->shelf->standard_input;
    char part[65536];
    size_t size;
    run->reads_stdin = true;
    if (isatty(STDIN_FILENO))
        info(run->environment, run->request, SAY_WAITING, (cs_text){0});
    while ((size = fread(part, 1, sizeof part, stdin)) > 0 && bytes->size < CS_SOURCE_LIMIT)
        cs_buf_add(bytes, (cs_text){part, size});
    if (ferror(stdin) || bytes->failed) {
        error(run->environment, SAY_CANNOT_READ, CS_TEXT("-"), cs_text_of(strerror(errno)));
        return NULL;
    }
    return cs_source_add_string(run->job, cs_text_of(name ? name : "<stdin>"), cs_buf_text(bytes));
}

const struct cs_source *files_open(struct run *run, const char *path)
{
    if (strcmp(path, "-") == 0)
        return read_stdin(run);
    uint32_t count;
    const struct cs_source *source = cs_source_read(run->job, path);
    if (source)
        return source;
    const struct cs_finding *findings = cs_findings(run->job, &count);
    for (uint32_t i = 0; i < count; i++) /* the newest one about this path */
        if (findings[i].rule == CS_RULE_CANNOT_READ && cs_text_equal(findings[i].span.source->path, cs_text_of(path))) {
            struct cs_buf line = {0};
            cs_buf_add(&line, cs_text_of("checksheet: "));
            cs_buf_add(&line, findings[i].span.source->path);
            cs_buf_add(&line, CS_TEXT(": "));
            cs_buf_add(&line, findings[i].message);
            cs_buf_add(&line, CS_TEXT("\n"));
            fputs(line.bytes, stderr);
            cs_buf_free(&line);
            break;
        }
    return NULL;
}

/* acme -> acme, acme.yaml, acme.checksheet.yaml, profiles/acme.yaml, ...: the first that is there. */
static bool find_profile(const char *word, struct cs_buf *path)
{
    static const char *const directories[] = {"", "profiles/"};
    static const char *const endings[] = {"", ".yaml", ".checksheet.yaml", ".yml"};
    struct stat status;
    for (size_t d = 0; d < sizeof directories / sizeof *directories; d++)
        for (size_t e = 0; e < sizeof endings / sizeof *endings; e++) {
            cs_buf_clear(path);
            cs_buf_add(path, cs_text_of(directories[d]));
            cs_buf_add(path, cs_text_of(word));
            cs_buf_add(path, cs_text_of(endings[e]));
            if (!path->failed && stat(path->bytes, &status) == 0 && (e == 0 || S_ISREG(status.st_mode)))
                return true;
        }
    return false;
}

/* The only profile of this directory. */
static const struct cs_source *only_profile(struct run *run)
{
    struct paths all = {0}, profiles = {0};
    struct cs_buf count = {0}, names = {0};
    const struct cs_source *source = NULL;
    walk(&all, "", false);
    for (size_t i = 0; i < all.count; i++)
        if (kind_of(all.at[i]) == CS_FILE_PROFILE) {
            add_path(&profiles, "", all.at[i]);
            cs_buf_add(&names, names.size ? CS_TEXT(" ") : (cs_text){0});
            cs_buf_add(&names, cs_text_of(all.at[i]));
        }
    cs_buf_print(&count, "%zu", profiles.count);
    files_look_near(run, "");
    if (profiles.count == 1)
        source = files_open(run, profiles.at[0]);
    else if (profiles.count == 0)
        error(run->environment, SAY_NO_PROFILES, (cs_text){0});
    else
        error(run->environment, SAY_MANY_PROFILES, cs_buf_text(&count), cs_buf_text(&names));
    files_free(all.at);
    files_free(profiles.at);
    cs_buf_free(&count);
    cs_buf_free(&names);
    return source;
}

const struct cs_source *files_open_profile(struct run *run, const char *word)
{
    if (!word)
        return only_profile(run);
    if (strcmp(word, "-") == 0)
        return files_open(run, word);
    struct cs_buf path = {0};
    const struct cs_source *source = NULL;
    if (find_profile(word, &path)) {
        source = files_open(run, path.bytes);
        files_look_near(run, path.bytes);
    } else
        error(run->environment, SAY_NO_PROFILE, cs_text_of(word));
    cs_buf_free(&path);
    return source;
}

/* --- catalogs --------------------------------------------------------------------------------------------------- */

static struct catalog_place *add_place(struct catalog_shelf *shelf)
{
    if (shelf->count == shelf->room) {
        shelf->room = shelf->room ? shelf->room * 2 : 16;
        shelf->places = realloc(shelf->places, shelf->room * sizeof *shelf->places);
        shelf->ids = realloc(shelf->ids, shelf->room * sizeof *shelf->ids);
        if (!shelf->places || !shelf->ids)
            no_memory();
    }
    struct catalog_place *place = &shelf->places[shelf->count++];
    *place = (struct catalog_place){0};
    return place;
}

static bool same_id(cs_text a, cs_text b)
{
    return a.size == b.size && strncasecmp(a.bytes, b.bytes, a.size) == 0;
}

/* The catalogs of one directory; a file that is not valid is left out, and its findings say why. */
static void add_directory(struct catalog_shelf *shelf, const char *directory)
{
    struct paths files = {0};
    walk(&files, directory, false);
    for (size_t i = 0; i < files.count; i++) {
        if (kind_of(files.at[i]) != CS_FILE_CATALOG)
            continue;
        const struct cs_source *source = files_open(shelf->run, files.at[i]);
        const struct cs_catalog *catalog = source ? cs_load_catalog(shelf->run->job, source) : NULL;
        if (source && cs_finding_count(shelf->run->job, CS_ERROR))
            findings_print(shelf->run, source, FINDINGS_BRIEF, true);
        if (!catalog)
            continue;
        struct catalog_place *place = add_place(shelf);
        *place = (struct catalog_place){.id = catalog->id, .where = source->path, .source = source, .catalog = catalog};
    }
    files_free(files.at);
}

/* Takes the next directory off CHECKSHEET_PATH; false at its end. */
static bool take_directory(const char **path, struct cs_buf *directory)
{
    for (size_t size; *path && **path; *path += size + ((*path)[size] == ':')) {
        size = strcspn(*path, ":");
        cs_buf_clear(directory);
        cs_buf_add(directory, (cs_text){*path, size});
        if (size == 0 || directory->failed)
            continue;
        *path += size + ((*path)[size] == ':');
        return true;
    }
    return false;
}

struct catalog_shelf *files_shelf(struct run *run)
{
    struct catalog_shelf *shelf = calloc(1, sizeof *shelf);
    if (!shelf)
        no_memory();
    shelf->run = run;
    struct cs_buf directory = {0};
    for (const char *path = run->environment->catalog_path; take_directory(&path, &directory);)
        add_directory(shelf, directory.bytes);
    cs_buf_free(&directory);
    for (uint32_t i = 0; i < cs_builtin_count(); i++) {
        struct catalog_place *place = add_place(shelf);
        place->id = cs_builtin_id(i);
        place->index = i;
        place->built_in = true;
    }
    return shelf;
}

void files_shelf_free(struct catalog_shelf *shelf)
{
    for (size_t i = 0; i < shelf->near_count; i++) {
        free(shelf->near[i].path);
        free((char *)shelf->near[i].id.bytes);
    }
    free(shelf->near);
    files_free(shelf->looked_in.at);
    free(shelf->places);
    free(shelf->ids);
    cs_buf_free(&shelf->standard_input);
    free(shelf);
}

static const struct cs_catalog *load_place(struct run *run, struct catalog_place *place)
{
    if (!place->catalog) {
        place->source = cs_builtin_source_at(run->job, place->index);
        place->catalog = cs_load_catalog(run->job, place->source);
        place->where = place->source->path;
    }
    return place->catalog;
}

/* Of several copies of an edition the first one counts. */
static void hide_copies(struct catalog_shelf *shelf)
{
    for (uint32_t i = 0; i < shelf->count; i++)
        for (uint32_t k = 0; k < i && !shelf->places[i].hidden; k++)
            shelf->places[i].hidden = shelf->places[i].catalog && shelf->places[k].catalog &&
                                      cs_catalog_same_edition(shelf->places[i].catalog, shelf->places[k].catalog);
}

const struct catalog_place *files_places(struct run *run, uint32_t *count)
{
    for (uint32_t i = 0; i < run->shelf->count; i++)
        load_place(run, &run->shelf->places[i]);
    hide_copies(run->shelf);
    *count = run->shelf->count;
    return run->shelf->places;
}

/* --- catalogs near a profile -------------------------------------------------------------------------------------- */

/* The id that a catalog's file says, without loading it. */
static cs_text id_of_file(const char *path)
{
    enum { BEGINNING = 8192 };
    char bytes[BEGINNING + 1], *id = NULL;
    FILE *file = fopen(path, "rb");
    size_t size = file ? fread(bytes, 1, BEGINNING, file) : 0;
    if (file)
        fclose(file);
    bytes[size] = '\0';
    for (char *line = bytes; line && !id; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL)
        if (strncmp(line, "id:", 3) == 0) {
            line += 3 + strspn(line + 3, " \"'");
            size_t length = strcspn(line, " \"'\r\n#");
            id = malloc(length + 1);
            if (!id)
                no_memory();
            memcpy(id, line, length);
            id[length] = '\0';
        }
    return cs_text_of(id);
}

/* Notes the catalogs' files of a directory; they are loaded when one of their id is asked for. */
static void look_in(struct catalog_shelf *shelf, const char *directory)
{
    struct paths files = {0};
    for (size_t i = 0; i < shelf->looked_in.count; i++)
        if (strcmp(shelf->looked_in.at[i], directory) == 0)
            return;
    add_path(&shelf->looked_in, "", directory);
    walk(&files, directory, false);
    for (size_t i = 0; i < files.count; i++) {
        if (kind_of(files.at[i]) != CS_FILE_CATALOG)
            continue;
        if (shelf->near_count == shelf->near_room) {
            shelf->near_room = shelf->near_room ? shelf->near_room * 2 : 16;
            shelf->near = realloc(shelf->near, shelf->near_room * sizeof *shelf->near);
            if (!shelf->near)
                no_memory();
        }
        shelf->near[shelf->near_count++] = (struct near_file){files.at[i], id_of_file(files.at[i]), false};
        files.at[i] = NULL;
    }
    for (size_t i = 0; i < files.count; i++)
        free(files.at[i]);
    free(files.at);
}

void files_look_near(struct run *run, const char *path)
{
    struct cs_buf directory = {0};
    const char *slash = strrchr(path, '/');
    cs_buf_add(&directory, (cs_text){path, slash ? (size_t)(slash - path) : 0});
    if (slash == path)
        cs_buf_add_byte(&directory, '/');
    look_in(run->shelf, directory.size ? directory.bytes : "");
    cs_buf_add(&directory, directory.size ? CS_TEXT("/catalogs") : CS_TEXT("catalogs"));
    if (directory.failed)
        no_memory();
    look_in(run->shelf, directory.bytes);
    cs_buf_free(&directory);
}

/* Loads the near files of an id, so that they are places like others. */
static void take_near(struct run *run, cs_text id)
{
    struct catalog_shelf *shelf = run->shelf;
    for (size_t i = 0; i < shelf->near_count; i++) {
        struct near_file *file = &shelf->near[i];
        if (file->taken || !same_id(file->id, id))
            continue;
        file->taken = true;
        bool known = false;
        for (uint32_t k = 0; k < shelf->count; k++)
            known = known || cs_text_equal(shelf->places[k].where, cs_text_of(file->path));
        uint32_t errors = cs_finding_count(run->job, CS_ERROR);
        const struct cs_source *source = known ? NULL : files_open(run, file->path);
        const struct cs_catalog *catalog = source ? cs_load_catalog(run->job, source) : NULL;
        if (catalog && cs_finding_count(run->job, CS_ERROR) == errors)
            *add_place(shelf) = (struct catalog_place){
                .id = catalog->id, .where = source->path, .source = source, .catalog = catalog, .is_near = true};
    }
}

/* --- by id and edition -------------------------------------------------------------------------------------------- */

/* A place before another of the same edition: a near one counts. */
static bool is_better(const struct catalog_place *place, const struct catalog_place *other)
{
    if (!other)
        return true;
    int order = cs_catalog_compare_editions(place->catalog, other->catalog);
    return order > 0 || (order == 0 && place->is_near && !other->is_near);
}

/* The place of an id and an edition; with the edition empty, of the newest. NULL when there is none. */
static struct catalog_place *place_of(struct run *run, cs_text id, cs_text edition)
{
    struct catalog_place *best = NULL;
    take_near(run, id);
    for (uint32_t i = 0; i < run->shelf->count; i++) {
        struct catalog_place *place = &run->shelf->places[i];
        if (!same_id(place->id, id) || !load_place(run, place))
            continue;
        if ((edition.size == 0 || cs_catalog_is_edition(place->catalog, edition)) && is_better(place, best))
            best = place;
    }
    return best;
}

static const struct cs_catalog *find_catalog(void *context, cs_text id, cs_text edition)
{
    struct run *run = context;
    const struct cs_catalog *pinned = run->shelf->pinned;
    if (pinned && same_id(pinned->id, id))
        return pinned;
    const struct cs_catalog *catalog = files_edition(run, id, edition);
    return catalog || edition.size == 0 ? catalog : files_edition(run, id, (cs_text){0});
}

const struct cs_catalog *files_edition(struct run *run, cs_text id, cs_text edition)
{
    struct catalog_place *place = place_of(run, id, edition);
    return place ? place->catalog : NULL;
}

const struct cs_catalog *files_pin(struct run *run, const struct cs_catalog *catalog)
{
    const struct cs_catalog *before = run->shelf->pinned;
    run->shelf->pinned = catalog;
    return before;
}

const struct catalog_place *files_place(struct run *run, cs_text id)
{
    return place_of(run, id, (cs_text){0});
}

static void add_crosswalks(struct paths *found, const char *directory)
{
    struct paths files = {0};
    walk(&files, directory, false);
    for (size_t i = 0; i < files.count; i++)
        if (kind_of(files.at[i]) == CS_FILE_CROSSWALK)
            add_path(found, "", files.at[i]);
    files_free(files.at);
}

char **files_crosswalks(struct run *run)
{
    struct paths found = {0};
    struct cs_buf directory = {0};
    for (const char *path = run->environment->catalog_path; take_directory(&path, &directory);) {
        add_crosswalks(&found, directory.bytes);
        cs_buf_add(&directory, CS_TEXT("/crosswalk"));
        if (!directory.failed)
            add_crosswalks(&found, directory.bytes);
    }
    cs_buf_free(&directory);
    return found.at;
}

static uint32_t list_ids(void *context, const cs_text **ids)
{
    struct run *run = context;
    uint32_t count = 0;
    for (uint32_t i = 0; i < run->shelf->count; i++) {
        bool known = false;
        for (uint32_t k = 0; k < count && !known; k++)
            known = same_id(run->shelf->ids[k], run->shelf->places[i].id);
        if (!known)
            run->shelf->ids[count++] = run->shelf->places[i].id;
    }
    *ids = run->shelf->ids;
    return count;
}

struct cs_catalogs files_catalogs(struct run *run)
{
    const char *level = run->request->value[OPTION_LEVEL];
    return (struct cs_catalogs){find_catalog, list_ids, run, level ? cs_text_of(level) : (cs_text){0}};
}

/* A word with a slash or a YAML ending is a file, which then answers to its own id. */
static const struct cs_catalog *catalog_of_file(struct run *run, const char *path, enum exit_code *code)
{
    for (uint32_t i = 0; i < run->shelf->count; i++) /* read before */
        if (run->shelf->places[i].catalog && cs_text_equal(run->shelf->places[i].where, cs_text_of(path)))
            return run->shelf->places[i].catalog;
    const struct cs_source *source = files_open(run, path);
    *code = EXIT_ERROR;
    if (!source)
        return NULL;
    uint32_t errors = cs_finding_count(run->job, CS_ERROR);
    const struct cs_catalog *catalog = cs_load_catalog(run->job, source);
    *code = EXIT_FOUND;
    if (cs_finding_count(run->job, CS_ERROR) > errors) {
        findings_print(run, source, FINDINGS_FULL, true);
        return NULL;
    }
    *add_place(run->shelf) = (struct catalog_place){
        .id = catalog->id, .where = source->path, .source = source, .catalog = catalog, .is_near = true};
    return catalog;
}

bool files_is_path(const char *word)
{
    const char *edition = strchr(word, '@'), *slash = strchr(word, '/'); /* an edition may have a / in its name */
    return (slash && (!edition || slash < edition)) || is_yaml(word);
}

/* The editions of an id, as they are named in the language of messages. */
static cs_text editions_of(struct run *run, cs_text id, struct cs_buf *out)
{
    uint32_t count;
    const struct catalog_place *places = files_places(run, &count);
    for (uint32_t i = 0; i < count; i++)
        if (places[i].catalog && !places[i].hidden && same_id(places[i].id, id)) {
            cs_buf_add(out, out->size ? CS_TEXT(", ") : (cs_text){0});
            cs_buf_add(out, cs_words_in(&places[i].catalog->edition, run->environment->language));
        }
    return cs_buf_text(out);
}

/* ID or ID@EDITION; the edition that is named is then meant whatever a profile says. */
static const struct cs_catalog *catalog_of_word(struct run *run, cs_text word, enum exit_code *code)
{
    ptrdiff_t at = cs_text_find(word, CS_TEXT("@"));
    cs_text id = at < 0 ? word : (cs_text){word.bytes, (size_t)at};
    cs_text edition = at < 0 ? (cs_text){0} : cs_text_skip(word, (size_t)at + 1);
    *code = EXIT_USAGE;
    const struct cs_catalog *catalog = files_edition(run, id, edition);
    const cs_text *ids;
    uint32_t count = list_ids(run, &ids);
    if (!catalog && edition.size && files_edition(run, id, (cs_text){0})) {
        struct cs_buf all = {0};
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NO_SUCH_EDITION, id, edition,
                    editions_of(run, id, &all));
        cs_buf_free(&all);
    } else if (!catalog)
        usage_error(run->environment, run->request->command, cs_guess_text(run->job, id, ids, count), SAY_NO_CATALOG,
                    id);
    else if (edition.size)
        files_pin(run, catalog);
    return catalog;
}

const struct cs_catalog *files_catalog(struct run *run, const char *word, enum exit_code *code)
{
    if (!files_is_path(word))
        return catalog_of_word(run, cs_text_of(word), code);
    const struct cs_catalog *catalog = catalog_of_file(run, word, code);
    if (catalog)
        files_pin(run, catalog);
    return catalog;
}
