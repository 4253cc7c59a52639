/* The progress of a long run, shown only on a terminal. */
#ifndef CMD_MANY_PROGRESS_H
#define CMD_MANY_PROGRESS_H

#include "cmd/run.h"

struct progress {
    const struct run *run; /* NULL: nothing is shown */
    size_t count;
    double next; /* next time to show it, in seconds of a monotonic clock */
};

/* Starts counting up to a number. */
struct progress progress_begin(const struct run *run, size_t count);

/* Shows how many are done, once a second has passed, and at most ten times a second. */
void progress_show(struct progress *progress, size_t done);

/* Erases it from the terminal. */
void progress_end(const struct progress *progress);

#endif
