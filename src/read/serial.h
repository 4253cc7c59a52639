/* Dates and times as a spreadsheet keeps them: days since a day of long ago, with the time of day as a fraction. */
#ifndef READ_SERIAL_H
#define READ_SERIAL_H

#include "read/decimal.h"

/* What a format shows of a serial number. */
enum cs_serial_part {
    CS_SERIAL_YEAR = 1,
    CS_SERIAL_MONTH = 2,
    CS_SERIAL_DAY = 4, /* or the day of the week: the day is known then */
    CS_SERIAL_HOUR = 8,
    CS_SERIAL_MINUTE = 16,
    CS_SERIAL_SECOND = 32,
    CS_SERIAL_ELAPSED = 64 /* the largest unit of time goes on beyond its day, hour or minute */
};

/* Writes 2025-11-01, 2025-11 when no day is shown, 09:30, 2025-11-01 09:30, or 36:00 for what has elapsed. The year is
 * written with the day even where the format leaves it out: it is known. False, and nothing written, for a number that
 * is no date: negative, or beyond the year 9999. */
bool cs_serial_print(const struct cs_decimal *serial, bool is_1904, unsigned parts, struct cs_buf *out);

#endif
