/* Rules over what a remark says: whether it denies its own mark, and whether its figures fit together. */
#ifndef CHECK_CLAIMS_CLAIMS_H
#define CHECK_CLAIMS_CLAIMS_H

#include "check/claims/statement.h"

/* Reports a remark that outright says the contrary of its mark: ○ 実施しておりません. Its words give these hints. */
void cs_check_claim(struct cs_job *job, const struct cs_profile *profile, const struct cs_answers *sheet,
                    const struct cs_answer *answer, unsigned hints);

/* Reports a remark that names another place than its mark does, where the question asks for one: in Japan? ○ 国外. The
 * statement is that of the country. */
void cs_check_place(struct cs_job *job, const struct cs_statement *statement);

/* Reports generations and an interval that do not come to the reach stated beside them. */
void cs_check_reach(struct cs_job *job, const struct cs_statement *statement);

/* As cs_check_reach, for figures from the answers of several questions. */
void cs_check_reach_of(struct cs_job *job, const struct cs_statement *interval, const struct cs_statement *generations,
                       const struct cs_statement *reach);

#endif
