/* Loading and checking a file of any kind. */
#ifndef CMD_VALIDATE_LOOK_H
#define CMD_VALIDATE_LOOK_H

#include "checksheet.h"

/* What is to be checked. */
struct validation {
    struct cs_check_options check;
    const struct cs_catalog *catalog; /* of -c: the only one to check; NULL: all that the profile answers */
    const struct cs_crosswalks *crosswalks;
    bool assumes_fixed; /* files are as --fix would leave them */
};

/* A file and its content: at most one of the members is set. */
struct validated {
    const char *path;
    const struct cs_source *source; /* NULL: it could not be read */
    const struct cs_profile *profile;
    const struct cs_answers *answers; /* of the profile, to the catalog of -c */
    const struct cs_catalog *catalog;
    const struct cs_crosswalk *crosswalk;
    const struct cs_form *form;
    uint32_t groups; /* number of concepts in a thesaurus */
    uint32_t mended; /* number of places fixed */
};

/* Loads and checks a file. If errors prevent reading it, what they hide is checked as well. */
void look_at_file(struct cs_job *job, const struct cs_catalogs *catalogs, const struct validation *validation,
                  struct validated *file);

/* How to check a file that is being fixed, or assumed fixed: the context of look_again. */
struct look {
    const struct cs_catalogs *catalogs;
    const struct validation *validation;
};

void look_again(void *context, struct cs_job *job, const struct cs_source *source);

/* The file as it is to be checked, fixed if that is assumed. */
const struct cs_source *look_source(struct cs_job *job, const struct look *look, const struct cs_source *source);

/* Loads a file that may be a profile, without checking it. */
void look_for_profile(struct cs_job *job, const struct look *look, struct validated *file);

/* The same, if need be without its answers: enough to know its vendor, and what it extends. */
void look_for_head(struct cs_job *job, const struct look *look, struct validated *file);

#endif
