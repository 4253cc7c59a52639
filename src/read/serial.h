/* Dates and times as spreadsheets store them: days since an epoch, with the time of day as a fraction. */
#ifndef READ_SERIAL_H
#define READ_SERIAL_H

#include "read/decimal.h"

/* The parts of a serial number that a format shows. */
enum cs_serial_part {
    CS_SERIAL_YEAR = 1,
    CS_SERIAL_MONTH = 2,
    CS_SERIAL_DAY = 4, /* or the day of the week, which implies the day */
    CS_SERIAL_HOUR = 8,
    CS_SERIAL_MINUTE = 16,
    CS_SERIAL_SECOND = 32,
    CS_SERIAL_ELAPSED = 64 /* the largest unit of time is not limited to its day, hour or minute */
};

/* Writes 2025-11-01, 2025-11 if no day is shown, 09:30, 2025-11-01 09:30, or 36:00 for elapsed time. The year is
 * written with the day even if the format omits it. False, with nothing written, for a number that is no date:
 * negative, or after the year 9999. */
bool cs_serial_print(const struct cs_decimal *serial, bool is_1904, unsigned parts, struct cs_buf *out);

#endif
