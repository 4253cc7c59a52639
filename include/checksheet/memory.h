/* The memory of a vendor: known questions and answers, and candidates among them for a question.
 *
 * A memory contains catalogs, and profiles that answered them: the vendor's own, and earlier customers'. A
 * question is compared with all of it, answered or not, so that a better match among unanswered questions is visible. */
#ifndef CHECKSHEET_MEMORY_H
#define CHECKSHEET_MEMORY_H

#include "checksheet/crosswalk.h"
#include "checksheet/match.h"
#include "checksheet/profile.h"

struct cs_memory;

/* How certain a candidate is. OWN: it is the same question, after folding. CONFIRMED: a person, or a crosswalk, has
 * declared that this item asks the same, or the same and more. LIKELY: they are similar, or a crosswalk says that
 * they overlap; never an answer. */
enum cs_standing { CS_STANDING_OWN, CS_STANDING_CONFIRMED, CS_STANDING_LIKELY, CS_STANDINGS };

/* How it was found: the item itself, equal texts, "= METI 6-8" in a profile, crosswalks, or similarity alone. */
enum cs_via { CS_VIA_ITEM, CS_VIA_TEXT, CS_VIA_PERSON, CS_VIA_CROSSWALK, CS_VIA_LIKENESS };

/* A question on a path from one to another. */
struct cs_stop {
    const struct cs_catalog *catalog;
    uint32_t item;
};

struct cs_candidate {
    const struct cs_catalog *catalog;
    uint32_t item;
    enum cs_standing standing;
    enum cs_via via;
    /* of the item to the question: the weakest link of a path; RELATED for a similar question */
    enum cs_relation relation;
    const struct cs_words *why; /* the reason in the last crosswalk; NULL if there is none */
    const struct cs_stop *over; /* the questions between, beginning next to the query */
    uint32_t over_count;
    uint32_t confidence; /* in thousandths; CS_ALL_ALIKE unless LIKELY */
    struct cs_concepts both, yours, known;
    bool is_same_text; /* LIKELY although the text is the same: headings differ, or it stands more than once */
    const struct cs_profile *profile; /* the first one that answers it; NULL if none does */
    const struct cs_answer *answer;
};

/* A question with its candidates, most confident first. None: it is not known. */
struct cs_candidates {
    cs_text text;
    const struct cs_candidate *at;
    uint32_t count;
    bool only_equal; /* similar questions were not searched for: too many have been */
};

/* "own", "confirmed", "likely". */
cs_text cs_standing_word(enum cs_standing standing);

/* Makes an empty memory that lives as long as the job. The thesaurus must be complete; crosswalks may be NULL. */
struct cs_memory *cs_memory_new(struct cs_job *job, const struct cs_thesaurus *thesaurus,
                                const struct cs_crosswalks *crosswalks);

/* Adds a catalog, unless its id is in the memory already. */
void cs_memory_add_catalog(struct cs_memory *memory, const struct cs_catalog *catalog);

/* Adds a profile's answers, and what is missing of the catalogs that it answers: the vendor's own and reworded
 * questions and, with `adds_catalogs`, whole catalogs. Of several profiles those added first take precedence. */
void cs_memory_add_profile(struct cs_memory *memory, const struct cs_profile *profile, bool adds_catalogs);

/* The first profile added, whose answers are the vendor's own and not an earlier customer's; NULL if there is none. */
const struct cs_profile *cs_memory_first_profile(const struct cs_memory *memory);

/* To be called when everything has been added. From then on about 30,000,000 pairs of questions are compared for
 * similarity, which are a few seconds; when that many were, only equal texts, crosswalks and profiles give candidates. */
void cs_memory_finish(struct cs_memory *memory);

/* The candidates for a question: at most `most` of each catalog, LIKELY ones only from CS_CONFIDENCE_LOW_FROM on.
 * Lives as long as the job; the text must, too. */
struct cs_candidates cs_memory_find(struct cs_memory *memory, cs_text text, uint32_t most);

/* The same for an item of a catalog, which need not be in the memory: by its text in each language, and by crosswalks
 * and profiles that refer to the item itself. LIKELY candidates may also come from a crosswalk here and, if no
 * similar question is answered, from crosswalks of similar ones. Items of its own catalog are included only if they
 * are answered. `text_identifies`: no other question of the catalog has the same text, so that an equal text means
 * the same question. */
struct cs_candidates cs_memory_find_item(struct cs_memory *memory, const struct cs_catalog *catalog, uint32_t item,
                                         bool text_identifies, uint32_t most);

#endif
