/* Forms without a table: each question is above its answer, which has a label before it. */
#ifndef IMPORT_STACKED_H
#define IMPORT_STACKED_H

#include "import/page/page.h"

/* Determines whether a page is such a form (is_stacked), and gives its columns their roles. */
bool cs_stacked_find(struct cs_page *page);

/* Makes a page a stacked one as a form part describes it. */
void cs_stacked_use(struct cs_page *page, const struct cs_form_part *part);

/* Reads the page and appends its lines; each knows the rows of its cells. */
void cs_stacked_read(struct cs_page *page, struct cs_lines *lines);

#endif
