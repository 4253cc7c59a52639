/* The program's own words. */
#include "cmd/say.h"

static const cs_text sayings[][CS_LANGUAGES] = {
#define CS_SAY(symbol, ja, en) {CS_LITERAL(ja), CS_LITERAL(en)},
#include "cmd/words.def"
#undef CS_SAY
};

void say_add(struct cs_buf *buf, enum cs_language language, enum say say, const cs_text texts[4])
{
    cs_text pattern = sayings[say][language];
    for (size_t i = 0; i < pattern.size; i++) {
        if (pattern.bytes[i] != '{' || i + 2 >= pattern.size || pattern.bytes[i + 2] != '}') {
            cs_buf_add_byte(buf, pattern.bytes[i]);
            continue;
        }
        cs_buf_add(buf, texts[pattern.bytes[i + 1] - '1']);
        i += 2;
    }
}
