/* What Excel makes of a text, and how it writes places: escapes, limits, addresses, references, criteria. */
#ifndef EMIT_XLSX_XLSX_TEXT_H
#define EMIT_XLSX_XLSX_TEXT_H

#include "base/arena.h"

/* Cells of a sheet, both corners included, counted from 0. */
struct cells {
    uint32_t first_row, first_col, last_row, last_col;
};

/* The text with what Excel or XML would take for something else written another way; terminated, valid until the
 * buffer is used again. Texts were found valid when read. */
const char *cs_xlsx_plain(struct cs_buf *buf, cs_text text);

/* A copy of at most `limit` UTF-16 units on one line, for properties, prompts and footers. */
char *cs_xlsx_kept(struct cs_arena *arena, cs_text text, size_t limit);

/* True for what a reader may be led to: no local file, no place in the workbook, nothing longer than Excel takes. */
bool cs_xlsx_is_address(cs_text text);

/* True if a drop-down can hold the texts as one text, separated by commas. */
bool cs_xlsx_is_list(const cs_text *texts, uint32_t count);

/* A text as a formula writes it. */
void cs_xlsx_add_quoted(struct cs_buf *buf, cs_text text);

/* A text that COUNTIF is to look for, as it is: it takes * ? ~ and leading < = > for more than themselves. */
void cs_xlsx_add_criterion(struct cs_buf *buf, cs_text text);

/* A3:E88, or 'Check sheet'!$A$3:$E$88 when a sheet is named. */
void cs_xlsx_add_cells(struct cs_buf *buf, cs_text sheet, struct cells cells);

/* #'Check sheet'!A3: the address of a place in the workbook. */
cs_text cs_xlsx_place(struct cs_arena *arena, cs_text sheet, uint32_t row, uint32_t col);

#endif
