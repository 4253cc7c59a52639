/* The chapter and section numbers that apply to a line: prefixes of an item's own number. */
#ifndef IMPORT_TRAIL_H
#define IMPORT_TRAIL_H

#include "base/names.h"
#include "import/page/page.h"

/* The ids of a catalog, as cs_number_id writes them, and their common prefixes. */
struct cs_id_index {
    struct cs_names ids;      /* distinct ids, in the catalog's order */
    uint32_t *items;          /* by name */
    struct cs_names prefixes; /* 2 and 2.1 for 2.1.5 */
};

void cs_id_index_make(struct cs_job *job, const struct cs_catalog *catalog, struct cs_id_index *index);

/* The item of an id, or CS_NO_ITEM. */
uint32_t cs_id_index_find(const struct cs_id_index *index, cs_text id);

struct cs_trail {
    struct cs_job *job;
    const struct cs_id_index *index;     /* NULL if no catalog is known */
    cs_text chapter, section;            /* ids: 2, and 2.1; empty if none */
    long chapter_number, section_number; /* the last numbers of these; -1 if none */
    const char *seen[2];                 /* the cells of chapter and section read last */
};

/* Advances to a line: a heading, or an item with its chapter and section beside it. */
void cs_trail_go(struct cs_trail *trail, const struct cs_line *line);

/* a.b, or b if a is empty. */
cs_text cs_id_join(struct cs_job *job, cs_text a, cs_text b);

#endif
