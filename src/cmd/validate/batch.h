/* Files that are looked at together, in the memory of one job. */
#ifndef CMD_VALIDATE_BATCH_H
#define CMD_VALIDATE_BATCH_H

#include "cmd/run.h"
#include "cmd/validate/look.h"

struct batch {
    struct run *run; /* all that is loaded and found belongs to its job */
    const struct validation *validation;
    struct validated *files; /* their paths are set */
    size_t count;
    bool fixes;
};

/* Reads the files, in their order, and fixes each if `fixes`; EXIT_ERROR when one of them cannot be read or written, which
 * was reported. */
enum exit_code batch_open(struct batch *batch);

/* Fixes one of the files, which was read; false, and reported, if it cannot be written. */
bool batch_fix(const struct batch *batch, struct validated *file);

/* Loads the files that are profiles, and nothing else; what is wrong with one is not said. */
void batch_load_profiles(struct batch *batch);

/* Loads and checks each of the files by itself. */
void batch_look(struct batch *batch);

/* Reports what profiles say against each other; those that are NULL are left out. A run that is about one catalog compares
 * it with no other. */
void batch_compare(const struct batch *batch, const struct cs_profile *const *profiles, size_t count);

/* As batch_compare, for batch's own. */
void batch_compare_all(const struct batch *batch);

/* Marks those of some profiles that speak for all of them: see cs_consistency_speakers. */
void batch_find_speakers(const struct batch *batch, const struct cs_profile *const *profiles, size_t count,
                         bool *speaks);

/* Reports what the files allow and what was not found; when all else is done, since that may still find it. */
void batch_check_allowed(const struct batch *batch);

#endif
