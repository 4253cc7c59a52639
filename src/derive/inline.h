/* How one text became another, as stretches that were kept, taken out and put in. */
#ifndef DERIVE_INLINE_H
#define DERIVE_INLINE_H

#include "checksheet/sheet.h"

/* The changes between two texts. What is kept and taken out makes the old text, what is kept and put in the new one, to the
 * byte. Stretches end where the script does, so that Japanese reads well; texts that have little in common are given
 * whole, the old one and then the new one. */
struct cs_runs cs_inline_diff(struct cs_job *job, cs_text old, cs_text new);

#endif
