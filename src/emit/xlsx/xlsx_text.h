/* Texts and references in Excel's syntax: escapes, limits, addresses, references, criteria. */
#ifndef EMIT_XLSX_XLSX_TEXT_H
#define EMIT_XLSX_XLSX_TEXT_H

#include "base/arena.h"

/* A range of cells of a sheet, corners inclusive, 0-based. */
struct cells {
    uint32_t first_row, first_col, last_row, last_col;
};

/* The text with everything escaped that Excel or XML would misread; terminated, valid until the buffer is used again.
 * Texts were validated when read. */
const char *cs_xlsx_plain(struct cs_buf *buf, cs_text text);

/* A copy of at most `limit` UTF-16 units on one line, for properties, prompts and footers. */
char *cs_xlsx_kept(struct cs_arena *arena, cs_text text, size_t limit);

/* True for an address that may become a link: no local file, no place in the workbook, within Excel's limit. */
bool cs_xlsx_is_address(cs_text text);

/* True if a drop-down can hold the texts as one, separated by commas. */
bool cs_xlsx_is_list(const cs_text *texts, uint32_t count);

/* Appends a text as a literal of a formula. */
void cs_xlsx_add_quoted(struct cs_buf *buf, cs_text text);

/* Appends a text as a literal criterion of COUNTIF, in which * ? ~ and leading < = > are special. */
void cs_xlsx_add_criterion(struct cs_buf *buf, cs_text text);

/* A3:E88, or 'Check sheet'!$A$3:$E$88 if a sheet is given. */
void cs_xlsx_add_cells(struct cs_buf *buf, cs_text sheet, struct cells cells);

/* #'Check sheet'!A3: the address of a place in the workbook. */
cs_text cs_xlsx_place(struct cs_arena *arena, cs_text sheet, uint32_t row, uint32_t col);

#endif
