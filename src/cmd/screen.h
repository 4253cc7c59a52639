/* Lines as a terminal has room for them. */
#ifndef CMD_SCREEN_H
#define CMD_SCREEN_H

#include "cmd/options.h"

/* Adds lines, each ended; one that is too long for so many columns (0: no limit) goes on below, so many blanks further in
 * than it begins. */
void screen_fit(const struct environment *environment, uint32_t columns, uint32_t hanging, cs_text lines,
                struct cs_buf *out);

enum { SCREEN_HANGING = 2 }; /* of a message, so that the next one is told from it */

#endif
