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
    CS_FEATURE_SILENT,  /* 1000 where the question has no concept */
    CS_FEATURE_CONTENT, /* how much of its content is held */
    CS_FEATURE_OUTSIDE, /* 1000 where it has a concept that no catalog asks */
    CS_FEATURE_RARE,    /* the rarest concept that is held, of the rarest there can be */
    CS_FEATURE_BULK,    /* the content that is held, of a dozen of the rarest terms */
    CS_FEATURE_DEPTH,   /* the concepts that are held, of three of the rarest */
    CS_FEATURES
};

/* The figures of a hit for the text asked last; `next` is the score of the one behind it in its catalog (0: none), `best`
 * that of the best of all. */
void cs_suggest_figures(struct cs_index *index, const struct cs_hit *hit, uint32_t next, uint32_t best,
                        uint32_t figures[CS_FEATURES]);

#endif
