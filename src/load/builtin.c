/* The catalogs and crosswalks that are part of the program: the files of controls/, turned into builtin_catalogs.inc by
 * the Makefile, and read like any other file when they are needed. */
#include "checksheet/load.h"
#include "base/job.h"

#include <strings.h>

struct builtin {
    cs_text id; /* METI; of a crosswalk METI--MIC */
    cs_text path;
    const unsigned char *bytes;
    size_t size;
};

#include "builtin_catalogs.inc" /* static const struct builtin builtins[], crosswalks[] */

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
    return builtin->id.size == id.size && strncasecmp(builtin->id.bytes, id.bytes, id.size) == 0;
}

static const struct cs_source *find_source(struct cs_job *job, const struct builtin *all, uint32_t count, cs_text id)
{
    for (uint32_t i = 0; i < count; i++)
        if (is_called(&all[i], id))
            return cs_source_add(job, all[i].path, (cs_text){(const char *)all[i].bytes, all[i].size});
    return NULL;
}

const struct cs_source *cs_builtin_source(struct cs_job *job, cs_text id)
{
    return find_source(job, builtins, BUILTINS, id);
}

const struct cs_source *cs_builtin_crosswalk(struct cs_job *job, cs_text from, cs_text to)
{
    struct cs_buf id = {0};
    cs_buf_add(&id, from);
    cs_buf_add(&id, CS_TEXT("--"));
    cs_buf_add(&id, to);
    const struct cs_source *source = find_source(job, crosswalks, CROSSWALKS, cs_buf_text(&id));
    cs_buf_free(&id);
    return source;
}

/* Catalogs that were loaded, by index. */
struct shelf {
    struct cs_job *job;
    const struct cs_catalog *loaded[BUILTINS];
    cs_text ids[BUILTINS];
};

static const struct cs_catalog *find(void *context, cs_text id)
{
    struct shelf *shelf = context;
    for (uint32_t i = 0; i < BUILTINS; i++) {
        if (!is_called(&builtins[i], id))
            continue;
        if (!shelf->loaded[i])
            shelf->loaded[i] = cs_load_catalog(shelf->job, cs_builtin_source(shelf->job, id));
        return shelf->loaded[i];
    }
    return NULL;
}

static uint32_t list_ids(void *context, const cs_text **ids)
{
    struct shelf *shelf = context;
    for (uint32_t i = 0; i < BUILTINS; i++)
        shelf->ids[i] = builtins[i].id;
    *ids = shelf->ids;
    return BUILTINS;
}

struct cs_catalogs cs_builtin_catalogs(struct cs_job *job)
{
    struct shelf *shelf = cs_alloc(&job->arena, sizeof *shelf);
    shelf->job = job;
    return (struct cs_catalogs){find, list_ids, shelf};
}
