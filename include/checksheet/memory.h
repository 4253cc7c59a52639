/* What is known, and what of it a question asks: the memory of a vendor, and candidates from it.
 *
 * A memory holds catalogs, and profiles that answered them: a vendor's own, earlier customers'. A question is held against
 * all of it, answered or not, so that a better match among what nobody answered is seen. */
#ifndef CHECKSHEET_MEMORY_H
#define CHECKSHEET_MEMORY_H

#include "checksheet/crosswalk.h"
#include "checksheet/match.h"
#include "checksheet/profile.h"

struct cs_memory;

/* How a candidate stands to the question. OWN: it is the very question, after folding. CONFIRMED: a person, or a
 * crosswalk, has said of the very question that this item asks the same, or all of it and more. LIKELY: they are alike, or
 * a crosswalk says that they have something in common; never an answer. */
enum cs_standing { CS_STANDING_OWN, CS_STANDING_CONFIRMED, CS_STANDING_LIKELY, CS_STANDINGS };

/* By what it is known: the item itself, equal texts, "= METI 6-8" in a profile, crosswalks, or likeness alone. */
enum cs_via { CS_VIA_ITEM, CS_VIA_TEXT, CS_VIA_PERSON, CS_VIA_CROSSWALK, CS_VIA_LIKENESS };

/* A question on the way from one to another. */
struct cs_stop {
    const struct cs_catalog *catalog;
    uint32_t item;
};

struct cs_candidate {
    const struct cs_catalog *catalog;
    uint32_t item;
    enum cs_standing standing;
    enum cs_via via;
    enum cs_relation relation; /* of the item to the question: the weakest link of a chain; RELATED for what is alike */
    const struct cs_words *why; /* the reason that the last crosswalk gives; NULL without one */
    const struct cs_stop *over; /* the questions between, beginning next to the question */
    uint32_t over_count;
    uint32_t confidence; /* in thousandths; CS_ALL_ALIKE unless LIKELY */
    struct cs_concepts both, yours, known;
    const struct cs_profile *profile; /* the first one that answers it; NULL: none does */
    const struct cs_answer *answer;
};

/* A question with its candidates, the surest first. None: no known question asks this. */
struct cs_candidates {
    cs_text text;
    const struct cs_candidate *at;
    uint32_t count;
};

/* "own", "confirmed", "likely". */
cs_text cs_standing_word(enum cs_standing standing);

/* An empty memory that lives as long as the job. The thesaurus must be whole; crosswalks may be NULL. */
struct cs_memory *cs_memory_new(struct cs_job *job, const struct cs_thesaurus *thesaurus,
                                const struct cs_crosswalks *crosswalks);

/* Adds a catalog; one of an id that is there already does nothing. */
void cs_memory_add_catalog(struct cs_memory *memory, const struct cs_catalog *catalog);

/* Adds a profile's answers, and of the catalogs it answers what is not there yet: questions that the vendor added or put
 * in other words, and, unless the memory is to have no other catalogs than it has, whole ones. Of several profiles those
 * added first are asked first. */
void cs_memory_add_profile(struct cs_memory *memory, const struct cs_profile *profile, bool adds_catalogs);

/* The first of the profiles, whose answers are the vendor's own and not an earlier customer's; NULL: there is none. */
const struct cs_profile *cs_memory_first_profile(const struct cs_memory *memory);

/* Ends the adding. */
void cs_memory_finish(struct cs_memory *memory);

/* What a question asks: at most `most` candidates of each catalog, those that are LIKELY only from CS_CONFIDENCE_LOW_FROM
 * on. Lives as long as the job; the text must, too. */
struct cs_candidates cs_memory_find(struct cs_memory *memory, cs_text text, uint32_t most);

/* The same for an item of a catalog, which need not be in the memory: by its text in each language, and by what crosswalks
 * and profiles say of the item itself. What is LIKELY may here come from a crosswalk too, and where nobody answers what is
 * alike, what crosswalks lead to from there. Items of its own catalog are there only if they are answered.
 * `text_identifies`: no other question of the catalog has the same text, so that equal texts make it the same question. */
struct cs_candidates cs_memory_find_item(struct cs_memory *memory, const struct cs_catalog *catalog, uint32_t item,
                                         bool text_identifies, uint32_t most);

#endif
