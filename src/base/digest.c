/* The only file that sees libmd. */
#include "base/digest.h"
#include "base/arena.h"

#include <errno.h>
#include <sha2.h>
#include <stdio.h>
#include <sys/stat.h>

void cs_digest(const cs_text *texts, uint32_t count, char digest[CS_DIGEST_SIZE + 1])
{
    _Static_assert(SHA256_DIGEST_STRING_LENGTH == CS_DIGEST_SIZE + 1, "as long as libmd writes it");
    SHA2_CTX context;
    SHA256Init(&context);
    for (uint32_t i = 0; i < count; i++)
        SHA256Update(&context, (const uint8_t *)texts[i].bytes, texts[i].size);
    SHA256End(&context, digest);
}

cs_text cs_digest_text(struct cs_arena *arena, cs_text text)
{
    char *digest = cs_alloc(arena, CS_DIGEST_SIZE + 1);
    cs_digest(&text, 1, digest);
    return (cs_text){digest, CS_DIGEST_SIZE};
}

/* True for a regular file, which ends and does not block. */
static bool is_regular(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return false;
    errno = S_ISDIR(status.st_mode) ? EISDIR : EINVAL;
    return S_ISREG(status.st_mode);
}

cs_text cs_digest_file(struct cs_arena *arena, const char *path)
{
    char piece[16384];
    SHA2_CTX context;
    FILE *file = is_regular(path) ? fopen(path, "rb") : NULL;
    if (!file)
        return (cs_text){0};
    SHA256Init(&context);
    for (size_t size; (size = fread(piece, 1, sizeof piece, file)) > 0;)
        SHA256Update(&context, (const uint8_t *)piece, size);
    int reason = errno;
    bool failed = ferror(file) != 0;
    fclose(file);
    errno = reason;
    if (failed)
        return (cs_text){0};
    char *digest = cs_alloc(arena, CS_DIGEST_SIZE + 1);
    SHA256End(&context, digest);
    return (cs_text){digest, CS_DIGEST_SIZE};
}
