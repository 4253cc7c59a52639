/* The catalogs and profiles that questions are compared with. */
#ifndef CMD_KNOWN_KNOWN_H
#define CMD_KNOWN_KNOWN_H

#include "cmd/files.h"
#include "checksheet/translate.h"

struct known {
    const struct cs_thesaurus *thesaurus;
    struct cs_crosswalks crosswalks;
    struct cs_memory *memory;
    const struct cs_profile *first; /* of the first -p, or the given one; NULL if there is none */
    bool limited;                   /* only the catalogs of -c are searched */
};

/* The built-in thesaurus with the file of --thesaurus; read once. NULL if it cannot be used: *code is set, and the
 * findings are printed. */
const struct cs_thesaurus *known_thesaurus(struct run *run, enum exit_code *code);

/* Fills the memory: with all available catalogs; with `first`, unless it is NULL; with the profiles of -p, or all in
 * a directory; and with the thesaurus. False if one of them cannot be used: *code is set, and the findings are
 * printed. Call known_free in either case. */
bool known_open(struct run *run, struct known *known, const struct cs_profile *first, enum exit_code *code);

/* The same with only the catalogs of -c, if there are any. */
bool known_open_limited(struct run *run, struct known *known, enum exit_code *code);
void known_free(struct known *known);

/* Carries what is known over to the wanted questions of a catalog (NULL: all), and says how many of them were only
 * compared for equal texts. */
const struct cs_translation *known_translate(struct run *run, const struct known *known,
                                             const struct cs_catalog *catalog, const bool *wanted, uint32_t most);

/* Says it of so many questions; nothing of none. */
void known_say_only_equal(struct run *run, size_t count);

#endif
