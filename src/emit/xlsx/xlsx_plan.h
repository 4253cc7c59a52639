/* The layout of a workbook's check sheet: its columns, its rows as they come, and what the overview and the rules
 * over the rows need to know of them later. */
#ifndef EMIT_XLSX_XLSX_PLAN_H
#define EMIT_XLSX_XLSX_PLAN_H

#include "base/arena.h"
#include "base/unicode.h"
#include "checksheet/catalog.h"
#include "checksheet/sheet.h"
#include "emit/xlsx/xlsx_style.h"

enum {
    TITLE_ROW,
    HEADER_ROW,
    FIRST_ROW, /* first row of sections and items on the check sheet */

    TITLE_HEIGHT = 30, /* in points, as is the next one */
    HEADER_HEIGHT = 27,

    MOST_SIGNS = 8,    /* signs with a column on the overview */
    TOO_LONG = SHRINKS /* in place of a reduced font: no cell can show the text */
};

/* A column of the check sheet. */
struct column {
    unsigned style;
    double width; /* in Excel's units */
};

/* Rows [first, last] of the check sheet. */
struct run {
    uint32_t first, last;
    enum cs_state good; /* the good answer to their items; NONE if no answer is better */
};

/* The height of a row of the check sheet, for page breaks. */
struct height {
    double points;
    bool is_heading;
};

/* A line of the overview: a heading of depth 0 with everything below it. */
struct chapter {
    cs_text title;
    uint32_t first, last; /* rows of the check sheet, including the heading */
    uint32_t items, required, answered;
    uint32_t in_words; /* answered in words with an empty sign: free text, not disclosed */
    uint32_t signs[MOST_SIGNS];
    uint32_t met, rated;           /* items with the good answer; applicable items that have a good answer */
    uint32_t first_odd, odd_count; /* indices into the plan's `odd` */
};

/* Rows that share a list of own words as choices. */
struct list {
    uint32_t first, last;
    const cs_text *words;
    uint32_t count;
};

struct plan {
    const struct cs_sheet *sheet;
    const struct cs_sheet *own; /* without the number column that `sheet` may have in addition */
    struct cs_arena *arena;
    struct cs_widths *widths;
    double pitch; /* of lines, see cs_line_pitch */

    struct column *columns; /* by column of the sheet */
    uint32_t row;           /* the next one of the check sheet */
    uint64_t filled;        /* columns that are filled for every item, as a bit set */
    uint32_t answer;        /* column of the answer in signs or words, or CS_NO_COLUMN */
    uint32_t answered;      /* column that is empty if a question is open: the answer's, else the remark's */
    /* if there are signs, the column of words that may answer without one: the remark's; or CS_NO_COLUMN */
    uint32_t beside;
    uint32_t sign_count; /* signs with a column on the overview; 0 if answers are words */
    cs_text required;    /* the sheet's text for 必須 */
    bool good_differs;   /* the good answer of some item is not yes */

    struct chapter *chapters;
    struct run *runs;   /* of items between headings */
    struct run *shades; /* of rows with the same good answer, headings included */
    struct run *odd;    /* of consecutive items whose good answer is not yes */
    struct list *lists; /* of items with own words as choices */
    uint32_t chapter_count, chapter_room, run_count, run_room, shade_count, shade_room, odd_count, odd_room;
    uint32_t list_count, list_room;
    struct height *heights; /* of the rows from FIRST_ROW on */
    uint32_t height_count, height_room;
    bool in_run;                     /* the last row was an item answered by a sign */
    bool is_broken, is_shade_broken; /* another row came after the last run, after the last shade */
};

/* Plans the columns; sheet, own, arena, widths and pitch are set, the rest is zero. */
void cs_plan_begin(struct plan *plan);

/* Records a heading or an item in the next row, with its height in points. A heading that a column repeats has no
 * row. */
void cs_plan_add_section(struct plan *plan, const struct cs_row *row, double height);
void cs_plan_add_item(struct plan *plan, const struct cs_row *row, double height);

/* True if a column repeats the heading for the items directly below it. The heading is one of the sheet's rows. */
bool cs_plan_is_repeated(const struct plan *plan, const struct cs_row *row);

/* Width of a column in points, as the widest that programs draw: a unit is 7 pixels in Excel, and the width of a
 * digit of Calibri 11 in LibreOffice, which is more. */
double cs_points_of(double width);

/* The scale, in percent, at which so many points fit on a page. */
unsigned cs_scale_to(double points, double page);

/* Rows that must begin a page so that no heading is alone at the end of one; 0 ends the list. The scale is that of
 * cs_plan_scale. */
const uint32_t *cs_plan_breaks(struct plan *plan);

/* The scale, in percent, at which the check sheet fits the width of a page. */
unsigned cs_plan_scale(const struct plan *plan);

/* True if answers are signs in a column of their own. */
bool cs_plan_in_signs(const struct plan *plan);

/* Width of the longest sign in half-width characters: at most 2 for ○ and the like, more for words. */
size_t cs_plan_sign_cells(const struct plan *plan);

/* The column that identifies rows with a question: not the first, which holds the headings too. CS_NO_COLUMN if no
 * column is filled in all of them. */
uint32_t cs_plan_marker(const struct plan *plan);

/* Steps by which a cell's font must be reduced for its text to fit into the tallest row; TOO_LONG if it never fits.
 * *height grows to what the cell needs. */
unsigned cs_plan_fit(struct plan *plan, uint32_t column, cs_text text, double *height);

#endif
