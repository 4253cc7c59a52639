/* Internals of suggestions, shared with the bench that calibrates them. */
#ifndef MATCH_SUGGEST_H
#define MATCH_SUGGEST_H

#include "match/index.h"

/* Features for and against a document, each in thousandths. Content is words, and characters other than hiragana; a
 * term is held if the document contains it. */
enum cs_feature {
    CS_FEATURE_MEANT,   /* share of the query's concepts that is held */
    CS_FEATURE_ASKED,   /* share of all its terms in the document's question itself, without guide and section */
    CS_FEATURE_BACK,    /* share of the concepts of the document's question that the query has */
    CS_FEATURE_LEAD,    /* lead over the next best document of the catalog */
    CS_FEATURE_BEHIND,  /* distance to the best document of all */
    CS_FEATURE_BEATEN,  /* 1000 if another document of the catalog scores more */
    CS_FEATURE_OUTSIDE, /* 1000 if the query has a concept that is in no catalog */
    CS_FEATURE_BULK,    /* held content, among the twelve rarest terms */
    CS_FEATURE_DEPTH,   /* held concepts, among the three rarest */
    CS_FEATURE_MISSING, /* concepts not held, among the three rarest */
    CS_FEATURES
};

/* Sets the features of hits[at], of `found` hits of a catalog, best first, for the last query; `best` is the score of
 * the best document of all. */
void cs_suggest_figures(struct cs_index *index, const struct cs_hit *hits, uint32_t at, uint32_t found, uint32_t best,
                        uint32_t figures[CS_FEATURES]);

#endif
