/* Serial numbers to ISO dates. Day 1 is 1900-01-01; day 60, 1900-02-29, never existed, but spreadsheets count it. In
 * the system of old Macs day 0 is 1904-01-01. */
#include "read/serial.h"

enum {
    DAY = 24 * 60 * 60, /* in seconds */
    LAST_DAY = 2958465, /* 9999-12-31 */
    FROM_1904 = 1462,   /* days from one system to the other */
    LEAP_DAY = 60
};

struct day {
    int year, month, day;
};

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

/* The date of a day in the 1900 system, day 1 or later. */
static struct day date_of(int serial)
{
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    struct day date = {1900, 1, 1};
    int left = serial > LEAP_DAY ? serial - 2 : serial - 1;
    if (serial == LEAP_DAY)
        return (struct day){1900, 2, 29};
    for (int length; left >= (length = is_leap(date.year) ? 366 : 365); left -= length)
        date.year++;
    for (int length; left >= (length = lengths[date.month - 1] + (date.month == 2 && is_leap(date.year)));
         left -= length)
        date.month++;
    date.day += left;
    return date;
}

/* Seconds since the start of day 0, rounded. */
static int64_t seconds_of(const struct cs_decimal *serial)
{
    int64_t parts = 0; /* in units of 10^-9 of a day */
    for (int place = serial->exponent - 1; place >= -9; place--)
        parts = parts * 10 + (cs_decimal_digit(serial, place) - '0');
    int64_t days = parts / 1000000000, rest = parts % 1000000000;
    return days * DAY + (rest * DAY + 500000000) / 1000000000;
}

static void print_date(struct day date, unsigned parts, struct cs_buf *out)
{
    cs_buf_print(out, "%04d", date.year);
    if (parts & (CS_SERIAL_MONTH | CS_SERIAL_DAY))
        cs_buf_print(out, "-%02d", date.month);
    if (parts & CS_SERIAL_DAY || !(parts & CS_SERIAL_YEAR))
        cs_buf_print(out, "-%02d", date.day);
}

/* Writes the units shown, and the minutes if only hours are shown. */
static void print_time(int64_t seconds, unsigned parts, struct cs_buf *out)
{
    static const struct {
        unsigned part;
        int seconds;
    } units[] = {{CS_SERIAL_HOUR, 3600}, {CS_SERIAL_MINUTE, 60}, {CS_SERIAL_SECOND, 1}};
    bool first = true;
    if (parts & CS_SERIAL_HOUR)
        parts |= CS_SERIAL_MINUTE;
    if (!(parts & CS_SERIAL_ELAPSED))
        seconds %= DAY;
    for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
        if (!(parts & units[i].part))
            continue;
        long long count = seconds / units[i].seconds;
        if (!first || !(parts & CS_SERIAL_ELAPSED))
            count %= units[i].part == CS_SERIAL_HOUR ? 24 : 60;
        cs_buf_print(out, first ? "%02lld" : ":%02lld", count);
        first = false;
    }
}

bool cs_serial_print(const struct cs_decimal *serial, bool is_1904, unsigned parts, struct cs_buf *out)
{
    const unsigned dates = CS_SERIAL_YEAR | CS_SERIAL_MONTH | CS_SERIAL_DAY;
    const unsigned times = CS_SERIAL_HOUR | CS_SERIAL_MINUTE | CS_SERIAL_SECOND;
    if (serial->negative || serial->exponent > 7)
        return false;
    int64_t seconds = seconds_of(serial), day = seconds / DAY + (is_1904 ? FROM_1904 : 0);
    if (day > LAST_DAY || (day == 0 && parts & dates))
        return false;
    if (parts & dates)
        print_date(date_of((int)day), parts, out);
    if (parts & dates && parts & times)
        cs_buf_add_byte(out, ' ');
    if (parts & times)
        print_time(seconds, parts, out);
    return true;
}
