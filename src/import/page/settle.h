/* What lines are is settled by what stands around them: headings that number items, titles that are repeated on every
 * page of a print, what stands behind the last item. */
#ifndef IMPORT_SETTLE_H
#define IMPORT_SETTLE_H

#include "import/page/page.h"

/* True for a line that holds a number and nothing else. */
bool cs_line_is_number_alone(const struct cs_line *line);

/* Called when the titles come again: what stands behind the last item so far stands above them. */
void cs_settle_header(struct cs_line *lines, uint32_t count);

/* Called with all lines of a page, from the first on. */
void cs_settle_page(struct cs_page *page, struct cs_lines *lines, uint32_t first);

#endif
