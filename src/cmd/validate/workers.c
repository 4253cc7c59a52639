/* The only file that sees threads.
 *
 * Each worker takes the next file until none is left, with a job of its own, so that they share nothing but what is only
 * read: sources, and catalogs that are loaded. A catalog that nobody has asked for yet is loaded into the run's job, under
 * a lock. Findings are sorted by their place when they are read, so who has found them leaves no trace. */
#include "cmd/validate/workers.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_WORKERS = 64 };

/* What the workers share. */
struct pool {
    struct run *run;
    worker_task *task;
    void *context;
    size_t count;

    pthread_mutex_t lock; /* of what follows, and of the run's job */
    size_t next;          /* index of the file to be taken */

    const cs_text *ids; /* of the catalogs, found out beforehand */
    uint32_t id_count;
};

struct worker {
    struct pool *pool;
    struct cs_job *job;
    pthread_t thread;
};

static const struct cs_catalog *find_catalog(void *context, cs_text id, cs_text edition)
{
    struct pool *pool = context;
    pthread_mutex_lock(&pool->lock);
    const struct cs_catalog *catalog = pool->run->catalogs.find(pool->run->catalogs.context, id, edition);
    pthread_mutex_unlock(&pool->lock);
    return catalog;
}

static const struct cs_catalog *other_edition(void *context, const struct cs_catalog *catalog, uint32_t n)
{
    struct pool *pool = context;
    pthread_mutex_lock(&pool->lock);
    const struct cs_catalog *other = pool->run->catalogs.other(pool->run->catalogs.context, catalog, n);
    pthread_mutex_unlock(&pool->lock);
    return other;
}

static uint32_t list_ids(void *context, const cs_text **ids)
{
    const struct pool *pool = context;
    *ids = pool->ids;
    return pool->id_count;
}

static size_t take(struct pool *pool)
{
    pthread_mutex_lock(&pool->lock);
    size_t index = pool->next < pool->count ? pool->next++ : pool->count;
    pthread_mutex_unlock(&pool->lock);
    return index;
}

static void *work(void *context)
{
    const struct worker *worker = context;
    struct pool *pool = worker->pool;
    struct cs_catalogs catalogs = {find_catalog, list_ids, other_edition, pool, pool->run->catalogs.level};
    for (size_t index = take(pool); index < pool->count; index = take(pool))
        pool->task(pool->context, worker->job, &catalogs, index);
    return NULL;
}

static uint32_t wanted(const struct run *run, size_t count)
{
    const char *value = run->request->value[OPTION_JOBS];
    unsigned long jobs = value ? strtoul(value, NULL, 10) : run->environment->processors;
    jobs = jobs < MOST_WORKERS ? jobs : MOST_WORKERS;
    return (uint32_t)(count < jobs ? count : jobs);
}

bool workers_read(struct run *run)
{
    const char *value = run->request->value[OPTION_JOBS];
    char *end = NULL;
    if (!value || (*value >= '1' && *value <= '9' && strtoul(value, &end, 10) && !*end))
        return true;
    usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NOT_A_COUNT, CS_TEXT("--jobs"),
                cs_text_of(value));
    return false;
}

/* Starts a worker in a thread of its own; false when that cannot be. */
static bool start(struct worker *worker)
{
    worker->job = cs_job_fork(worker->pool->run->job);
    if (worker->job && pthread_create(&worker->thread, NULL, work, worker) == 0)
        return true;
    cs_job_free(worker->job);
    return false;
}

/* This thread is the first worker. One that cannot be started leaves its files to the others. */
void workers_run(struct run *run, size_t count, worker_task *task, void *context)
{
    struct pool pool = {.run = run, .task = task, .context = context, .count = count};
    struct worker workers[MOST_WORKERS] = {{.pool = &pool, .job = cs_job_fork(run->job)}};
    uint32_t most = wanted(run, count), started = 1;
    const cs_text *ids; /* of a list that grows as catalogs are found near profiles */
    pool.id_count = run->catalogs.ids(run->catalogs.context, &ids);
    cs_text *kept = calloc(pool.id_count + 1u, sizeof *kept);
    if (!workers[0].job || !kept) {
        error(run->environment, SAY_NO_MEMORY, (cs_text){0});
        exit(EXIT_ERROR);
    }
    memcpy(kept, ids, pool.id_count * sizeof *kept);
    pool.ids = kept;
    pthread_mutex_init(&pool.lock, NULL);
    for (; started < most; started++) {
        workers[started].pool = &pool;
        if (!start(&workers[started]))
            break;
    }
    work(&workers[0]);
    for (uint32_t i = 0; i < started; i++) {
        if (i > 0)
            pthread_join(workers[i].thread, NULL);
        cs_job_join(run->job, workers[i].job);
    }
    pthread_mutex_destroy(&pool.lock);
    free(kept);
}
