/* Number formats: what a cell that holds a number shows. */
#ifndef READ_NUMBER_FORMAT_H
#define READ_NUMBER_FORMAT_H

#include "base/arena.h"
#include "checksheet/grid.h"
#include "read/decimal.h"

struct cs_number_format;

/* The format of a code such as #,##0.00;[Red]-0 or [$-411]ggge"年"m"月"d"日". Any text gives one; what cannot be
 * understood shows the plain number. The code must stay. */
const struct cs_number_format *cs_number_format_of(struct cs_arena *arena, cs_text code);

/* The code of a format that workbooks name by number without saying it, those of Japanese Excel included. Those that
 * differ by country, with its currency, are given without. Empty: none, or the general one. */
cs_text cs_number_format_built_in(uint32_t id);

/* Writes what is shown of a number; format NULL is the general one. Says what it is: a number, or a date or time,
 * written as cs_serial_print does. */
enum cs_grid_form cs_number_format_print(const struct cs_number_format *format, const struct cs_decimal *number,
                                         bool is_1904, struct cs_buf *out);

#endif
