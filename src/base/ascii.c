/* Letters and numbers in ASCII. */
#include "base/ascii.h"

#include <strings.h>

bool cs_ascii_starts(cs_text text, cs_text front)
{
    return text.size >= front.size && (front.size == 0 || strncasecmp(text.bytes, front.bytes, front.size) == 0);
}

bool cs_ascii_equal(cs_text a, cs_text b)
{
    return a.size == b.size && cs_ascii_starts(a, b);
}

bool cs_take_digits(cs_text *rest, uint32_t most, uint32_t *number)
{
    size_t size = 0;
    uint64_t value = 0;
    for (; size < rest->size && cs_is_digit(rest->bytes[size]) && value <= most; size++)
        value = value * 10 + (uint64_t)(rest->bytes[size] - '0');
    if (size == 0 || value > most)
        return false;
    *number = (uint32_t)value;
    *rest = (cs_text){rest->bytes + size, rest->size - size};
    return true;
}
