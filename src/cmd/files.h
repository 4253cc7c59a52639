/* Finding profiles by the words that users type. */
#ifndef CMD_FILES_H
#define CMD_FILES_H

#include "cmd/paths.h"
#include "cmd/run.h"

/* Opens the file that a word means: "-", a path, acme for acme.yaml or acme.checksheet.yaml here or in profiles/.
 * NULL: the only profile in this directory. NULL, and reported, if there is none. */
const struct cs_source *files_open_profile(struct run *run, const char *word);

/* Makes catalogs available that are in this directory or beside the profile of -p. */
void files_look_near(struct run *run);

/* The arguments, with folders replaced by the profiles in them. False, and reported, if a folder has none. */
bool files_list(struct run *run, struct paths *words);

/* The path of that file, or of a folder with exactly that name if there is no file; false if there is neither. */
bool files_find(const char *word, struct cs_buf *path);

/* Reports that there is no such file, and which one may have been meant. */
void files_report_missing(struct run *run, const char *word);

/* acme for profiles/acme.yaml and for acme.checksheet.yaml. */
cs_text files_stem(cs_text path);

/* The shortest word for the file with a path: acme for acme.checksheet.yaml, unless acme.yaml exists too. */
cs_text files_short(cs_text path);

/* Adds the beginning of the next command line: checksheet [-C DIR] COMMAND. And the word for a file in it, quoted where
 * a shell would take it apart. */
void files_add_program(struct run *run, const char *command, struct cs_buf *out);
void files_add_word(struct run *run, const struct cs_source *source, struct cs_buf *out);

/* Adds the next command line, ready to be pasted into a shell: checksheet [-C DIR] COMMAND WORD. */
void files_add_command(struct run *run, const char *command, cs_text word, struct cs_buf *out);

/* Adds -p WORD for each profile of this command line whose answers the next one needs as well: all but standard input
 * and `extended`, which the file itself names (NULL: none). */
void files_add_profiles(struct run *run, const struct cs_profile *extended, struct cs_buf *out);

/* Adds the command line that starts a profile for a customer's form from another profile, beside the form: checksheet
 * new for-FORM.yaml -c FORM.xlsx -p PROFILE. */
void files_add_begin(struct run *run, const char *form, cs_text profile, struct cs_buf *out);

/* Adds the command line that makes a catalog of a sheet, or a profile of its answers, beside it, with the options of this
 * run about reading it: checksheet import FORM.xlsx --as catalog -o FORM.catalog.yaml. */
void files_add_import(struct run *run, const char *path, bool as_catalog, struct cs_buf *out);

#endif
