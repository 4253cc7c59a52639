/* The sheet that an import makes, and the remarks about its cells. */
#ifndef IMPORT_RESULT_H
#define IMPORT_RESULT_H

#include "import/answers.h"

/* Sets columns and rows of imported->sheet, the list of items, and the remarks. */
void cs_result_make(struct cs_job *job, const struct cs_line_answers *answers, struct cs_imported *imported);

#endif
