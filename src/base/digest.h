/* Digests of bytes, which identify a content. */
#ifndef BASE_DIGEST_H
#define BASE_DIGEST_H

#include "checksheet/text.h"

/* Length of a SHA-256 digest in hexadecimal digits. */
enum { CS_DIGEST_SIZE = 64 };

/* The SHA-256 digest (FIPS 180-4) of concatenated texts, in small hexadecimal digits, terminated. */
void cs_digest(const cs_text *texts, uint32_t count, char digest[CS_DIGEST_SIZE + 1]);

/* The digest of a text, and of a regular file, which is read in pieces; pipes and devices are refused. They live in
 * the arena. Empty with errno set if a file cannot be read. */
struct cs_arena;
cs_text cs_digest_text(struct cs_arena *arena, cs_text text);
cs_text cs_digest_file(struct cs_arena *arena, const char *path);

#endif
