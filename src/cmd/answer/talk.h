/* The terminal for asking: reading lines, writing lines, the editor. Lines are read in the terminal's own mode, so
 * that its line editing, Japanese input and Ctrl-C work as usual. */
#ifndef CMD_ANSWER_TALK_H
#define CMD_ANSWER_TALK_H

#include "cmd/run.h"

/* Reads the next line without its end into the caller's buffer; false at the end of the input. Lines that are pasted
 * together become one line with breaks, if the terminal supports that: none of them must become the answer to the
 * next question. */
bool talk_read(const struct run *run, struct cs_buf *line);

/* Writes a text wrapped to the present width, the first line after a prefix, the others indented by its width. */
void talk_write(struct run *run, cs_text lead, cs_text text);

/* Writes a prompt, whose last line is not ended, and flushes. */
void talk_prompt(struct run *run, cs_text prompt);

/* Lets the user edit a text with $VISUAL, $EDITOR or vi. False, and reported, if that failed. */
bool talk_edit(struct run *run, cs_text text, struct cs_buf *edited);

#endif
