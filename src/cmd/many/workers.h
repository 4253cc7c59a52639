/* Work on many things at a time. */
#ifndef CMD_MANY_WORKERS_H
#define CMD_MANY_WORKERS_H

#include "cmd/run.h"

/* How far work goes ahead of the first that is not done yet, where it is brought in order. */
enum { WORK_AHEAD = 128 };

struct work {
    size_t count;
    /* Done for each of them, by its index, with a job that no other thread uses in the meantime. Of what is shared it changes
     * only its own entry. */
    void (*task)(void *context, struct cs_job *job, size_t index);
    /* Done for each behind its task, one at a time and in order; NULL: nothing is. */
    void (*in_order)(void *context, size_t index);
    void *context;
};

/* Does it, as many at a time as -j says. Afterwards all that was made with the jobs belongs to the run's job, and all that is
 * reported is the same however many worked. On a terminal it shows how far it has come. Where a signal waits that ends the
 * program, the rest is left; 0, or that signal. */
int workers_run(struct run *run, const struct work *work);

/* Looks at -j before anything is read; false after a usage error was reported. */
bool workers_read(struct run *run);

#endif
