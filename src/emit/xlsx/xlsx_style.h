/* The look of a workbook's cells: the styles as data, independent of the library.
 *
 * A style is a number: one of enum style, or one of them with a smaller font (cs_style_smaller). */
#ifndef EMIT_XLSX_XLSX_STYLE_H
#define EMIT_XLSX_XLSX_STYLE_H

#include "emit/xlsx/palette.h"

enum style {
    STYLE_BODY,
    STYLE_TITLE,
    STYLE_TITLE_INFO,
    STYLE_HEAD,
    STYLE_HEAD_CENTER,
    STYLE_BAND,
    STYLE_BAND_LOWER,
    STYLE_NUMBER,
    STYLE_FIXED,
    STYLE_FLAG,
    STYLE_SIGN,
    STYLE_SIGN_WORD,
    STYLE_OPEN,
    STYLE_EVIDENCE,
    STYLE_DATE,
    STYLE_REF,
    STYLE_LINK,
    STYLE_COVER_TITLE,
    STYLE_COVER_SERVICE,
    STYLE_HEADING,
    STYLE_LABEL,
    STYLE_LABEL_RULED,
    STYLE_VALUE,
    STYLE_VALUE_RULED,
    STYLE_VALUE_LINK,
    STYLE_VALUE_LINK_RULED,
    STYLE_PREFACE,
    STYLE_SECTION,
    STYLE_SECTION_WRAPPED,
    STYLE_COUNT,
    STYLE_RATE,
    STYLE_TOTAL,
    STYLE_TOTAL_COUNT,
    STYLE_TOTAL_RATE,
    STYLE_SMALL,
    STYLE_TEXT,
    STYLE_MORE,
    STYLE_CHANGE, /* a sign before or after a change, coloured by its tone */
    STYLE_CHANGE_WORD,
    STYLE_TONE, /* a sign in the legend, coloured by its tone, as are the next three */
    STYLE_TONE_WORD,
    STYLE_TONE_HEAD, /* a sign over a column */
    STYLE_TONE_HEAD_WORD,
    STYLES
};

enum {
    SHRINKS = 3, /* font sizes tried for a long text: normal, 1 pt less, 2 pt less */
    STYLES_IN_ALL = STYLES * SHRINKS
};

enum align { ALIGN_NONE, ALIGN_CENTER, ALIGN_RIGHT };

enum line { LINE_NONE, LINE_THIN, LINE_DOTTED };

/* The borders of a cell. */
struct frame {
    enum line top, bottom, sides;
    enum cs_color top_color, bottom_color, side_color;
};

struct look {
    unsigned size; /* in points */
    enum cs_color ink, fill;
    enum align align;
    unsigned indent;
    const struct frame *frame; /* or NULL */
    bool bold, wrap, underline;
    bool top;           /* vertical alignment is top, not middle */
    bool open;          /* may be changed on a protected sheet */
    const char *number; /* Excel's number format, or NULL */
};

/* The style with a font some points smaller; steps < SHRINKS. */
unsigned cs_style_smaller(unsigned style, unsigned steps);

struct look cs_style_look(unsigned style);

/* Font size, in points. */
unsigned cs_style_size(unsigned style);

bool cs_style_is_centered(unsigned style);

#endif
