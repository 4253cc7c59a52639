/* Yes and no, whether said with a mark or in words. */
#ifndef CHECK_OUTRIGHT_H
#define CHECK_OUTRIGHT_H

#include "checksheet/profile.h"

/* The first sentence of an answer in words if it clearly says that the thing is done; else empty. */
cs_text cs_claim_of(const struct cs_item *item, const struct cs_answer *answer);

/* The first sentence if it says, in the question's words, that the thing is not done. */
cs_text cs_denial_of(const struct cs_item *item, const struct cs_answer *answer);

/* 1: as it should be, or yes if neither answer is the good one; -1: not; 0: neither is stated. */
int cs_said_outright(const struct cs_item *item, const struct cs_answer *answer);

#endif
