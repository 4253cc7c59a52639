/* Finding profiles, by the words that a user means them with. */
#ifndef CMD_FILES_H
#define CMD_FILES_H

#include "cmd/run.h"

/* The file a user means by a word: "-", a path, acme for acme.yaml or acme.checksheet.yaml here or in profiles/. Word NULL:
 * the only profile in this directory. NULL, and reported, when there is none. */
const struct cs_source *files_open_profile(struct run *run, const char *word);

#endif
