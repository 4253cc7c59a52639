/* See lots.h. Each file is loaded in memory of its own, and what is kept of it are the names that it shares with others: two
 * files with one name are in one lot, and so are those that either of them is in one with. */
#include "cmd/validate/lots.h"
#include "cmd/many/workers.h"
#include "cmd/memory.h"
#include "cmd/paths.h"

#include <stdlib.h>
#include <string.h>

/* A name of a file: its path, the path of one that it extends, or its vendor. */
struct name {
    char *text;
    bool is_vendor;
    size_t file;
};

struct names {
    struct name *at;
    size_t count, room;
};

struct scan {
    struct look look;
    char **paths;
    struct names *names; /* of each file */
};

static void add_name(struct names *names, size_t file, bool is_vendor, cs_text text)
{
    names->at = memory_grown(names->at, names->count, &names->room, sizeof *names->at);
    names->at[names->count++] = (struct name){memory_text(text), is_vendor, file};
}

static void scan_one(void *context, struct cs_job *job, size_t index)
{
    const struct scan *scan = context;
    struct names *names = &scan->names[index];
    struct cs_job *own = memory_checked(cs_job_fork(job));
    struct validated file = {.path = scan->paths[index]};
    add_name(names, index, false, cs_text_of(file.path));
    look_for_head(own, &scan->look, &file);
    if (file.profile && !scan->look.validation->catalog) /* else it is compared with no other */
        add_name(names, index, true, cs_consistency_vendor(own, file.profile));
    for (const struct cs_profile *from = file.profile ? file.profile->extends : NULL; from; from = from->extends)
        add_name(names, index, false, from->source->path);
    cs_job_free(own);
}

static int by_text(const void *left, const void *right)
{
    const struct name *a = left, *b = right;
    int order = strcmp(a->text, b->text);
    if (order || a->is_vendor != b->is_vendor)
        return order ? order : a->is_vendor - b->is_vendor;
    return (a->file > b->file) - (a->file < b->file);
}

/* All names in one list, so that those that are alike stand together. */
static struct names gather(const struct scan *scan, size_t count)
{
    struct names all = {0};
    for (size_t i = 0; i < count; i++)
        all.room += scan->names[i].count;
    all.at = memory_zeroed(all.room, sizeof *all.at);
    for (size_t i = 0; i < count; i++) {
        memcpy(all.at + all.count, scan->names[i].at, scan->names[i].count * sizeof *all.at);
        all.count += scan->names[i].count;
        free(scan->names[i].at);
    }
    qsort(all.at, all.count, sizeof *all.at, by_text);
    return all;
}

/* The first file of the lot that a file is in. */
static size_t first_of(size_t *before, size_t file)
{
    for (; before[file] != file; file = before[file])
        before[file] = before[before[file]];
    return file;
}

static void unite(size_t *before, size_t one, size_t other)
{
    size_t a = first_of(before, one), b = first_of(before, other);
    before[a > b ? a : b] = a < b ? a : b;
}

static bool is_alike(const struct name *a, const struct name *b)
{
    return a->is_vendor == b->is_vendor && strcmp(a->text, b->text) == 0;
}

/* Lays the files of each lot side by side. */
static struct lots lay_out(size_t *before, const bool *extends, size_t count)
{
    struct lots lots = {.at = memory_zeroed(count, sizeof *lots.at), .files = memory_zeroed(count, sizeof *lots.files)};
    size_t *lot_of = memory_zeroed(count, sizeof *lot_of), at = 0;
    for (size_t i = 0; i < count; i++) { /* the first of a lot comes before the others */
        size_t first = first_of(before, i);
        lot_of[i] = first == i ? lots.count++ : lot_of[first];
        struct lot *lot = &lots.at[lot_of[i]];
        lot->is_plain = (first == i || lot->is_plain) && !extends[i];
        lot->count++;
    }
    for (size_t i = 0; i < lots.count; at += lots.at[i++].count) {
        lots.at[i].files = lots.files + at;
        before[i] = at;
    }
    for (size_t i = 0; i < count; i++)
        lots.files[before[lot_of[i]]++] = i;
    free(lot_of);
    return lots;
}

struct lots lots_find(struct run *run, const struct validation *validation, char **paths, size_t count)
{
    struct scan scan = {{&run->catalogs, validation}, paths, memory_zeroed(count, sizeof *scan.names)};
    const struct work work = {count, scan_one, NULL, &scan};
    size_t *before = memory_zeroed(count, sizeof *before);
    bool *extends = memory_zeroed(count, sizeof *extends);
    workers_run(run, &work);
    for (size_t i = 0; i < count; i++) {
        before[i] = i;
        extends[i] = scan.names[i].count > 1 + (size_t)(scan.names[i].count > 1 && scan.names[i].at[1].is_vendor);
    }
    struct names names = gather(&scan, count);
    for (size_t i = 1; i < names.count; i++)
        if (is_alike(&names.at[i - 1], &names.at[i]))
            unite(before, names.at[i - 1].file, names.at[i].file);
    struct lots lots = lay_out(before, extends, count);
    for (size_t i = 0; i < names.count; i++)
        free(names.at[i].text);
    free(names.at);
    free(scan.names);
    free(before);
    free(extends);
    return lots;
}

void lots_free(struct lots *lots)
{
    free(lots->at);
    free(lots->files);
}
