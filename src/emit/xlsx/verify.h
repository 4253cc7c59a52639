/* Verifying that an archive of XML parts is complete. */
#ifndef EMIT_XLSX_VERIFY_H
#define EMIT_XLSX_VERIFY_H

#include "base/arena.h"

/* True if every part uncompresses and ends with the closing tag of its root; otherwise *why is the reason. */
bool cs_verify_package(struct cs_arena *arena, cs_text archive, const char **why);

#endif
