/* The height of rows, estimated: how many lines a text takes, and how high they are. The constants were fitted to how
 * LibreOffice wraps. */
#include "emit/xlsx/measure.h"

#include <string.h>

unsigned cs_line_count(struct cs_widths *widths, unsigned units, cs_text text)
{
    unsigned lines = 0;
    if (text.size <= units && !(text.size && memchr(text.bytes, '\n', text.size)))
        return 1; /* no character has more units than bytes */
    while (text.size) {
        cs_take_line(widths, units, &text);
        lines++;
    }
    return lines ? lines : 1;
}

unsigned cs_line_units(double width, unsigned size)
{
    unsigned units = width > 5 ? (unsigned)(1.05 * width - 1.5) : 4;
    return units * 10 / size;
}

double cs_row_height(unsigned lines, unsigned size)
{
    enum { LEAST = 24, PADDING = 6 };
    double height = lines * 1.725 * size + PADDING;
    unsigned pixels = (unsigned)(height / 0.75 + 0.99); /* whole ones at 96 dpi */
    return height < LEAST ? LEAST : pixels * 0.75;
}
