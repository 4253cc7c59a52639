/* The sides of a comparison: files of any kind that a sheet can be made of. */
#ifndef CMD_SIDES_H
#define CMD_SIDES_H

#include "cmd/steps.h"

/* A side: a profile with the answers to compare, a catalog, or a filled sheet; none of them for an empty file, which
 * has no items. */
struct side {
    const struct cs_source *source; /* NULL for a catalog given by id */
    const struct cs_profile *profile;
    const struct cs_answers *answers;
    const struct cs_catalog *catalog;
    const struct cs_grid *grid;
    /* for a grid: the other side's catalog, with its own questions and layout; or NULL */
    const struct cs_catalog *known;
    bool has_own_questions;         /* for a grid: it is read as a catalog of its own, whatever it may answer */
    const struct cs_record *record; /* of what was sent */
    cs_text told;                   /* for a record: the catalog to compare by; empty: its own */
};

/* Opens and loads a side, by the kind of the file, or a catalog by id. False if it cannot be used: *code is set, and
 * the findings are printed. */
bool side_load(struct run *run, const char *word, enum step_purpose purpose, struct side *side, enum exit_code *code);

/* The side's sheet for an audience. A layout or product of another catalog or profile is ignored. NULL, with *code
 * set and the reason reported, for a filled sheet that is not recognised. */
struct cs_sheet *side_compose(struct run *run, const struct side *side, const struct cs_compose_options *options,
                              enum cs_audience audience, enum exit_code *code);

#endif
