/* The answers in the lines of a file, once it is known which items the lines are. */
#ifndef IMPORT_ANSWERS_H
#define IMPORT_ANSWERS_H

#include "import/pages.h"
#include "import/legend/legend.h"
#include "wording/mark.h"

/* The lines of a file with the items of a catalog that they matched. */
struct cs_asked_lines {
    const struct cs_pages *pages;
    const struct cs_catalog *catalog; /* NULL if there is none */
    struct cs_matching matching;      /* with the catalog; `at` is NULL without one */
    const struct cs_own_number *own;  /* by line, where there is no catalog */
    bool is_own;                      /* this program wrote the file: words without a mark are an answer in words */
};

struct cs_line_answers {
    const struct cs_asked_lines *asked;
    bool in_words;                  /* this program wrote the file for a profile without marks */
    bool has_better;                /* an answer is ◎, which nobody explains */
    struct cs_marked *at;           /* by line */
    const struct cs_marked **parts; /* by line, for each product of its page, if their answers differ; else NULL */
    bool keeps_answers;             /* at least one answer is more than words */
    uint32_t marked;                /* answers that are marks, yes or no */
    const cs_text *others;          /* titles of columns with unknown meaning that hold something in some line */
    uint32_t other_count;
};

/* The item that a line matched; NULL if there is none. */
const struct cs_item *cs_line_item(const struct cs_asked_lines *asked, uint32_t line);

/* True for a text that begins with a sign of the catalog or of one of its layouts. */
bool cs_begins_with_own_sign(const struct cs_catalog *catalog, cs_text text);

/* The answer that the cells of a line give to an item, which is NULL if it is not known. */
struct cs_marked cs_answers_read_line(const struct cs_line_answers *answers, const struct cs_line *line,
                                      const struct cs_item *item);

/* Reads the answers of all lines. */
struct cs_line_answers cs_answers_read(const struct cs_asked_lines *asked);

/* Index of a title among the others. */
uint32_t cs_answers_other(const struct cs_line_answers *answers, cs_text title);

#endif
