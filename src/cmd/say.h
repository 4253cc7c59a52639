/* The program's own messages, in the user's language, from one table. */
#ifndef CMD_SAY_H
#define CMD_SAY_H

#include "checksheet.h"

enum say {
#define CS_SAY(symbol, ja, en) SAY_##symbol,
#include "cmd/words.def"
#undef CS_SAY
    SAYINGS
};

/* Adds the message in a language, with up to four texts inserted. */
void say_add(struct cs_buf *buf, enum cs_language language, enum say say, const cs_text texts[4]);

/* Inserts texts; to be used as say(&buf, language, SAY_X, a, b). */
#define say(buf, language, what, ...) say_add((buf), (language), (what), (const cs_text[4]){__VA_ARGS__})

#endif
