/* The topics of `checksheet help`. */
#ifndef CMD_HELP_TOPICS_H
#define CMD_HELP_TOPICS_H

#include "cmd/options.h"

/* The topics in order; empty behind the last. */
cs_text topics_word(uint32_t index);

/* What there is to say of one; empty when there is none of that name. */
cs_text topics_text(cs_text word, enum cs_language language);

#endif
