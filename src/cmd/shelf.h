/* The catalogs that a run can name: those on CHECKSHEET_PATH, and those that are built in. */
#ifndef CMD_SHELF_H
#define CMD_SHELF_H

#include "cmd/run.h"

/* A place where a catalog was found. */
struct catalog_place {
    cs_text id;
    cs_text where;                  /* a path, or "built in" */
    const struct cs_source *source; /* NULL for one built in, until needed */
    const struct cs_catalog *catalog;
    uint32_t index; /* of one built in */
    bool built_in;
    bool is_near; /* beside a profile, or named on the command line: it comes before its like */
    bool hidden;  /* another copy of the same edition comes before it; known once all places are listed */
};

/* Looks through CHECKSHEET_PATH and the built-in catalogs; of one edition, the copy that comes first counts. */
struct catalog_shelf *shelf_new(struct run *run);

/* A shelf that has what another has, and what is near the profiles that it is made for, in memory of its own. The other must
 * outlive it. */
struct catalog_shelf *shelf_upon(struct catalog_shelf *base);
void shelf_free(struct catalog_shelf *shelf);

/* True when a catalog was read from the file that a device and an inode name. */
bool shelf_has_read(const struct catalog_shelf *shelf, uint64_t device, uint64_t inode);

/* The shelf as the loader's finder. */
struct cs_catalogs shelf_catalogs(struct run *run);

/* The places in order; catalogs are loaded. To be freed. */
struct catalog_place *shelf_places(struct run *run, uint32_t *count);

/* True for one id, in whatever case. */
bool shelf_is_id(cs_text a, cs_text b);

/* True for a word that names a catalog's file, not its id: it has a slash or a YAML ending. */
bool shelf_is_path(const char *word);

/* Makes the catalogs beside a file, and in the directory catalogs there, known by their ids. */
void shelf_look_near(struct run *run, const char *path);

/* The catalog that was read from the file of a path; NULL: none was. */
const struct cs_catalog *shelf_at(struct run *run, cs_text path);

/* Adds a catalog of the run's own job. */
void shelf_add(struct run *run, const struct cs_source *source, const struct cs_catalog *catalog);

/* The catalog of an id in an edition, by its name in either language; empty: the newest. NULL if there is none. */
const struct cs_catalog *shelf_edition(struct run *run, cs_text id, cs_text edition);

/* Has profiles of its id loaded against this catalog, whatever edition they say; NULL: none. Returns the one before. */
const struct cs_catalog *shelf_pin(struct run *run, const struct cs_catalog *catalog);

/* A catalog by id, by id and edition (CAIQ@4.0.3), or by the path of its file; the last two are pinned.
 * NULL, and reported, when there is none or it is not valid; *code is then the exit code: a wrong id is a usage error, a
 * missing file an error, an invalid one a finding. */
const struct cs_catalog *shelf_catalog(struct run *run, const char *word, enum exit_code *code);

/* True when the catalog that an id means is one of the program's own; none is loaded unless a file says the same id. */
bool shelf_is_built_in(struct run *run, cs_text id);

#endif
