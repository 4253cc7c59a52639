/* Files that hold no table that can be read here, called by their name. */
#ifndef READ_FOREIGN_H
#define READ_FOREIGN_H

#include "checksheet/source.h"

/* Reports a file that is a PDF, a web page, a Word document and the like; false where it is none. */
bool cs_report_foreign(struct cs_job *job, const struct cs_source *file);

#endif
