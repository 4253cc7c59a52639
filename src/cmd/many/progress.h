/* How far a long run has come, shown on a terminal alone. */
#ifndef CMD_MANY_PROGRESS_H
#define CMD_MANY_PROGRESS_H

#include "cmd/run.h"

struct progress {
    const struct run *run; /* NULL: nothing is shown */
    size_t count;
    double next; /* when to show it, in seconds of a clock that only goes forward */
};

/* Begins to count up to so many. */
struct progress progress_begin(const struct run *run, size_t count);

/* Shows how many are done, where it has taken over a second, and again ten times a second at most. */
void progress_show(struct progress *progress, size_t done);

/* Takes it off the terminal. */
void progress_end(const struct progress *progress);

#endif
