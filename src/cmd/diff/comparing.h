/* A comparison of two files. */
#ifndef CMD_DIFF_COMPARING_H
#define CMD_DIFF_COMPARING_H

#include "cmd/sides.h"

struct comparing {
    struct run *run;
    enum cs_audience audience;
    uint32_t aspects;     /* of --only; 0: all */
    struct side sides[2]; /* old and new */
    struct cs_sheet *sheets[2];
    const struct cs_sheet *diff;
};

/* Loads two files of any kind and compares them. False, with *code set, if one cannot be used, which is reported. */
bool comparing_load(struct comparing *c, const char *old, const char *new, enum exit_code *code);

/* The sheet that a format shows for it; NULL after reporting an error. */
const struct cs_sheet *comparing_shown(struct comparing *c, const struct cs_emitter *emitter);

/* True if the exit code should report the result. */
bool comparing_fails(const struct comparing *c);

#endif
