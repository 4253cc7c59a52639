/* Runs of kana and kanji, which are most of a Japanese text and special in no format. */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H

#include "checksheet/text.h"

/* Bytes of the characters U+3000 to U+9FFF at the front of a text, all of them well-formed. */
static inline size_t cs_wide_run(cs_text text)
{
    const unsigned char *at = (const unsigned char *)text.bytes;
    size_t size = 0;
    while (size + 2 < text.size && at[size] >= 0xe3 && at[size] <= 0xe9 && (at[size + 1] & 0xc0) == 0x80 &&
           (at[size + 2] & 0xc0) == 0x80)
        size += 3;
    return size;
}

#endif
