/* Which item of a catalog each line is about. */
#ifndef IMPORT_ITEMS_H
#define IMPORT_ITEMS_H

#include "checksheet/import.h"
#include "import/page/page.h"

struct cs_match {
    uint32_t item; /* in the catalog, or CS_NO_ITEM */
    enum cs_found by;
    uint32_t same_as; /* of a second line about an item: the first; else CS_NO_ITEM */
    uint32_t denied;  /* item of its number, which the text does not allow; else CS_NO_ITEM */
    bool doubted;     /* the number was believed, though the text has hardly anything to do with it */
};

/* The number of a line whose catalog nobody knows. */
struct cs_own_number {
    cs_text text;  /* empty: none, or one that another line had before */
    bool repaired; /* it was taken for a date */
    bool twice;
    bool lacks; /* nearly all others have one */
};

struct cs_matching {
    const struct cs_catalog *catalog;
    struct cs_match *at;  /* by line */
    uint32_t lines, hits; /* lines that are items; how many of them were found */
    double score;         /* how like what was found is: 0 to 1 */
    bool is_plain;        /* most lines are its questions, be it by their texts or by numbers that these bear out */
};

/* The language that the questions are in. */
enum cs_language cs_lines_language(const struct cs_lines *lines);

struct cs_match_wish {
    bool thorough; /* else only as far as it takes to judge how well the catalog fits */
    bool is_own;   /* this program wrote the file: its numbers are right whatever they look like */
    bool is_keyed; /* ... and a number that the catalog lacks is of another question, however alike the texts */
};

/* Matches all lines. */
void cs_match_lines(struct cs_job *job, const struct cs_lines *lines, const struct cs_catalog *catalog,
                    struct cs_match_wish wanted, struct cs_matching *matching);

/* The numbers of a sheet that no catalog knows, unlike each other: as they stand, or put together from chapter, section
 * and number where they begin anew. Empty where there is none. By line. */
const struct cs_own_number *cs_match_own_numbers(struct cs_job *job, const struct cs_lines *lines);

#endif
