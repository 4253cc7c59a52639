/* English remarks, by the words of english.def: clauses that deny, and sentences that leave out, put off or hand on.
 *
 * Each function gives the words that say so, a view into the remark; empty where there are none. */
#ifndef CHECK_CLAIMS_ENGLISH_H
#define CHECK_CLAIMS_ENGLISH_H

#include "check/claims/hints.h"

/* Adds what gives a hint of them. */
void cs_english_hint(struct cs_hints *hints);

/* The first clause that denies what the question names and nothing else: Operations are not recorded. What is better denied
 * than affirmed is no such thing. */
cs_text cs_english_denied(cs_text remark, cs_text question);

/* The sentence that leaves out a part or all of it: except for the legacy servers; Not applicable. */
cs_text cs_english_left_out(cs_text remark);

/* The only sentence of a remark, where it is about what is still to come: planned for 2026. */
cs_text cs_english_put_off(cs_text remark);

/* The sentence that hands it on to whoever it names: managed by AWS. */
cs_text cs_english_handed_on(cs_text remark);

#endif
