/* Putting an answer into words, in the same way for sheet, status and show. */
#ifndef WORDING_WORDING_H
#define WORDING_WORDING_H

#include "checksheet/sheet.h"

/* The sign of this catalog's sheets for a state, or the nearest one; empty if any sign would claim too much. */
cs_text cs_answer_sign(const struct cs_catalog *catalog, const struct cs_item *item, enum cs_state state,
                       enum cs_language language);

/* The meaning of a state for the reader of this item: × is good news if the question is negated. */
enum cs_tone cs_answer_tone(const struct cs_item *item, enum cs_state state);

/* Value, detail, remark, who runs it; preceded by the state in words if the sign beside it does not express it. */
cs_text cs_answer_remark(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                         const struct cs_answer *answer, enum cs_language language, bool sign_is_shown);

/* Sign and remark in one text: あり 10分. */
cs_text cs_answer_in_full(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                          const struct cs_answer *answer, enum cs_language language);

/* The differences between the vendor's sheet and the catalog, in words; empty if there are none. */
cs_text cs_variant_text(struct cs_job *job, const struct cs_catalog *catalog, enum cs_language language);

/* The replacement of an answer to an item that does not apply because of the answer to its gate. */
cs_text cs_not_asked_text(struct cs_job *job, const struct cs_item *item, enum cs_language language);

bool cs_has_evidence(const struct cs_answer *answer);

/* Sets a cell to the evidence of an answer and its parts: a line for each, and a link if there is exactly one
 * address. */
void cs_evidence_text(struct cs_job *job, const struct cs_answer *answer, enum cs_language language,
                      struct cs_cell *cell);

/* 2025-11-01; empty if there is no date. */
cs_text cs_date_text(struct cs_job *job, struct cs_date date);

/* METI 2013年度版 (71問): what the sheet is based on. */
cs_text cs_based_on(struct cs_job *job, const struct cs_answers *answers, enum cs_language language);

cs_text cs_texts_join(struct cs_job *job, const cs_text *texts, uint32_t count, cs_text between);

#endif
