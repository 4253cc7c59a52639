/* Deciding between columns whose titles name the same role, by their content. */
#ifndef IMPORT_CONTEST_H
#define IMPORT_CONTEST_H

#include "import/page/census.h"

/* The number of a control next to the numbers of its questions: the number column is the one with distinct values. */
void cs_contest_number(struct cs_page *page, const struct cs_census *census);

/* Two columns below one title, with the numbers of chapters in one and those of questions in the next. */
void cs_contest_chapter(struct cs_page *page, const struct cs_census *census);

/* Of several columns whose titles may name the question (Control, Description), the one with a text in each row is
 * the question; the other is its name or, if merged over several rows, its group. */
void cs_contest_question(struct cs_page *page, const struct cs_census *census);

/* Of two columns whose titles name the answer, the one with marks below its title, or with states to choose from in it
 * (Full/Partial/None), is the answer before one in words, which is its remark where there is no other. */
void cs_contest_answer(struct cs_page *page, const struct cs_census *census);

/* Of a question in two languages, the first column is the question and the other its translation. */
void cs_contest_language(struct cs_page *page, const struct cs_census *census);

#endif
