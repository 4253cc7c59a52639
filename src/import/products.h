/* Answers of several products to one question, each in columns of its own. */
#ifndef IMPORT_PRODUCTS_H
#define IMPORT_PRODUCTS_H

#include "import/answers.h"
#include "wording/unword.h"

/* The line as it would be if a product of its page were the only one. */
struct cs_line cs_products_line(const struct cs_line *line, uint32_t product);

/* Reads the answers of a line whose page has columns for several products. If all of them agree, *marked becomes that
 * answer, and NULL is returned. Otherwise *marked becomes their combination, with the words of each, and the result is the
 * answers by product of the page. */
const struct cs_marked *cs_products_read(const struct cs_line_answers *answers, uint32_t line,
                                         struct cs_marked *marked);

/* The answer of a row as its products give it, to be written as YAML. */
const struct cs_answer *cs_products_answer(const struct cs_unword *unword, const struct cs_line *line,
                                           const struct cs_marked *parts, const struct cs_item *item);

/* Collects the products of all pages in the sheet. */
void cs_products_set(struct cs_job *job, const struct cs_pages *pages, struct cs_sheet *sheet);

#endif
