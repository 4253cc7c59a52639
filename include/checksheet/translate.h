/* Translating: what a vendor's answers to other questions say to the questions of a catalog.
 *
 *     catalog, memory (profiles, crosswalks, known questions) -> for each item an answer that holds, or proposals
 *
 * An answer is carried over only where it is known to be one: to the very item, to a question of the same text, or to one of
 * which a person or a crosswalk has said that it asks the same, or all of it and more. Along a chain of links the weakest
 * counts. Nothing is carried that turns partly into yes, and nothing because two questions are alike. */
#ifndef CHECKSHEET_TRANSLATE_H
#define CHECKSHEET_TRANSLATE_H

#include "checksheet/memory.h"

/* What is known of an item. */
struct cs_translated {
    const struct cs_candidate *from; /* whose answer is carried over, and by what it is known; NULL: the item is open */
    const struct cs_candidate *proposals; /* for a person, the likeliest first; none where the item is answered */
    uint32_t proposal_count;
};

struct cs_translation {
    const struct cs_catalog *catalog;
    struct cs_answers *answers;    /* what is carried over; each has the place where the answer stands */
    struct cs_translated *by_item; /* of the catalog */
    uint32_t own, confirmed;       /* how many are carried over, by their standing */
    uint32_t proposed, unknown;    /* how many are open with a proposal, and without one */
};

/* What the profiles of a memory say to a catalog, which need not be in it. The first profile's answers count for all that
 * it is known of; those of the others are carried over only between equal texts. At most `most` proposals an item. */
struct cs_translation *cs_translate(struct cs_job *job, struct cs_memory *memory, const struct cs_catalog *catalog,
                                    uint32_t most);

/* One answer as one to another item: what is said of the old item alone, such as its approval, is not in it. Its parts by
 * product come with it. */
struct cs_answer cs_answer_carried(struct cs_job *job, const struct cs_candidate *from, uint32_t item);

/* A profile's own answers to the catalog of a translation (NULL: it has none), and where they leave a question open, what is
 * carried over to it. */
const struct cs_answers *cs_answers_joined(struct cs_job *job, const struct cs_answers *own,
                                           const struct cs_translation *translation);

#endif
