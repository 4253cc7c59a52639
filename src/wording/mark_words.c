/* Words and signs for states: see mark_words.h. */
#include "wording/mark_words.h"
#include "base/ascii.h"
#include "base/names.h"
#include <string.h>

static const struct {
    enum cs_state state;
    cs_text word;
} whole_words[] = {
#define CS_MARK_WORD(state, word) {CS_STATE_##state, CS_LITERAL(word)},
#include "wording/mark_words.def"
#undef CS_MARK_WORD
#define CS_SPELLING(state, spelling, sign) {CS_STATE_##state, CS_LITERAL(spelling)},
#include "checksheet/vocab.def"
#define CS_STATE(symbol, word, ja, en, tone) {CS_STATE_##symbol, CS_LITERAL(word)},
#include "checksheet/vocab.def"
};

enum { WHOLE_WORDS = sizeof whole_words / sizeof *whole_words };

struct cs_mark_words {
    struct cs_names names;
    enum cs_state state[WHOLE_WORDS]; /* by index of the name */
};

/* The table prepared for lookup; of two rows with the same word the first counts. */
static const struct cs_mark_words *mark_words(struct cs_job *job)
{
    if (job->mark_words)
        return job->mark_words;
    struct cs_mark_words *words = cs_alloc(&job->arena, sizeof *words);
    for (size_t i = 0; i < WHOLE_WORDS; i++) {
        uint32_t before = words->names.count, name = cs_names_add(&job->arena, &words->names, whole_words[i].word);
        if (name == before)
            words->state[name] = whole_words[i].state;
    }
    return job->mark_words = words;
}

static bool look_up(struct cs_job *job, cs_text word, enum cs_state *state)
{
    const struct cs_mark_words *words = mark_words(job);
    uint32_t name = cs_names_find(&words->names, word);
    if (name != CS_NO_NAME)
        *state = words->state[name];
    return name != CS_NO_NAME;
}

/* Replaces a polite ending by the plain one: 対応しております by 対応しています, 未対応です by 未対応. True if there was one;
 * the result is never longer. */
static bool make_plain(char *word, size_t *size)
{
    static const struct {
        cs_text polite, plain;
    } ends[] = {{CS_LITERAL("でございます"), CS_LITERAL("")},
                {CS_LITERAL("です"), CS_LITERAL("")},
                {CS_LITERAL("おります"), CS_LITERAL("います")},
                {CS_LITERAL("おりません"), CS_LITERAL("いません")}};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        cs_text polite = ends[i].polite, plain = ends[i].plain;
        if (*size <= polite.size || !cs_text_ends((cs_text){word, *size}, polite))
            continue;
        *size -= polite.size;
        memcpy(word + *size, plain.bytes, plain.size);
        *size += plain.size;
        return true;
    }
    return false;
}

static bool find_whole_word(struct cs_job *job, cs_text folded, enum cs_state *state)
{
    char small[64];
    size_t size = folded.size;
    if (size == 0 || size > sizeof small)
        return false;
    for (size_t i = 0; i < size; i++) /* Not_implemented, as programs write it */
        small[i] = folded.bytes[i] == '_' ? ' ' : cs_ascii_lower(folded.bytes[i]);
    return look_up(job, (cs_text){small, size}, state) ||
           (make_plain(small, &size) && look_up(job, (cs_text){small, size}, state));
}

/* True where a clause ends. */
static bool ends_clause(cs_text rest)
{
    static const cs_text signs[] = {CS_LITERAL(" - "), CS_LITERAL(" – "), CS_LITERAL("。"),
                                    CS_LITERAL("、"),  CS_LITERAL("，"),  CS_LITERAL("：")};
    char byte = rest.bytes[0];
    if (byte == '\n')
        return true;
    if (byte == ',' || byte == ';' || byte == ':' || byte == '.')
        return rest.size > 1 && rest.bytes[1] == ' ';
    bool may_be_sign = byte == ' ' || byte == '\xe3' || byte == '\xef';
    for (size_t i = 0; i < sizeof signs / sizeof *signs && may_be_sign; i++)
        if (cs_text_starts(rest, signs[i]))
            return true;
    return false;
}

/* "Yes" in "Yes, every day"; the whole text, without a final full stop, if it has no separator. */
static cs_text first_clause(cs_text text)
{
    enum { FAR = CS_MARK_WORD_SIZE + 16 }; /* a clause that ends later is no word */
    cs_text front = {text.bytes, text.size < FAR ? text.size : FAR};
    for (size_t i = 1; i < front.size; i++)
        if (ends_clause((cs_text){text.bytes + i, front.size - i}))
            front.size = i;
    text.size = front.size < FAR ? front.size : text.size;
    if (text.size > 1 && (text.bytes[text.size - 1] == '.' || text.bytes[text.size - 1] == ':'))
        text.size--;
    return cs_text_trim(text);
}

/* True for a word, or the same in two languages: はい / Yes. */
static bool is_whole_word(struct cs_job *job, cs_text word, enum cs_state *state)
{
    enum cs_state second;
    if (word.size == 0 || word.size > CS_MARK_WORD_SIZE)
        return false;
    cs_text folded = cs_text_fold(&job->arena, word); /* Ｏ, ﾅｼ, Ｎ／Ａ, YES */
    if (find_whole_word(job, folded, state))
        return true;
    ptrdiff_t at = cs_text_find(folded, CS_TEXT("/"));
    return at > 0 && find_whole_word(job, cs_text_trim((cs_text){folded.bytes, (size_t)at}), state) &&
           find_whole_word(job, cs_text_trim(cs_text_skip(folded, (size_t)at + 1)), &second) && *state == second;
}

/* Finds the longest sign at the front of a text, if it is longer than *longest. */
static void find_sign(const struct cs_mark *marks, uint32_t count, cs_text text, size_t *longest, enum cs_state *state)
{
    for (uint32_t i = 0; i < count; i++) {
        cs_text sign = marks[i].sign;
        if (sign.size <= *longest || !cs_text_starts(text, sign) || !cs_word_ends(text, sign.size))
            continue;
        *longest = sign.size;
        *state = marks[i].state;
    }
}

/* The same for the signs of the catalog's layouts; none if two layouts use it with different meanings. */
static void find_layout_sign(const struct cs_catalog *catalog, cs_text text, size_t *longest, enum cs_state *state)
{
    bool differs = false;
    for (uint32_t i = 0; i < catalog->layout_count; i++) {
        size_t size = 0;
        enum cs_state said = CS_STATE_NONE;
        find_sign(catalog->layouts[i].marks, catalog->layouts[i].mark_count, text, &size, &said);
        if (size > *longest || (size && size == *longest && said != *state)) {
            differs = size == *longest;
            *longest = size;
            *state = said;
        }
    }
    if (differs)
        *longest = 0;
}

size_t cs_mark_front(struct cs_job *job, const struct cs_catalog *catalog, cs_text text, enum cs_state *state)
{
    size_t longest = 0;
    cs_text clause = first_clause(text);
    if (catalog)
        find_sign(catalog->marks, catalog->mark_count, text, &longest, state);
    if (catalog && longest == 0)
        find_layout_sign(catalog, text, &longest, state);
    if (longest >= clause.size && longest)
        return longest;
    enum cs_state whole;
    if (is_whole_word(job, clause, &whole)) {
        *state = whole;
        return clause.size;
    }
    if (longest == 0)
        cs_state_of_spelling(text, state, &longest);
    return longest;
}

bool cs_word_ends(cs_text text, size_t size)
{
    bool letter = size && ((text.bytes[size - 1] >= 'a' && text.bytes[size - 1] <= 'z') ||
                           (text.bytes[size - 1] >= 'A' && text.bytes[size - 1] <= 'Z'));
    char next = size < text.size ? text.bytes[size] : ' ';
    bool goes_on = cs_is_ascii_letter(next) || next == '-' || next == '\'';
    return !letter || !goes_on;
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

/* No word or sign has a separator, and each of them is a whole word: where the text is none, nothing at its front is as
 * long as the text. */
bool cs_mark_word_state(struct cs_job *job, cs_text text, enum cs_state *state)
{
    return text.size && text.size <= CS_MARK_WORD_SIZE && first_clause(text).size == text.size &&
           is_whole_word(job, text, state);
}

bool cs_is_mark_word(struct cs_job *job, cs_text text)
{
    enum cs_state state;
    return cs_mark_word_state(job, text, &state);
}
