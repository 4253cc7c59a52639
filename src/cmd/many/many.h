/* A command over many profiles or pairs: each is a run of its own, with memory of its own, that says what it says alone. */
#ifndef CMD_MANY_MANY_H
#define CMD_MANY_MANY_H

#include "cmd/run.h"

struct many {
    size_t count;
    /* A path of one of them, beside which catalogs are looked for, from n = 0 on; NULL behind the last. What stands beside
     * those that come one after another in a folder is read once. */
    const char *(*path)(const void *context, size_t index, int n);
    /* Does one of them; what it prints is kept until its turn. Of what is shared it changes only its own entry. */
    enum exit_code (*one)(void *context, struct run *run, size_t index);
    /* Called behind each, one at a time and in order, when what it has printed was shown; may print. */
    void (*in_order)(void *context, struct run *run, size_t index, enum exit_code code);
    void *context;
};

/* Does them, as many at a time as -j says, and returns the worst code. One that fails stops no other; a signal that ends the
 * program waits for those under way. With -c its catalog is looked up first: where there is none, nothing else is done. */
enum exit_code many_run(struct run *run, const struct many *many);

#endif
