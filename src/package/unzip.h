/* Reading a zip archive in memory, entry by entry. */
#ifndef PACKAGE_UNZIP_H
#define PACKAGE_UNZIP_H

#include "base/arena.h"

struct cs_unzip;

#define CS_NO_ENTRY UINT64_MAX

/* Opens an archive; the bytes must stay alive. NULL if it is not one, with *why the reason. */
struct cs_unzip *cs_unzip_open(struct cs_arena *arena, cs_text bytes, const char **why);

void cs_unzip_close(struct cs_unzip *unzip);

uint64_t cs_unzip_count(const struct cs_unzip *unzip);

/* An entry's name as in the archive, for display, never to be used as a path. */
cs_text cs_unzip_name(const struct cs_unzip *unzip, uint64_t index);

/* Indexes the entries by name. False if two have the same name, which *twice is then: readers differ on which of them
 * counts. */
bool cs_unzip_index(struct cs_unzip *unzip, cs_text *twice);

/* The entry with a name, or CS_NO_ENTRY; takes logarithmic time, requires cs_unzip_index. As in an Office package,
 * names are compared ignoring the case of ASCII letters, \ for /, and a / at the front. */
uint64_t cs_unzip_find(const struct cs_unzip *unzip, cs_text name);

/* Limits for archives from outside: the bytes that an entry, and all reads together, may uncompress to. The sizes
 * that the archive claims are not trusted; bytes are counted as they come. */
void cs_unzip_limit(struct cs_unzip *unzip, uint64_t each, uint64_t all);

/* True once a limit has stopped a read. */
bool cs_unzip_is_over_limit(const struct cs_unzip *unzip);

/* Uncompresses an entry in order, piece by piece; `take` returns false to stop. True if the entry is complete and its
 * checksum is right; otherwise *why is the reason, NULL if `take` stopped. */
bool cs_unzip_read(struct cs_unzip *unzip, uint64_t index, bool (*take)(void *context, cs_text bytes), void *context,
                   const char **why);

#endif
