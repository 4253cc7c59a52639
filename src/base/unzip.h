/* Reading a zip archive that is in memory, entry by entry. */
#ifndef BASE_UNZIP_H
#define BASE_UNZIP_H

#include "base/arena.h"

struct cs_unzip;

/* Opens an archive; the bytes must stay. NULL when they are none, and *trouble says why. */
struct cs_unzip *cs_unzip_open(struct cs_arena *arena, cs_text bytes, const char **trouble);

void cs_unzip_close(struct cs_unzip *unzip);

uint64_t cs_unzip_count(const struct cs_unzip *unzip);

/* An entry's name as it stands in the archive, to be looked at, never to be used as a path. */
cs_text cs_unzip_name(const struct cs_unzip *unzip, uint64_t index);

/* Unpacks an entry in order, a stretch at a time; take says false to stop. True when the entry came whole, and its
 * checksum is right; otherwise *trouble says why, NULL if it was take that stopped. Limits are the caller's to count. */
bool cs_unzip_read(struct cs_unzip *unzip, uint64_t index, bool (*take)(void *context, cs_text bytes), void *context,
                   const char **trouble);

#endif
