/* `checksheet help WORD`: commands and topics. */
#ifndef CMD_TOPICS_H
#define CMD_TOPICS_H

#include "cmd/options.h"

/* Writes the help on a command or topic; false when there is none of that name. */
bool topics_help(struct cs_buf *out, cs_text word, enum cs_language language);

/* The topics, from 0 on; empty behind the last. */
cs_text topics_word(int index);

cs_text topics_guess(struct cs_job *job, cs_text word);

#endif
