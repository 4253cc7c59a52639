/* English remarks, by the words of english.def: clauses that deny, and sentences that exclude, postpone or delegate.
 *
 * Each function returns the words that say so, a view into the remark; empty if there are none. */
#ifndef CHECK_CLAIMS_ENGLISH_H
#define CHECK_CLAIMS_ENGLISH_H

#include "check/claims/hints.h"

/* Adds the hints for these. */
void cs_english_hint(struct cs_hints *hints);

/* The first clause that denies what the question names and nothing else: Operations are not recorded. A denial that
 * is good does not count. */
cs_text cs_english_denied(cs_text remark, cs_text question);

/* The sentence that excludes a part or everything: except for the legacy servers; Not applicable. */
cs_text cs_english_left_out(cs_text remark);

/* The only sentence of a remark if it is about the future: planned for 2026. */
cs_text cs_english_put_off(cs_text remark);

/* The sentence that delegates to somebody named: managed by AWS. */
cs_text cs_english_handed_on(cs_text remark);

#endif
