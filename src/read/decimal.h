/* Numbers as decimal digits, without the binary fractions that a file may contain. */
#ifndef READ_DECIMAL_H
#define READ_DECIMAL_H

#include "checksheet/text.h"

enum { CS_DECIMAL_DIGITS = 15 }; /* precision of a number in a spreadsheet */

/* 0.digits x 10^exponent; the first digit is not 0. Zero has no digits. */
struct cs_decimal {
    bool negative;
    int exponent, count;
    char digits[CS_DECIMAL_DIGITS + 1]; /* 0 to 9 as characters */
};

/* Reads -12.5E-3 and the like, rounded to 15 digits, so that 0.30000000000000004 is 0.3; false for anything else. */
bool cs_decimal_read(cs_text text, struct cs_decimal *decimal);

/* The number rounded to some decimal places, half away from zero. */
struct cs_decimal cs_decimal_round(struct cs_decimal decimal, int places);

/* The digit of 10^place: 0 is the ones, -1 the tenths. */
char cs_decimal_digit(const struct cs_decimal *decimal, int place);

/* Exact enough to compare with the conditions of a number format. */
double cs_decimal_double(const struct cs_decimal *decimal);

/* Writes the number in plain notation, or with an exponent if that would take more than 20 digits. */
void cs_decimal_print(const struct cs_decimal *decimal, struct cs_buf *out);

#endif
