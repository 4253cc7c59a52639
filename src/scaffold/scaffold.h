/* Files to start from: a profile with every question and no answer, a catalog to write one's own. */
#ifndef SCAFFOLD_SCAFFOLD_H
#define SCAFFOLD_SCAFFOLD_H

#include "checksheet/form.h"
#include "model/upgrade.h"

/* A profile that asks all of the catalog's questions, each as a comment above its empty key. It loads without errors
 * but for the vendor's name, and with every answer open. */
void cs_scaffold_profile(struct cs_job *job, const struct cs_catalog *catalog, struct cs_buf *out);

/* The profile's own bytes with the questions it lacks put in, each where the catalog's order has it; all else as it stands.
 * *count is how many were put in. False when the answers do not stand a line each. Answers are the profile's to the
 * catalog; the text lives as long as the job. */
bool cs_scaffold_update(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                        cs_text *updated, uint32_t *count);

/* The profile's own bytes with its answers to the old edition carried over to the new one: numbers that have changed, also
 * where other answers point to them, the edition itself, and above each answer to a question that was put in other words a comment that asks
 * to read it again. An answer that cannot be carried over stays as a comment. All else is as it stands; what the new
 * edition asks for the first time is left to cs_scaffold_update. False when the answers do not stand a line each. Answers
 * are the profile's to the old edition; the text lives as long as the job. */
bool cs_scaffold_upgrade(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *answers,
                         const struct cs_upgrade *upgrade, cs_text *upgraded);

/* A small catalog that shows each thing a catalog can say. */
void cs_scaffold_catalog(struct cs_job *job, struct cs_buf *out);

/* A catalog that asks what a sheet asks, under its headings and numbers, and how: by the marks and kinds of answer that are
 * seen in it. An item without a number is given one. The answers are left out: they are the business of a profile. The
 * form says where they stand in their file; NULL where nobody knows. It loads without errors, whatever the sheet is like, if
 * the id is one. */
void cs_scaffold_catalog_of(struct cs_job *job, const struct cs_sheet *sheet, const struct cs_form *form, cs_text id,
                            struct cs_buf *out);

#endif
