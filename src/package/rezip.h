/* An archive written anew around the entries that change. All others keep their bytes, from the local header to the next
 * one: names, times, flags, packed data, and what stands between. Format: APPNOTE.TXT 6.3.10, section 4.3. */
#ifndef PACKAGE_REZIP_H
#define PACKAGE_REZIP_H

#include "base/arena.h"

/* What becomes of an entry. */
struct cs_rezip_change {
    uint64_t index; /* in the order of the central directory, as cs_unzip counts */
    cs_text bytes;  /* what it is to hold, unpacked */
};

enum cs_rezip_end {
    CS_REZIPPED,
    CS_REZIP_BROKEN,    /* no archive, or its headers contradict each other */
    CS_REZIP_LARGE,     /* zip64, or would have to become it */
    CS_REZIP_ENCRYPTED, /* an entry that is to change */
    CS_REZIP_PARTED,    /* one of several volumes */
    CS_REZIP_MEMORY
};

/* Adds the archive with its changes, rising by index, to out. An entry that was packed is packed, one that was stored is
 * stored. The order, comments and what stands before and behind the archive stay. Nothing is added where it fails. */
enum cs_rezip_end cs_rezip(struct cs_arena *arena, cs_text archive, const struct cs_rezip_change *changes,
                           uint32_t count, struct cs_buf *out);

/* How two archives compare that have the same entries in the same order. */
struct cs_rezip_proof {
    uint64_t entries, same; /* same: equal in every byte, headers and packed data */
    bool is_sound;          /* false: other names, another order or count, other headers, other bytes around */
};

/* Compares an archive with what cs_rezip made of it, by the bytes of both and nothing that was known when it was written.
 * Only the entries of `changes` may differ. */
struct cs_rezip_proof cs_rezip_prove(struct cs_arena *arena, cs_text before, cs_text after,
                                     const struct cs_rezip_change *changes, uint32_t count);

#endif
