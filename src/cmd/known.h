/* What is known: the catalogs and profiles that questions are held against. */
#ifndef CMD_KNOWN_H
#define CMD_KNOWN_H

#include "cmd/files.h"

struct known {
    const struct cs_thesaurus *thesaurus;
    struct cs_crosswalks crosswalks;
    struct cs_memory *memory;
    const struct cs_profile *first; /* that of the first -p, or the one that was given; NULL: none */
    bool limited;                   /* only the catalogs of -c are looked into */
};

/* The thesaurus that is built in, with the file of --thesaurus; read once. NULL when that cannot be worked with: *code is set,
 * and what is wrong is printed. */
const struct cs_thesaurus *known_thesaurus(struct run *run, enum exit_code *code);

/* Fills the memory: with all catalogs that there are; a profile that comes first unless it is NULL; the profiles of -p, of
 * a directory those in it; and the thesaurus that is built in, with the file of --thesaurus. False when one of them cannot
 * be worked with: *code is set, and what is wrong is printed. known_free in either case. */
bool known_open(struct run *run, struct known *known, const struct cs_profile *first, enum exit_code *code);

/* The same with no other catalogs than those of -c, where there are any. */
bool known_open_limited(struct run *run, struct known *known, enum exit_code *code);
void known_free(struct known *known);

#endif
