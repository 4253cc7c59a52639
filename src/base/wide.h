/* Runs of kana and kanji, which are most of a Japanese text and special in no format. */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H

#include "checksheet/text.h"

#include <string.h>

static inline bool cs_leads_wide(unsigned char byte)
{
    return byte >= 0xe3 && byte <= 0xe9;
}

/* True if two such characters are at the front of eight bytes. */
static inline bool cs_are_two_wide(const unsigned char *at)
{
    static const unsigned char bits[8] = {0, 0xc0, 0xc0, 0, 0xc0, 0xc0}, tails[8] = {0, 0x80, 0x80, 0, 0x80, 0x80};
    uint64_t word, mask, wanted;
    memcpy(&word, at, sizeof word);
    memcpy(&mask, bits, sizeof mask);
    memcpy(&wanted, tails, sizeof wanted);
    return (word & mask) == wanted && cs_leads_wide(at[0]) && cs_leads_wide(at[3]);
}

/* Bytes of the characters U+3000 to U+9FFF at the front of a text, all of them well-formed. */
static inline size_t cs_wide_run(cs_text text)
{
    const unsigned char *at = (const unsigned char *)text.bytes;
    size_t size = 0;
    while (size + 8 <= text.size && cs_are_two_wide(at + size))
        size += 6;
    while (size + 3 <= text.size && cs_leads_wide(at[size]) && (at[size + 1] & 0xc0) == 0x80 &&
           (at[size + 2] & 0xc0) == 0x80)
        size += 3;
    return size;
}

#endif
