/* Looking at one file: loading and checking it, whatever it is. */
#ifndef CMD_VALIDATE_LOOK_H
#define CMD_VALIDATE_LOOK_H

#include "checksheet.h"

/* What is asked about the files. */
struct validation {
    struct cs_check_options check;
    const struct cs_catalog *catalog; /* of -c: the only one that is looked at; NULL: all that the profile answers */
    const struct cs_crosswalks *crosswalks;
};

/* A file, and what it turned out to be: at most one of these is there. */
struct validated {
    const struct cs_source *source; /* NULL: it could not be read */
    const struct cs_profile *profile;
    const struct cs_answers *answers; /* of the profile, to the catalog that it is about */
    const struct cs_catalog *catalog;
    const struct cs_crosswalk *crosswalk;
    const struct cs_form *form;
    uint32_t groups; /* of a thesaurus */
    uint32_t mended; /* places */
};

/* Loads and checks a file. Where it cannot be read, what stands behind the fault is looked at as well. */
void look_at_file(struct cs_job *job, const struct cs_catalogs *catalogs, const struct validation *validation,
                  struct validated *file);

/* How a file is looked at that is mended, or thought to be: the context of look_again. */
struct look {
    const struct cs_catalogs *catalogs;
    const struct validation *validation;
};

void look_again(void *context, struct cs_job *job, const struct cs_source *source);

#endif
