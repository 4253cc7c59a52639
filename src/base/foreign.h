/* The kind of a file that is neither YAML nor a table as text, by its first bytes. */
#ifndef BASE_FOREIGN_H
#define BASE_FOREIGN_H

#include "checksheet/text.h"

#define CS_FOREIGN_JSON CS_TEXT("JSON")

/* A kind of file that holds no table which can be read here: a PDF, a web page, a Word document and the like. */
struct cs_foreign {
    cs_text name;
    cs_text front;   /* what the file begins with, behind blanks, in any case */
    cs_text part;    /* what an archive or container has in it; empty: it is none */
    cs_text convert; /* the command that makes a workbook of it, without the file's name; empty: there is none */
};

/* The kind of a file by its bytes; NULL where it is none of these. Lives as long as the program. */
const struct cs_foreign *cs_foreign_of(cs_text bytes);

/* True for a zip archive, and for the older container format of encrypted workbooks and .xls. */
bool cs_is_workbook(cs_text bytes);
bool cs_is_old_workbook(cs_text bytes);

#endif
