/* The recognised form of a file, for reports and for saving. */
#ifndef IMPORT_SEEN_H
#define IMPORT_SEEN_H

#include "import/answers.h"

/* Sets the form, the columns and the worksheet uses of an import. */
void cs_seen_set(struct cs_job *job, const struct cs_line_answers *answers, struct cs_imported *imported);

/* Sets the words used for answers as signs of the sheet: those of the legend; without one, and without a catalog, those of
 * the drop-downs, or those found in cells. */
void cs_seen_signs(struct cs_job *job, const struct cs_line_answers *answers, struct cs_sheet *sheet);

#endif
