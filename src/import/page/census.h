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

/* Looks at the first rows; they are enough to know a column. */
void cs_census_take(const struct cs_page *page, struct cs_census census[CS_MOST_COLUMNS]);

/* True for six in ten and more. */
bool cs_mostly(uint32_t some, uint32_t all);

/* Bytes of a cell. */
size_t cs_census_mean(const struct cs_census *census);

/* How many of a column's cells, up to a number of them, are unlike all above. */
uint32_t cs_census_unlike(const struct cs_page *page, uint32_t column);

#endif
