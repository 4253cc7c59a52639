/* Characters that control a terminal, or the direction of the text around them: in any text from outside they are
 * shown, never sent. */
#ifndef BASE_CONTROL_H
#define BASE_CONTROL_H

#include "checksheet/text.h"

/* True for the control characters of ISO 646 and ISO 6429 (C0, delete, C1), including line ends and tabs, and for the
 * embeddings, overrides and isolates of UAX #9. */
bool cs_is_control(uint32_t point);

/* How many bytes at the beginning are printable ASCII: nothing need be looked for among them. */
size_t cs_plain_size(cs_text text);

/* Appends a name on one line: control characters as \x1b or \u202e, a byte that is not UTF-8 as \xff. */
void cs_buf_add_name(struct cs_buf *out, cs_text name);

#endif
