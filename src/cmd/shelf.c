/* Catalogs and crosswalks: those on CHECKSHEET_PATH, and those that are built in. */
#include "cmd/shelf.h"
#include "cmd/input.h"
#include "cmd/findings.h"
#include "cmd/paths.h"
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

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
    struct paths looked_in; /* directories */
};

static struct catalog_place *add_place(struct catalog_shelf *shelf)
{
    if (shelf->count == shelf->room) {
        shelf->room = shelf->room ? shelf->room * 2 : 16;
        shelf->places = realloc(shelf->places, shelf->room * sizeof *shelf->places);
        shelf->ids = realloc(shelf->ids, shelf->room * sizeof *shelf->ids);
        if (!shelf->places || !shelf->ids)
            output_no_memory();
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
    paths_walk(&files, directory, false);
    for (size_t i = 0; i < files.count; i++) {
        if (paths_kind(files.at[i]) != CS_FILE_CATALOG)
            continue;
        const struct cs_source *source = input_open(shelf->run, files.at[i]);
        const struct cs_catalog *catalog = source ? cs_load_catalog(shelf->run->job, source) : NULL;
        if (source && cs_finding_count(shelf->run->job, CS_ERROR))
            findings_print(shelf->run, source, FINDINGS_BRIEF, true);
        if (!catalog)
            continue;
        struct catalog_place *place = add_place(shelf);
        *place = (struct catalog_place){.id = catalog->id, .where = source->path, .source = source, .catalog = catalog};
    }
    paths_free(files.at);
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

struct catalog_shelf *shelf_new(struct run *run)
{
    struct catalog_shelf *shelf = calloc(1, sizeof *shelf);
    if (!shelf)
        output_no_memory();
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

void shelf_free(struct catalog_shelf *shelf)
{
    if (!shelf)
        return;
    for (size_t i = 0; i < shelf->near_count; i++) {
        free(shelf->near[i].path);
        free((char *)shelf->near[i].id.bytes);
    }
    free(shelf->near);
    paths_free(shelf->looked_in.at);
    free(shelf->places);
    free(shelf->ids);
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
                output_no_memory();
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
    paths_add(&shelf->looked_in, "", directory);
    paths_walk(&files, directory, false);
    for (size_t i = 0; i < files.count; i++) {
        if (paths_kind(files.at[i]) != CS_FILE_CATALOG)
            continue;
        if (shelf->near_count == shelf->near_room) {
            shelf->near_room = shelf->near_room ? shelf->near_room * 2 : 16;
            shelf->near = realloc(shelf->near, shelf->near_room * sizeof *shelf->near);
            if (!shelf->near)
                output_no_memory();
        }
        shelf->near[shelf->near_count++] = (struct near_file){files.at[i], id_of_file(files.at[i]), false};
        files.at[i] = NULL;
    }
    for (size_t i = 0; i < files.count; i++)
        free(files.at[i]);
    free(files.at);
}

void shelf_look_near(struct run *run, const char *path)
{
    struct cs_buf directory = {0};
    const char *slash = strrchr(path, '/');
    cs_buf_add(&directory, (cs_text){path, slash ? (size_t)(slash - path) : 0});
    if (slash == path)
        cs_buf_add_byte(&directory, '/');
    look_in(run->shelf, directory.size ? directory.bytes : "");
    cs_buf_add(&directory, directory.size ? CS_TEXT("/catalogs") : CS_TEXT("catalogs"));
    if (directory.failed)
        output_no_memory();
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
        const struct cs_source *source = known ? NULL : input_open(run, file->path);
        const struct cs_catalog *catalog = source ? cs_load_catalog(run->job, source) : NULL;
        if (catalog && cs_finding_count(run->job, CS_ERROR) == errors)
            *add_place(shelf) = (struct catalog_place){
                .id = catalog->id, .where = source->path, .source = source, .catalog = catalog, .is_near = true};
    }
}

const struct catalog_place *shelf_places(struct run *run, uint32_t *count)
{
    for (size_t i = 0; i < run->shelf->near_count; i++)
        take_near(run, run->shelf->near[i].id);
    for (uint32_t i = 0; i < run->shelf->count; i++)
        load_place(run, &run->shelf->places[i]);
    hide_copies(run->shelf);
    *count = run->shelf->count;
    return run->shelf->places;
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
    const struct cs_catalog *catalog = shelf_edition(run, id, edition);
    return catalog || edition.size == 0 ? catalog : shelf_edition(run, id, (cs_text){0});
}

const struct cs_catalog *shelf_edition(struct run *run, cs_text id, cs_text edition)
{
    struct catalog_place *place = place_of(run, id, edition);
    return place ? place->catalog : NULL;
}

const struct cs_catalog *shelf_pin(struct run *run, const struct cs_catalog *catalog)
{
    const struct cs_catalog *before = run->shelf->pinned;
    run->shelf->pinned = catalog;
    return before;
}

bool shelf_is_built_in(struct run *run, cs_text id)
{
    bool found = false;
    take_near(run, id);
    for (uint32_t i = 0; i < run->shelf->count; i++) {
        const struct catalog_place *place = &run->shelf->places[i];
        if (same_id(place->id, id) && !place->built_in) { /* which of them is meant, their editions say */
            place = place_of(run, id, (cs_text){0});
            return place && place->built_in;
        }
        found = found || same_id(place->id, id);
    }
    return found;
}

static void add_crosswalks(struct paths *found, const char *directory)
{
    struct paths files = {0};
    paths_walk(&files, directory, false);
    for (size_t i = 0; i < files.count; i++)
        if (paths_kind(files.at[i]) == CS_FILE_CROSSWALK)
            paths_add(found, "", files.at[i]);
    paths_free(files.at);
}

char **shelf_crosswalks(struct run *run)
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

/* True for the first place of an edition of its id. */
static bool is_first_of_edition(struct run *run, uint32_t index)
{
    struct catalog_place *places = run->shelf->places;
    for (uint32_t i = 0; i < index; i++)
        if (same_id(places[i].id, places[index].id) && load_place(run, &places[i]) &&
            cs_catalog_same_edition(places[i].catalog, places[index].catalog))
            return false;
    return true;
}

static const struct cs_catalog *other_edition(void *context, const struct cs_catalog *catalog, uint32_t n)
{
    struct run *run = context;
    take_near(run, catalog->id);
    for (uint32_t i = 0; i < run->shelf->count; i++) {
        struct catalog_place *place = &run->shelf->places[i];
        if (!same_id(place->id, catalog->id) || !load_place(run, place) || !is_first_of_edition(run, i) ||
            cs_catalog_same_edition(place->catalog, catalog))
            continue;
        if (n-- == 0)
            return place->catalog;
    }
    return NULL;
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

struct cs_catalogs shelf_catalogs(struct run *run)
{
    const char *level = run->request->value[OPTION_LEVEL];
    return (struct cs_catalogs){find_catalog, list_ids, other_edition, run, level ? cs_text_of(level) : (cs_text){0}};
}

/* A word with a slash or a YAML ending is a file, which then answers to its own id. */
static const struct cs_catalog *catalog_of_file(struct run *run, const char *path, enum exit_code *code)
{
    for (uint32_t i = 0; i < run->shelf->count; i++) /* read before */
        if (run->shelf->places[i].catalog && cs_text_equal(run->shelf->places[i].where, cs_text_of(path)))
            return run->shelf->places[i].catalog;
    const struct cs_source *source = input_open(run, path);
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

/* The editions of an id, as they are named in the language of messages. */
static cs_text editions_of(struct run *run, cs_text id, struct cs_buf *out)
{
    uint32_t count;
    const struct catalog_place *places = shelf_places(run, &count);
    for (uint32_t i = 0; i < count; i++)
        if (places[i].catalog && !places[i].hidden && same_id(places[i].id, id)) {
            cs_buf_separate(out, CS_TEXT(", "));
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
    const struct cs_catalog *catalog = shelf_edition(run, id, edition);
    const cs_text *ids;
    if (!catalog) { /* one of this directory, which import or new has just written */
        shelf_look_near(run, "");
        catalog = shelf_edition(run, id, edition);
    }
    uint32_t count = list_ids(run, &ids);
    if (!catalog && edition.size && shelf_edition(run, id, (cs_text){0})) {
        struct cs_buf all = {0};
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NO_SUCH_EDITION, id, edition,
                    editions_of(run, id, &all));
        cs_buf_free(&all);
    } else if (!catalog)
        usage_error(run->environment, run->request->command, cs_guess_text(run->job, id, ids, count), SAY_NO_CATALOG,
                    id);
    else if (edition.size)
        shelf_pin(run, catalog);
    return catalog;
}

bool shelf_is_path(const char *word)
{
    return strchr(word, '/') || paths_is_yaml(word);
}

const struct cs_catalog *shelf_catalog(struct run *run, const char *word, enum exit_code *code)
{
    if (!shelf_is_path(word))
        return catalog_of_word(run, cs_text_of(word), code);
    const struct cs_catalog *catalog = catalog_of_file(run, word, code);
    if (catalog)
        shelf_pin(run, catalog);
    return catalog;
}
