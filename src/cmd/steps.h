/* The steps that several commands take. */
#ifndef CMD_STEPS_H
#define CMD_STEPS_H

#include "cmd/files.h"
#include "cmd/shelf.h"
#include "derive/derive.h"

/* The language of what is said and shown. */
enum cs_language step_language(const struct run *run);

/* The language of what is written. */
enum cs_language step_written(const struct run *run);

/* What a profile is loaded for, which says how much of what is wrong with it can be lived with. */
enum step_purpose {
    TO_USE,     /* its answers go somewhere: nothing, but with --allow-errors, or as a template */
    TO_FILL,    /* the same; a profile that lacks the catalog of -c is taken with its own answers */
    TO_RENDER,  /* as TO_USE; what is not there in the language of --lang is said */
    TO_COMPARE, /* errors of single answers, which are counted in a line */
    TO_MEND,    /* the same: they stay in the file */
    TO_SHOW,    /* the same, and that the catalog is of another edition, which is said */
};

/* Opens, loads and checks a profile, and chooses the answers that the run is about: those to -c, or to the profile's own
 * catalog. NULL when it cannot be worked with: *code is set, and what is wrong is printed. */
const struct cs_profile *step_load(struct run *run, const char *word, enum step_purpose purpose,
                                   const struct cs_answers **answers, enum exit_code *code);

/* The same for a file that is open already. */
const struct cs_profile *step_load_source(struct run *run, const struct cs_source *source, enum step_purpose purpose,
                                          const struct cs_answers **answers, enum exit_code *code);

/* The product of --product. False, and reported, when the profile has none of that name. */
bool step_read_product(struct run *run, const struct cs_profile *profile, cs_text *product);

/* The catalog cut down to the level of --level; the catalog itself without it. NULL, and reported, when it has no such
 * level. */
const struct cs_catalog *step_at_level(struct run *run, const struct cs_catalog *catalog);

/* Writes a sheet to stdout in the format of -f; the default is text. */
enum exit_code step_print(struct run *run, const struct cs_sheet *sheet);

/* The dates of --as-of and --max-age, or the usual ones. False, and reported, when one of them is none. */
bool step_read_dates(struct run *run, struct cs_status_options *dates);

/* False, and reported, when there are more arguments. */
bool step_has_at_most(const struct run *run, int most);

/* An argument, or NULL. */
const char *step_argument(const struct run *run, int index);

/* A number in words; the buffer holds them. */
cs_text step_number(struct cs_buf *buf, uint64_t number);

/* Writes the schema of the catalog's profiles (NULL: of catalogs) where the file, which stands beside it, says that it is.
 * False after an error was reported. */
bool step_write_schema(struct run *run, const char *file, const struct cs_catalog *catalog);

#endif
