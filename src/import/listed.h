/* Choices that a column of a form lists for each question: Options, 選択肢. */
#ifndef IMPORT_LISTED_H
#define IMPORT_LISTED_H

#include "import/page/page.h"

/* The column whose title says that it has the choices of each question; CS_NO_COLUMN if there is none. */
uint32_t cs_listed_column(const struct cs_page *page);

/* The choices in a cell, one a line, or else parted by ; or | or /, or as programs write lists: ["Red", "Blue"]. Returns
 * how many there are; 0 for more than `room`. */
uint32_t cs_listed_read(struct cs_job *job, cs_text cell, cs_text *words, uint32_t room);

#endif
