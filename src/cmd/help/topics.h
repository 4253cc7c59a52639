/* The topics of `checksheet help`. */
#ifndef CMD_HELP_TOPICS_H
#define CMD_HELP_TOPICS_H

#include "cmd/options.h"

/* The topics in order; empty after the last. */
cs_text topics_word(uint32_t index);

/* The text of a topic; empty if there is none of that name. */
cs_text topics_text(cs_text word, enum cs_language language);

#endif
