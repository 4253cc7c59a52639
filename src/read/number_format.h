/* Number formats: the text that a cell shows for a number. */
#ifndef READ_NUMBER_FORMAT_H
#define READ_NUMBER_FORMAT_H

#include "base/arena.h"
#include "checksheet/grid.h"
#include "read/decimal.h"

struct cs_number_format;

/* Parses a code such as #,##0.00;[Red]-0 or [$-411]ggge"年"m"月"d"日". Any text gives a format; one that cannot be
 * understood shows the plain number. The code must stay alive. */
const struct cs_number_format *cs_number_format_of(struct cs_arena *arena, cs_text code);

/* The code of a built-in format, which workbooks name by number alone, those of Japanese Excel included. Formats with
 * the currency of a locale are given without it. Empty if there is none, or for the general format. */
cs_text cs_number_format_built_in(uint32_t id);

/* Writes a number as shown; NULL is the general format. Returns its form: a number, or a date or time, written as by
 * cs_serial_print. */
enum cs_grid_form cs_number_format_print(const struct cs_number_format *format, const struct cs_decimal *number,
                                         bool is_1904, struct cs_buf *out);

#endif
