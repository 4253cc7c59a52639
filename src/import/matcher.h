/* The state of matching lines with a catalog: items.c sets it up and scores the result, by_number.c and by_text.c
 * match. */
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
    bool thorough, is_own, is_other;
    enum cs_language language;
    struct cs_id_index ids;
    struct cs_names exact;         /* ids as written: name i is item i */
    struct cs_index *index;        /* of the catalog's questions; made on first use */
    uint64_t effort;               /* what may still be spent on queries of the index */
    cs_text (*bare)[CS_LANGUAGES]; /* normalized questions by item, ... */
    struct cs_names asks;          /* ... and each once */
    uint32_t *item_of_ask;
    bool *is_repeated;      /* by question: several items ask it */
    uint32_t *ask_of_line;  /* the question that a line is, word for word, or CS_NO_NAME */
    uint32_t *line_of_item; /* the line with another number that is an item's question, and no other's; or CS_NO_ITEM */
    struct cs_names titles; /* normalized titles of sections */
    uint32_t *taken;        /* by item: the line that matched it, or CS_NO_ITEM */

    struct cs_trail trail;
    uint32_t last; /* the last item matched, or CS_NO_ITEM */
    cs_text base;  /* number that the following lines are sub-rows of; empty if none */
    long sub;      /* position of the last sub-row */
};

/* Records that a line matched an item. */
void cs_matcher_hit(struct cs_matcher *matcher, uint32_t line, uint32_t item, enum cs_found by);

/* True if no line has matched the item yet. */
bool cs_matcher_is_free(const struct cs_matcher *matcher, uint32_t item);

/* Matches a line with an item by its number, unless its text is that of another item or has nothing in common with
 * it. */
void cs_match_number(struct cs_matcher *matcher, uint32_t index, const struct cs_line *line);

/* Matches lines with items by their texts: by similarity, then, where the sheet keeps the catalog's order, by order
 * and position. */
void cs_match_by_text(struct cs_matcher *matcher);

/* Similarity of a line and an item, in thousandths; CS_ALL_ALIKE if it cannot be told because they are in two
 * languages. */
uint32_t cs_matcher_likeness(struct cs_matcher *matcher, const struct cs_line *line, uint32_t item);

/* The same by letter pairs, 0 to 1; the same name is enough. */
double cs_matcher_dice(const struct cs_matcher *matcher, const struct cs_line *line, uint32_t item);

/* Similarity of the question of a line and that of an item by letter pairs, 0 to 1. */
double cs_matcher_alike(const struct cs_matcher *matcher, const struct cs_line *line, uint32_t item);

/* True if a line asks something else than an item in the same language: they have no word in common but those that all
 * questions share, or differ in what such texts differ in where they do. */
bool cs_matcher_differs(const struct cs_matcher *matcher, const struct cs_line *line, uint32_t item);

/* The index; NULL once the budget for queries is spent. */
struct cs_index *cs_matcher_index(struct cs_matcher *matcher);

#endif
