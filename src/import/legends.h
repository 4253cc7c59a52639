/* Where a form says what its signs mean: above its titles and in them, behind its questions, on worksheets that explain, in
 * comments of titles and in what a cell says when it is chosen. */
#ifndef IMPORT_LEGENDS_H
#define IMPORT_LEGENDS_H

#include "import/legend/legend.h"
#include "import/pages.h"

/* What the file explains, settled; none where this program wrote the file. */
struct cs_legend *cs_legends_find(const struct cs_pages *pages);

#endif
