/* A profile under way: what the files that read its parts share. */
#ifndef LOAD_PROFILE_READER_H
#define LOAD_PROFILE_READER_H

#include "checksheet/load.h"
#include "load/fields.h"

/* A catalog that the profile names, with what it says of it. */
struct named_catalog {
    cs_text id, edition, level;
    struct cs_span span, edition_span, level_span;
};

struct profile_reader {
    struct cs_reader reader; /* first, so that a cs_reader of a profile is one of these */
    struct cs_profile *profile;
    const struct cs_catalogs *catalogs;
    const struct profile_reader *extended_by; /* the profile whose `extends` is being read, and so on */

    const struct cs_node *root;
    const struct cs_node *variant; /* the value of `items`; NULL if there is none */
    struct named_catalog *named;   /* below `catalogs`, after the profile's own */
    uint32_t named_count, named_room;
    uint32_t sheet_room;
    size_t filled;     /* bytes of the texts that name facts, with these filled in */
    uint32_t expected; /* the item after the one answered last */
};

/* The source of the profile that `extends` names. NULL when it names none, or one that cannot be read or that leads back
 * here, which is then reported. */
const struct cs_source *cs_extends_source(const struct profile_reader *state);

/* Reads `catalog`: the profile's own catalog, always the first of its sheets; and what it says of others below `catalogs`.
 * False, and reported, when there is none. */
bool cs_read_catalogs(struct profile_reader *state);

/* The answers to a catalog, begun where the profile first speaks of it, in the edition that it names, with what is taken
 * over from the profile extended. NULL, and reported, when there is no such catalog. */
struct cs_answers *cs_profile_sheet(struct profile_reader *state, cs_text id, struct cs_span span);

/* What is known of the sheets when all are there: their other editions, and catalogs that are named for nothing. */
void cs_catalogs_end(struct profile_reader *state);

/* Reports a key that is missing, or that nothing stands behind. */
void cs_profile_lacks(struct profile_reader *state, const char *key, const char *example);

/* Reads `answers`. */
void cs_read_answers(struct profile_reader *state, const struct cs_node *key);

/* The profile cut down to the level that is asked for, or else that it says it answers; answers above that are reported. */
const struct cs_profile *cs_at_level(struct cs_job *job, const struct cs_profile *profile, cs_text asked);

/* The catalog as this vendor's sheet has it: items omitted, added, reworded. The catalog itself when nothing differs. */
const struct cs_catalog *cs_variant_catalog(struct profile_reader *state, const struct cs_catalog *catalog);

/* Reports what `items` says of catalogs that the profile does not answer, and of items that there are not. */
void cs_variant_check(struct profile_reader *state);

/* Fills in the answers that are the same as others. */
void cs_resolve_same(struct profile_reader *state);

/* Reads `facts`, above those taken over. */
cs_field_reader cs_read_facts; /* struct cs_profile */

/* Fills facts into every answer that names one; reports names that there are not, and facts that no answer uses. */
void cs_fill_facts(struct profile_reader *state);

#endif
