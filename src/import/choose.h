/* Which catalog a file answers. */
#ifndef IMPORT_CHOOSE_H
#define IMPORT_CHOOSE_H

#include "import/edition.h"

struct cs_choice_of_catalog {
    enum cs_import_result result;
    const struct cs_catalog *catalog;
    bool said;                    /* by the file itself */
    enum cs_edition_fit edition;  /* ... and whether it was written for this edition of it */
    struct cs_import_fit fits[2]; /* the two best candidates */
};

/* The catalog that the file names, or the one whose items best match the lines by number and text. */
struct cs_choice_of_catalog cs_choose_catalog(struct cs_job *job, const struct cs_grid *grid,
                                              const struct cs_lines *lines, const struct cs_import_options *options);

#endif
