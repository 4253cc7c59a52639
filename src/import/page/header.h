/* The title rows of a page: where they are, how many, and where they are repeated. */
#ifndef IMPORT_HEADER_H
#define IMPORT_HEADER_H

#include "import/page/page.h"

/* Finds the titles of a page and sets header and header_rows; CS_NO_ROW when there are none. A first row of short texts
 * above numbered rows has titles even if none of them is known: is_strange is set, and they give no roles. */
void cs_header_find(struct cs_page *page);

/* The column at which the titles repeat for a second list beside the first; the page's end if they do not. */
uint32_t cs_header_next_block(const struct cs_page *page);

/* Finds out whether each section of the page has its name in a row of titles (Papers | | Answer | Comment), and if so
 * sets section_column. */
void cs_header_find_sections(struct cs_page *page);

#endif
