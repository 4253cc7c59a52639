/* A crosswalk: the relations between the questions of two catalogs. Read-only once loaded; lives as long as its job. */
#ifndef CHECKSHEET_CROSSWALK_H
#define CHECKSHEET_CROSSWALK_H

#include "checksheet/catalog.h"

/* A question's counterpart. */
struct cs_link {
    uint32_t to;               /* index into the items of the other catalog */
    enum cs_relation relation; /* of the question to this counterpart */
    uint32_t compare;          /* what both answers may state: a set, 1u << enum cs_measure */
    struct cs_words reason;
    struct cs_span span; /* of the counterpart's id */
};

/* A question with all of its counterparts. Without links or `none` the crosswalk does not mention it. */
struct cs_linked {
    const struct cs_link *links;
    uint32_t link_count;
    const struct cs_words *none; /* why it has no counterpart; NULL where it has one */
    struct cs_span span;         /* of its id in the file; source NULL if the crosswalk does not mention it */
};

struct cs_crosswalk {
    const struct cs_catalog *from, *to;
    struct cs_words license;
    struct cs_linked *by_item; /* by item of `from`: from->item_count of them */
    const struct cs_source *source;
};

/* A set of crosswalks: their names, by index, and a function that loads one on first use; it may return NULL. */
struct cs_crosswalks {
    const struct cs_crosswalk *(*load)(void *context, uint32_t index);
    const struct cs_crosswalk_name *names;
    uint32_t count;
    void *context;
};

/* The ids of the two catalogs. */
struct cs_crosswalk_name {
    cs_text from, to;
};

#endif
