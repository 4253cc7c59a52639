/* ASCII bytes, independent of the locale. */
#ifndef BASE_ASCII_H
#define BASE_ASCII_H

#include "checksheet/text.h"

static inline bool cs_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static inline bool cs_is_ascii_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* True for a blank, a tab or a byte of a line end. */
static inline bool cs_is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

/* The value of a hexadecimal digit; -1 for any other byte. */
static inline int cs_hex_digit(char byte)
{
    char small = (char)(byte | 0x20);
    return cs_is_digit(byte) ? byte - '0' : small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

/* The small form of a capital letter; other bytes unchanged. */
static inline char cs_ascii_lower(char byte)
{
    return (char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
}

/* As cs_text_equal and cs_text_starts, whatever the case of the letters. */
bool cs_ascii_equal(cs_text a, cs_text b);
bool cs_ascii_starts(cs_text text, cs_text front);

/* Takes a decimal number off the front of a text; false, with nothing taken, if there is none or it exceeds `most`. */
bool cs_take_digits(cs_text *rest, uint32_t most, uint32_t *number);

#endif
