/* The catalogs available to a run: those on CHECKSHEET_PATH, and the built-in ones. */
#ifndef CMD_SHELF_H
#define CMD_SHELF_H

#include "cmd/run.h"

/* A place where a catalog was found. */
struct catalog_place {
    cs_text id;
    cs_text where;                  /* a path, or "built in" */
    const struct cs_source *source; /* NULL for a built-in one that is not loaded yet */
    const struct cs_catalog *catalog;
    uint32_t index; /* of a built-in one */
    bool built_in;
    bool is_near; /* beside a profile, or given on the command line: it precedes others of the same edition */
    bool hidden;  /* another copy of the same edition precedes it; valid once all places are listed */
};

/* Finds the catalogs on CHECKSHEET_PATH and the built-in ones; of several copies of an edition the first one counts. */
struct catalog_shelf *shelf_new(struct run *run);

/* A shelf that extends another one by the catalogs near some profiles, in memory of its own. The other must outlive
 * it. */
struct catalog_shelf *shelf_upon(struct catalog_shelf *base);
void shelf_free(struct catalog_shelf *shelf);

/* True if a catalog was read from the file with a device and an inode. */
bool shelf_has_read(const struct catalog_shelf *shelf, uint64_t device, uint64_t inode);

/* The shelf as the loader's finder. */
struct cs_catalogs shelf_catalogs(struct run *run);

/* The places in order, with catalogs loaded. To be freed. */
struct catalog_place *shelf_places(struct run *run, uint32_t *count);

/* True for equal ids, ignoring case. */
bool shelf_is_id(cs_text a, cs_text b);

/* True for a word that is the path of a catalog, not an id: it has a slash or a YAML suffix. */
bool shelf_is_path(const char *word);

/* Makes the catalogs beside a file, and in the directory `catalogs` there, available by id. */
void shelf_look_near(struct run *run, const char *path);

/* The catalog that was read from the file with a path; NULL if none was. */
const struct cs_catalog *shelf_at(struct run *run, cs_text path);

/* Adds a catalog of the run's own job. */
void shelf_add(struct run *run, const struct cs_source *source, const struct cs_catalog *catalog);

/* The catalog with an id in an edition, given by its name in either language; empty: the newest. NULL if there is
 * none. */
const struct cs_catalog *shelf_edition(struct run *run, cs_text id, cs_text edition);

/* Makes profiles with its id load this catalog, whatever edition they declare; NULL: none. Returns the previous one. */
const struct cs_catalog *shelf_pin(struct run *run, const struct cs_catalog *catalog);

/* A catalog by id, by id and edition (CAIQ@4.0.3), or by path; the last two are pinned. NULL, and reported, if there
 * is none or it is invalid; *code is the exit code then: a wrong id is a usage error, a missing file an error, an
 * invalid one a finding. */
const struct cs_catalog *shelf_catalog(struct run *run, const char *word, enum exit_code *code);

/* True if there is a built-in catalog with an id, and it is used for its edition; loads none unless a file has the same
 * id. */
bool shelf_is_built_in(struct run *run, cs_text id);

/* The built-in catalog with an id; NULL if there is none. */
const struct cs_catalog *shelf_built_in(struct run *run, cs_text id);

#endif
