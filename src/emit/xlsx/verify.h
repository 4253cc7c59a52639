/* Whether an archive of XML parts came out whole. */
#ifndef EMIT_XLSX_VERIFY_H
#define EMIT_XLSX_VERIFY_H

#include "base/arena.h"

/* True when every part unpacks and ends with the closing tag of its root; otherwise *why says what is wrong. */
bool cs_verify_package(struct cs_arena *arena, cs_text archive, const char **why);

#endif
