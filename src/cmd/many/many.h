/* A command for many profiles or pairs: each is a run of its own, with its own memory, and the same output as if it
 * were alone. */
#ifndef CMD_MANY_MANY_H
#define CMD_MANY_MANY_H

#include "cmd/run.h"

struct many {
    size_t count;
    /* The n-th path of a task beside which catalogs are searched, NULL after the last. The folder of consecutive
     * tasks is read once. */
    const char *(*path)(const void *context, size_t index, int n);
    /* Runs one task; its output is kept until its turn. Of shared data it changes only its own entry. */
    enum exit_code (*one)(void *context, struct run *run, size_t index);
    /* Called after each task, one at a time and in order, when its output has been shown; may print. */
    void (*in_order)(void *context, struct run *run, size_t index, enum exit_code code);
    void *context;
};

/* Runs them, with the number of threads of -j, and returns the worst code. A failure stops no other task; a signal
 * that ends the program takes effect after those in progress. With -c its catalog is looked up first: if there is
 * none, nothing else is done. */
enum exit_code many_run(struct run *run, const struct many *many);

#endif
