/* The vocabularies as tables, all generated from vocab.def. */
#include "checksheet/vocab.h"
#include "base/ascii.h"

#define PAIR(ja, en)                                                                                                   \
    {                                                                                                                  \
        CS_LITERAL(ja), CS_LITERAL(en)                                                                                 \
    }

static const struct {
    cs_text word, label[CS_LANGUAGES];
    enum cs_tone tone;
} states[] = {
#define CS_STATE(symbol, word, ja, en, tone) {CS_LITERAL(word), PAIR(ja, en), CS_TONE_##tone},
#include "checksheet/vocab.def"
};

struct spelling {
    enum cs_state state;
    cs_text text;
};

#define HERE(...) __VA_ARGS__
#define NOT_HERE(...)

static const struct spelling sign_spellings[] = {
#define IF_true                            HERE
#define IF_false                           NOT_HERE
#define CS_SPELLING(state, spelling, sign) IF_##sign({CS_STATE_##state, CS_LITERAL(spelling)}, )
#include "checksheet/vocab.def"
#undef IF_true
#undef IF_false
};

static const struct spelling word_spellings[] = {
#define IF_true                            NOT_HERE
#define IF_false                           HERE
#define CS_SPELLING(state, spelling, sign) IF_##sign({CS_STATE_##state, CS_LITERAL(spelling)}, )
#include "checksheet/vocab.def"
#undef IF_true
#undef IF_false
};

#undef HERE
#undef NOT_HERE

enum { LONGEST_WORD = 31 }; /* in bytes */

#define CS_SPELLING(state, spelling, sign)   _Static_assert(sizeof(spelling) <= LONGEST_WORD + 1, "see word_ends");
#define CS_STATE(symbol, word, ja, en, tone) _Static_assert(sizeof(word) <= LONGEST_WORD + 1, "see word_ends");
#include "checksheet/vocab.def"

static const struct {
    enum cs_state state;
    cs_text text;
} phrases[] = {
#define CS_PHRASE(state, phrase) {CS_STATE_##state, CS_LITERAL(phrase)},
#include "checksheet/vocab.def"
};

static const struct {
    cs_text word, label[CS_LANGUAGES];
} kinds[] = {
#define CS_KIND(symbol, word, ja, en) {CS_LITERAL(word), PAIR(ja, en)},
#include "checksheet/vocab.def"
};

static const cs_text kind_words[CS_KINDS][CS_STATES][CS_LANGUAGES] = {
#define CS_KIND_WORD(kind, state, ja, en) [CS_KIND_##kind][CS_STATE_##state] = PAIR(ja, en),
#include "checksheet/vocab.def"
};

static const cs_text kind_examples[CS_KINDS][CS_LANGUAGES] = {
#define CS_KIND_EXAMPLE(kind, ja, en) [CS_KIND_##kind] = PAIR(ja, en),
#include "checksheet/vocab.def"
};

static const struct {
    cs_text word, title[CS_LANGUAGES];
    double width;
} roles[] = {
#define CS_ROLE(symbol, word, ja, en, width) {CS_LITERAL(word), PAIR(ja, en), width},
#include "checksheet/vocab.def"
};

static const struct {
    cs_text word, label[CS_LANGUAGES];
} relations[] = {
#define CS_RELATION(symbol, word, ja, en) {CS_LITERAL(word), PAIR(ja, en)},
#include "checksheet/vocab.def"
};

static const struct {
    cs_text word, label[CS_LANGUAGES];
} measures[] = {
#define CS_MEASURE(symbol, word, ja, en) {CS_LITERAL(word), PAIR(ja, en)},
#include "checksheet/vocab.def"
};

static const struct {
    cs_text word, label[CS_LANGUAGES];
} aspects[] = {
#define CS_ASPECT(symbol, word, ja, en) {CS_LITERAL(word), PAIR(ja, en)},
#include "checksheet/vocab.def"
};

static const cs_text sheet_words[][CS_LANGUAGES] = {
#define CS_WORD(symbol, ja, en) PAIR(ja, en),
#include "checksheet/sheet_words.def"
#undef CS_WORD
};

cs_text cs_words_in(const struct cs_words *words, enum cs_language language)
{
    if (!words)
        return (cs_text){0};
    if (words->in[language].size)
        return words->in[language];
    return words->in[language == CS_JA ? CS_EN : CS_JA];
}

cs_text cs_word(cs_word_id word, enum cs_language language)
{
    return sheet_words[word][language];
}

cs_text cs_state_word(enum cs_state state)
{
    return states[state].word;
}

bool cs_state_of_word(cs_text word, enum cs_state *state)
{
    for (int i = CS_STATE_NONE + 1; i < CS_STATES; i++)
        if (cs_text_equal(states[i].word, word)) {
            *state = (enum cs_state)i;
            return true;
        }
    return false;
}

cs_text cs_state_label(enum cs_state state, enum cs_language language)
{
    return states[state].label[language];
}

enum cs_tone cs_state_tone(enum cs_state state)
{
    return states[state].tone;
}

/* True where a word may end, or 対応 would be found in 対応していません; a sign needs no boundary. */
static bool ends_word(cs_text rest)
{
    static const cs_text ends[] = {CS_LITERAL(" "),  CS_LITERAL("\n"), CS_LITERAL("\xe3\x80\x80"), CS_LITERAL("、"),
                                   CS_LITERAL("。"), CS_LITERAL("("),  CS_LITERAL("（"),           CS_LITERAL(", ")};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (cs_text_starts(rest, ends[i]))
            return true;
    return rest.size == 0;
}

/* True if a text begins with a word, ignoring the case of ASCII letters. */
static bool begins_with(cs_text text, cs_text word)
{
    if (word.size > text.size || ((text.bytes[word.size - 1] ^ word.bytes[word.size - 1]) & 0xdf))
        return false; /* the last byte differs for most words, the first for hardly any */
    for (size_t i = word.size; i > 0; i--)
        if (cs_ascii_lower(text.bytes[i - 1]) != word.bytes[i - 1])
            return false;
    return true;
}

/* True for the N of N 社, a placeholder for a company or a person. */
static bool is_an_initial(cs_text word, cs_text rest)
{
    static const cs_text whose[] = {CS_LITERAL("社"), CS_LITERAL("氏"), CS_LITERAL("様"), CS_LITERAL("さん")};
    bool is_initial = word.size == 1 && (word.bytes[0] == 'y' || word.bytes[0] == 'n');
    for (size_t i = 0; is_initial && i < sizeof whose / sizeof *whose; i++)
        if (cs_text_starts(cs_text_trim(rest), whose[i]))
            return true;
    return false;
}

/* The sizes at which a word at the beginning of a text may end, a bit each, up to the longest word. Most texts are
 * sentences and have none. */
static uint32_t word_ends(cs_text text)
{
    uint32_t ends = 0;
    for (size_t size = 1; size <= text.size && size <= LONGEST_WORD; size++) {
        unsigned char byte = size < text.size ? (unsigned char)text.bytes[size] : 0xe3;
        bool may_end = byte == ' ' || byte == '\n' || byte == '(' || byte == ',' || byte == 0xe3 || byte == 0xef;
        if (may_end && ends_word(cs_text_skip(text, size)))
            ends |= UINT32_C(1) << size;
    }
    return ends;
}

static bool is_word_here(cs_text text, cs_text word, uint32_t ends)
{
    return ends >> word.size & 1 && begins_with(text, word);
}

bool cs_state_of_spelling(cs_text text, enum cs_state *state, size_t *size)
{
    size_t longest = 0;
    for (size_t i = 0; i < sizeof sign_spellings / sizeof *sign_spellings; i++)
        if (sign_spellings[i].text.size > longest && begins_with(text, sign_spellings[i].text)) {
            longest = sign_spellings[i].text.size;
            *state = sign_spellings[i].state;
        }
    uint32_t ends = word_ends(text);
    for (size_t i = 0; i < sizeof word_spellings / sizeof *word_spellings && ends; i++) {
        cs_text word = word_spellings[i].text;
        if (word.size <= longest || !is_word_here(text, word, ends) ||
            is_an_initial(word, cs_text_skip(text, word.size)))
            continue;
        longest = word.size;
        *state = word_spellings[i].state;
    }
    for (int i = CS_STATE_NONE + 1; i < CS_STATES && ends; i++)
        if (states[i].word.size > longest && is_word_here(text, states[i].word, ends)) {
            longest = states[i].word.size;
            *state = (enum cs_state)i;
        }
    *size = longest;
    return longest > 0;
}

bool cs_state_of_phrase(cs_text text, enum cs_state *state)
{
    static const cs_text full_stop = CS_LITERAL("。");
    if (text.size >= full_stop.size && cs_text_equal(cs_text_skip(text, text.size - full_stop.size), full_stop))
        text.size -= full_stop.size;
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        cs_text phrase = phrases[i].text;
        bool whole = phrases[i].state == CS_STATE_NONE; /* 詳細は不明 is a sentence, not the word */
        if (phrase.size > text.size || (whole && phrase.size < text.size))
            continue;
        if (!cs_text_equal(cs_text_skip(text, text.size - phrase.size), phrase))
            continue;
        *state = phrases[i].state;
        return true;
    }
    return false;
}

cs_text cs_kind_word(enum cs_kind kind)
{
    return kinds[kind].word;
}

bool cs_kind_of_word(cs_text word, enum cs_kind *kind)
{
    for (int i = 0; i < CS_KINDS; i++)
        if (cs_text_equal(kinds[i].word, word)) {
            *kind = (enum cs_kind)i;
            return true;
        }
    return false;
}

cs_text cs_kind_label(enum cs_kind kind, enum cs_language language)
{
    return kinds[kind].label[language];
}

cs_text cs_kind_example(enum cs_kind kind, enum cs_language language)
{
    return kind_examples[kind][language];
}

cs_text cs_kind_word_for(enum cs_kind kind, enum cs_state state, enum cs_language language)
{
    return kind_words[kind][state][language];
}

bool cs_kind_is_yes_no(enum cs_kind kind)
{
    return kind_words[kind][CS_STATE_OK][CS_JA].size > 0;
}

cs_text cs_aspect_word(enum cs_aspect aspect)
{
    return aspects[aspect].word;
}

cs_text cs_aspect_label(enum cs_aspect aspect, enum cs_language language)
{
    return aspects[aspect].label[language];
}

cs_text cs_role_word(enum cs_role role)
{
    return roles[role].word;
}

bool cs_role_of_word(cs_text word, enum cs_role *role)
{
    for (int i = 0; i < CS_ROLES; i++)
        if (cs_text_equal(roles[i].word, word)) {
            *role = (enum cs_role)i;
            return true;
        }
    return false;
}

cs_text cs_role_title(enum cs_role role, enum cs_language language)
{
    return roles[role].title[language];
}

double cs_role_width(enum cs_role role)
{
    return roles[role].width;
}

cs_text cs_relation_word(enum cs_relation relation)
{
    return relations[relation].word;
}

bool cs_relation_of_word(cs_text word, enum cs_relation *relation)
{
    for (int i = 0; i < CS_RELATIONS; i++)
        if (cs_text_equal(relations[i].word, word)) {
            *relation = (enum cs_relation)i;
            return true;
        }
    return false;
}

cs_text cs_relation_label(enum cs_relation relation, enum cs_language language)
{
    return relations[relation].label[language];
}

cs_text cs_measure_word(enum cs_measure measure)
{
    return measures[measure].word;
}

bool cs_measure_of_word(cs_text word, enum cs_measure *measure)
{
    for (int i = 0; i < CS_MEASURES; i++)
        if (cs_text_equal(measures[i].word, word)) {
            *measure = (enum cs_measure)i;
            return true;
        }
    return false;
}

cs_text cs_measure_label(enum cs_measure measure, enum cs_language language)
{
    return measures[measure].label[language];
}
