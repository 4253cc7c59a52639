/* The facts of a profile in a text: ${name}. */
#ifndef LOAD_FACTS_H
#define LOAD_FACTS_H

#include "checksheet/profile.h"

struct cs_job;

/* The text with the profile's facts, and those it takes over, filled in for a language. Names that there are not stay as
 * they stand; nothing is reported. */
cs_text cs_facts_in(struct cs_job *job, const struct cs_profile *profile, cs_text text, enum cs_language language);

/* How much of the text comes to the first `size` bytes of what it is filled to; 0 when these end inside a fact. */
size_t cs_facts_head(const struct cs_profile *profile, cs_text text, enum cs_language language, size_t size);

#endif
