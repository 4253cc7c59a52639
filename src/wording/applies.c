/* Whether a control applies, from the words of applies.def. */
#include "wording/applies.h"
#include "base/ascii.h"
#include "base/unicode.h"

static const struct {
    cs_text word;
    enum cs_state state;
} words[] = {
#define CS_APPLIES(word, state) {CS_LITERAL(word), CS_STATE_##state},
#include "wording/applies.def"
#undef CS_APPLIES
};

/* The text in small half-width letters, without blanks and punctuation. */
static cs_text bare(struct cs_job *job, cs_text text)
{
    struct cs_buf out = {0};
    text = cs_text_fold(&job->arena, text);
    while (text.size) {
        cs_text from = text;
        uint32_t point = cs_text_next(&text);
        if (point < 0x80 && !cs_point_is_filler(point))
            cs_buf_add_byte(&out, cs_ascii_lower((char)point));
        else if (!cs_point_is_filler(point))
            cs_buf_add(&out, (cs_text){from.bytes, from.size - text.size});
    }
    return cs_buf_take(&job->arena, &out);
}

enum cs_state cs_applies_of(struct cs_job *job, cs_text word)
{
    enum { LONGEST = 60 };
    enum cs_state state;
    size_t size;
    word = cs_text_trim(word);
    cs_text plain = word.size <= LONGEST ? bare(job, word) : (cs_text){0};
    for (size_t i = 0; i < sizeof words / sizeof *words && plain.size; i++)
        if (cs_text_equal(words[i].word, plain))
            return words[i].state;
    if (!cs_state_of_spelling(word, &state, &size) || size != word.size)
        return CS_STATE_NONE;
    return state == CS_STATE_NG ? CS_STATE_NA : state == CS_STATE_OK || state == CS_STATE_NA ? state : CS_STATE_NONE;
}
