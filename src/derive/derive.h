/* From one edition of a catalog to the next, for the program. */
#ifndef DERIVE_DERIVE_H
#define DERIVE_DERIVE_H

#include "model/upgrade.h"

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

/* Puts both sheets into one language, as far as their words are the catalog's or the program's own: questions, titles,
 * signs, states, who runs a control. What a person wrote stands. Each must have its catalog, which is of one edition; a
 * sheet may look into the one it was. Where the words of an answer are in Japanese on one side and not on the other,
 * nobody can say whether they say the same: the old ones take the new ones' place, and such answers are counted. */
uint32_t cs_sheets_in_language(struct cs_job *job, struct cs_sheet sheets[2], enum cs_language language);

#endif
