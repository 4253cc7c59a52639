/* From one edition of a catalog to the next: the fate of each question and of its answer. */
#ifndef MODEL_UPGRADE_H
#define MODEL_UPGRADE_H

#include "checksheet/sheet.h"

/* An answer is kept if the question is the same or reworded. If its number now has another meaning or kind, the
 * answer belongs to a different question. */
enum cs_fate {
    CS_FATE_SAME,
    CS_FATE_RENUMBERED, /* the same words with another number */
    CS_FATE_REWORDED,   /* similar words; possibly another number */
    CS_FATE_CHANGED,    /* the same number with another meaning: kind, good answer or most of the words */
    CS_FATE_NEW,
    CS_FATE_REMOVED,
    CS_FATES
};

struct cs_upgrade_step {
    enum cs_fate fate;
    uint32_t old, new; /* indices of items; CS_NO_ITEM if there is none */
};

struct cs_upgrade {
    const struct cs_catalog *old, *new;
    const struct cs_upgrade_step *steps; /* in the new order, followed by the removed ones in the old order */
    uint32_t step_count;
    const struct cs_upgrade_step *const *by_old; /* by item of the old catalog; never NULL */
    uint32_t count[CS_FATES];
};

#endif
