/* Which known question asks the same as a text: an index of questions, with their similarity to a text.
 *
 * Similarity proposes; it never answers. Similar texts may be opposite questions (client and server, at rest and
 * in transit), so the results must be shown to a person.
 *
 * A document is one known question: an item of a catalog, or a question of an earlier form. Its terms are Japanese
 * characters and pairs of them, words of other scripts without their endings, and, given a thesaurus, concepts. They
 * are weighted by BM25 (Robertson and Zaragoza, 2009; k1 1.2, b 0.6). All arithmetic is in integers: the same texts
 * give the same scores on every machine, and equal scores are in the order of the documents. */
#ifndef CHECKSHEET_MATCH_H
#define CHECKSHEET_MATCH_H

#include "checksheet/catalog.h"

struct cs_job;
struct cs_thesaurus;
struct cs_index;

/* The part of a document that a text is, which determines its weight: question and name 1.0, guide 0.35, group 0.3,
 * section 0.2. */
enum cs_part { CS_PART_QUESTION, CS_PART_NAME, CS_PART_GUIDE, CS_PART_GROUP, CS_PART_SECTION, CS_PARTS };

#define CS_NO_DOCUMENT UINT32_MAX

/* Scores are in thousandths. */
#define CS_ALL_ALIKE 1000u

/* --- making an index ----------------------------------------------------------------------------------------------- */

/* Makes an empty index that lives as long as the job; thesaurus NULL: characters and words only. */
struct cs_index *cs_index_new(struct cs_job *job, const struct cs_thesaurus *thesaurus);

/* Begins a document; returns its number, from 0. */
uint32_t cs_index_begin(struct cs_index *index);

/* Adds a text to the last document, in any language; empty texts are ignored. */
void cs_index_text(struct cs_index *index, enum cs_part part, cs_text text);

/* Adds an item of a catalog as a document: question, name, guide, group and section in both languages. Returns its
 * number. */
uint32_t cs_index_item(struct cs_index *index, const struct cs_catalog *catalog, uint32_t item);

/* Adds all items of a catalog, as cs_index_item. Returns the number of the first: item i is document first + i. */
uint32_t cs_index_catalog(struct cs_index *index, const struct cs_catalog *catalog);

/* Weights the terms. Nothing can be added afterwards, and queries are possible from then on. */
void cs_index_finish(struct cs_index *index);

/* --- asking it ----------------------------------------------------------------------------------------------------- */

/* A document with its score: the share of the query that it contains, 0 to CS_ALL_ALIKE. */
struct cs_hit {
    uint32_t document, score;
};

/* Scores all documents for a query; cs_index_best and cs_index_suggest refer to it until the next one. The text must
 * live as long. */
void cs_index_ask(struct cs_index *index, cs_text text);

/* The best documents in [first, end) for the last query, best first, at most `room`; returns how many. Documents that
 * share nothing with it are left out. */
uint32_t cs_index_best(struct cs_index *index, uint32_t first, uint32_t end, struct cs_hit *hits, uint32_t room);

/* cs_index_ask and cs_index_best in one. */
uint32_t cs_index_search(struct cs_index *index, cs_text text, uint32_t first, uint32_t end, struct cs_hit *hits,
                         uint32_t room);

/* --- suggestions ---------------------------------------------------------------------------------------------------- */

/* Concepts, by number in the thesaurus, in the order of the text. */
struct cs_concepts {
    uint32_t *at;
    uint32_t count, room;
};

/* A known question that may be the query, with confidence and reasons. */
struct cs_suggestion {
    uint32_t document;
    /* in thousandths: the probability that the known answer answers the query at least in part; at most 950, and
     * CS_ALL_ALIKE if the texts are equal */
    uint32_t confidence;
    bool equal; /* the query is the document's question, after folding */
    /* the concepts of both, of the query only, of the document's question only */
    struct cs_concepts both, yours, known;
};

/* Levels of confidence, for display. Below LOW a question counts as unknown: for labelled questions of public lists
 * this loses 9 percent of those with an item that answers, and suppresses 80 percent of those without even a related
 * one (weights cross-validated by source; 75 without the concepts that were added with these questions in sight). */
enum cs_confidence { CS_CONFIDENCE_NONE, CS_CONFIDENCE_LOW, CS_CONFIDENCE_MIDDLE, CS_CONFIDENCE_HIGH };
#define CS_CONFIDENCE_LOW_FROM    240u
#define CS_CONFIDENCE_MIDDLE_FROM 400u
#define CS_CONFIDENCE_HIGH_FROM   700u

enum cs_confidence cs_confidence_of(uint32_t confidence);

#define CS_MOST_SUGGESTIONS 16

/* Suggestions in [first, end) for the last query, most confident first, at most `room` and CS_MOST_SUGGESTIONS;
 * returns how many. All documents that share something with it are included: the caller drops those below its
 * threshold. */
uint32_t cs_index_suggest(struct cs_index *index, uint32_t first, uint32_t end, struct cs_suggestion *suggestions,
                          uint32_t room);

/* --- whose wording a text is ---------------------------------------------------------------------------------------- */

/* The document whose wording a text is most similar to. */
struct cs_nearest {
    uint32_t document; /* CS_NO_DOCUMENT if none shares anything with it */
    uint32_t likeness; /* as cs_index_likeness */
    uint32_t lead;     /* its score in thousandths of the second best; UINT32_MAX if there is no second */
};

/* The likeness from which, in a form known to have this catalog's questions in other words or order, the nearest
 * document counts as the question of a row. Measured with an index of one catalog each: of 430 questions of published
 * sheets 383 are matched correctly and none wrongly (the best one is right for 424); of 1017 pairs of a catalog and a
 * question that it does not contain, 10 are matched.
 *
 * It does not justify an answer in a form with other questions: of 226 pairs of similar but different questions,
 * such as client and server, 220 are matched if the catalog has only one of them. */
#define CS_NEAR_LIKENESS 175u
#define CS_NEAR_LEAD     1200u

/* A number beside a text is wrong if the likeness of the text and the item of that number is below this: all of the
 * 430 are above it, and two thirds of texts with a wrong number are below. */
#define CS_FAR_LIKENESS 50u

/* The document in [first, end) that is nearest to a text. */
struct cs_nearest cs_index_nearest(struct cs_index *index, cs_text text, uint32_t first, uint32_t end);

/* True if the nearest document may be taken for the text's question. */
bool cs_is_near(struct cs_nearest nearest);

/* The likeness of a text and a document, 0 to CS_ALL_ALIKE: the geometric mean of the share of the text that the
 * document contains and the share of the document that the text contains. For checking a number against the text
 * beside it. */
uint32_t cs_index_likeness(struct cs_index *index, cs_text text, uint32_t document);

/* --- equal texts --------------------------------------------------------------------------------------------------- */

/* The text as compared for equality: NFKC, radicals replaced by their characters, Latin letters small, without blanks
 * and punctuation. Lives as long as the job. */
cs_text cs_text_folded(struct cs_job *job, cs_text text);

/* The document in [first, end) whose question equals the text after folding; CS_NO_DOCUMENT if there is none, or more
 * than one. */
uint32_t cs_index_equal(struct cs_index *index, cs_text text, uint32_t first, uint32_t end);

#endif
