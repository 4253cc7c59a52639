/* Threads, and locks that keep them apart. */
#ifndef CMD_THREADS_H
#define CMD_THREADS_H

#include <stddef.h>

struct lock;

/* A lock. Without memory for it the run ends. */
struct lock *lock_new(void);
void lock_free(struct lock *lock);

/* Waits until no other thread is in; who is in may enter again, and leaves as often. */
void lock_enter(struct lock *lock);
void lock_leave(struct lock *lock);

/* Lets others in until one of them calls lock_wake; to be called by who has entered once. */
void lock_wait(struct lock *lock);
void lock_wake(struct lock *lock);

/* Does work for the first context in this thread, and for each of the others in one of its own; returns when all are done.
 * A thread that cannot be started leaves its context out. */
void threads_run(void (*work)(void *context), void **contexts, size_t count);

#endif
