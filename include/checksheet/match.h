/* Which known question asks the same as a text: an index of questions, and how near a text is to each of them.
 *
 * Likeness proposes; it never answers. Texts that are alike may ask for opposite things (client and server, at rest and
 * in transit), so whoever uses this shows what was found to a person.
 *
 * A document is one known question: an item of a catalog, or a question of an earlier form. Its terms are characters
 * of Japanese and pairs of them, words of other scripts without their endings, and, given a thesaurus, concepts. They
 * are weighed by BM25 (Robertson and Zaragoza, 2009; k1 1.2, b 0.6). All arithmetic is in whole numbers: the same texts
 * give the same figures on every machine, and equal figures stand in the order of the documents. */
#ifndef CHECKSHEET_MATCH_H
#define CHECKSHEET_MATCH_H

#include "checksheet/catalog.h"

struct cs_job;
struct cs_thesaurus;
struct cs_index;

/* What a text of a document is, and so how much it counts: question and name 1.0, guide 0.35, group 0.3, section 0.2. */
enum cs_part { CS_PART_QUESTION, CS_PART_NAME, CS_PART_GUIDE, CS_PART_GROUP, CS_PART_SECTION, CS_PARTS };

#define CS_NO_DOCUMENT UINT32_MAX

/* Figures of likeness are in thousandths. */
#define CS_ALL_ALIKE 1000u

/* --- making an index ----------------------------------------------------------------------------------------------- */

/* An empty index that lives as long as the job; thesaurus NULL: by characters and words alone. */
struct cs_index *cs_index_new(struct cs_job *job, const struct cs_thesaurus *thesaurus);

/* Begins a document, the last one so far; returns its number, from 0. */
uint32_t cs_index_begin(struct cs_index *index);

/* Adds a text to the last document, in any language; empty ones do nothing. */
void cs_index_text(struct cs_index *index, enum cs_part part, cs_text text);

/* Adds an item of a catalog: question, name, guide, group and section in both languages. Returns its number. */
uint32_t cs_index_item(struct cs_index *index, const struct cs_catalog *catalog, uint32_t item);

/* Adds all items of a catalog, as cs_index_item. Returns
 * the number of the first: item i is document first + i. */
uint32_t cs_index_catalog(struct cs_index *index, const struct cs_catalog *catalog);

/* Weighs the terms. Afterwards nothing can be added, and everything below can be asked. */
void cs_index_finish(struct cs_index *index);

/* --- asking it ----------------------------------------------------------------------------------------------------- */

/* A document and how much of what the text asks it holds, 0 to CS_ALL_ALIKE. */
struct cs_hit {
    uint32_t document, score;
};

/* Works out what each document has to do with a text, for cs_index_best and cs_index_suggest until the next text is
 * asked. The text must live as long. */
void cs_index_ask(struct cs_index *index, cs_text text);

/* The best documents in [first, end) for the text asked last, best first, at most `room`; returns how many. Documents
 * that share nothing with it are none. */
uint32_t cs_index_best(struct cs_index *index, uint32_t first, uint32_t end, struct cs_hit *hits, uint32_t room);

/* cs_index_ask and cs_index_best in one. */
uint32_t cs_index_search(struct cs_index *index, cs_text text, uint32_t first, uint32_t end, struct cs_hit *hits,
                         uint32_t room);

/* --- suggestions ---------------------------------------------------------------------------------------------------- */

/* Concepts, by their numbers in the thesaurus, in the order of the text. */
struct cs_concepts {
    uint32_t *at;
    uint32_t count, room;
};

/* A known question that may ask what a text asks, how sure that is, and why. */
struct cs_suggestion {
    uint32_t document;
    uint32_t confidence; /* in thousandths: the chance that the known answer answers the text at least in part; at most
                            950, and CS_ALL_ALIKE where the texts are equal */
    bool equal;          /* the text is the document's question, after folding */
    struct cs_concepts both, yours, known; /* what both ask for, only the text, only the document's question */
};

/* The steps of confidence that people are shown. Below LOW a question counts as unknown: of labelled questions of public
 * lists that loses 9 in 100 of those with an item that answers, and is silent on 80 in 100 of those without even a related
 * one (the weights cross-validated by source; 75 without the groups of words that were made with these questions in
 * sight). */
enum cs_confidence { CS_CONFIDENCE_NONE, CS_CONFIDENCE_LOW, CS_CONFIDENCE_MIDDLE, CS_CONFIDENCE_HIGH };
#define CS_CONFIDENCE_LOW_FROM    240u
#define CS_CONFIDENCE_MIDDLE_FROM 400u
#define CS_CONFIDENCE_HIGH_FROM   700u

enum cs_confidence cs_confidence_of(uint32_t confidence);

#define CS_MOST_SUGGESTIONS 16

/* Suggestions in [first, end) for the text asked last, the surest first, at most `room` and CS_MOST_SUGGESTIONS; returns
 * how many. All that share something with the text are candidates: what is below the bar is the caller's to leave out. */
uint32_t cs_index_suggest(struct cs_index *index, uint32_t first, uint32_t end, struct cs_suggestion *suggestions,
                          uint32_t room);

/* --- whose wording a text is ---------------------------------------------------------------------------------------- */

/* How a text lies among the documents of an index: whose wording it is, if anybody's. */
struct cs_nearest {
    uint32_t document; /* CS_NO_DOCUMENT: none shares anything with it */
    uint32_t likeness; /* as cs_index_likeness of the two */
    uint32_t lead;     /* its score in thousandths of the second best one's; UINT32_MAX where there is no second */
};

/* From where on, in a form that is known to have this catalog's questions in other words or order, the nearest document is
 * the one a row asks. Measured with an index of one catalog each: of 430 questions of published sheets 383 come right and
 * none wrong (the best one is right for 424); of 1017 pairs of a catalog and a question that it does not ask, 10 are
 * taken for one.
 *
 * It is no ground for an answer in a form of other questions: of 226 pairs that are alike and ask for something else, as
 * client and server, 220 are near where the catalog has only the one. */
#define CS_NEAR_LIKENESS 175u
#define CS_NEAR_LEAD     1200u

/* A number beside a text is wrong below this likeness of the text and the item of that number: all of the 430 are above
 * it, and of texts beside a wrong number two thirds are below. */
#define CS_FAR_LIKENESS 50u

/* The document in [first, end) that is nearest to a text. */
struct cs_nearest cs_index_nearest(struct cs_index *index, cs_text text, uint32_t first, uint32_t end);

/* True where the nearest document may be taken for what the text asks. */
bool cs_is_near(struct cs_nearest nearest);

/* How alike a text and a document are, 0 to CS_ALL_ALIKE: the geometric mean of how much of the text the document holds
 * and how much of the document the text holds. To hold a number that was found against the text beside it. */
uint32_t cs_index_likeness(struct cs_index *index, cs_text text, uint32_t document);

/* --- equal texts --------------------------------------------------------------------------------------------------- */

/* The text as it is compared where two are to be equal: NFKC, radicals as the characters they stand for, Latin letters
 * small, blanks and punctuation out. Lives as long as the job. */
cs_text cs_text_folded(struct cs_job *job, cs_text text);

/* The document in [first, end) whose question is the text, after folding; CS_NO_DOCUMENT if there is none, or more than
 * one. */
uint32_t cs_index_equal(struct cs_index *index, cs_text text, uint32_t first, uint32_t end);

#endif
