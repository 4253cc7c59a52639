/* The only file that sees threads. */
#include "cmd/threads.h"
#include "cmd/memory.h"
#include "cmd/output.h"

#include <pthread.h>
#include <stdlib.h>

struct lock {
    pthread_mutex_t mutex;
    pthread_cond_t condition;
};

struct lock *lock_new(void)
{
    struct lock *lock = memory_zeroed(1, sizeof *lock);
    pthread_mutexattr_t recursive;
    if (pthread_mutexattr_init(&recursive) != 0)
        output_no_memory();
    pthread_mutexattr_settype(&recursive, PTHREAD_MUTEX_RECURSIVE);
    if (pthread_mutex_init(&lock->mutex, &recursive) != 0 || pthread_cond_init(&lock->condition, NULL) != 0)
        output_no_memory();
    pthread_mutexattr_destroy(&recursive);
    return lock;
}

void lock_free(struct lock *lock)
{
    pthread_cond_destroy(&lock->condition);
    pthread_mutex_destroy(&lock->mutex);
    free(lock);
}

void lock_enter(struct lock *lock)
{
    pthread_mutex_lock(&lock->mutex);
}

void lock_leave(struct lock *lock)
{
    pthread_mutex_unlock(&lock->mutex);
}

void lock_wait(struct lock *lock)
{
    pthread_cond_wait(&lock->condition, &lock->mutex);
}

void lock_wake(struct lock *lock)
{
    pthread_cond_broadcast(&lock->condition);
}

struct thread {
    pthread_t id;
    void (*work)(void *context);
    void *context;
};

static void *begin(void *context)
{
    const struct thread *thread = context;
    thread->work(thread->context);
    return NULL;
}

void threads_run(void (*work)(void *context), void **contexts, size_t count)
{
    struct thread *threads = memory_zeroed(count, sizeof *threads);
    size_t started = 1;
    for (; started < count; started++) {
        threads[started] = (struct thread){.work = work, .context = contexts[started]};
        if (pthread_create(&threads[started].id, NULL, begin, &threads[started]) != 0)
            break;
    }
    work(contexts[0]);
    for (size_t i = 1; i < started; i++)
        pthread_join(threads[i].id, NULL);
    free(threads);
}
