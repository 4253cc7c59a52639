/* `checksheet help WORD`: commands and topics. */
#ifndef CMD_TOPICS_H
#define CMD_TOPICS_H

#include "cmd/options.h"

/* Writes the help on a command or topic; false when there is none of that name. */
bool topics_help(struct cs_buf *out, cs_text word, enum cs_language language);

/* The topics, with blanks between. */
void topics_words(struct cs_buf *out);

cs_text topics_guess(struct cs_job *job, cs_text word);

#endif
