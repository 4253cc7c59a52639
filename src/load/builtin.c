/* The built-in catalogs and crosswalks: the files of controls/, converted to builtin_catalogs.inc by the Makefile,
 * and read like any other file when they are needed. */
#include "checksheet/load.h"
#include "base/ascii.h"
#include "base/job.h"

struct builtin {
    cs_text id; /* METI; for a crosswalk METI--MIC */
    cs_text path;
    const unsigned char *bytes; /* a zero byte follows */
    size_t size;
};

#include "builtin_catalogs.inc" /* static const struct builtin builtins[], crosswalks[], thesauri[] */

enum { BUILTINS = sizeof builtins / sizeof *builtins, CROSSWALKS = sizeof crosswalks / sizeof *crosswalks };

uint32_t cs_builtin_count(void)
{
    return BUILTINS;
}

cs_text cs_builtin_id(uint32_t index)
{
    return builtins[index].id;
}

static bool is_called(const struct builtin *builtin, cs_text id)
{
    return cs_ascii_equal(builtin->id, id);
}

static const struct cs_source *source_of(struct cs_job *job, const struct builtin *file)
{
    return cs_source_add_string(job, file->path, (cs_text){(const char *)file->bytes, file->size});
}

const struct cs_source *cs_builtin_source(struct cs_job *job, cs_text id)
{
    for (uint32_t i = 0; i < BUILTINS; i++)
        if (is_called(&builtins[i], id))
            return source_of(job, &builtins[i]);
    return NULL;
}

const struct cs_source *cs_builtin_source_at(struct cs_job *job, uint32_t index)
{
    return source_of(job, &builtins[index]);
}

uint32_t cs_builtin_crosswalk_count(void)
{
    return CROSSWALKS;
}

struct cs_crosswalk_name cs_builtin_crosswalk_name(uint32_t index)
{
    static const cs_text between = CS_LITERAL("--");
    cs_text id = crosswalks[index].id;
    size_t size = (size_t)cs_text_find(id, between);
    return (struct cs_crosswalk_name){{id.bytes, size}, cs_text_skip(id, size + between.size)};
}

const struct cs_source *cs_builtin_crosswalk(struct cs_job *job, uint32_t index)
{
    return source_of(job, &crosswalks[index]);
}

struct cs_thesaurus *cs_builtin_thesaurus(struct cs_job *job)
{
    struct cs_thesaurus *thesaurus = cs_thesaurus_new(job);
    cs_load_thesaurus(job, source_of(job, &thesauri[0]), thesaurus);
    return thesaurus;
}

/* Catalogs that are loaded, by index. */
struct shelf {
    struct cs_job *job;
    const struct cs_catalog *loaded[BUILTINS];
    cs_text ids[BUILTINS];
};

static const struct cs_catalog *find(void *context, cs_text id, cs_text edition)
{
    struct shelf *shelf = context;
    const struct cs_catalog *newest = NULL;
    for (uint32_t i = 0; i < BUILTINS; i++) {
        if (!is_called(&builtins[i], id))
            continue;
        if (!shelf->loaded[i])
            shelf->loaded[i] = cs_load_catalog(shelf->job, cs_builtin_source_at(shelf->job, i));
        const struct cs_catalog *catalog = shelf->loaded[i];
        if (edition.size && cs_catalog_is_edition(catalog, edition))
            return catalog;
        if (!newest || cs_catalog_compare_editions(catalog, newest) > 0)
            newest = catalog;
    }
    return newest;
}

static uint32_t list_ids(void *context, const cs_text **ids)
{
    struct shelf *shelf = context;
    uint32_t count = 0;
    for (uint32_t i = 0; i < BUILTINS; i++)
        if (i == 0 || !is_called(&builtins[i], builtins[i - 1].id)) /* editions of one catalog are adjacent */
            shelf->ids[count++] = builtins[i].id;
    *ids = shelf->ids;
    return count;
}

struct cs_catalogs cs_builtin_catalogs(struct cs_job *job)
{
    struct shelf *shelf = cs_alloc(&job->arena, sizeof *shelf);
    shelf->job = job;
    return (struct cs_catalogs){.find = find, .ids = list_ids, .context = shelf};
}
