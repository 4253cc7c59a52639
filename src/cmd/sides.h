/* What a command compares: a file of any kind that a sheet can be made of. */
#ifndef CMD_SIDES_H
#define CMD_SIDES_H

#include "cmd/steps.h"

/* A side: a profile with the answers to compare, a catalog, or a filled sheet that was read back; none of them for an
 * empty file, which has no items. */
struct side {
    const struct cs_source *source; /* NULL for a catalog that was named by its id */
    const struct cs_profile *profile;
    const struct cs_answers *answers;
    const struct cs_catalog *catalog;
    const struct cs_grid *grid;
    /* of a grid: what the other side answers, with its own questions and layout; or NULL */
    const struct cs_catalog *known;
    bool has_own_questions;         /* of a grid: it is read as a catalog of its own, whatever it may answer */
    const struct cs_record *record; /* of what was sent */
    cs_text told;                   /* of a record: the catalog that it is compared by; empty: its own */
};

/* Opens a side and loads it, by what the file is, or the catalog of an id. False when it cannot be worked with: *code is set, and what is wrong
 * is printed. */
bool side_load(struct run *run, const char *word, enum step_purpose purpose, struct side *side, enum exit_code *code);

/* The side's sheet for an audience. A layout or product of another catalog or profile is passed over. NULL, *code set
 * and the reason said, for a filled sheet that is not understood. */
struct cs_sheet *side_compose(struct run *run, const struct side *side, const struct cs_compose_options *options,
                              enum cs_audience audience, enum exit_code *code);

#endif
