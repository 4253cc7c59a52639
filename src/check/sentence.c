/* Sentences of a remark, and what they claim. The words stand in sentence.def. */
#include "check/sentence.h"

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
    for (size_t i = 0; i < count; i++)
        if (cs_text_ends(text, ends[i]))
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

/* The bytes of the mark that ends a sentence here; 0: it goes on. */
static size_t end_at(cs_text rest)
{
    static const cs_text full_stop = {"。", 3}, wide_stop = {"．", 3};
    if (rest.bytes[0] == '\n')
        return 1;
    if (rest.bytes[0] == '.')
        return rest.size == 1 || rest.bytes[1] == ' ' || rest.bytes[1] == '\n';
    return cs_text_starts(rest, full_stop) || cs_text_starts(rest, wide_stop) ? full_stop.size : 0;
}

cs_text cs_sentence_take(cs_text *rest)
{
    while (rest->size) {
        cs_text all = *rest;
        size_t at = 0, end = 0;
        while (at < all.size && (end = end_at(cs_text_skip(all, at))) == 0)
            at++;
        *rest = cs_text_skip(all, at + end);
        cs_text sentence = cs_text_trim((cs_text){all.bytes, at});
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

bool cs_sentence_affirms(cs_text sentence)
{
    static const cs_text ends[] = {{"ています", 12}, {"ております", 15}, {"あります", 12}};
    bool plain = !holds_one(sentence, turns, COUNT(turns)) && !holds_one(sentence, negations, COUNT(negations));
    return plain && (ends_with_one(without_aside(sentence), ends, COUNT(ends)) || cs_sentence_claim(sentence) == CS_CLAIM_DONE);
}

bool cs_sentence_negates(cs_text sentence)
{
    return holds_one(sentence, negations, COUNT(negations));
}
