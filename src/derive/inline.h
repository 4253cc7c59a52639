/* How one text became another, as stretches that were kept, taken out and put in. */
#ifndef DERIVE_INLINE_H
#define DERIVE_INLINE_H

#include "checksheet/sheet.h"

/* A text in runs of one script. */
struct cs_tokens {
    cs_text *at; /* count of them, and behind them an empty one at the text's end */
    bool *kept;  /* by token: it stands in the other text too */
    uint32_t count, room, kept_room;
};

/* A change: bytes [old, old_end) became [new, new_end). */
struct cs_hunk {
    const char *old, *old_end, *new, *new_end;
};

/* What comparing texts takes, used again for the next two. Begin with the job, and all else zero. */
struct cs_inliner {
    struct cs_job *job;
    struct cs_tokens old, new;
    int32_t *reached;
    struct cs_hunk *hunks;
    uint32_t room, hunk_count, hunk_room;
};

/* The changes between two texts. What is kept and taken out makes the old text, what is kept and put in the new one, to
 * the byte. Stretches end where the script does, so that Japanese reads well; texts that have little in common are
 * given whole, the old one and then the new one. */
struct cs_runs cs_inline_diff(struct cs_inliner *inliner, cs_text old, cs_text new);

#endif
