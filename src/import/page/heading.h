/* Rows of several cells that only name a chapter or a section. */
#ifndef IMPORT_HEADING_H
#define IMPORT_HEADING_H

#include "import/page/page.h"

/* The heading that a row is: 1 | 体制; empty if it is none. */
cs_text cs_heading_of_row(const struct cs_line *line);

#endif
