/* Sentences of a remark: where one ends, and whether it says yes or no outright. */
#ifndef CHECK_CLAIMS_SENTENCE_H
#define CHECK_CLAIMS_SENTENCE_H

#include "check/claims/hints.h"

enum cs_claim { CS_CLAIM_NONE, CS_CLAIM_DONE, CS_CLAIM_NOT_DONE };

/* Takes the first sentence off *rest, without its full stop; empty at the end. A line end ends one too. */
cs_text cs_sentence_take(cs_text *rest);

/* What a sentence says outright of the thing asked for: 実施していません. */
enum cs_claim cs_sentence_claim(cs_text sentence);

/* What a Japanese sentence says of it in the question's own words: 見直しは行っていません where reviews are asked for. It
 * claims nothing when it speaks of more than the question does, as of 夜間の監視. */
enum cs_claim cs_sentence_claim_about(cs_text sentence, cs_text question);

/* Adds what gives a hint of a claim that something is not done. */
void cs_sentence_hint(struct cs_hints *hints);

/* True for a claim that names nothing that it is made of: 実施していません. */
bool cs_sentence_is_bare(cs_text sentence);

/* True for a question after something that must not happen: 禁じていますか. */
bool cs_sentence_forbids(cs_text question);

/* True for a sentence with a negation in it. */
bool cs_sentence_negates(cs_text sentence);

/* What stands behind the last negation of a sentence; all of it where there is none. */
cs_text cs_sentence_after_negation(cs_text sentence);

/* Whether what a sentence speaks of is said not to be so. UNCLEAR: there is a negation, but of a part of it, or two that
 * may cancel out: 導入していない端末は接続できません. */
enum cs_denial { CS_DENIAL_NONE, CS_DENIAL_PLAIN, CS_DENIAL_UNCLEAR };
enum cs_denial cs_sentence_denial(cs_text sentence);

/* True for a sentence that says that something is done or is so, without but, not or partly: good enough for an answer in
 * words, which has no mark. */
bool cs_sentence_affirms(cs_text sentence);

#endif
