/* Wrapping lines to a terminal. */
#ifndef CMD_SCREEN_H
#define CMD_SCREEN_H

#include "cmd/options.h"

/* Adds lines, each ended; a line that is too long for the columns (0: no limit) is wrapped, indented by `hanging`
 * more than it begins. */
void screen_fit(const struct environment *environment, uint32_t columns, uint32_t hanging, cs_text lines,
                struct cs_buf *out);

enum { SCREEN_HANGING = 2 }; /* for a message, to separate it from the next one */

#endif
