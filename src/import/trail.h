/* The chapter and section that a line stands in, by their numbers: what an item's own number is put behind. */
#ifndef IMPORT_TRAIL_H
#define IMPORT_TRAIL_H

#include "base/names.h"
#include "import/page/page.h"

/* The ids of a catalog, as cs_number_id has them, and the beginnings they have in common. */
struct cs_id_index {
    struct cs_names ids;      /* names of items, in the catalog's order as far as they differ */
    uint32_t *items;          /* by name */
    struct cs_names prefixes; /* 2 and 2.1 of 2.1.5 */
};

void cs_id_index_make(struct cs_job *job, const struct cs_catalog *catalog, struct cs_id_index *index);

/* The item of an id, or CS_NO_ITEM. */
uint32_t cs_id_index_find(const struct cs_id_index *index, cs_text id);

struct cs_trail {
    struct cs_job *job;
    const struct cs_id_index *index;     /* NULL: no catalog is known */
    cs_text chapter, section;            /* ids: 2, and 2.1; empty if none */
    long chapter_number, section_number; /* the last numbers of these; -1 if none */
    const char *seen[2];                 /* cells of chapter and section that were read last */
};

/* Goes on to a line: a heading, or an item with its chapter and section beside it. */
void cs_trail_go(struct cs_trail *trail, const struct cs_line *line);

/* a.b, or b when a is empty. */
cs_text cs_id_join(struct cs_job *job, cs_text a, cs_text b);

#endif
