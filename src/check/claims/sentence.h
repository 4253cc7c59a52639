/* Sentences of a remark: where one ends, and whether it clearly says yes or no. */
#ifndef CHECK_CLAIMS_SENTENCE_H
#define CHECK_CLAIMS_SENTENCE_H

#include "check/claims/hints.h"

enum cs_claim { CS_CLAIM_NONE, CS_CLAIM_DONE, CS_CLAIM_NOT_DONE };

/* Takes the first sentence off *rest, without its full stop; empty at the end. A line end ends a sentence too. */
cs_text cs_sentence_take(cs_text *rest);

/* What a sentence clearly says of the thing asked for: 実施していません. */
enum cs_claim cs_sentence_claim(cs_text sentence);

/* What a Japanese sentence says in the question's own words: 見直しは行っていません if reviews are asked for. It claims nothing
 * if it is about more than the question, such as 夜間の監視. */
enum cs_claim cs_sentence_claim_about(cs_text sentence, cs_text question);

/* Adds the hints for a claim that something is not done. */
void cs_sentence_hint(struct cs_hints *hints);

/* True for a claim without an object: 実施していません. */
bool cs_sentence_is_bare(cs_text sentence);

/* True for a question about something that must not happen: 禁じていますか. */
bool cs_sentence_forbids(cs_text question);

/* True for a sentence that contains a negation. */
bool cs_sentence_negates(cs_text sentence);

/* The text after the last negation of a sentence; all of it if there is none. */
cs_text cs_sentence_after_negation(cs_text sentence);

/* Whether the subject of a sentence is denied. UNCLEAR: there is a negation, but of a part, or two that may cancel
 * out: 導入していない端末は接続できません. */
enum cs_denial { CS_DENIAL_NONE, CS_DENIAL_PLAIN, CS_DENIAL_UNCLEAR };
enum cs_denial cs_sentence_denial(cs_text sentence);

/* True for a sentence saying that something is done or is so, without but, not or partly: clear enough for an answer
 * in words without a mark. */
bool cs_sentence_affirms(cs_text sentence);

/* The text without the longest matching word at its end; all of it if there is none. */
cs_text cs_without_end(cs_text text, const cs_text *ends, size_t count);

#endif
