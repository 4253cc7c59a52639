/* The state of a fill, for the files of the command. */
#ifndef CMD_FILL_FILLING_H
#define CMD_FILL_FILLING_H

#include "cmd/steps.h"

struct filling {
    struct run *run;
    const char *path, *output;
    enum cs_audience audience;
    const struct cs_source *source;
    const struct cs_grid *grid;
    const struct cs_profile *profile; /* of the first -p */
    cs_text *names; /* its products and its service, which may be titles of columns; the command frees them */
    uint32_t name_count;
    const struct cs_form *form; /* of --form; NULL: to be recognised */
    struct cs_imported imported;
    /* that the form asks, as the profile has it; one made of the form if nobody knows it */
    const struct cs_catalog *catalog;
    struct cs_slots *slots;
    /* to that catalog; NULL until they are carried over, where the profile has none */
    const struct cs_answers *answers;
    const struct cs_answers *others; /* to questions of the form in other catalogs; NULL if none */
    const struct cs_catalog *own;    /* the form's own questions; NULL until needed */
    struct cs_buf own_bytes;         /* its YAML */
    struct cs_fill_plan *plan;
};

#endif
