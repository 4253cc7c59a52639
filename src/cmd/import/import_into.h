/* import --into: merging a sheet's answers into an existing profile. */
#ifndef CMD_IMPORT_INTO_H
#define CMD_IMPORT_INTO_H

#include "cmd/run.h"

/* The profile of --into. NULL, and reported, if it cannot be loaded. */
const struct cs_profile *import_into_profile(struct run *run, enum exit_code *code);

/* Merges the answers of an import into a profile, each in its place, and writes its file, or the one of -o. A
 * question that the profile answers differently keeps its answer, and is reported; the code is FOUND if there is one. */
enum exit_code import_into(struct run *run, const struct cs_profile *profile, const struct cs_imported *imported,
                           const char *output);

#endif
