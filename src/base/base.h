/* What the program needs of this room beyond the public headers: guesses, wrapping for a terminal, the language, allowances,
 * system errors. */
#ifndef BASE_BASE_H
#define BASE_BASE_H

#include "base/control.h"
#include "checksheet/job.h"

/* The number of insertions, deletions, substitutions and transpositions between two texts, in code points; limit + 1
 * if there are more than limit. */
unsigned cs_edit_distance(cs_text a, cs_text b, unsigned limit);

/* "Did you mean": the nearest candidate after folding by NFKC, at most 1 edit away for up to 4 characters, 2 for
 * longer words. Empty if none is that near, since a bad guess is worse than none. */
cs_text cs_guess_text(struct cs_job *job, cs_text wrong, const cs_text *candidates, uint32_t count);

struct cs_wrapping {
    uint32_t columns;   /* terminal cells of a line; 0: no limit */
    uint32_t start;     /* cells already used on the first line */
    uint32_t indent;    /* blanks before each further line */
    unsigned ambiguous; /* width of characters such as ○: 1 or 2 */
};

/* Adds a text wrapped between words, and in Japanese text where a line may break; the last line is not ended. */
void cs_wrap(struct cs_job *job, const struct cs_wrapping *how, cs_text text, struct cs_buf *out);

/* The width of a text in terminal cells. */
size_t cs_cells(struct cs_job *job, unsigned ambiguous, cs_text text);

/* From now on what is written is in this language; messages are not affected. */
void cs_job_speak(struct cs_job *job, enum cs_language language);

/* Takes over the allowances of another job, which must live longer than this one. */
void cs_job_allow_as(struct cs_job *job, const struct cs_job *other);

/* The reason why a system call failed, from its errno. */
cs_text cs_system_error(enum cs_language language, int reason);

#endif
