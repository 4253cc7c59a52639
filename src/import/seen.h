/* What was recognised of a file, to be told and to be saved. */
#ifndef IMPORT_SEEN_H
#define IMPORT_SEEN_H

#include "import/answers.h"

/* Sets the form, the columns and the uses of an import. */
void cs_seen_set(struct cs_job *job, const struct cs_line_answers *answers, struct cs_imported *imported);

/* The words that the answers are given in, as signs of the sheet: of the drop-downs, or those that were written. */
void cs_seen_signs(struct cs_job *job, const struct cs_line_answers *answers, struct cs_sheet *sheet);

#endif
