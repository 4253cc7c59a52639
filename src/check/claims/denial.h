/* Clauses of remarks that deny what a question asks for, exclude a part, delegate it to somebody else, or withhold
 * the answer. The words are in denial.def.
 *
 * Each function returns the words that say so, a view into the remark; empty if there are none. */
#ifndef CHECK_CLAIMS_DENIAL_H
#define CHECK_CLAIMS_DENIAL_H

#include "check/claims/hints.h"

/* Adds the hints for these. */
void cs_denial_hint(struct cs_hints *hints);

/* The first clause that denies what the question names: 保険に関する条項はございません, if it asks for 保険. A denial that is good,
 * such as of 第三者提供, does not count, nor one of a condition in the question. */
cs_text cs_denied_clause(cs_text remark, cs_text question);

/* True for a sentence whose denial is good: 再委託は行っていません. */
bool cs_is_healthy_denial(cs_text sentence);

/* The sentence that excludes a part: ※一部の製品は対象外です. */
cs_text cs_left_out(cs_text remark);

/* The sentence that delegates to somebody else or, if nothing else is said, refers to another text. */
cs_text cs_handed_on(cs_text remark);

/* The only sentence of a remark if it is about the future: 来年導入する予定です. */
cs_text cs_put_off(cs_text remark);

/* The sentence that permits, on a condition, what a question wants prohibited: 利用する場合は許可が必要です. */
cs_text cs_permitted(cs_text remark);

/* The sentence that withholds the answer. */
cs_text cs_withheld(cs_text remark);

#endif
