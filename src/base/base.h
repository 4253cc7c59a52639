/* What the program needs of the ground floor beside the public headers: guesses, lines for a terminal, the system's words. */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include "base/control.h"
#include "checksheet/job.h"

/* Number of insertions, deletions, substitutions and swaps of neighbours between two texts, in code points;
 * anything above limit comes back as limit + 1. */
unsigned cs_edit_distance(cs_text a, cs_text b, unsigned limit);

/* "Did you mean": the nearest candidate after folding by NFKC: at most 1 edit away for up to 4 characters, 2 above. Empty when none is
 * near enough, since a bad guess is worse than none. */
cs_text cs_guess_text(struct cs_job *job, cs_text wrong, const cs_text *candidates, uint32_t count);

struct cs_wrapping {
    uint32_t columns;   /* cells of a line; 0: no limit */
    uint32_t start;     /* cells that the first line holds already */
    uint32_t indent;    /* blanks before each other line */
    unsigned ambiguous; /* cells of characters such as ○: 1 or 2 */
};

/* Adds a text in lines that are broken between words, and where Japanese text may be; the last one is not ended. */
void cs_wrap(struct cs_job *job, const struct cs_wrapping *how, cs_text text, struct cs_buf *out);

/* Cells that a text takes on a line. */
size_t cs_cells(struct cs_job *job, unsigned ambiguous, cs_text text);

/* Why a call of the system failed, by its errno. */
cs_text cs_system_error(enum cs_language language, int reason);

#endif
