/* A profile being read: shared by the files that read its parts. */
#ifndef LOAD_PROFILE_READER_H
#define LOAD_PROFILE_READER_H

#include "checksheet/load.h"
#include "load/fields.h"

/* An entry of `catalogs`. */
struct named_catalog {
    cs_text id, edition, level;
    struct cs_span span, edition_span, level_span;
};

struct profile_reader {
    struct cs_reader reader; /* first, so that a pointer to it can be converted back */
    struct cs_profile *profile;
    const struct cs_catalogs *catalogs;
    const struct profile_reader *extended_by; /* the profile whose `extends` is being read, and so on */

    const struct cs_node *root;
    const struct cs_node *variant; /* the value of `items`; NULL if there is none */
    struct named_catalog *named;   /* entries of `catalogs`, after the main catalog */
    uint32_t named_count;
    uint32_t sheet_room;
    size_t filled;     /* bytes of texts with facts, filled in */
    uint32_t expected; /* the item after the last one answered */
};

/* The source of the profile named by `extends`. NULL if there is none, or if it cannot be read or is a cycle, which
 * is then reported. */
const struct cs_source *cs_extends_source(const struct profile_reader *state);

/* Reads `catalog`, the profile's main catalog and always the first of its sheets, and the entries of `catalogs`.
 * False, and reported, if there is none. */
bool cs_read_catalogs(struct profile_reader *state);

/* The answers to a catalog, created when the profile first refers to it, in the edition that it names, with the
 * inherited answers. NULL, and reported, if there is no such catalog. */
struct cs_answers *cs_profile_sheet(struct profile_reader *state, cs_text id, struct cs_span span);

/* Completes the sheets once all are known: their other editions, and a report of `catalogs` entries without answers. */
void cs_catalogs_end(struct profile_reader *state);

/* Reports a key that is missing or empty. */
void cs_profile_lacks(struct profile_reader *state, const char *key, const char *example);

/* Reads `answers`. */
void cs_read_answers(struct profile_reader *state, const struct cs_node *key);

/* The profile restricted to the level asked for, or else to the one that it declares; answers above that are
 * reported. */
const struct cs_profile *cs_at_level(struct cs_job *job, const struct cs_profile *profile, cs_text asked);

/* The catalog as in this vendor's sheet, with items omitted, added, reworded; the catalog itself if nothing differs. */
const struct cs_catalog *cs_variant_catalog(struct profile_reader *state, const struct cs_catalog *catalog);

/* Reports entries of `items` for catalogs that the profile does not answer, and for items that do not exist. */
void cs_variant_check(struct profile_reader *state);

/* Fills in the answers that refer to others. */
void cs_resolve_same(struct profile_reader *state);

/* Reads `facts`, overriding inherited ones. */
cs_field_reader cs_read_facts; /* struct cs_profile */

/* Fills in the facts in all answers; reports unknown names, and facts that no answer uses. */
void cs_fill_facts(struct profile_reader *state);

#endif
