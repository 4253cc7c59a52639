/* What the lines of a file answer, once it is known which items they are. */
#ifndef IMPORT_ANSWERS_H
#define IMPORT_ANSWERS_H

#include "import/pages.h"
#include "wording/mark.h"

/* How the lines of a file and the items of a catalog go together. */
struct cs_asked_lines {
    const struct cs_pages *pages;
    const struct cs_catalog *catalog; /* NULL: none */
    struct cs_matching matching;      /* of a catalog; `at` NULL without one */
    const struct cs_own_number *own;  /* by line, where there is no catalog */
    bool is_own;                      /* this program wrote the file: no mark beside words is an answer in words */
};

struct cs_line_answers {
    const struct cs_asked_lines *asked;
    struct cs_marked *at;  /* by line */
    bool keeps_answers;    /* some answer is not in words alone */
    const cs_text *others; /* titles of the columns that were not understood and have something in a line */
    uint32_t other_count;
};

/* The item that a line is; NULL without one. */
const struct cs_item *cs_line_item(const struct cs_asked_lines *asked, uint32_t line);

/* Reads all answers. */
struct cs_line_answers cs_answers_read(const struct cs_asked_lines *asked);

/* Index of a title among the others. */
uint32_t cs_answers_other(const struct cs_line_answers *answers, cs_text title);

#endif
