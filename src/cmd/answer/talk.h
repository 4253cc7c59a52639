/* The terminal that answers are asked on: lines to read, lines to write, the editor. Lines are read as the terminal gives
 * them, so that its own editing keys, the input of Japanese, and Ctrl-C work as everywhere. */
#ifndef CMD_ANSWER_TALK_H
#define CMD_ANSWER_TALK_H

#include "cmd/run.h"

/* The next line without its end, in a buffer of the caller's; false at the end of the input. Lines that are pasted together
 * are one line with breaks in it, where the terminal tells: none of them may become the answer to the next question. */
bool talk_read(const struct run *run, struct cs_buf *line);

/* Writes a text in lines as wide as the terminal is now, the first behind a lead, the others as far in. */
void talk_write(struct run *run, cs_text lead, cs_text text);

/* Writes a prompt, whose last line is not ended, and shows all that was written. */
void talk_prompt(struct run *run, cs_text prompt);

/* Has the editor change a text: $VISUAL, $EDITOR or vi. False, and reported, when that did not work out. */
bool talk_edit(struct run *run, cs_text text, struct cs_buf *edited);

#endif
