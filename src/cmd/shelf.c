/* The catalogs on CHECKSHEET_PATH and the built-in ones.
 *
 * Several threads use a shelf at a time, each for a run of its own: it is locked during access, what is loaded
 * belongs to the shelf, and a loaded catalog is only read. A shelf based on another one contains the catalogs near
 * some profiles; it locks itself before the other. */
#include "cmd/shelf.h"
#include "cmd/memory.h"
#include "cmd/input.h"
#include "cmd/findings.h"
#include "cmd/paths.h"
#include "cmd/threads.h"
#include "base/base.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* The file of a catalog near a profile, and the id that it declares. */
struct near_file {
    char *path;
    cs_text id;     /* in the memory of its path */
    bool taken;     /* it has been added to the places, or could not be, ... */
    bool is_broken; /* ... because it has errors */
};

struct catalog_shelf {
    struct catalog_shelf *base; /* the shelf that this one extends; NULL if none */
    struct lock *lock;          /* protects the following */
    struct cs_job *job;         /* the owner of the catalogs */
    struct catalog_place *places;
    uint32_t count;
    size_t room;
    cs_text *ids; /* for messages, each once; without those near profiles, which are found when they are asked for */
    uint32_t id_count;
    size_t id_room;
    struct near_file *near;
    size_t near_count, near_room;
    struct paths looked_in; /* directories already searched */
};

/* --- what there is ------------------------------------------------------------------------------------------------ */

static void enter(const struct catalog_shelf *shelf)
{
    lock_enter(shelf->lock);
    if (shelf->base)
        lock_enter(shelf->base->lock);
}

static void leave(const struct catalog_shelf *shelf)
{
    if (shelf->base)
        lock_leave(shelf->base->lock);
    lock_leave(shelf->lock);
}

static struct catalog_place *add_place(struct catalog_shelf *shelf)
{
    shelf->places = memory_grown(shelf->places, shelf->count, &shelf->room, sizeof *shelf->places);
    struct catalog_place *place = &shelf->places[shelf->count++];
    *place = (struct catalog_place){0};
    return place;
}

bool shelf_is_id(cs_text a, cs_text b)
{
    return a.size == b.size && strncasecmp(a.bytes, b.bytes, a.size) == 0;
}

static uint32_t count_all(const struct catalog_shelf *shelf)
{
    return shelf->count + (shelf->base ? shelf->base->count : 0);
}

/* The places of the base come first. */
static struct catalog_place *place_at(const struct catalog_shelf *shelf, uint32_t index)
{
    uint32_t before = shelf->base ? shelf->base->count : 0;
    return index < before ? &shelf->base->places[index] : &shelf->places[index - before];
}

static void add_id(struct catalog_shelf *shelf, cs_text id)
{
    for (uint32_t i = 0; i < shelf->id_count; i++)
        if (shelf_is_id(shelf->ids[i], id))
            return;
    shelf->ids = memory_grown(shelf->ids, shelf->id_count, &shelf->id_room, sizeof *shelf->ids);
    shelf->ids[shelf->id_count++] = id;
}

/* Adds the catalogs of a directory; an invalid file is left out, with its findings reported. */
static void add_directory(struct run *run, struct catalog_shelf *shelf, const char *directory)
{
    struct paths files = {0};
    paths_walk(&files, directory, false);
    for (size_t i = 0; i < files.count; i++) {
        if (paths_kind(files.at[i]) != CS_FILE_CATALOG)
            continue;
        const struct cs_source *source = input_open(run, files.at[i]);
        const struct cs_catalog *catalog = source ? cs_load_catalog(run->job, source) : NULL;
        if (source && cs_finding_count(run->job, CS_ERROR))
            findings_print(run, source, FINDINGS_BRIEF, true);
        if (!catalog)
            continue;
        struct catalog_place *place = add_place(shelf);
        *place = (struct catalog_place){.id = catalog->id, .where = source->path, .source = source, .catalog = catalog};
    }
    paths_free(files.at);
}

static struct catalog_shelf *make(struct cs_job *job, struct catalog_shelf *base)
{
    struct catalog_shelf *shelf = memory_zeroed(1, sizeof *shelf);
    if (!job)
        output_no_memory();
    *shelf = (struct catalog_shelf){.base = base, .lock = lock_new(), .job = job};
    return shelf;
}

struct catalog_shelf *shelf_new(struct run *run)
{
    struct catalog_shelf *shelf = make(run->job, NULL);
    struct cs_buf directory = {0};
    for (const char *path = run->environment->catalog_path; paths_take(&path, &directory);)
        add_directory(run, shelf, directory.bytes);
    cs_buf_free(&directory);
    for (uint32_t i = 0; i < cs_builtin_count(); i++) {
        struct catalog_place *place = add_place(shelf);
        place->id = cs_builtin_id(i);
        place->index = i;
        place->built_in = true;
    }
    for (uint32_t i = 0; i < shelf->count; i++)
        add_id(shelf, shelf->places[i].id);
    return shelf;
}

struct catalog_shelf *shelf_upon(struct catalog_shelf *base)
{
    struct catalog_shelf *shelf = make(cs_job_fork(base->job), base);
    for (uint32_t i = 0; i < base->id_count; i++)
        add_id(shelf, base->ids[i]);
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
    lock_free(shelf->lock);
    if (shelf->base)
        cs_job_free(shelf->job);
    free(shelf);
}

bool shelf_has_read(const struct catalog_shelf *shelf, uint64_t device, uint64_t inode)
{
    enter(shelf);
    bool found =
        cs_job_has_read(shelf->job, device, inode) || (shelf->base && cs_job_has_read(shelf->base->job, device, inode));
    leave(shelf);
    return found;
}

/* Loads a built-in catalog on first use. */
static const struct cs_catalog *load_place(struct catalog_shelf *shelf, struct catalog_place *place)
{
    struct cs_job *job = shelf->base ? shelf->base->job : shelf->job;
    if (!place->catalog) {
        place->source = cs_builtin_source_at(job, place->index);
        place->catalog = cs_load_catalog(job, place->source);
        place->where = place->source->path;
    }
    return place->catalog;
}

const struct cs_catalog *shelf_at(struct run *run, cs_text path)
{
    const struct cs_catalog *catalog = NULL;
    enter(run->shelf);
    for (uint32_t i = 0; i < count_all(run->shelf) && !catalog; i++)
        if (cs_text_equal(place_at(run->shelf, i)->where, path))
            catalog = place_at(run->shelf, i)->catalog;
    leave(run->shelf);
    return catalog;
}

/* Of several copies of an edition the first one counts. */
static void hide_copies(struct catalog_place *places, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < i && !places[i].hidden; k++)
            places[i].hidden =
                places[i].catalog && places[k].catalog && cs_catalog_same_edition(places[i].catalog, places[k].catalog);
}

/* --- catalogs near a profile -------------------------------------------------------------------------------------- */

/* The id in a catalog's file, without loading it; most have it in the beginning. */
static cs_text id_of_file(const char *path)
{
    enum { BEGINNING = 8192 };
    char bytes[BEGINNING];
    struct cs_job *job = cs_job_new(NULL);
    FILE *file = fopen(path, "rb");
    if (!job)
        output_no_memory();
    size_t size = file ? fread(bytes, 1, BEGINNING, file) : 0;
    if (file)
        fclose(file);
    cs_text id = cs_file_id(job, cs_source_add(job, cs_text_of(path), (cs_text){bytes, size}), size < BEGINNING);
    const struct cs_source *whole = id.size == 0 && size == BEGINNING ? cs_source_read(job, path) : NULL;
    if (whole)
        id = cs_file_id(job, whole, true);
    char *copy = id.size ? memory_text(id) : NULL;
    cs_job_free(job);
    return (cs_text){copy, copy ? strlen(copy) : 0};
}

/* Records the catalog files of a directory; they are loaded when their id is asked for. */
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
        shelf->near = memory_grown(shelf->near, shelf->near_count, &shelf->near_room, sizeof *shelf->near);
        shelf->near[shelf->near_count++] = (struct near_file){.path = files.at[i], .id = id_of_file(files.at[i])};
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
    enter(run->shelf);
    look_in(run->shelf, directory.size ? directory.bytes : "");
    cs_buf_add(&directory, directory.size ? CS_TEXT("/catalogs") : CS_TEXT("catalogs"));
    if (directory.failed)
        output_no_memory();
    look_in(run->shelf, directory.bytes);
    leave(run->shelf);
    cs_buf_free(&directory);
}

/* Loads the catalog of a file in a job; if it has errors, they are among the job's findings, and the result is NULL. */
static const struct cs_catalog *load_near(struct run *run, struct cs_job *job, const char *path,
                                          const struct cs_source **source)
{
    struct run as = *run;
    as.job = job;
    uint32_t errors = cs_finding_count(job, CS_ERROR);
    *source = input_open(&as, path);
    const struct cs_catalog *catalog = *source ? cs_load_catalog(job, *source) : NULL;
    return cs_finding_count(job, CS_ERROR) == errors ? catalog : NULL;
}

/* Loads a near file and adds it to the places. If it has errors, every run that asks for it reports them. */
static void take_file(struct run *run, struct near_file *file)
{
    struct catalog_shelf *shelf = run->shelf;
    const struct cs_source *source;
    uint32_t told = 0;
    if (!file->taken && !shelf_at(run, cs_text_of(file->path))) {
        const struct cs_catalog *catalog = load_near(run, shelf->job, file->path, &source);
        file->is_broken = !catalog;
        if (catalog)
            *add_place(shelf) = (struct catalog_place){
                .id = catalog->id, .where = source->path, .source = source, .catalog = catalog, .is_near = true};
    }
    file->taken = true;
    if (file->is_broken)
        cs_findings_of(run->job, cs_text_of(file->path), &told);
    if (file->is_broken && !told)
        load_near(run, run->job, file->path, &source);
}

static void take_near(struct run *run, cs_text id)
{
    for (size_t i = 0; i < run->shelf->near_count; i++)
        if (shelf_is_id(run->shelf->near[i].id, id))
            take_file(run, &run->shelf->near[i]);
}

struct catalog_place *shelf_places(struct run *run, uint32_t *count)
{
    struct catalog_shelf *shelf = run->shelf;
    enter(shelf);
    for (size_t i = 0; i < shelf->near_count; i++)
        take_near(run, shelf->near[i].id);
    *count = count_all(shelf);
    struct catalog_place *places = memory_zeroed(*count, sizeof *places);
    for (uint32_t i = 0; i < *count; i++) {
        load_place(shelf, place_at(shelf, i));
        places[i] = *place_at(shelf, i);
    }
    leave(shelf);
    hide_copies(places, *count);
    return places;
}

/* --- by id and edition -------------------------------------------------------------------------------------------- */

/* True if a place precedes another of the same edition: a near one does. */
static bool is_better(const struct catalog_place *place, const struct catalog_place *other)
{
    if (!other)
        return true;
    int order = cs_catalog_compare_editions(place->catalog, other->catalog);
    return order > 0 || (order == 0 && place->is_near && !other->is_near);
}

/* The place of an id and an edition; with an empty edition, of the newest. NULL if there is none. The shelf must be
 * locked. */
static struct catalog_place *place_of(struct run *run, cs_text id, cs_text edition)
{
    struct catalog_place *best = NULL;
    take_near(run, id);
    for (uint32_t i = 0; i < count_all(run->shelf); i++) {
        struct catalog_place *place = place_at(run->shelf, i);
        if (!shelf_is_id(place->id, id) || !load_place(run->shelf, place))
            continue;
        if ((edition.size == 0 || cs_catalog_is_edition(place->catalog, edition)) && is_better(place, best))
            best = place;
    }
    return best;
}

static const struct cs_catalog *find_catalog(void *context, cs_text id, cs_text edition)
{
    struct run *run = context;
    const struct cs_catalog *pinned = run->pinned;
    if (pinned && shelf_is_id(pinned->id, id))
        return pinned;
    const struct cs_catalog *catalog = shelf_edition(run, id, edition);
    return catalog || edition.size == 0 ? catalog : shelf_edition(run, id, (cs_text){0});
}

const struct cs_catalog *shelf_edition(struct run *run, cs_text id, cs_text edition)
{
    enter(run->shelf);
    const struct catalog_place *place = place_of(run, id, edition);
    const struct cs_catalog *catalog = place ? place->catalog : NULL;
    leave(run->shelf);
    return catalog;
}

const struct cs_catalog *shelf_pin(struct run *run, const struct cs_catalog *catalog)
{
    const struct cs_catalog *before = run->pinned;
    run->pinned = catalog;
    return before;
}

static struct catalog_place *built_in_place(struct run *run, cs_text id)
{
    for (uint32_t i = 0; i < count_all(run->shelf); i++)
        if (shelf_is_id(place_at(run->shelf, i)->id, id) && place_at(run->shelf, i)->built_in)
            return place_at(run->shelf, i);
    return NULL;
}

/* True if no copy of the built-in edition in a file is used in its place. */
static bool is_used(struct run *run, struct catalog_place *built_in)
{
    bool others = false;
    take_near(run, built_in->id);
    for (uint32_t i = 0; i < count_all(run->shelf); i++)
        others |= shelf_is_id(place_at(run->shelf, i)->id, built_in->id) && !place_at(run->shelf, i)->built_in;
    const struct cs_catalog *catalog = others ? load_place(run->shelf, built_in) : NULL;
    return !others || place_of(run, built_in->id, cs_words_in(&catalog->edition, CS_JA)) == built_in;
}

bool shelf_is_built_in(struct run *run, cs_text id)
{
    enter(run->shelf);
    struct catalog_place *place = built_in_place(run, id);
    bool built_in = place && is_used(run, place);
    leave(run->shelf);
    return built_in;
}

const struct cs_catalog *shelf_built_in(struct run *run, cs_text id)
{
    enter(run->shelf);
    struct catalog_place *place = built_in_place(run, id);
    const struct cs_catalog *catalog = place ? load_place(run->shelf, place) : NULL;
    leave(run->shelf);
    return catalog;
}

/* True for the first place of an edition of its id. */
static bool is_first_of_edition(struct catalog_shelf *shelf, uint32_t index)
{
    const struct catalog_place *place = place_at(shelf, index);
    for (uint32_t i = 0; i < index; i++) {
        struct catalog_place *before = place_at(shelf, i);
        if (shelf_is_id(before->id, place->id) && load_place(shelf, before) &&
            cs_catalog_same_edition(before->catalog, place->catalog))
            return false;
    }
    return true;
}

static const struct cs_catalog *other_edition(void *context, const struct cs_catalog *catalog, uint32_t n)
{
    struct run *run = context;
    const struct cs_catalog *other = NULL;
    enter(run->shelf);
    take_near(run, catalog->id);
    for (uint32_t i = 0; i < count_all(run->shelf) && !other; i++) {
        struct catalog_place *place = place_at(run->shelf, i);
        if (!shelf_is_id(place->id, catalog->id) || !load_place(run->shelf, place) ||
            !is_first_of_edition(run->shelf, i) || cs_catalog_same_edition(place->catalog, catalog))
            continue;
        if (n-- == 0)
            other = place->catalog;
    }
    leave(run->shelf);
    return other;
}

static uint32_t list_ids(void *context, const cs_text **ids)
{
    const struct run *run = context;
    *ids = run->shelf->ids;
    return run->shelf->id_count;
}

struct cs_catalogs shelf_catalogs(struct run *run)
{
    const char *level = run->request->value[OPTION_LEVEL];
    return (struct cs_catalogs){find_catalog, list_ids, other_edition, run, level ? cs_text_of(level) : (cs_text){0}};
}

void shelf_add(struct run *run, const struct cs_source *source, const struct cs_catalog *catalog)
{
    enter(run->shelf);
    *add_place(run->shelf) = (struct catalog_place){
        .id = catalog->id, .where = source->path, .source = source, .catalog = catalog, .is_near = true};
    add_id(run->shelf, catalog->id);
    leave(run->shelf);
}
