/* From one edition of a catalog to the next: what becomes of each question, and of the answer to it. */
#ifndef MODEL_UPGRADE_H
#define MODEL_UPGRADE_H

#include "checksheet/sheet.h"

/* An answer is kept where the question is the same, or put in other words. Where it means something else under its old
 * number, or is answered in another way, the answer was given to another question. */
enum cs_fate {
    CS_FATE_SAME,
    CS_FATE_RENUMBERED, /* the same words under another number */
    CS_FATE_REWORDED,   /* other words that come close; perhaps another number too */
    CS_FATE_CHANGED,    /* the number stands, the meaning does not: kind, good answer or most of the words */
    CS_FATE_NEW,
    CS_FATE_REMOVED,
    CS_FATES
};

struct cs_upgrade_step {
    enum cs_fate fate;
    uint32_t old, new; /* items; CS_NO_ITEM where there is none */
};

struct cs_upgrade {
    const struct cs_catalog *old, *new;
    const struct cs_upgrade_step *steps; /* in the new order; what was removed stands at the end, in the old one */
    uint32_t step_count;
    const struct cs_upgrade_step *const *by_old; /* by item of the old catalog; never NULL */
    uint32_t count[CS_FATES];
};

#endif
