/* From one edition of a catalog to the next: what becomes of each question, and of the answer to it. */
#ifndef CHECKSHEET_UPGRADE_H
#define CHECKSHEET_UPGRADE_H

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

/* Lays the two editions side by side. They look into the catalogs and live as long as the job. */
const struct cs_upgrade *cs_upgrade_plan(struct cs_job *job, const struct cs_catalog *old,
                                         const struct cs_catalog *new);

/* What a person must read again, as a table: answers to questions put in other words, answers that are not kept, and the
 * questions that are new. The answers are those to the old catalog. */
struct cs_sheet *cs_compose_upgrade(struct cs_job *job, const struct cs_upgrade *upgrade,
                                    const struct cs_answers *answers);

/* The answers without those to questions that are not asked in the same words by the edition that was answered; NULL where
 * that one is not at hand: then none is left. *left is how many answers that are given were left out. */
const struct cs_answers *cs_answers_of_equal_texts(struct cs_job *job, const struct cs_answers *answers,
                                                   const struct cs_catalog *answered, uint32_t *left);

#endif
