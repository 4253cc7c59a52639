/* What is built in, loaded once for all inputs: loading it is most of a run. */
#ifndef TESTS_KNOWN_H
#define TESTS_KNOWN_H

#include "promises.h"

/* A job that lives as long as the program. */
static inline struct cs_job *known_job(void)
{
    static struct cs_job *job;
    struct cs_job_options options = {.language = CS_JA};
    if (!job)
        job = cs_job_new(&options);
    return job;
}

static inline struct cs_catalogs known_catalogs(void)
{
    static struct cs_catalogs catalogs;
    if (!catalogs.find)
        catalogs = cs_builtin_catalogs(known_job());
    return catalogs;
}

static inline const struct cs_catalog *known_catalog(const char *id)
{
    struct cs_catalogs catalogs = known_catalogs();
    return catalogs.find(catalogs.context, cs_text_of(id), (cs_text){0});
}

#endif
