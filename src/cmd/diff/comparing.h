/* A comparison under way. */
#ifndef CMD_DIFF_COMPARING_H
#define CMD_DIFF_COMPARING_H

#include "cmd/sides.h"

struct comparing {
    struct run *run;
    enum cs_audience audience;
    uint32_t aspects;     /* of --only; 0: all */
    struct side sides[2]; /* the old one, the new one */
    struct cs_sheet *sheets[2];
    const struct cs_sheet *diff;
};

/* Loads two files of any kind and compares them. False, and *code set, when one cannot be worked with, which is printed. */
bool comparing_load(struct comparing *c, const char *old, const char *new, enum exit_code *code);

/* What a format shows of it; NULL after an error was reported. */
const struct cs_sheet *comparing_shown(struct comparing *c, const struct cs_emitter *emitter);

/* True when what was found is what the exit code is to tell. */
bool comparing_fails(const struct comparing *c);

#endif
