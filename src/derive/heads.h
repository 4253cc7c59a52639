/* What the heads of two sheets differ in: title, notes and the other facts that stand above the questions. */
#ifndef DERIVE_HEADS_H
#define DERIVE_HEADS_H

#include "checksheet/sheet.h"

/* Marks the title and the notes of a diff that are others than in the old sheet, adds those that only the old sheet
 * has, and returns how many differ. Of a sheet that was read back, which may lack any of them or have the longer ones
 * in lines, only the short ones with a label count that both have. */
uint32_t cs_diff_heads(struct cs_job *job, const struct cs_sheet *old, struct cs_sheet *diff);

#endif
