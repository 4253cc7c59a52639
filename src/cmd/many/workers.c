/* Each worker takes the next task until none is left, with a job of its own, so that they share only read-only data
 * and the shelf of catalogs. Findings are sorted by place when they are read, so the order of work leaves no trace;
 * what must be in order waits for its turn. */
#include "cmd/many/workers.h"
#include "cmd/many/progress.h"
#include "cmd/threads.h"

#include <stdlib.h>

enum { MOST_WORKERS = 64 };

/* Shared by the workers. */
struct pool {
    const struct work *work;
    struct lock *lock; /* protects the following */
    size_t next;       /* index of the next task */
    size_t done; /* number of tasks done, up to the first that is not; all that are done, if no order is required */
    bool is_done[WORK_AHEAD];
    int signal; /* the signal that ends it; 0 if none */
    struct progress *progress;
};

struct worker {
    struct pool *pool;
    struct cs_job *job;
};

/* Takes the index of the next task; false if none is left. */
static bool take(struct pool *pool, size_t *index)
{
    lock_enter(pool->lock);
    while (pool->work->in_order && pool->next >= pool->done + WORK_AHEAD && !pool->signal)
        lock_wait(pool->lock);
    if (!pool->signal)
        pool->signal = output_ending();
    bool more = pool->next < pool->work->count && !pool->signal;
    if (more)
        *index = pool->next++;
    lock_leave(pool->lock);
    return more;
}

/* Handles in order everything that was waiting for this task. */
static void bring_in_order(struct pool *pool, size_t index)
{
    const struct work *work = pool->work;
    pool->is_done[index % WORK_AHEAD] = true;
    for (; pool->done < work->count && pool->is_done[pool->done % WORK_AHEAD] && !pool->signal; pool->done++) {
        pool->is_done[pool->done % WORK_AHEAD] = false;
        work->in_order(work->context, pool->done);
        pool->signal = output_ending(); /* of a pipe that nobody reads any more: this thread's own */
    }
}

static void finish(struct pool *pool, size_t index)
{
    lock_enter(pool->lock);
    if (pool->work->in_order)
        bring_in_order(pool, index);
    else
        pool->done++;
    progress_show(pool->progress, pool->done);
    lock_wake(pool->lock);
    lock_leave(pool->lock);
}

static void go_on(void *context)
{
    const struct worker *worker = context;
    struct pool *pool = worker->pool;
    for (size_t index; take(pool, &index);) {
        pool->work->task(pool->work->context, worker->job, index);
        finish(pool, index);
    }
}

static size_t wanted(const struct run *run, size_t count)
{
    const char *value = run->request->value[OPTION_JOBS];
    unsigned long jobs = value ? strtoul(value, NULL, 10) : run->environment->processors;
    jobs = jobs < MOST_WORKERS ? jobs : MOST_WORKERS;
    return count < jobs ? count : jobs;
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

int workers_run(struct run *run, const struct work *work)
{
    struct progress progress = progress_begin(run, work->count);
    struct pool pool = {.work = work, .lock = lock_new(), .progress = &progress};
    struct worker workers[MOST_WORKERS];
    void *contexts[MOST_WORKERS];
    size_t count = wanted(run, work->count);
    for (size_t i = 0; i < count; i++) {
        workers[i] = (struct worker){&pool, cs_job_fork(run->job)};
        contexts[i] = &workers[i];
        if (!workers[i].job)
            output_no_memory();
    }
    if (count)
        threads_run(go_on, contexts, count);
    for (size_t i = 0; i < count; i++)
        cs_job_join(run->job, workers[i].job);
    progress_end(&progress);
    lock_free(pool.lock);
    return pool.signal;
}
