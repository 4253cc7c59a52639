/* How an answer is put into words, the same wherever it is shown: sheet, status, show. */
#ifndef WORDING_WORDING_H
#define WORDING_WORDING_H

#include "checksheet/sheet.h"

/* The sign that a sheet of this catalog has for a state, or the nearest one; empty where any sign would claim too much. */
cs_text cs_answer_sign(const struct cs_catalog *catalog, const struct cs_item *item, enum cs_state state,
                       enum cs_language language);

/* What a state means for the reader at this item: × is good news where the question is turned round. */
enum cs_tone cs_answer_tone(const struct cs_item *item, enum cs_state state);

/* Value, detail, remark, who runs it; in front the state in words, where the sign beside it does not say it. */
cs_text cs_answer_remark(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                         const struct cs_answer *answer, enum cs_language language, bool sign_is_shown);

/* Sign and remark in one text: あり 10分. */
cs_text cs_answer_in_full(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                          const struct cs_answer *answer, enum cs_language language);

/* The answers by product in lines: 【A・B】○ ..., those that say the same together. */
cs_text cs_answer_parts(struct cs_job *job, const struct cs_catalog *catalog, const struct cs_item *item,
                        const struct cs_answer *answer, enum cs_language language);

/* How the vendor's sheet differs from the catalog, in words; empty when it does not. */
cs_text cs_variant_text(struct cs_job *job, const struct cs_catalog *catalog, enum cs_language language);

/* What stands in place of an answer to an item that is not asked, after the answer to its gate. */
cs_text cs_not_asked_text(struct cs_job *job, const struct cs_item *item, enum cs_language language);

bool cs_has_evidence(const struct cs_answer *answer);

/* Fills a cell with the evidence of an answer and its parts: a line each, and the link when there is one address. */
void cs_evidence_text(struct cs_job *job, const struct cs_answer *answer, enum cs_language language,
                      struct cs_cell *cell);

/* 2025-11-01; empty for no date. */
cs_text cs_date_text(struct cs_job *job, struct cs_date date);

/* METI 2013年度版 (71問): what the sheet asks after. */
cs_text cs_based_on(struct cs_job *job, const struct cs_answers *answers, enum cs_language language);

cs_text cs_texts_join(struct cs_job *job, const cs_text *texts, uint32_t count, cs_text between);

#endif
