/* Which item of a catalog each line is about. */
#ifndef IMPORT_ITEMS_H
#define IMPORT_ITEMS_H

#include "import/page.h"

struct cs_match {
    uint32_t item; /* in the catalog, or CS_NO_ITEM */
    enum cs_found by;
    uint32_t same_as; /* of a second line about an item: the first; else CS_NO_ITEM */
};

struct cs_matching {
    const struct cs_catalog *catalog;
    struct cs_match *at;  /* by line */
    uint32_t lines, hits; /* lines that are items; how many of them were found */
    double score;         /* how like what was found is: 0 to 1 */
};

/* The language that the questions are in. */
enum cs_language cs_lines_language(const struct cs_lines *lines);

/* Matches all lines. Not `thorough`: only as far as it takes to judge how well the catalog fits. */
void cs_match_lines(struct cs_job *job, const struct cs_lines *lines, const struct cs_catalog *catalog, bool thorough,
                    struct cs_matching *matching);

/* The numbers of a sheet that no catalog knows, unlike each other: as they stand, or put together from chapter, section
 * and number where they begin anew. Empty where there is none. By line. */
const cs_text *cs_match_own_numbers(struct cs_job *job, const struct cs_lines *lines);

#endif
