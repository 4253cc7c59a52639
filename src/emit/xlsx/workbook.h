/* A workbook under construction. This is all that the emitter knows of the library behind it; another one that writes
 * XLSX would do.
 *
 * A book has worksheets. Each is filled downwards: a row is given its height and cells before the next one
 * begins. What goes wrong is reported once, in *why, and makes the rest of the calls harmless. Texts may be anything;
 * rows and columns count from 0, styles are those of xlsx_style.h. */
#ifndef EMIT_XLSX_WORKBOOK_H
#define EMIT_XLSX_WORKBOOK_H

#include "checksheet/sheet.h"
#include "emit/xlsx/xlsx_style.h"
#include "emit/xlsx/xlsx_text.h"

struct cs_book;
struct cs_gate;
struct cs_worksheet;

struct cs_book_setup {
    cs_text font;               /* of everything; a default for one that is empty or no name */
    cs_text directory;          /* for temporary files; empty: the system's */
    bool keeps_open;            /* cells of an open style may be changed on a protected worksheet */
    const struct cs_gate *gate; /* NULL: no other thread makes a workbook */
    const char **why;
};

/* What the file says about itself. */
struct cs_book_facts {
    cs_text title, subject, author, company, category, keywords, comments;
    int64_t created; /* seconds since 1970, above 0 */
};

/* A drop-down with what may be chosen, and what is said then. */
struct cs_offer {
    const cs_text *choices;
    uint32_t count;
    const struct cs_worksheet *worksheet; /* where the choices stand in cells, for those that no list can hold */
    struct cells cells;
    cs_text title, message, error_title;
    cs_text error_message; /* empty: anything else may be written too */
};

/* Bars of one kind in a chart; the values stand in a column of its worksheet, too. */
struct cs_bars {
    cs_text name;
    uint32_t col;
    const uint32_t *values;
    struct cs_tone_colors colors;
    bool dashed; /* the edge */
};

/* Stacked bars that lie, one above the other for each name. */
struct cs_chart {
    cs_text description;
    const cs_text *names; /* they stand in cells of the worksheet: in a column, from a row on */
    uint32_t name_count, name_row, name_col;
    const struct cs_bars *bars;
    uint32_t bars_count;
    unsigned type_size;
    double width, height; /* in pixels */
};

/* A workbook in a temporary file; NULL with *why set when that cannot be. */
struct cs_book *cs_book_open(struct cs_job *job, const struct cs_book_setup *setup);

void cs_book_describe(struct cs_book *book, const struct cs_book_facts *facts);
void cs_book_set_property(struct cs_book *book, const char *name, cs_text value);

/* Has the file written, looks whether it is whole, and appends it to out. */
void cs_book_close(struct cs_book *book, struct cs_buf *out);

/* Removes the temporary file and what else is left. */
void cs_book_free(struct cs_book *book);

/* --- a worksheet as a whole --- */

struct cs_worksheet *cs_book_add(struct cs_book *book, cs_text name, uint32_t tab_color);

/* A4, with the texts at the left and right of the footer and the page's number between them. */
void cs_worksheet_set_paper(struct cs_worksheet *worksheet, bool portrait, cs_text left, cs_text right);
void cs_worksheet_fit_to_page(struct cs_worksheet *worksheet);
/* In hundredths; Excel heeds no breaks of a worksheet that is fitted to pages. */
void cs_worksheet_scale(struct cs_worksheet *worksheet, unsigned scale);

/* Begins pages with these rows; 0 behind the last. */
void cs_worksheet_break_before(struct cs_worksheet *worksheet, const uint32_t *rows);
void cs_worksheet_print_only(struct cs_worksheet *worksheet, struct cells cells);
void cs_worksheet_repeat_row(struct cs_worksheet *worksheet, uint32_t row);

void cs_worksheet_set_width(struct cs_worksheet *worksheet, uint32_t col, double width);
void cs_worksheet_freeze(struct cs_worksheet *worksheet, uint32_t rows, uint32_t cols);
void cs_worksheet_filter(struct cs_worksheet *worksheet, struct cells cells);
void cs_worksheet_protect(struct cs_worksheet *worksheet);
void cs_worksheet_show_first(struct cs_worksheet *worksheet);

/* Gives cells a name in the book. */
void cs_worksheet_name(struct cs_worksheet *worksheet, const char *name, struct cells cells);

/* No warning that a text there looks like a number. */
void cs_worksheet_trust_numbers(struct cs_worksheet *worksheet, struct cells cells);

/* --- its cells --- */

/* Height in points; what is above the tallest row is cut. */
void cs_worksheet_set_height(struct cs_worksheet *worksheet, uint32_t row, double height);

void cs_worksheet_put(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text text, unsigned style);
void cs_worksheet_put_toned(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text text, unsigned style,
                            enum cs_tone tone);
/* A text as stretches that were kept, taken out (red, struck through) and put in (green, bold). The text is no longer than
 * a cell holds. */
void cs_worksheet_put_runs(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, struct cs_runs runs,
                           unsigned style);
void cs_worksheet_put_blank(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, unsigned style);
/* Makes one of cells of a row, empty; what is then put into the first of them has the room of all. */
void cs_worksheet_merge(struct cs_worksheet *worksheet, struct cells cells, unsigned style);
void cs_worksheet_put_number(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, double number, unsigned style);
void cs_worksheet_put_date(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, struct cs_date date,
                           unsigned style);

/* A formula, with the value that it has: programs may show it without working it out. */
void cs_worksheet_put_formula(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text formula, double value,
                              unsigned style);
void cs_worksheet_put_formula_text(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text formula,
                                   cs_text value, unsigned style);

/* A text with an address behind it, which may be a place in the book (cs_xlsx_place). */
void cs_worksheet_put_link(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text text, cs_text address,
                           unsigned style);

/* --- what lies over cells --- */

void cs_worksheet_offer(struct cs_worksheet *worksheet, const struct cells *cells, uint32_t count,
                        const struct cs_offer *offer);

/* Colours cells in a tone where they are a text, or where a formula holds, which is written for the first of them. */
void cs_worksheet_color_text(struct cs_worksheet *worksheet, struct cells cells, cs_text text, enum cs_tone tone);
void cs_worksheet_color_where(struct cs_worksheet *worksheet, struct cells cells, cs_text formula, enum cs_tone tone);

void cs_worksheet_put_chart(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, const struct cs_chart *chart);

#endif
