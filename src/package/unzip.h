/* Reading a zip archive that is in memory, entry by entry. */
#ifndef PACKAGE_UNZIP_H
#define PACKAGE_UNZIP_H

#include "base/arena.h"

struct cs_unzip;

#define CS_NO_ENTRY UINT64_MAX

/* Opens an archive; the bytes must stay. NULL when they are none, and *why says what. */
struct cs_unzip *cs_unzip_open(struct cs_arena *arena, cs_text bytes, const char **why);

void cs_unzip_close(struct cs_unzip *unzip);

uint64_t cs_unzip_count(const struct cs_unzip *unzip);

/* An entry's name as it stands in the archive, to be looked at, never to be used as a path. */
cs_text cs_unzip_name(const struct cs_unzip *unzip, uint64_t index);

/* Makes entries findable by name. False when two have the same name, which *twice is then: readers differ on which of
 * them counts. */
bool cs_unzip_index(struct cs_unzip *unzip, cs_text *twice);

/* The entry of a name, or CS_NO_ENTRY; takes logarithmic time, after cs_unzip_index. As the parts of an Office package,
 * names are the same whatever the case of their ASCII letters, with \ for / and with a / before them. */
uint64_t cs_unzip_find(const struct cs_unzip *unzip, cs_text name);

/* For archives from outside: the most bytes that an entry, and all reads together, may unpack to. Sizes that the
 * archive claims are not believed; bytes are counted as they come. */
void cs_unzip_limit(struct cs_unzip *unzip, uint64_t each, uint64_t all);

/* True once a limit has stopped a read. */
bool cs_unzip_is_over_limit(const struct cs_unzip *unzip);

/* Unpacks an entry in order, a stretch at a time; take says false to stop. True when the entry came whole, and its
 * checksum is right; otherwise *why says what, NULL if it was take that stopped. */
bool cs_unzip_read(struct cs_unzip *unzip, uint64_t index, bool (*take)(void *context, cs_text bytes), void *context,
                   const char **why);

#endif
