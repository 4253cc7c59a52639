/* A workbook under construction. The emitter knows nothing else of the library, so another one that writes XLSX would
 * do.
 *
 * A book has worksheets, each of which is filled top down: a row gets its height and cells before the next one
 * begins. An error is reported once, in *why, and makes all further calls harmless. Texts may be anything; rows and
 * columns are 0-based, styles are those of xlsx_style.h. */
#ifndef EMIT_XLSX_WORKBOOK_H
#define EMIT_XLSX_WORKBOOK_H

#include "checksheet/sheet.h"
#include "emit/xlsx/xlsx_style.h"
#include "emit/xlsx/xlsx_text.h"

struct cs_book;
struct cs_gate;
struct cs_worksheet;

struct cs_book_setup {
    cs_text font;               /* of all cells; a default is used if it is empty or no valid name */
    cs_text directory;          /* for temporary files; empty: the system's */
    bool keeps_open;            /* cells with an open style may be changed on a protected worksheet */
    const struct cs_gate *gate; /* NULL: no other thread makes a workbook */
    const char **why;
};

/* The document properties. */
struct cs_book_facts {
    cs_text title, subject, author, company, category, keywords, comments;
    int64_t created; /* seconds since 1970, above 0 */
};

/* A drop-down with its choices and messages. */
struct cs_offer {
    const cs_text *choices;
    uint32_t count;
    const struct cs_worksheet *worksheet; /* the worksheet with the choices in cells, if no list can hold them */
    struct cells cells;
    cs_text title, message, error_title;
    cs_text error_message; /* empty: any other text is accepted */
};

/* One series of bars in a chart; its values are in a column of the worksheet, too. */
struct cs_bars {
    cs_text name;
    uint32_t col;
    const uint32_t *values;
    struct cs_tone_colors colors;
    bool dashed; /* the edge */
};

/* Stacked horizontal bars, one for each name. */
struct cs_chart {
    cs_text description;
    const cs_text *names; /* also in cells of the worksheet: in a column, from a row on */
    uint32_t name_count, name_row, name_col;
    const struct cs_bars *bars;
    uint32_t bars_count;
    unsigned type_size;
    double width, height; /* in pixels */
};

/* A workbook in a temporary file; NULL with *why set if it cannot be created. */
struct cs_book *cs_book_open(struct cs_job *job, const struct cs_book_setup *setup);

void cs_book_describe(struct cs_book *book, const struct cs_book_facts *facts);
void cs_book_set_property(struct cs_book *book, const char *name, cs_text value);

/* Writes the file, verifies it, and appends it to out. */
void cs_book_close(struct cs_book *book, struct cs_buf *out);

/* Removes the temporary file and releases everything else. */
void cs_book_free(struct cs_book *book);

/* --- a worksheet as a whole --- */

struct cs_worksheet *cs_book_add(struct cs_book *book, cs_text name, uint32_t tab_color);

/* A4, with texts at the left and right of the footer and the page number between them. */
void cs_worksheet_set_paper(struct cs_worksheet *worksheet, bool portrait, cs_text left, cs_text right);
void cs_worksheet_fit_to_page(struct cs_worksheet *worksheet);
/* In percent; Excel ignores page breaks in a worksheet that is fitted to pages. */
void cs_worksheet_scale(struct cs_worksheet *worksheet, unsigned scale);

/* Page breaks before these rows; the list ends with 0. */
void cs_worksheet_break_before(struct cs_worksheet *worksheet, const uint32_t *rows);
void cs_worksheet_print_only(struct cs_worksheet *worksheet, struct cells cells);
void cs_worksheet_repeat_row(struct cs_worksheet *worksheet, uint32_t row);

void cs_worksheet_set_width(struct cs_worksheet *worksheet, uint32_t col, double width);
void cs_worksheet_freeze(struct cs_worksheet *worksheet, uint32_t rows, uint32_t cols);
void cs_worksheet_filter(struct cs_worksheet *worksheet, struct cells cells);
void cs_worksheet_protect(struct cs_worksheet *worksheet);
void cs_worksheet_hide(struct cs_worksheet *worksheet);
void cs_worksheet_show_first(struct cs_worksheet *worksheet);

/* Defines a name for cells in the book. */
void cs_worksheet_name(struct cs_worksheet *worksheet, const char *name, struct cells cells);

/* Disables the warning about numbers stored as text. */
void cs_worksheet_trust_numbers(struct cs_worksheet *worksheet, struct cells cells);

/* --- its cells --- */

/* Height in points, limited to the tallest row. */
void cs_worksheet_set_height(struct cs_worksheet *worksheet, uint32_t row, double height);

void cs_worksheet_put(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text text, unsigned style);
void cs_worksheet_put_toned(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text text, unsigned style,
                            enum cs_tone tone);
/* A text as runs that were kept, removed (red, struck through) and inserted (green, bold). The text fits in a cell. */
void cs_worksheet_put_runs(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, struct cs_runs runs,
                           unsigned style);
void cs_worksheet_put_blank(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, unsigned style);
/* Merges empty cells of a row; a text put into the first one then has the room of all. */
void cs_worksheet_merge(struct cs_worksheet *worksheet, struct cells cells, unsigned style);
void cs_worksheet_put_number(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, double number, unsigned style);
void cs_worksheet_put_date(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, struct cs_date date,
                           unsigned style);

/* A formula with its value, which programs may show without recalculating. */
void cs_worksheet_put_formula(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text formula, double value,
                              unsigned style);
void cs_worksheet_put_formula_text(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text formula,
                                   cs_text value, unsigned style);

/* A text with a link, which may be a place in the book (cs_xlsx_place). */
void cs_worksheet_put_link(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, cs_text text, cs_text address,
                           unsigned style);

/* --- what lies over cells --- */

void cs_worksheet_offer(struct cs_worksheet *worksheet, const struct cells *cells, uint32_t count,
                        const struct cs_offer *offer);

/* Colours cells that equal a text, or for which a formula holds; the formula is written for the first of them. */
void cs_worksheet_color_text(struct cs_worksheet *worksheet, struct cells cells, cs_text text, enum cs_tone tone);
void cs_worksheet_color_where(struct cs_worksheet *worksheet, struct cells cells, cs_text formula, enum cs_tone tone);

void cs_worksheet_put_chart(struct cs_worksheet *worksheet, uint32_t row, uint32_t col, const struct cs_chart *chart);

#endif
