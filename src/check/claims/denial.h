/* Clauses of remarks, within their sentences: that deny what a question asks for, leave a part of it out, hand it on to
 * somebody else, or withhold it. The words stand in denial.def.
 *
 * Each function gives the words that say so, a view into the remark; empty where there are none. */
#ifndef CHECK_CLAIMS_DENIAL_H
#define CHECK_CLAIMS_DENIAL_H

#include "check/claims/hints.h"

/* Adds what gives a hint of them. */
void cs_denial_hint(struct cs_hints *hints);

/* The first clause that denies what the question names: 保険に関する条項はございません, where it asks for 保険. What is better
 * denied than affirmed, such as 第三者提供, is no such thing, nor what the question names as a condition. */
cs_text cs_denied_clause(cs_text remark, cs_text question);

/* True for a sentence that denies what is better denied: 再委託は行っていません. */
bool cs_is_healthy_denial(cs_text sentence);

/* The sentence that leaves out a part: ※一部の製品は対象外です. */
cs_text cs_left_out(cs_text remark);

/* The sentence that hands it on to somebody else, or, where nothing else is said, to another text. */
cs_text cs_handed_on(cs_text remark);

/* The only sentence of a remark, where it is about what is still to come: 来年導入する予定です. */
cs_text cs_put_off(cs_text remark);

/* The sentence that permits, on a condition, what a question wants forbidden: 利用する場合は許可が必要です. */
cs_text cs_permitted(cs_text remark);

/* The sentence that withholds it. */
cs_text cs_withheld(cs_text remark);

#endif
