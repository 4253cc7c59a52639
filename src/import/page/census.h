/* What stands in the columns of a page, counted. */
#ifndef IMPORT_CENSUS_H
#define IMPORT_CENSUS_H

#include "import/page/page.h"

/* Of a column's cells, as far as a page is looked at. */
struct cs_census {
    uint32_t count, numbers, marks, flags, dates; /* cells; of these, such as are whole numbers, ... */
    uint32_t texts, asks, sentences, japanese;    /* ... long, questions, sentences, with kana or kanji */
    unsigned states;                              /* that the marks say, as bits */
    size_t size;                                  /* bytes in all */
};

/* Of each column of the page from its first row on; taken when it is first asked for. It looks at the first rows; they
 * are enough to know a column. */
const struct cs_census *cs_census_of(struct cs_page *page);

/* True for six in ten and more. */
bool cs_mostly(uint32_t some, uint32_t all);

/* Bytes of a cell. */
size_t cs_census_mean(const struct cs_census *census);

/* How many of a column's cells, up to a number of them, are unlike all above. */
uint32_t cs_census_unlike(const struct cs_page *page, uint32_t column);

#endif
