/* Finding files: profiles by their short names, all files below a directory, catalogs on the path and built in. */
#ifndef CMD_FILES_H
#define CMD_FILES_H

#include "cmd/output.h"

/* A run: what every command works with. */
struct run {
    struct cs_job *job;
    struct environment *environment;
    struct request *request;
    struct catalog_shelf *shelf;
    struct cs_catalogs catalogs;
    struct written *written; /* the files that were written so far; NULL: none */
    bool reads_stdin;        /* the standard input was read */
};

/* The file a user means by a word: "-", a path, acme for acme.yaml or acme.checksheet.yaml here or in profiles/. Word NULL:
 * the only profile in this directory. NULL, and reported, when there is none. */
const struct cs_source *files_open_profile(struct run *run, const char *word);

/* Reads one file, or stdin for "-". NULL after reporting. */
const struct cs_source *files_open(struct run *run, const char *path);

/* Every YAML file of ours below this directory, sorted; dot directories are left out. The paths are the caller's list,
 * ended by NULL, to be freed by files_free. */
char **files_below(void);
void files_free(char **paths);

/* The profiles in a directory, sorted, as files_below; NULL for what is no directory. */
char **files_profiles_in(const char *directory);

/* --- catalogs --------------------------------------------------------------------------------------------------- */

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
struct catalog_shelf *files_shelf(struct run *run);
void files_shelf_free(struct catalog_shelf *shelf);

/* The shelf as the loader's finder. */
struct cs_catalogs files_catalogs(struct run *run);

/* The places in order; catalogs are loaded. */
const struct catalog_place *files_places(struct run *run, uint32_t *count);

/* True for a word that names a catalog's file, not its id: it has a slash or a YAML ending. */
bool files_is_path(const char *word);

/* Makes the catalogs beside a file, and in the directory catalogs there, known by their ids. */
void files_look_near(struct run *run, const char *path);

/* The catalog of an id in an edition, by its name in either language; empty: the newest. NULL if there is none. */
const struct cs_catalog *files_edition(struct run *run, cs_text id, cs_text edition);

/* Has profiles of its id loaded against this catalog, whatever edition they say; NULL: none. Returns the one before. */
const struct cs_catalog *files_pin(struct run *run, const struct cs_catalog *catalog);

/* A catalog by id, by id and edition (CAIQ@4.0.3), or by the path of its file; the last two are pinned.
 * NULL, and reported, when there is none or it is not valid; *code is then the exit code: a wrong id is a usage error, a
 * missing file an error, an invalid one a finding. */
const struct cs_catalog *files_catalog(struct run *run, const char *word, enum exit_code *code);

/* The place that the newest catalog of an id is found at; NULL if there is none. */
const struct catalog_place *files_place(struct run *run, cs_text id);

/* The crosswalk files on CHECKSHEET_PATH: in its directories, and in a directory crosswalk of theirs. As files_below; NULL
 * when there are none. */
char **files_crosswalks(struct run *run);

#endif
