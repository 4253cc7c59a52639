/* Translating: carrying a vendor's answers to other questions over to a catalog.
 *
 *     catalog, memory (profiles, crosswalks, known questions) -> for each item a valid answer, or proposals
 *
 * An answer is carried over only if it is known to be one: to the same item, to a question with the same text, or
 * to one of which a person or a crosswalk has declared that it asks the same, or the same and more. Along a path of
 * links the weakest counts. Partly never becomes yes, and similarity alone carries nothing over. */
#ifndef CHECKSHEET_TRANSLATE_H
#define CHECKSHEET_TRANSLATE_H

#include "checksheet/memory.h"

/* The result for an item. */
struct cs_translated {
    const struct cs_candidate *from; /* whose answer is carried over, and how it was found; NULL: the item is open */
    const struct cs_candidate *proposals; /* for a person, most likely first; none if the item is answered */
    uint32_t proposal_count;
};

struct cs_translation {
    const struct cs_catalog *catalog;
    struct cs_answers *answers;    /* answers carried over, each with its original location */
    struct cs_translated *by_item; /* by item of the catalog */
    uint32_t own, confirmed;       /* number carried over, by standing */
    uint32_t proposed, unknown;    /* number of open items with a proposal, and without one */
    uint32_t only_equal;           /* number of open items that were not compared with similar questions (memory.h) */
};

/* Carries the answers of a memory's profiles over to a catalog, which need not be in it. The first profile's answers
 * count wherever they are known to apply; those of the others are carried over only between equal texts. At most
 * `most` proposals for each item. Takes time for each item that is `wanted` (by item; NULL: all); the others stay open,
 * without proposals. */
struct cs_translation *cs_translate(struct cs_job *job, struct cs_memory *memory, const struct cs_catalog *catalog,
                                    const bool *wanted, uint32_t most);

/* A profile's own answers to the catalog of a translation (NULL: it has none), with open questions answered by what
 * was carried over; not by what the profile itself said to them, of which some may have been left out. */
const struct cs_answers *cs_answers_joined(struct cs_job *job, const struct cs_profile *profile,
                                           const struct cs_answers *own, const struct cs_translation *translation);

#endif
