/* Forms without a table: each question stands above its answer, which has a label before it. */
#ifndef IMPORT_STACKED_H
#define IMPORT_STACKED_H

#include "import/page/page.h"

/* Finds out whether a page is such a form (is_stacked), and gives its columns their roles. */
bool cs_stacked_find(struct cs_page *page);

/* Makes a page one as a part of a form says it is. */
void cs_stacked_use(struct cs_page *page, const struct cs_form_part *part);

/* Reads its lines behind what the lines hold already; each knows the rows of its cells. */
void cs_stacked_read(struct cs_page *page, struct cs_lines *lines);

#endif
