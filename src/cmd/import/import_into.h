/* import --into: what a sheet answers goes into a profile that is there. */
#ifndef CMD_IMPORT_INTO_H
#define CMD_IMPORT_INTO_H

#include "cmd/run.h"

/* The profile that --into names. NULL, and reported, when it cannot be loaded. */
const struct cs_profile *import_into_profile(struct run *run, enum exit_code *code);

/* Puts the answers of an import into a profile, each at its place, and writes its file, or the one of -o. A question that
 * the profile answers otherwise keeps that answer, and is said; the code is FOUND where there is such a question. */
enum exit_code import_into(struct run *run, const struct cs_profile *profile, const struct cs_imported *imported,
                           const char *output);

#endif
