/* The program's own messages. */
#include "cmd/say.h"
#include "base/base.h"

static const cs_text sayings[][CS_LANGUAGES] = {
#define CS_SAY(symbol, ja, en) {CS_LITERAL(ja), CS_LITERAL(en)},
#include "cmd/words.def"
#undef CS_SAY
};

enum { TEXTS = 4 };

/* The texts inserted come from files and command lines: control characters in them are made visible. */
void say_add(struct cs_buf *buf, enum cs_language language, enum say say, const cs_text texts[4])
{
    struct cs_buf shown[TEXTS] = {0};
    cs_text filled[TEXTS];
    for (int i = 0; i < TEXTS; i++) {
        cs_buf_add_name(&shown[i], texts[i]);
        filled[i] = cs_buf_text(&shown[i]);
    }
    cs_buf_fill(buf, sayings[say][language], filled);
    for (int i = 0; i < TEXTS; i++)
        cs_buf_free(&shown[i]);
}
