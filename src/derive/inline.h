/* The difference of two texts, as runs that were kept, removed and inserted. */
#ifndef DERIVE_INLINE_H
#define DERIVE_INLINE_H

#include "checksheet/sheet.h"

/* A text split into tokens of one script. */
struct cs_tokens {
    cs_text *at; /* `count` of them, and an empty one at the end of the text */
    bool *kept;  /* by token: it is in the other text, too */
    uint32_t count, room, kept_room;
};

/* A change: bytes [old, old_end) became [new, new_end). */
struct cs_hunk {
    const char *old, *old_end, *new, *new_end;
};

/* Working memory for comparing texts, reused for the next pair. Set the job, and everything else to zero. */
struct cs_inliner {
    struct cs_job *job;
    struct cs_tokens old, new;
    int32_t *reached;
    struct cs_hunk *hunks;
    uint32_t room, hunk_count, hunk_room;
};

/* The changes between two texts. The kept and removed runs form the old text, the kept and inserted ones the new
 * text, byte for byte. Runs end where the script changes, which suits Japanese; texts with little in common are given
 * whole, first the old one and then the new one. */
struct cs_runs cs_inline_diff(struct cs_inliner *inliner, cs_text old, cs_text new);

/* The number of bytes at the front of both texts that are the same. */
size_t cs_same_front(cs_text a, cs_text b);

#endif
