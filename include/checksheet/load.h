/* Loading: YAML becomes a catalog, a profile or a crosswalk. All errors of a file are reported in one run, at exact
 * positions. */
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

/* The kind that a file declares by its first key, `checksheet`; OTHER if there is none. Reports nothing. */
enum cs_file_kind cs_file_kind(const struct cs_source *source);

/* The id that a catalog's file declares; empty if there is none. Of the beginning of a file only a line that has the id
 * plainly tells it. Reports nothing. */
cs_text cs_file_id(struct cs_job *job, const struct cs_source *source, bool is_whole);

/* Where a profile gets its catalogs from. `find` returns the catalog with an id, in an edition given by its name in
 * either language; if that is not available, in another, the newest first; for an empty edition, in the newest one;
 * or NULL, which the loader reports. `ids` returns the available ids, each once, for "did you mean". */
struct cs_catalogs {
    const struct cs_catalog *(*find)(void *context, cs_text id, cs_text edition);
    uint32_t (*ids)(void *context, const cs_text **ids);
    /* The n-th catalog of the same id in another edition; NULL at the end. The function itself may be NULL if no
     * other editions are available. */
    const struct cs_catalog *(*other)(void *context, const struct cs_catalog *catalog, uint32_t n);
    void *context;
    cs_text level; /* that profiles are restricted to, if their catalogs have levels; empty: the one they declare */
};

/* NULL if the file is not YAML or not a catalog. Other errors leave a catalog without what was wrong. */
const struct cs_catalog *cs_load_catalog(struct cs_job *job, const struct cs_source *source);

/* NULL if the file is not YAML or not a profile, or its catalog is not found. Each answer is interpreted for its
 * item: mark, value, detail, remark. */
const struct cs_profile *cs_load_profile(struct cs_job *job, const struct cs_source *source,
                                         const struct cs_catalogs *catalogs);

/* NULL if the file is not YAML or not a crosswalk, or one of its catalogs is not found. Other errors leave a
 * crosswalk without what was wrong. */
const struct cs_crosswalk *cs_load_crosswalk(struct cs_job *job, const struct cs_source *source,
                                             const struct cs_catalogs *catalogs);

/* NULL if the file is not YAML or not a form, or contains any error. */
const struct cs_form *cs_load_form(struct cs_job *job, const struct cs_source *source);

/* Adds the concepts of a file to a thesaurus, and to its existing concepts the file's terms for them; returns the
 * number of concepts in the file. After errors everything else is added. */
uint32_t cs_load_thesaurus(struct cs_job *job, const struct cs_source *source, struct cs_thesaurus *thesaurus);

/* The built-in catalogs: the text of the first one with an id (ignoring case), or NULL; text and id by index; the
 * count. An id may occur in several editions, which are adjacent. */
const struct cs_source *cs_builtin_source(struct cs_job *job, cs_text id);
const struct cs_source *cs_builtin_source_at(struct cs_job *job, uint32_t index);
cs_text cs_builtin_id(uint32_t index);
uint32_t cs_builtin_count(void);

/* The built-in crosswalks, by index: their catalogs and their text; the count. */
uint32_t cs_builtin_crosswalk_count(void);
struct cs_crosswalk_name cs_builtin_crosswalk_name(uint32_t index);
const struct cs_source *cs_builtin_crosswalk(struct cs_job *job, uint32_t index);

/* Loads the built-in thesaurus; each call makes a new one, to which more can be added. */
struct cs_thesaurus *cs_builtin_thesaurus(struct cs_job *job);

/* A finder for the built-in catalogs, which are loaded on first use. */
struct cs_catalogs cs_builtin_catalogs(struct cs_job *job);

/* Reads a record of what was sent; NULL after reporting an error. */
struct cs_record;
const struct cs_record *cs_record_load(struct cs_job *job, const struct cs_source *source);

#endif
