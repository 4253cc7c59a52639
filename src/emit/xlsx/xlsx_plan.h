/* What the check sheet of a workbook will be: its columns, the rows as they come, and what the overview and the rules
 * laid over the rows need to know of them afterwards. */
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
    FIRST_ROW, /* of sections and items on the check sheet */

    TITLE_HEIGHT = 30, /* in points, like the next */
    HEADER_HEIGHT = 27,

    MOST_SIGNS = 8,    /* that get a column of the overview each */
    TOO_LONG = SHRINKS /* stands in place of a step down in type for a text that no cell can show */
};

/* A column of the check sheet. */
struct column {
    unsigned style;
    double width; /* in Excel's units */
};

/* Rows [first, last] of the check sheet. */
struct run {
    uint32_t first, last;
    enum cs_state good; /* the good answer to the items in them; NONE: no answer is better */
};

/* A row of the check sheet, for the pages of its print. */
struct height {
    double points;
    bool is_heading;
};

/* A line of the overview: the heading of depth 0 with all that is below it. */
struct chapter {
    cs_text title;
    uint32_t first, last; /* on the check sheet, heading included */
    uint32_t items, required, answered;
    uint32_t in_words; /* answered by words beside an empty sign: told, not disclosed */
    uint32_t signs[MOST_SIGNS];
    uint32_t met, rated;           /* items with the good answer; items that have one, and apply */
    uint32_t first_odd, odd_count; /* its part of the plan's */
};

/* Rows whose answer is one of some words. */
struct list {
    uint32_t first, last;
    const cs_text *words;
    uint32_t count;
};

struct plan {
    const struct cs_sheet *sheet;
    const struct cs_sheet *own; /* as it came; sheet may have a column of numbers more */
    struct cs_arena *arena;
    struct cs_widths *widths;
    double pitch; /* of lines, see cs_line_pitch */

    struct column *columns; /* one for each of the sheet's */
    uint32_t row;           /* the next one of the check sheet */
    uint64_t filled;        /* columns that no item leaves empty */
    uint32_t answer;        /* column that holds the answer in signs or words, or CS_NO_COLUMN */
    uint32_t answered;      /* column that is empty where a question is open: the answer's, else the remark's */
    uint32_t beside; /* with signs, the column of words that may answer without one: the remark's; or CS_NO_COLUMN */
    uint32_t sign_count; /* of signs with a column of the overview; 0 where answers are in words */
    cs_text required;    /* how the sheet writes 必須 */
    bool good_differs;   /* some item's good answer is not yes */

    struct chapter *chapters;
    struct run *runs, *shades, *odd; /* of items between headings; of rows with the same good answer, headings or
                                      * not between them; of items in a row whose good answer is not yes */
    struct list *lists;              /* of items whose answer is one of some words of their own */
    uint32_t chapter_count, chapter_room, run_count, run_room, shade_count, shade_room, odd_count, odd_room;
    uint32_t list_count, list_room;
    struct height *heights; /* of the rows from FIRST_ROW on */
    uint32_t height_count, height_room;
    bool in_run;                     /* the last row was an item that a sign answers */
    bool is_broken, is_shade_broken; /* one that no sign answers stands behind the last run, the last shade */
};

/* Plans the columns; sheet, own, arena, widths and pitch are given, the rest is zero. */
void cs_plan_begin(struct plan *plan);

/* Takes note of a heading or an item in the next row, of so many points of height. A heading that a column repeats has no
 * row. */
void cs_plan_add_section(struct plan *plan, const struct cs_row *row, double height);
void cs_plan_add_item(struct plan *plan, const struct cs_row *row, double height);

/* True when the items right below a heading have its words in a column. The heading is one of the sheet's rows. */
bool cs_plan_is_repeated(const struct plan *plan, const struct cs_row *row);

/* Points that a column may take, as wide as programs draw it: a unit of width is 7 pixels to Excel, and what a digit of
 * Calibri 11 really takes to LibreOffice, which is more. */
double cs_points_of(double width);

/* In hundredths, what must be scaled to so that so many points fit on a page. */
unsigned cs_scale_to(double points, double page);

/* Rows that must begin a page so that no heading stands alone at the foot of one; 0 behind the last. The scale is that
 * of cs_plan_scale. */
const uint32_t *cs_plan_breaks(struct plan *plan);

/* In hundredths, what a page must be scaled to so that the check sheet fits its width. */
unsigned cs_plan_scale(const struct plan *plan);

/* True if answers are signs in a column of their own. */
bool cs_plan_in_signs(const struct plan *plan);

/* Cells of the longest sign: at most 2 for ○ and its kind, more for words. */
size_t cs_plan_sign_cells(const struct plan *plan);

/* The column by which rows with a question are known: not the first, which holds the headings too. CS_NO_COLUMN if no
 * column is filled in all of them. */
uint32_t cs_plan_marker(const struct plan *plan);

/* Lines that a text takes in a column. */
unsigned cs_plan_lines(struct plan *plan, uint32_t column, unsigned style, cs_text text);

/* How far a cell's type must shrink for its text to fit into the tallest row; TOO_LONG if nothing helps. *height grows
 * to what the cell needs. */
unsigned cs_plan_fit(struct plan *plan, uint32_t column, cs_text text, double *height);

#endif
