/* Shared by the files of the XLSX emitter: one rendering, and worksheets that are filled top down. */
#ifndef EMIT_XLSX_XLSX_H
#define EMIT_XLSX_XLSX_H

#include "checksheet/sheet.h"
#include "emit/xlsx/workbook.h"
#include "emit/xlsx/xlsx_plan.h"

/* A worksheet that is filled top down. */
struct page {
    struct cs_worksheet *worksheet;
    uint32_t row;  /* the next one */
    double height; /* of the rows so far, in points */
    uint32_t last; /* column of the content's right edge */
    double pixels; /* width of the content */
};

struct xlsx {
    const char **why;             /* set on failure; *why is NULL if all is well */
    bool auto_height;             /* row heights are left to the program that opens the file */
    bool guards, guards_all;      /* protects against accidental changes; protects the answers too */
    const struct cs_sheet *sheet; /* with numbers, whatever its layout */
    bool adds_numbers;            /* the layout has no numbers */
    struct cs_arena *arena;
    struct cs_widths *widths;
    struct cs_book *book; /* NULL with *why set if there is none */
    struct plan plan;
    struct cs_worksheet *items; /* the check sheet */
    struct page cover, changes, legend, more;
    struct page choices; /* hidden: the words of drop-downs that cannot list them, a row each */
    unsigned *shrinks;   /* by column of the current row: steps by which its font is reduced */
};

/* True for a sheet that is to be filled in with signs and says when each is used, or whose signs fit no drop-down
 * except one that refers to cells. Readers of a filled sheet find their meaning on the overview. */
bool cs_xlsx_has_legend(const struct xlsx *x);

/* The cells of the signs in the legend, for drop-downs that cannot list them. */
struct cells cs_legend_signs(const struct xlsx *x);

void cs_xlsx_put_cover(struct xlsx *x);
void cs_xlsx_put_legend(struct xlsx *x);
void cs_xlsx_put_changes(struct xlsx *x);

/* Writes a text to the worksheet for long ones, in as many rows as needed; returns the first of them. */
uint32_t cs_xlsx_put_more(struct xlsx *x, cs_text number, cs_text title, cs_text text);

/* --- pages and words --- */

/* Adds a worksheet, set up for printing, with a name at the left of its footer. */
struct cs_worksheet *cs_xlsx_add_worksheet(struct xlsx *x, cs_word_id name, uint32_t tab_color, bool portrait,
                                           cs_text footer);

/* Begins the next row of a page. */
uint32_t cs_page_add_row(struct page *page, double height);

/* Gives the rest of a row its style, beginning at a column. */
void cs_page_fill_row(struct page *page, uint32_t row, uint32_t first, unsigned style);

void cs_page_put_head(struct xlsx *x, struct page *page, uint32_t row, uint32_t col, cs_word_id title, bool center);

/* A word in the sheet's language. */
cs_text cs_xlsx_word(const struct xlsx *x, cs_word_id word);

cs_text cs_xlsx_date(struct xlsx *x, struct cs_date date);

/* Both texts, separated by `between` unless one is empty. */
cs_text cs_xlsx_joined(struct xlsx *x, cs_text a, const char *between, cs_text b);

#endif
