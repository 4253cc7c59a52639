/* The only file that sees libmd. */
#include "base/digest.h"

#include <sha2.h>

void cs_digest(const cs_text *texts, uint32_t count, char digest[CS_DIGEST_SIZE + 1])
{
    _Static_assert(SHA256_DIGEST_STRING_LENGTH == CS_DIGEST_SIZE + 1, "as long as libmd writes it");
    SHA2_CTX context;
    SHA256Init(&context);
    for (uint32_t i = 0; i < count; i++)
        SHA256Update(&context, (const uint8_t *)texts[i].bytes, texts[i].size);
    SHA256End(&context, digest);
}
