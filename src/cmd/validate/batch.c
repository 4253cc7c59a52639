/* See batch.h. All files are read, then checked each by itself, then together. */
#include "cmd/validate/batch.h"
#include "cmd/input.h"
#include "cmd/many/workers.h"
#include "cmd/memory.h"
#include "cmd/shelf.h"
#include "cmd/validate/fixing.h"

#include <stdlib.h>

bool batch_fix(const struct batch *batch, struct validated *file)
{
    struct look look = {&batch->run->catalogs, batch->validation};
    return fixing_file(batch->run, &file->source, look_again, &look, &file->mended);
}

enum exit_code batch_open(struct batch *batch)
{
    struct run *run = batch->run;
    enum exit_code code = EXIT_DONE;
    const struct look look = {&run->catalogs, batch->validation};
    for (size_t i = 0; i < batch->count; i++) {
        struct validated *file = &batch->files[i];
        file->source = input_open(run, file->path);
        shelf_look_near(run, file->path);
        if (file->source)
            file->source = look_source(run->job, &look, file->source);
        if (!file->source || (batch->fixes && !batch_fix(batch, file)))
            code = EXIT_ERROR;
    }
    return code;
}

/* --- each by itself ------------------------------------------------------------------------------------------------ */

static void load_one(void *context, struct cs_job *job, size_t index)
{
    const struct batch *batch = context;
    look_for_profile(job, &(struct look){&batch->run->catalogs, batch->validation}, &batch->files[index]);
}

static void look_at_one(void *context, struct cs_job *job, size_t index)
{
    const struct batch *batch = context;
    if (batch->files[index].source)
        look_at_file(job, &batch->run->catalogs, batch->validation, &batch->files[index]);
}

void batch_load_profiles(struct batch *batch)
{
    const struct work work = {batch->count, load_one, NULL, batch};
    workers_run(batch->run, &work);
}

void batch_look(struct batch *batch)
{
    const struct work work = {batch->count, look_at_one, NULL, batch};
    workers_run(batch->run, &work);
}

void batch_check_allowed(const struct batch *batch)
{
    const struct validation *validation = batch->validation;
    for (size_t i = 0; i < batch->count; i++) {
        const struct validated *file = &batch->files[i];
        if (file->answers)
            cs_check_allowed(batch->run->job, file->profile, validation->catalog ? file->answers : NULL,
                             &validation->check);
    }
}

/* --- together ------------------------------------------------------------------------------------------------------ */

struct comparison {
    const struct cs_consistency *consistency;
    struct cs_speakers *speakers; /* of each part; NULL: nobody asks */
};

static void compare_part(void *context, struct cs_job *job, size_t index)
{
    const struct comparison *comparison = context;
    if (comparison->speakers)
        cs_consistency_speakers(job, comparison->consistency, (uint32_t)index, &comparison->speakers[index]);
    else
        cs_consistency_check(job, comparison->consistency, (uint32_t)index);
}

/* Gets ready to compare those that are there, as the profiles of one job. */
static struct cs_consistency *begin(const struct batch *batch, const struct cs_profile *const *profiles, size_t count)
{
    const struct cs_profile **there = memory_zeroed(count, sizeof *there);
    uint32_t found = 0;
    for (size_t i = 0; i < count && !batch->validation->catalog; i++)
        if (profiles[i])
            there[found++] = profiles[i];
    struct cs_consistency *consistency =
        found ? cs_consistency_begin(batch->run->job, there, found, batch->validation->crosswalks) : NULL;
    free(there);
    return consistency;
}

void batch_compare(const struct batch *batch, const struct cs_profile *const *profiles, size_t count)
{
    struct comparison comparison = {begin(batch, profiles, count), NULL};
    if (!comparison.consistency)
        return;
    const struct work work = {cs_consistency_parts(comparison.consistency), compare_part, NULL, &comparison};
    workers_run(batch->run, &work);
}

void batch_compare_all(const struct batch *batch)
{
    const struct cs_profile **profiles = memory_zeroed(batch->count, sizeof *profiles);
    for (size_t i = 0; i < batch->count; i++)
        profiles[i] = batch->files[i].profile;
    batch_compare(batch, profiles, batch->count);
    free(profiles);
}

static void mark_speakers(const struct cs_speakers *speakers, const struct cs_profile *const *profiles, size_t count,
                          bool *speaks)
{
    for (uint32_t k = 0; k < speakers->count; k++)
        for (size_t i = 0; i < count; i++)
            speaks[i] |= profiles[i] == speakers->at[k];
}

void batch_find_speakers(const struct batch *batch, const struct cs_profile *const *profiles, size_t count,
                         bool *speaks)
{
    struct comparison comparison = {begin(batch, profiles, count), NULL};
    if (!comparison.consistency)
        return;
    uint32_t parts = cs_consistency_parts(comparison.consistency);
    comparison.speakers = memory_zeroed(parts, sizeof *comparison.speakers);
    const struct work work = {parts, compare_part, NULL, &comparison};
    workers_run(batch->run, &work);
    for (uint32_t i = 0; i < parts; i++)
        mark_speakers(&comparison.speakers[i], profiles, count, speaks);
    free(comparison.speakers);
}
