/* Loading: YAML becomes a catalog, a profile or a crosswalk, or findings at exact positions, all of a file's faults in one run. */
#ifndef CHECKSHEET_LOAD_H
#define CHECKSHEET_LOAD_H

#include "checksheet/crosswalk.h"
#include "checksheet/form.h"
#include "checksheet/profile.h"
#include "checksheet/thesaurus.h"

enum cs_file_kind {
    CS_FILE_OTHER,
    CS_FILE_PROFILE,
    CS_FILE_CATALOG,
    CS_FILE_CROSSWALK,
    CS_FILE_FORM,
    CS_FILE_THESAURUS,
    CS_FILE_RECORD
};

/* What a file says it is: the kind named by its first key `checksheet`; OTHER when there is none. Reports nothing. */
enum cs_file_kind cs_file_kind(const struct cs_source *source);

/* Where a profile gets its catalogs from: `find` returns the catalog of an id in an edition, by its name in either
 * language; in another where that one is not there, the newest first, and the newest for an empty edition; or NULL, after
 * which the loader reports that there is none. `ids` gives the ids there are, each once, for "did you mean". */
struct cs_catalogs {
    const struct cs_catalog *(*find)(void *context, cs_text id, cs_text edition);
    uint32_t (*ids)(void *context, const cs_text **ids);
    /* The n-th catalog of the same id in another edition; NULL at the end. The function itself is NULL where no other
     * edition is known. */
    const struct cs_catalog *(*other)(void *context, const struct cs_catalog *catalog, uint32_t n);
    void *context;
    cs_text level; /* to which profiles are cut down, where their catalogs have levels; empty: to their own */
};

/* NULL when the file is not YAML or not a catalog. Findings below that still give a catalog, without what was wrong. */
const struct cs_catalog *cs_load_catalog(struct cs_job *job, const struct cs_source *source);

/* NULL when the file is not YAML or not a profile, or its catalog is not found. Each answer is read against its
 * item: mark, value, detail, remark. */
const struct cs_profile *cs_load_profile(struct cs_job *job, const struct cs_source *source,
                                         const struct cs_catalogs *catalogs);

/* NULL when the file is not YAML or not a crosswalk, or one of its catalogs is not found. Findings below that still give
 * a crosswalk, without what was wrong. */
const struct cs_crosswalk *cs_load_crosswalk(struct cs_job *job, const struct cs_source *source,
                                             const struct cs_catalogs *catalogs);

/* NULL when the file is not YAML or not the form of a sheet, or when something in it is wrong. */
const struct cs_form *cs_load_form(struct cs_job *job, const struct cs_source *source);

/* Adds the groups of a file to a thesaurus, and to its groups the file's terms for them; returns how many groups the
 * file has. Findings below that still add what is right. */
uint32_t cs_load_thesaurus(struct cs_job *job, const struct cs_source *source, struct cs_thesaurus *thesaurus);

/* The catalogs that are built in: the text of the first one with an id (upper and lower case alike), or NULL; by index the
 * text and the id; the count. One id may be there in several editions, which stand together. */
const struct cs_source *cs_builtin_source(struct cs_job *job, cs_text id);
const struct cs_source *cs_builtin_source_at(struct cs_job *job, uint32_t index);
cs_text cs_builtin_id(uint32_t index);
uint32_t cs_builtin_count(void);

/* The crosswalks that are built in, by index: their catalogs and their text; the count. */
uint32_t cs_builtin_crosswalk_count(void);
struct cs_crosswalk_name cs_builtin_crosswalk_name(uint32_t index);
const struct cs_source *cs_builtin_crosswalk(struct cs_job *job, uint32_t index);

/* The thesaurus that is built in, loaded; each call makes one, which more can be added to. */
struct cs_thesaurus *cs_builtin_thesaurus(struct cs_job *job);

/* The built-in catalogs as a finder, loaded at first need. */
struct cs_catalogs cs_builtin_catalogs(struct cs_job *job);

/* Reads a record of what was sent back; NULL after reporting what it lacks. */
struct cs_record;
const struct cs_record *cs_record_load(struct cs_job *job, const struct cs_source *source);

#endif
