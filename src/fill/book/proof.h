/* Proving that a worksheet part is another one with some of its cells written. Both parts are looked at by themselves:
 * of the splice only what it was asked for is taken, nothing of how it was done. */
#ifndef FILL_PROOF_H
#define FILL_PROOF_H

#include "fill/book/splice.h"

/* True if each cell to be written shows its text or value and, if it was there before, has all its other attributes;
 * if formulas that lose their cached value are the same but for that; and if all other bytes of the part are as before,
 * but for the attributes `spans` and `ht` of rows, and for rows added for written cells. The frame of the splice must be
 * that of `before`. */
bool cs_splice_is_proven(struct cs_job *job, cs_text before, cs_text after, const struct cs_splice *splice);

#endif
