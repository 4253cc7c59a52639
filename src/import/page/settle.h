/* Reclassifying lines by their context: headings with numbers, titles repeated on every page of a print, text after
 * the last item. */
#ifndef IMPORT_SETTLE_H
#define IMPORT_SETTLE_H

#include "import/page/page.h"

/* True for a line that holds nothing but a number. */
bool cs_line_is_number_alone(const struct cs_line *line);

/* To be called where titles are repeated: the lines since the last item are above the titles. */
void cs_settle_header(struct cs_line *lines, uint32_t count);

/* To be called with all lines of a page, beginning at `first`. */
void cs_settle_page(struct cs_page *page, struct cs_lines *lines, uint32_t first);

#endif
