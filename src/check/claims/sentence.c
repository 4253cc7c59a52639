/* Sentences of a remark, and their claims. The words are in sentence.def. */
#include "check/claims/sentence.h"
#include "model/quantity.h"

static const cs_text denials[] = {
#define CS_DENIES(end) CS_LITERAL(end),
#include "check/claims/sentence.def"
};

static const cs_text affirmations[] = {
#define CS_AFFIRMS(end) CS_LITERAL(end),
#include "check/claims/sentence.def"
};

static const struct {
    cs_text stem;
    bool affirms;
} verbs[] = {
#define CS_DOES(stem, affirms) {CS_LITERAL(stem), affirms},
#include "check/claims/sentence.def"
};

static const cs_text is_not[] = {
#define CS_IS_NOT(ending) CS_LITERAL(ending),
#include "check/claims/sentence.def"
};

static const cs_text is_so[] = {
#define CS_IS(ending) CS_LITERAL(ending),
#include "check/claims/sentence.def"
};

static const cs_text things[] = {
#define CS_THING(noun) CS_LITERAL(noun),
#include "check/claims/sentence.def"
};

static const cs_text lacks[] = {
#define CS_LACKS(ending) CS_LITERAL(ending),
#include "check/claims/sentence.def"
};

static const cs_text for_now[] = {
#define CS_FOR_NOW(words) CS_LITERAL(words),
#include "check/claims/sentence.def"
};

static const cs_text turns[] = {
#define CS_TURNS(word) CS_LITERAL(word),
#include "check/claims/sentence.def"
};

static const cs_text negations[] = {
#define CS_NEGATES(word) CS_LITERAL(word),
#include "check/claims/sentence.def"
};

static const cs_text forbids[] = {
#define CS_FORBIDS(word) CS_LITERAL(word),
#include "check/claims/sentence.def"
};

static const cs_text passes[] = {
#define CS_PASSES(word) CS_LITERAL(word),
#include "check/claims/sentence.def"
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

cs_text cs_without_end(cs_text text, const cs_text *ends, size_t count)
{
    size_t longest = 0;
    char last = text.size ? text.bytes[text.size - 1] : '\0';
    for (size_t i = 0; i < count; i++)
        if (ends[i].size > longest && ends[i].bytes[ends[i].size - 1] == last && cs_text_ends(text, ends[i]))
            longest = ends[i].size;
    return (cs_text){text.bytes, text.size - longest};
}

static bool ends_with_one(cs_text text, const cs_text *ends, size_t count)
{
    return cs_without_end(text, ends, count).size < text.size;
}

/* Last bytes of characters that may end a sentence; most bytes are none. */
static const bool may_end[256] = {['\n'] = true, ['.'] = true, [0x82] = true, [0x8e] = true};

/* Bytes of the character ending a sentence with this byte: a line end, a full stop followed by a blank, 。 or ．; 0 if
 * the sentence continues. */
static size_t end_at(cs_text text, size_t at)
{
    static const cs_text full_stop = CS_LITERAL("。"), wide_stop = CS_LITERAL("．");
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
    static const cs_text closing[] = {CS_LITERAL(")"), CS_LITERAL("）")},
                         opening[] = {CS_LITERAL("("), CS_LITERAL("（")};
    if (!ends_with_one(sentence, closing, COUNT(closing)))
        return sentence;
    for (size_t at = sentence.size; at-- > 0;)
        for (size_t i = 0; i < COUNT(opening); i++)
            if (cs_text_starts(cs_text_skip(sentence, at), opening[i]))
                return cs_text_trim((cs_text){sentence.bytes, at});
    return sentence;
}

/* The verb of a sentence: its object, and whether it is affirmed. */
struct verb {
    cs_text before; /* the sentence without the verb and its ending */
    enum cs_claim claim;
    bool outright; /* a verb of doing; else any that ends in する */
};

static bool takes_stem(cs_text *before, bool affirms)
{
    for (size_t i = 0; i < COUNT(verbs); i++)
        if ((verbs[i].affirms || !affirms) && cs_text_ends(*before, verbs[i].stem)) {
            before->size -= verbs[i].stem.size;
            return true;
        }
    return false;
}

/* Reads the end of a sentence: 実施していません, 監視しています, 計画はありません, not in place. */
static struct verb verb_of(cs_text sentence)
{
    cs_text negative = cs_without_end(sentence, is_not, COUNT(is_not));
    cs_text before = negative.size < sentence.size ? negative : cs_without_end(sentence, is_so, COUNT(is_so));
    if (before.size < sentence.size) {
        enum cs_claim claim = negative.size < sentence.size ? CS_CLAIM_NOT_DONE : CS_CLAIM_DONE;
        bool outright = takes_stem(&before, claim == CS_CLAIM_DONE);
        bool any = outright || cs_text_ends(before, CS_TEXT("し"));
        return (struct verb){before, any ? claim : CS_CLAIM_NONE, outright};
    }
    before = cs_without_end(sentence, lacks, COUNT(lacks));
    if (before.size < sentence.size && ends_with_one(before, things, COUNT(things)))
        return (struct verb){before, CS_CLAIM_NOT_DONE, true};
    before = cs_without_end(cs_without_end(sentence, for_now, COUNT(for_now)), denials, COUNT(denials));
    if (ends_with_one(cs_without_end(sentence, for_now, COUNT(for_now)), denials, COUNT(denials)))
        return (struct verb){before, CS_CLAIM_NOT_DONE, true};
    before = cs_without_end(sentence, affirmations, COUNT(affirmations));
    return (struct verb){before, before.size < sentence.size ? CS_CLAIM_DONE : CS_CLAIM_NONE, true};
}

static unsigned count_negations(cs_text sentence, size_t *end);

/* True for a claim that nothing else in the sentence reverses: "not described" does not mean "not carried out". */
static bool is_plain(cs_text sentence, enum cs_claim claim)
{
    size_t end;
    return claim != CS_CLAIM_NONE && !cs_text_holds_one(sentence, turns, COUNT(turns)) &&
           count_negations(sentence, &end) <= (claim == CS_CLAIM_NOT_DONE);
}

enum cs_claim cs_sentence_claim(cs_text sentence)
{
    sentence = without_aside(sentence);
    struct verb verb = verb_of(sentence);
    return verb.outright && is_plain(sentence, verb.claim) ? verb.claim : CS_CLAIM_NONE;
}

/* True for kanji, katakana and Latin letters, of which topic words consist. */
static bool is_of_word(uint32_t point)
{
    uint32_t lower = point | 0x20;
    return (lower >= 'a' && lower <= 'z') || (point >= 0x4e00 && point <= 0x9fff) ||
           (point >= 0x30a1 && point <= 0x30fc) || point == 0x3005;
}

/* Takes the next such word off a text, except counts: 365日. Empty at the end. */
static cs_text take_topic(cs_text *text)
{
    bool counted = false;
    while (text->size) {
        cs_text at = *text;
        int digit = cs_take_digit(text);
        bool letter = digit < 0 && is_of_word(cs_text_next(text));
        if (!letter) {
            counted = digit >= 0;
            continue;
        }
        for (cs_text after = *text; after.size && is_of_word(cs_text_next(&after)); *text = after)
            ;
        if (!counted)
            return (cs_text){at.bytes, at.size - text->size};
        counted = false;
    }
    return (cs_text){0};
}

/* True if a question contains all topics of a text. */
static bool is_asked(cs_text text, cs_text question)
{
    for (cs_text topic = take_topic(&text); topic.size; topic = take_topic(&text))
        if (cs_text_find(question, topic) < 0)
            return false;
    return true;
}

enum cs_claim cs_sentence_claim_about(cs_text sentence, cs_text question)
{
    sentence = without_aside(sentence);
    struct verb verb = verb_of(sentence);
    if (!is_plain(sentence, verb.claim) || !is_asked(verb.before, question))
        return CS_CLAIM_NONE;
    cs_text before = verb.before;
    return verb.outright || take_topic(&before).size ? verb.claim : CS_CLAIM_NONE;
}

bool cs_sentence_is_bare(cs_text sentence)
{
    cs_text before = verb_of(without_aside(sentence)).before;
    return take_topic(&before).size == 0;
}

bool cs_sentence_forbids(cs_text question)
{
    return cs_text_holds_one(question, forbids, COUNT(forbids));
}

void cs_sentence_hint(struct cs_hints *hints)
{
    static const cs_text words[] = {
#define CS_MAY_DENY(word) CS_LITERAL(word),
#include "check/claims/sentence.def"
    };
    for (size_t i = 0; i < COUNT(words); i++)
        cs_hints_add(hints, CS_HINT_CLAIMS_NOT, words[i], true);
}

bool cs_sentence_affirms(cs_text sentence)
{
    static const cs_text ends[] = {CS_LITERAL("ています"), CS_LITERAL("ております"), CS_LITERAL("あります")};
    if (cs_sentence_claim(sentence) == CS_CLAIM_DONE)
        return true;
    return ends_with_one(without_aside(sentence), ends, COUNT(ends)) &&
           !cs_text_holds_one(sentence, turns, COUNT(turns)) && !cs_sentence_negates(sentence);
}

/* The size of the first of several words at the front; 0 if there is none. */
static size_t size_here(cs_text text, const cs_text *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (words[i].bytes[0] == text.bytes[0] && cs_text_starts(text, words[i]))
            return words[i].size;
    return 0;
}

/* The number of negations in a sentence, and the end of the last one. */
static unsigned count_negations(cs_text sentence, size_t *end)
{
    unsigned found = 0;
    if (!cs_text_holds_one(sentence, negations, COUNT(negations)))
        return 0; /* the usual case */
    for (size_t at = 0, size; at < sentence.size; at += size) {
        cs_text rest = cs_text_skip(sentence, at);
        bool begins = (sentence.bytes[at] & 0xc0) != 0x80; /* at the beginning of a character */
        size = begins ? size_here(rest, passes, COUNT(passes)) : 1;
        if (size)
            continue;
        size = size_here(rest, negations, COUNT(negations));
        if (size) {
            found++;
            *end = at + size;
        }
        size = size ? size : 1;
    }
    return found;
}

bool cs_sentence_negates(cs_text sentence)
{
    size_t end;
    return count_negations(sentence, &end) > 0;
}

cs_text cs_sentence_after_negation(cs_text sentence)
{
    size_t end = 0;
    count_negations(sentence, &end);
    return cs_text_skip(sentence, end);
}

enum cs_denial cs_sentence_denial(cs_text sentence)
{
    enum { VERB_END = 15 /* bytes: いません, なく、 */ };
    size_t end = 0;
    sentence = without_aside(sentence);
    unsigned count = count_negations(sentence, &end);
    if (count == 0)
        return CS_DENIAL_NONE;
    bool is_latin = end && (sentence.bytes[end - 1] & 0x80) == 0; /* in which the verb comes early */
    return count == 1 && (is_latin || sentence.size - end <= VERB_END) ? CS_DENIAL_PLAIN : CS_DENIAL_UNCLEAR;
}
