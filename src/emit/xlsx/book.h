/* Shared by the files of the workbook, and included by no others: libxlsxwriter. */
#ifndef EMIT_XLSX_BOOK_H
#define EMIT_XLSX_BOOK_H

#include "checksheet/job.h"
#include "emit/xlsx/workbook.h"

#include <xlsxwriter.h>

enum { LONGEST_LITERAL = 255 }; /* bytes of a text in a formula: Excel's limit */

struct cs_book {
    struct cs_job *job;
    struct cs_arena *arena; /* the job's */
    const char **why;
    char *font, *directory, *path; /* for temporary files; of the workbook. path is NULL before it is made */
    bool keeps_open;
    const struct cs_gate *gate;
    lxw_workbook *made;
    lxw_format *formats[STYLES_IN_ALL], *tones[CS_TONES]; /* made on first use */
    lxw_format *toned[STYLES_IN_ALL][CS_TONES], *edits[STYLES_IN_ALL][CS_PUT_IN + 1];
    struct cs_buf text, formula; /* passed to the library */
    uint32_t links;
};

struct cs_worksheet {
    struct cs_book *book;
    lxw_worksheet *made;
    cs_text name;
};

/* Records the first error, in the library's words or in those of errno. */
void cs_book_check(struct cs_book *book, lxw_error error);
void cs_book_give_up(struct cs_book *book, int code);

/* A text for the library: escaped, in a buffer that the next call reuses; a copy of at most `limit` UTF-16 units on
 * one line; an unchanged copy. */
const char *cs_worksheet_plain(struct cs_worksheet *worksheet, cs_text text);
char *cs_book_kept(struct cs_book *book, cs_text text, size_t limit);
char *cs_book_string(struct cs_book *book, cs_text text);

/* A formula, and "=" with a reference, in the buffer for formulas. */
const char *cs_book_formula(struct cs_book *book, cs_text formula);
char *cs_book_reference(struct cs_book *book, const struct cs_worksheet *worksheet, struct cells cells);

/* The library's format of a style, of a look, and of a conditional tone. */
lxw_format *cs_worksheet_format(struct cs_worksheet *worksheet, unsigned style);
lxw_format *cs_book_make_format(struct cs_book *book, const struct look *look);
lxw_format *cs_book_tone_format(struct cs_book *book, enum cs_tone tone);

#endif
