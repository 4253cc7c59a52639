/* The emitters by name. */
#ifndef EMIT_EMITTERS_H
#define EMIT_EMITTERS_H

#include "checksheet/emit.h"

#define CS_EMITTER(symbol) extern const struct cs_emitter cs_emitter_##symbol;
#include "emit/emitters.def"
#undef CS_EMITTER

#endif
