/* Sentences of a remark: where one ends, and whether it says yes or no outright. */
#ifndef CHECK_SENTENCE_H
#define CHECK_SENTENCE_H

#include "checksheet/text.h"

enum cs_claim { CS_CLAIM_NONE, CS_CLAIM_DONE, CS_CLAIM_NOT_DONE };

/* Takes the first sentence off *rest, without its full stop; empty at the end. A line end ends one too. */
cs_text cs_sentence_take(cs_text *rest);

/* What a sentence says of the thing asked for. */
enum cs_claim cs_sentence_claim(cs_text sentence);

/* False for a text in which no sentence claims that something is not done: told without reading sentence by sentence. */
bool cs_text_may_deny(cs_text text);

/* True for a sentence with a negation in it. */
bool cs_sentence_negates(cs_text sentence);

/* True for a sentence that says that something is done or is so, without but, not or partly: good enough for an answer in
 * words, which has no mark. */
bool cs_sentence_affirms(cs_text sentence);

#endif
