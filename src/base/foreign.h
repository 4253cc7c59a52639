/* What a file is by its first bytes, where it is neither YAML nor a table in text. */
#ifndef BASE_FOREIGN_H
#define BASE_FOREIGN_H

#include "checksheet/text.h"

#define CS_FOREIGN_JSON CS_TEXT("JSON")

/* The name of a file's kind that holds no table which can be read here: a PDF, a web page, a Word document and the like.
 * Empty where it is none. */
cs_text cs_foreign_name(cs_text bytes);

/* True for a zip archive, and for the older container that locked workbooks and .xls come in. */
bool cs_is_workbook(cs_text bytes);
bool cs_is_old_workbook(cs_text bytes);

#endif
