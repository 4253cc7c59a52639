/* Statistics of what the columns of a page hold. */
#ifndef IMPORT_CENSUS_H
#define IMPORT_CENSUS_H

#include "import/page/page.h"

/* For the cells of one column, in the rows that were examined. */
struct cs_census {
    uint32_t count, numbers, marks, flags, dates; /* cells; of these, whole numbers, marks, flags, dates */
    uint32_t texts, asks, sentences, japanese;    /* long texts, questions, sentences, cells with kana or kanji */
    uint32_t explained;                           /* signs that the file's legend explains, rows of boxes with labels */
    uint32_t boxes;                               /* empty boxes, with labels or without: nobody has answered yet */
    uint32_t truths;                              /* TRUE and FALSE, which are marks as well */
    unsigned states;                              /* states that the marks stand for, as a bit set */
    size_t size;                                  /* bytes in all */
};

/* For each column of the page, computed on first use. Only the first rows are examined, which is enough to tell what
 * a column holds. */
const struct cs_census *cs_census_of(struct cs_page *page);

/* True for a share of six in ten or more. */
bool cs_mostly(uint32_t some, uint32_t all);

/* Mean size of a cell in bytes. */
size_t cs_census_mean(const struct cs_census *census);

/* The number of distinct cells in a column, counted up to a limit. */
uint32_t cs_census_unlike(const struct cs_page *page, uint32_t column);

#endif
