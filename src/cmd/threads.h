/* Threads and locks. */
#ifndef CMD_THREADS_H
#define CMD_THREADS_H

#include <stddef.h>

struct lock;

/* Makes a lock. Exits if memory runs out. */
struct lock *lock_new(void);
void lock_free(struct lock *lock);

/* Waits until no other thread holds the lock, and takes it. It may be taken repeatedly, and must be left as often. */
void lock_enter(struct lock *lock);
void lock_leave(struct lock *lock);

/* Releases the lock until another thread calls lock_wake; the caller must hold it exactly once. */
void lock_wait(struct lock *lock);
void lock_wake(struct lock *lock);

/* Runs work for the first context in this thread, and for each of the others in a thread of its own; returns when all
 * are done. If a thread cannot be started, its context is skipped. */
void threads_run(void (*work)(void *context), void **contexts, size_t count);

#endif
