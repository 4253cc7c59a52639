/* Sentences of a remark, and what they claim. The words stand in sentence.def. */
#include "check/sentence.h"

#include <string.h>

#define WORD(word) {word, sizeof word - 1}

static const cs_text denials[] = {
#define CS_DENIES(end) WORD(end),
#include "check/sentence.def"
};

static const cs_text affirmations[] = {
#define CS_AFFIRMS(end) WORD(end),
#include "check/sentence.def"
};

static const cs_text turns[] = {
#define CS_TURNS(word) WORD(word),
#include "check/sentence.def"
};

static const cs_text negations[] = {
#define CS_NEGATES(word) WORD(word),
#include "check/sentence.def"
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static bool ends_with_one(cs_text text, const cs_text *ends, size_t count)
{
    char last = text.size ? text.bytes[text.size - 1] : '\0';
    for (size_t i = 0; i < count; i++)
        if (ends[i].bytes[ends[i].size - 1] == last && cs_text_ends(text, ends[i]))
            return true;
    return false;
}

static bool holds_one(cs_text text, const cs_text *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cs_text_find(text, words[i]) >= 0)
            return true;
    return false;
}

/* The last bytes of what ends a sentence: most of a text is none of them. */
static const bool may_end[256] = {['\n'] = true, ['.'] = true, [0x82] = true, [0x8e] = true};

/* The bytes of the mark that ends a sentence with this byte: a line end, a full stop with a blank behind it, 。 or ．; 0:
 * the sentence goes on. */
static size_t end_at(cs_text text, size_t at)
{
    static const cs_text full_stop = {"。", 3}, wide_stop = {"．", 3};
    if (text.bytes[at] == '\n')
        return 1;
    if (text.bytes[at] == '.')
        return at + 1 == text.size || text.bytes[at + 1] == ' ' || text.bytes[at + 1] == '\n';
    cs_text mark = {text.bytes + at + 1 - full_stop.size, full_stop.size};
    return at + 1 >= mark.size && (cs_text_equal(mark, full_stop) || cs_text_equal(mark, wide_stop)) ? mark.size : 0;
}

cs_text cs_sentence_take(cs_text *rest)
{
    while (rest->size) {
        cs_text all = *rest;
        size_t at = 0, end = 0;
        for (; at < all.size; at++)
            if (may_end[(unsigned char)all.bytes[at]] && (end = end_at(all, at)) > 0)
                break;
        *rest = cs_text_skip(all, at + 1);
        cs_text sentence = cs_text_trim((cs_text){all.bytes, at < all.size ? at + 1 - end : all.size});
        if (sentence.size)
            return sentence;
    }
    return (cs_text){0};
}

/* The sentence without an aside in brackets at its end. */
static cs_text without_aside(cs_text sentence)
{
    static const cs_text closing[] = {{")", 1}, {"）", 3}}, opening[] = {{"(", 1}, {"（", 3}};
    if (!ends_with_one(sentence, closing, COUNT(closing)))
        return sentence;
    for (size_t at = sentence.size; at-- > 0;)
        for (size_t i = 0; i < COUNT(opening); i++)
            if (cs_text_starts(cs_text_skip(sentence, at), opening[i]))
                return cs_text_trim((cs_text){sentence.bytes, at});
    return sentence;
}

enum cs_claim cs_sentence_claim(cs_text sentence)
{
    sentence = without_aside(sentence);
    if (ends_with_one(sentence, denials, COUNT(denials)))
        return holds_one(sentence, turns, COUNT(turns)) ? CS_CLAIM_NONE : CS_CLAIM_NOT_DONE;
    if (!ends_with_one(sentence, affirmations, COUNT(affirmations)))
        return CS_CLAIM_NONE;
    bool plain = !holds_one(sentence, turns, COUNT(turns)) && !holds_one(sentence, negations, COUNT(negations));
    return plain ? CS_CLAIM_DONE : CS_CLAIM_NONE;
}

static bool starts_with_one(cs_text text, const cs_text words[3])
{
    for (size_t i = 0; i < 3 && words[i].size; i++)
        if (cs_text_starts(text, words[i]))
            return true;
    return false;
}

/* The bytes that the words of a denial are looked for by, each the rarest of its word: せん, 未 ない なし, not. */
static const struct {
    char byte;
    size_t before; /* bytes of the word before it */
    cs_text words[3];
} denial_parts[] = {
    {'\x9b', 2, {{"せん", 6}}},
    {'\xaa', 2, {{"未", 3}, {"ない", 6}, {"なし", 6}}},
    {'n', 0, {{"not ", 4}}},
};

bool cs_text_may_deny(cs_text text)
{
    const char *end = text.bytes + text.size;
    for (size_t i = 0; i < COUNT(denial_parts); i++)
        for (const char *at = text.bytes; at < end; at++) {
            at = memchr(at, denial_parts[i].byte, (size_t)(end - at));
            if (!at)
                break;
            size_t start = (size_t)(at - text.bytes);
            if (start >= denial_parts[i].before &&
                starts_with_one(cs_text_skip(text, start - denial_parts[i].before), denial_parts[i].words))
                return true;
        }
    return false;
}

bool cs_sentence_affirms(cs_text sentence)
{
    static const cs_text ends[] = {{"ています", 12}, {"ております", 15}, {"あります", 12}};
    bool plain = !holds_one(sentence, turns, COUNT(turns)) && !holds_one(sentence, negations, COUNT(negations));
    return cs_sentence_claim(sentence) == CS_CLAIM_DONE ||
           (plain && ends_with_one(without_aside(sentence), ends, COUNT(ends)));
}

bool cs_sentence_negates(cs_text sentence)
{
    return holds_one(sentence, negations, COUNT(negations));
}
