/* The program's own words. */
#include "cmd/say.h"

static const cs_text sayings[][CS_LANGUAGES] = {
#define CS_SAY(symbol, ja, en) {CS_LITERAL(ja), CS_LITERAL(en)},
#include "cmd/words.def"
#undef CS_SAY
};

void say_add(struct cs_buf *buf, enum cs_language language, enum say say, const cs_text texts[4])
{
    cs_buf_fill(buf, sayings[say][language], texts);
}
