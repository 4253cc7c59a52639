/* Which of many files have to do with each other: what is found about one of them depends on no other lot. */
#ifndef CMD_VALIDATE_LOTS_H
#define CMD_VALIDATE_LOTS_H

#include "cmd/run.h"
#include "cmd/validate/look.h"

struct lot {
    const size_t *files; /* by index, rising */
    size_t count;
    bool is_plain; /* none of them extends another */
};

struct lots {
    struct lot *at; /* by their first files */
    size_t count;
    size_t *files;
};

/* Reads all of them once: profiles of one vendor go together where they are compared, and those that one file is extended
 * by. Nothing is said of what is wrong. */
struct lots lots_find(struct run *run, const struct validation *validation, char **paths, size_t count);

void lots_free(struct lots *lots);

#endif
