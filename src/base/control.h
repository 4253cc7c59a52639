/* Characters that steer a terminal, or turn the direction of what stands around them: from wherever a text comes, they are
 * shown, never sent. */
#ifndef BASE_CONTROL_H
#define BASE_CONTROL_H

#include "checksheet/text.h"

/* True for the control characters of ISO 646 and ISO 6429 (C0, delete, C1), line ends and tabs among them, and for the
 * embeddings, overrides and isolates of UAX #9. */
bool cs_is_control(uint32_t point);

/* Adds a name on one line: what steers as \x1b or \u202e, a byte that is not UTF-8 as \xff. */
void cs_buf_add_name(struct cs_buf *out, cs_text name);

#endif
