/* "Did you mean": the nearest of some words, or nothing, since a bad guess is worse than none. */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include "checksheet/job.h"

/* Number of insertions, deletions, substitutions and swaps of neighbours between two texts, in code points;
 * anything above limit comes back as limit + 1. */
unsigned cs_edit_distance(cs_text a, cs_text b, unsigned limit);

/* The nearest candidate after folding by NFKC: at most 1 edit away for up to 4 characters, 2 above. Empty when none is
 * near enough. */
cs_text cs_guess_text(struct cs_job *job, cs_text wrong, const cs_text *candidates, uint32_t count);

/* Why a call of the system failed, by its errno. */
cs_text cs_system_error(enum cs_language language, int reason);

#endif
