/* Filling in the facts of a profile: ${name}. */
#ifndef LOAD_FACTS_H
#define LOAD_FACTS_H

#include "checksheet/profile.h"

struct cs_job;

/* The text with the profile's own and inherited facts filled in for a language. Unknown names are left as they are;
 * nothing is reported. */
cs_text cs_facts_in(struct cs_job *job, const struct cs_profile *profile, cs_text text, enum cs_language language);

/* The size of the front of the text that gives the first `size` bytes of the result; 0 if these end inside a fact. */
size_t cs_facts_head(const struct cs_profile *profile, cs_text text, enum cs_language language, size_t size);

#endif
