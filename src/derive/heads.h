/* Differences between the heads of two sheets: title, notes and other facts above the questions. */
#ifndef DERIVE_HEADS_H
#define DERIVE_HEADS_H

#include "checksheet/sheet.h"

/* Marks the title and the notes of a diff that differ from the old sheet, adds those that only the old sheet has, and
 * returns the number of differences. A sheet that was read back may lack some, or have long ones wrapped, so only
 * short notes with a label that both sheets have are compared. */
uint32_t cs_diff_heads(struct cs_job *job, const struct cs_sheet *old, struct cs_sheet *diff);

#endif
