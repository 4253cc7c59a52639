/* The edition that a form states in a title or a note of its own. */
#ifndef SCAFFOLD_STATED_EDITION_H
#define SCAFFOLD_STATED_EDITION_H

#include "base/job.h"
#include "checksheet/sheet.h"

/* The edition at the end of the sheet's title (チェックシート 第3版, Questionnaire (Ver. 2.1)), else the one that is alone
 * in a note above the first question; empty if none is stated, or notes state several. */
cs_text cs_stated_edition(struct cs_job *job, const struct cs_sheet *sheet);

#endif
