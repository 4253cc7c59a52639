/* Steps shared by several commands. */
#ifndef CMD_STEPS_H
#define CMD_STEPS_H

#include "cmd/files.h"
#include "cmd/shelf.h"
#include "derive/derive.h"

/* The language of messages and displays. */
enum cs_language step_language(const struct run *run);

/* The language of output files. */
enum cs_language step_written(const struct run *run);

/* The purpose of loading a profile, which determines the errors that are tolerated. */
enum step_purpose {
    TO_USE,     /* its answers are sent: none, except with --allow-errors, or as a template */
    TO_FILL,    /* the same; a profile without answers to the catalog of -c is accepted */
    TO_RENDER,  /* as TO_USE; missing texts in the language of --lang are reported */
    TO_COMPARE, /* errors in single answers, which are counted in a line */
    TO_MEND,    /* the same: they stay in the file */
    TO_SHOW, /* the same, and another edition of the catalog, which is reported: only answers to equal texts are shown */
};

/* The answers of a profile to a catalog; if it answers another edition, those to equal texts. NULL if there are none. */
const struct cs_answers *step_answers_to(struct run *run, const struct cs_profile *profile, cs_text id);

/* Opens, loads and checks a profile, and selects the answers for the run: those to -c, or to the profile's main
 * catalog. NULL if it cannot be used: *code is set, and the findings are printed. */
const struct cs_profile *step_load(struct run *run, const char *word, enum step_purpose purpose,
                                   const struct cs_answers **answers, enum exit_code *code);

/* The same for an open file. */
const struct cs_profile *step_load_source(struct run *run, const struct cs_source *source, enum step_purpose purpose,
                                          const struct cs_answers **answers, enum exit_code *code);

/* The product of --product. False, and reported, if the profile has none of that name. */
bool step_read_product(struct run *run, const struct cs_profile *profile, cs_text *product);

/* The catalog restricted to the level of --level; the catalog itself without it. NULL, and reported, if it has no
 * such level. */
const struct cs_catalog *step_at_level(struct run *run, const struct cs_catalog *catalog);

/* Writes a sheet to stdout in the format of -f; the default is text. */
enum exit_code step_print(struct run *run, const struct cs_sheet *sheet);

/* The dates of --as-of and --max-age, or the defaults. False, and reported, if one is invalid. */
bool step_read_dates(struct run *run, struct cs_status_options *dates);

/* False, and reported, if there are more arguments. */
bool step_has_at_most(const struct run *run, int most);

/* An argument, or NULL. */
const char *step_argument(const struct run *run, int index);

/* A number in decimal, stored in the buffer. */
cs_text step_number(struct cs_buf *buf, uint64_t number);

/* Writes the schema of the catalog's profiles (NULL: of catalogs) to the place that the file, which is beside it,
 * refers to. False after reporting an error. */
bool step_write_schema(struct run *run, const char *file, const struct cs_catalog *catalog);

#endif
