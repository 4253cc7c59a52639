/* Finding profiles, by the words that a user means them with. */
#ifndef CMD_FILES_H
#define CMD_FILES_H

#include "cmd/paths.h"
#include "cmd/run.h"

/* The file a user means by a word: "-", a path, acme for acme.yaml or acme.checksheet.yaml here or in profiles/. Word NULL:
 * the only profile in this directory. NULL, and reported, when there is none. */
const struct cs_source *files_open_profile(struct run *run, const char *word);

/* Makes the catalogs known that stand here, and beside the profile of -p. */
void files_look_near(struct run *run);

/* The arguments, with the profiles of a folder in place of it. False, and reported, when one of the folders has none. */
bool files_list(struct run *run, struct paths *words);

/* The path of that file, or of a folder of the very name where there is no such file; false when there is neither. */
bool files_find(const char *word, struct cs_buf *path);

/* Says that there is no such file, and which one here may have been meant. */
void files_report_missing(struct run *run, const char *word);

/* acme of profiles/acme.yaml, and of acme.checksheet.yaml. */
cs_text files_stem(cs_text path);

/* The shortest word that means the file of a path: acme for acme.checksheet.yaml, unless acme.yaml is there too. */
cs_text files_short(cs_text path);

/* Adds the command line that comes next, as it can be pasted into a shell: checksheet [-C DIR] COMMAND WORD. */
void files_add_command(struct run *run, const char *command, cs_text word, struct cs_buf *out);

/* Adds the one that begins a profile for a customer's form, beside it, from another profile:
 * checksheet new for-FORM.yaml -c FORM.xlsx -p PROFILE. */
void files_add_begin(struct run *run, const char *form, cs_text profile, struct cs_buf *out);

#endif
