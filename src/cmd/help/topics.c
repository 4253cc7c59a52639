/* Short texts for the terminal; the manual pages are complete. */
#include "cmd/help/topics.h"

static const struct {
    cs_text word, text[CS_LANGUAGES];
} topics[] = {
#define CS_TOPIC(word, ja, en) {CS_LITERAL(word), {CS_LITERAL(ja), CS_LITERAL(en)}},
#include "cmd/topics.def"
#undef CS_TOPIC
};

enum { TOPICS = sizeof topics / sizeof *topics };

cs_text topics_word(uint32_t index)
{
    return index < TOPICS ? topics[index].word : (cs_text){0};
}

cs_text topics_text(cs_text word, enum cs_language language)
{
    for (int i = 0; i < TOPICS; i++)
        if (cs_text_equal(word, topics[i].word))
            return topics[i].text[language];
    return (cs_text){0};
}
