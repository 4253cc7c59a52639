/* Rules for the content of a remark: whether it contradicts its own mark, and whether its figures are consistent. */
#ifndef CHECK_CLAIMS_CLAIMS_H
#define CHECK_CLAIMS_CLAIMS_H

#include "check/claims/statement.h"

/* Reports a remark that clearly contradicts its mark: ○ 実施しておりません. `hints` are those of its words. */
void cs_check_claim(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *sheet,
                    const struct cs_answer *answer, unsigned hints);

/* Reports a remark that names a different place from the one implied by its mark, if the question asks for one: in
 * Japan? ○ 国外. The statement is that of the country. */
void cs_check_place(struct cs_job *job, const struct cs_statement *statement);

/* Reports generations and an interval that do not result in the stated period. */
void cs_check_reach(struct cs_job *job, const struct cs_statement *statement);

/* As cs_check_reach, for figures from the answers of several questions. */
void cs_check_reach_of(struct cs_job *job, const struct cs_statement *interval, const struct cs_statement *generations,
                       const struct cs_statement *reach);

#endif
