/* Columns whose titles claim the same role: what stands in them decides. */
#ifndef IMPORT_CONTEST_H
#define IMPORT_CONTEST_H

#include "import/page/census.h"

/* A control's number stands beside the numbers of its several questions: the number is what is unlike in each row. */
void cs_contest_number(struct cs_page *page, const struct cs_census *census);

/* Below one title, chapters' numbers stand in one column and those of their questions in the next. */
void cs_contest_chapter(struct cs_page *page, const struct cs_census *census);

/* Of several columns whose titles may say what is asked (Control, Description), one that has a text for each row asks; the
 * other is its name, or, over several rows, their group. */
void cs_contest_question(struct cs_page *page, const struct cs_census *census);

/* Of a question in two languages, the first is the question, and the other is its translation. */
void cs_contest_language(struct cs_page *page, const struct cs_census *census);

#endif
