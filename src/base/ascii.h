/* Bytes of ASCII, whatever the locale. */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include <stdbool.h>

static inline bool cs_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool cs_is_ascii_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* A capital letter as a small one; other bytes as they are. */
static inline char cs_ascii_lower(char byte)
{
    return (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
}

#endif
