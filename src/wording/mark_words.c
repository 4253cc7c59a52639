/* The words and signs that say a state: see mark_words.h. */
#include "wording/mark_words.h"

static const struct {
    enum cs_state state;
    cs_text word;
} whole_words[] = {
#define CS_MARK_WORD(state, word) {CS_STATE_##state, CS_LITERAL(word)},
#include "wording/mark_words.def"
#undef CS_MARK_WORD
};

static bool find_whole_word(cs_text folded, enum cs_state *state)
{
    char small[64];
    if (folded.size > sizeof small)
        return false;
    for (size_t i = 0; i < folded.size; i++)
        small[i] =
            (char)(folded.bytes[i] >= 'A' && folded.bytes[i] <= 'Z' ? folded.bytes[i] + ('a' - 'A') : folded.bytes[i]);
    cs_text word = {small, folded.size};
    for (size_t i = 0; i < sizeof whole_words / sizeof *whole_words; i++)
        if (cs_text_equal(whole_words[i].word, word)) {
            *state = whole_words[i].state;
            return true;
        }
    size_t size;
    return cs_state_of_spelling(word, state, &size) && size == word.size;
}

/* Yes of "Yes, every day"; the whole text where nothing divides it. */
static cs_text first_clause(cs_text text)
{
    static const cs_text signs[] = {CS_LITERAL(", "), CS_LITERAL("; "), CS_LITERAL(" - ")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        ptrdiff_t at = cs_text_find(text, signs[i]);
        if (at > 0)
            text.size = (size_t)at;
    }
    return text;
}

size_t cs_mark_front(struct cs_job *job, const struct cs_catalog *catalog, cs_text text, enum cs_state *state)
{
    size_t longest = 0;
    for (uint32_t i = 0; catalog && i < catalog->mark_count; i++)
        if (catalog->marks[i].sign.size > longest && cs_text_starts(text, catalog->marks[i].sign)) {
            longest = catalog->marks[i].sign.size;
            *state = catalog->marks[i].state;
        }
    if (longest || cs_state_of_spelling(text, state, &longest))
        return longest;
    cs_text word = first_clause(text);
    bool whole = word.size <= CS_MARK_WORD_SIZE &&
                 find_whole_word(cs_text_fold(&job->arena, word), state); /* Ｏ, ﾅｼ, Ｎ／Ａ, YES */
    return whole ? word.size : 0;
}

size_t cs_mark_sign(cs_text text, enum cs_state *state)
{
    size_t size;
    cs_text rest = text;
    uint32_t point = text.size ? cs_text_next(&rest) : 0;
    bool picture =
        point == 0x00d7 || (point >= 0x2190 && point < 0x2c00) || point == 0x3007 || point > 0xffff || point == 0xff0d;
    return picture && cs_state_of_spelling(text, state, &size) && size == text.size - rest.size ? size : 0;
}

bool cs_is_mark_word(struct cs_job *job, cs_text text)
{
    enum cs_state state;
    return text.size && text.size <= CS_MARK_WORD_SIZE && cs_mark_front(job, NULL, text, &state) == text.size;
}
