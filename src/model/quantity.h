/* Numbers and units as written in sheets, in Japanese and English, for typed answers and remarks.
 *
 * A function that takes something moves *rest past it; if it is not there, it changes nothing and returns false. */
#ifndef MODEL_QUANTITY_H
#define MODEL_QUANTITY_H

#include "checksheet/text.h"

#include <string.h>

enum cs_dimension { CS_NO_UNIT, CS_TIME, CS_YEN, CS_PERCENT, CS_TIMES };

struct cs_unit_word {
    cs_text spelling, name; /* as written, and the standard form: か月, 月 */
    enum cs_dimension dimension;
    double factor; /* CS_YEN: value in yen; CS_TIME: in hours, a month being a twelfth of 365.25 days */
};

/* Takes a non-empty word. Inline, since its first byte nearly always differs. */
static inline bool cs_take(cs_text *rest, cs_text part)
{
    if (rest->size < part.size || rest->bytes[0] != part.bytes[0] || memcmp(rest->bytes, part.bytes, part.size) != 0)
        return false;
    rest->bytes += part.size;
    rest->size -= part.size;
    return true;
}

/* Takes blanks, full-width ones included. */
void cs_take_blanks(cs_text *rest);

/* A digit, half or full width; -1 if there is none. */
int cs_take_digit(cs_text *rest);

/* 1,234.5; 12億39百万; 1.2 billion; 三, 二十四, unless part of a word such as 十分. */
bool cs_take_number(cs_text *rest, double *amount);

/* An English word for a number, if no letter follows it: six, Ninety. */
bool cs_take_number_word(cs_text *rest, double *amount);

/* The longest unit at the front of a text; NULL if there is none. */
const struct cs_unit_word *cs_unit_at(cs_text text);

/* The unit of a spelling; NULL if there is none. */
const struct cs_unit_word *cs_unit_called(cs_text spelling);

#endif
