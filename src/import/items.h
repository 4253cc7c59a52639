/* Matching the lines of a file with the items of a catalog. */
#ifndef IMPORT_ITEMS_H
#define IMPORT_ITEMS_H

#include "checksheet/import.h"
#include "import/page/page.h"

struct cs_match {
    uint32_t item; /* in the catalog, or CS_NO_ITEM */
    enum cs_found by;
    uint32_t same_as; /* for a second line about an item: the first one; else CS_NO_ITEM */
    uint32_t denied;  /* the item of its number that was rejected because of the text; else CS_NO_ITEM */
    bool doubted;     /* the number was accepted although the text has little in common with the item */
};

/* The number of a line when no catalog is known. */
struct cs_own_number {
    cs_text text;  /* empty if there is none, or an earlier line has the same */
    bool repaired; /* restored from a date */
    bool twice;
    bool lacks; /* it has none although nearly all other lines have one */
};

struct cs_matching {
    const struct cs_catalog *catalog;
    struct cs_match *at;  /* by line */
    uint32_t lines, hits; /* lines that are items; how many of them matched */
    double score;         /* similarity of the matched lines to their items: 0 to 1 */
    bool is_plain;        /* most lines are questions of the catalog, by text or by numbers that the texts confirm */
};

/* The language that the questions are written in. */
enum cs_language cs_lines_language(const struct cs_lines *lines);

struct cs_match_wish {
    bool thorough; /* else only as much as is needed to judge whether the catalog fits */
    bool is_own;   /* this program wrote the file: its numbers are right whatever their shape */
    bool is_other; /* it was written for another edition: a number counts where the question is the same */
    bool is_keyed; /* ... and a number that the catalog lacks is another question, however similar the texts */
};

/* Matches all lines with the items of a catalog. */
void cs_match_lines(struct cs_job *job, const struct cs_lines *lines, const struct cs_catalog *catalog,
                    struct cs_match_wish wanted, struct cs_matching *matching);

/* The distinct numbers of a sheet without a known catalog, by line: as written, or composed of chapter, section and
 * number where numbers restart. Empty for a line without one. */
const struct cs_own_number *cs_match_own_numbers(struct cs_job *job, const struct cs_lines *lines);

#endif
