/* Estimated row heights: how many lines a text takes, and how high they are. The constants were fitted to
 * LibreOffice's line breaks. */
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

/* The height of a line as a multiple of the font size. Noto's and its twin's are from their files (1.448), plus a
 * little, since printers round; Yu Gothic's is scaled from the height of Excel's rows. An unknown font counts as Yu
 * Gothic, the taller one: a row that is too high hides nothing. */
double cs_line_pitch(cs_text font)
{
    static const struct {
        cs_text name;
        double pitch;
    } fonts[] = {{CS_LITERAL("Yu Gothic"), 1.725},
                 {CS_LITERAL("Noto Sans CJK"), 1.5},
                 {CS_LITERAL("Noto Sans JP"), 1.5},
                 {CS_LITERAL("Source Han Sans"), 1.5}};
    for (size_t i = 0; i < sizeof fonts / sizeof *fonts; i++)
        if (cs_text_starts(font, fonts[i].name))
            return fonts[i].pitch;
    return fonts[0].pitch;
}

double cs_row_height(double pitch, unsigned lines, unsigned size)
{
    enum { LEAST = 24, PADDING = 6 };
    double height = lines * pitch * size + PADDING;
    unsigned pixels = (unsigned)(height / 0.75 + 0.99); /* rounded up to whole pixels at 96 dpi */
    return height < LEAST ? LEAST : pixels * 0.75;
}
