/* Running many tasks in parallel. */
#ifndef CMD_MANY_WORKERS_H
#define CMD_MANY_WORKERS_H

#include "cmd/run.h"

/* How many tasks may run ahead of the first that is not done, if they are handled in order. */
enum { WORK_AHEAD = 128 };

struct work {
    size_t count;
    /* Runs a task, given by index, with a job that no other thread uses meanwhile. Of shared data it changes only its
     * own entry. */
    void (*task)(void *context, struct cs_job *job, size_t index);
    /* Called after each task, one at a time and in order; may be NULL. */
    void (*in_order)(void *context, size_t index);
    void *context;
};

/* Runs the tasks, with the number of threads of -j. Afterwards everything allocated in the jobs belongs to the run's
 * job, and the findings are the same for any number of threads. On a terminal it shows the progress. If a signal that
 * ends the program is pending, the remaining tasks are skipped; returns 0 or that signal. */
int workers_run(struct run *run, const struct work *work);

/* Reads -j before anything else is read; false after reporting a usage error. */
bool workers_read(struct run *run);

#endif
