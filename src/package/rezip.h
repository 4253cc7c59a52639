/* Rewriting an archive with some entries changed. All other entries are kept byte for byte, from one local header to
 * the next: names, times, flags, compressed data, and anything in between. Format: APPNOTE.TXT 6.3.10, section 4.3. */
#ifndef PACKAGE_REZIP_H
#define PACKAGE_REZIP_H

#include "base/arena.h"

/* The change of an entry. */
struct cs_rezip_change {
    uint64_t index; /* in the order of the central directory, as cs_unzip counts */
    cs_text bytes;  /* its new content, uncompressed */
};

enum cs_rezip_end {
    CS_REZIPPED,
    CS_REZIP_BROKEN,    /* no archive, or its headers contradict each other */
    CS_REZIP_LARGE,     /* zip64, or would have to become it */
    CS_REZIP_ENCRYPTED, /* an entry to be changed is encrypted */
    CS_REZIP_PARTED,    /* one of several volumes */
    CS_REZIP_MEMORY
};

/* Appends the archive with its changes, which are sorted by index. A compressed entry is compressed again, a stored
 * one stored. The order, comments and anything before and after the archive are kept. On an error nothing is
 * appended. */
enum cs_rezip_end cs_rezip(struct cs_arena *arena, cs_text archive, const struct cs_rezip_change *changes,
                           uint32_t count, struct cs_buf *out);

/* A comparison of two archives with the same entries in the same order. */
struct cs_rezip_comparison {
    uint64_t entries, same; /* same: equal in every byte, headers and compressed data */
    /* false: other names, another order or count, other headers, other bytes in between, other content of an entry that
     * changes */
    bool is_sound;
};

/* Compares an archive with the result of cs_rezip, using only the bytes of both. Only the entries of `changes` may
 * differ, and those must have their new content when they are uncompressed by the reader of unzip.h. */
struct cs_rezip_comparison cs_rezip_compare(struct cs_arena *arena, cs_text before, cs_text after,
                                            const struct cs_rezip_change *changes, uint32_t count);

#endif
