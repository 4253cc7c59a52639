/* The inside of suggestions, for the room and for the bench that calibrates them. */
#ifndef MATCH_SUGGEST_H
#define MATCH_SUGGEST_H

#include "match/index.h"

/* What speaks for and against a document, each in thousandths. Content is words and characters but hiragana; held is what
 * the document has. */
enum cs_feature {
    CS_FEATURE_MEANT,   /* how much of the question's concepts is held */
    CS_FEATURE_ASKED,   /* how much of all its terms the document's own question holds, without guide and section */
    CS_FEATURE_BACK,    /* how much of the concepts of the document's question the question has */
    CS_FEATURE_LEAD,    /* how far the next best document of the catalog is behind */
    CS_FEATURE_BEHIND,  /* how far it is behind the best document of all */
    CS_FEATURE_BEATEN,  /* 1000 where another document of the catalog scores more */
    CS_FEATURE_OUTSIDE, /* 1000 where the question has a concept that no catalog asks */
    CS_FEATURE_BULK,    /* the content that is held, of a dozen of the rarest terms */
    CS_FEATURE_DEPTH,   /* the concepts that are held, of three of the rarest */
    CS_FEATURE_MISSING, /* the concepts that are not held, of three of the rarest */
    CS_FEATURES
};

/* The figures of hits[at], of `found` hits of a catalog, best first, for the text asked last; `best` is the score of the best
 * document of all. */
void cs_suggest_figures(struct cs_index *index, const struct cs_hit *hits, uint32_t at, uint32_t found, uint32_t best,
                        uint32_t figures[CS_FEATURES]);

#endif
