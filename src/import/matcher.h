/* A match of lines with a catalog under way: items.c makes it ready and judges it, by_number.c and by_text.c find. */
#ifndef IMPORT_MATCHER_H
#define IMPORT_MATCHER_H

#include "checksheet/match.h"
#include "import/items.h"
#include "import/trail.h"

struct cs_matcher {
    struct cs_job *job;
    const struct cs_lines *lines;
    const struct cs_catalog *catalog;
    struct cs_matching *matching;
    bool thorough, is_own;
    enum cs_language language;
    struct cs_id_index ids;
    struct cs_names exact;  /* ids as they stand: name i is item i */
    struct cs_index *index; /* of the catalog's questions; made at first need */
    uint64_t effort;        /* what may still be spent on asking it */
    struct cs_names asks;   /* bare questions, in both languages */
    uint32_t *item_of_ask;
    struct cs_names titles; /* bare titles of sections */
    uint32_t *taken;        /* by item: the line that has it, or CS_NO_ITEM */

    struct cs_trail trail;
    uint32_t last; /* item that was found last, or CS_NO_ITEM */
    cs_text base;  /* number of which the lines are sub-rows; empty if none */
    long sub;      /* the last sub-row's place */
};

/* Notes that a line is an item. */
void cs_matcher_hit(struct cs_matcher *matcher, uint32_t line, uint32_t item, enum cs_found by);

/* True for an item that no line is yet. */
bool cs_matcher_is_free(const struct cs_matcher *matcher, uint32_t item);

/* Finds the item of a line by its number, unless its text is another's, or has nothing to do with it. */
void cs_match_number(struct cs_matcher *matcher, uint32_t index, const struct cs_line *line);

/* Finds the items of lines by their texts: by what is nearest, and nearer than all else; then by order and place, where
 * the sheet keeps the catalog's order. */
void cs_match_by_text(struct cs_matcher *matcher);

/* How a line's words and an item go together, in thousandths; CS_ALL_ALIKE where nobody can tell, since they are in two
 * languages. */
uint32_t cs_matcher_likeness(struct cs_matcher *matcher, const struct cs_line *line, uint32_t item);

/* The same by pairs of letters, 0 to 1. */
double cs_matcher_dice(const struct cs_matcher *matcher, const struct cs_line *line, uint32_t item);

/* The index, or NULL where asking it once more would take too long. */
struct cs_index *cs_matcher_index(struct cs_matcher *matcher);

#endif
