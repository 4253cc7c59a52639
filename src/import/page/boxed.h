/* Questions above boxes: merged cells without a text or a label, each directly below its question. */
#ifndef IMPORT_BOXED_H
#define IMPORT_BOXED_H

#include "import/page/page.h"

/* The form of a page whose questions are above empty boxes; NULL if it is none. Nearly everything that asks must have such
 * a box below it, in the same column. */
const struct cs_form_part *cs_boxed_find(const struct cs_page *page);

/* By row, whether a box begins in a column there, whatever it holds; NULL if there are hardly any. The array has one more
 * element than the page has rows. */
const bool *cs_boxed_rows(const struct cs_page *page, uint32_t column);

#endif
