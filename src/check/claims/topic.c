/* A word is a run of one script; a verb is a kanji followed by kana. The words are in topic.def. */
#include "check/claims/topic.h"
#include "base/ascii.h"
#include "base/spelling.h"
#include "check/claims/sentence.h"
#include "checksheet/sheet_words.h"

#include <stddef.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const cs_text generic[] = {
#define CS_GENERIC(word) CS_LITERAL(word),
#include "check/claims/topic.def"
};

static const cs_text empty[] = {
#define CS_EMPTY(word) CS_LITERAL(word),
#include "check/claims/topic.def"
};

static const cs_text endings[] = {
#define CS_WORD_END(kanji) CS_LITERAL(kanji),
#include "check/claims/topic.def"
};

static const cs_text light[] = {
#define CS_LIGHT(kanji) CS_LITERAL(kanji),
#include "check/claims/topic.def"
};

static const struct {
    cs_text word, other;
} also[] = {
#define CS_ALSO(word, other) {CS_LITERAL(word), CS_LITERAL(other)},
#include "check/claims/topic.def"
};

/* --- words --------------------------------------------------------------------------------------------------------- */

enum script { NO_WORD, KANJI, KATAKANA, LATIN };

static enum script script_of(uint32_t point)
{
    uint32_t lower = point | 0x20;
    if ((point >= 0x4e00 && point <= 0x9fff) || point == 0x3005)
        return KANJI;
    if (point >= 0x30a1 && point <= 0x30fc)
        return KATAKANA;
    return lower >= 'a' && lower <= 'z' ? LATIN : NO_WORD;
}

/* The kana of an ending, 止め; not a particle, 者は. */
static bool goes_on_as_verb(cs_text rest)
{
    static const cs_text particles[] = {CS_LITERAL("は"), CS_LITERAL("が"), CS_LITERAL("を"), CS_LITERAL("に"),
                                        CS_LITERAL("の"), CS_LITERAL("で"), CS_LITERAL("と"), CS_LITERAL("も"),
                                        CS_LITERAL("へ"), CS_LITERAL("や"), CS_LITERAL("か"), CS_LITERAL("ご"),
                                        CS_LITERAL("ま")};
    cs_text after = rest;
    uint32_t point = rest.size ? cs_text_next(&after) : 0;
    if (point < 0x3041 || point > 0x3093)
        return false;
    for (size_t i = 0; i < COUNT(particles); i++)
        if (cs_text_starts(rest, particles[i]))
            return false;
    return true;
}

/* Takes the next word of one script, at least two characters long and not a count such as 4回, or the single kanji of
 * a verb. Empty at the end. */
static cs_text take_word(cs_text *rest, bool *is_verb)
{
    for (bool counted = false; rest->size;) {
        cs_text at = *rest, after = *rest;
        enum script script = script_of(cs_text_next(&after));
        size_t count = 1;
        *rest = after;
        if (script == NO_WORD) {
            counted = cs_is_digit(at.bytes[0]);
            continue;
        }
        for (; after.size && script_of(cs_text_next(&after)) == script; count++)
            *rest = after;
        *is_verb = count == 1 && script == KANJI && goes_on_as_verb(*rest);
        if ((count > 1 || *is_verb) && !counted)
            return (cs_text){at.bytes, at.size - rest->size};
        counted = false;
    }
    return (cs_text){0};
}

static bool says_nothing(cs_text word)
{
    return cs_text_is_one(word, generic, COUNT(generic)) || cs_text_is_one(word, empty, COUNT(empty));
}

/* --- what a question speaks of -------------------------------------------------------------------------------------- */

static bool has_plain(cs_text asked, cs_text word)
{
    if (cs_text_find(asked, word) >= 0)
        return true;
    for (size_t i = 0; i < COUNT(also); i++)
        if (cs_text_equal(also[i].word, word) && cs_text_find(asked, also[i].other) >= 0)
            return true;
    return false;
}

/* The word without a suffix that any noun may have: 手順|書, 停止|時. */
static cs_text without_ending(cs_text word)
{
    for (size_t i = 0; i < COUNT(endings); i++)
        if (cs_text_ends(word, endings[i]))
            return (cs_text){word.bytes, word.size - endings[i].size};
    return word;
}

/* True for a compound if the question has both parts, or one and the other is empty: 事前|告知, 自動|切断. */
static bool has_parts(cs_text asked, cs_text word)
{
    enum { LEAST = 2 }; /* characters of a part */
    size_t length = cs_text_length(word), at = 0;
    cs_text rest = word;
    for (; at + LEAST < length && rest.size; at++) {
        cs_text_next(&rest);
        if (at + 1 < LEAST)
            continue;
        cs_text first = {word.bytes, word.size - rest.size}, last = without_ending(rest);
        bool has_first = has_plain(asked, first), has_last = has_plain(asked, rest) || has_plain(asked, last);
        if ((has_first && (has_last || says_nothing(rest) || says_nothing(last))) || (has_last && says_nothing(first)))
            return true;
    }
    return false;
}

static bool has_word(cs_text asked, cs_text word)
{
    enum { LEAST = 6 }; /* bytes of two characters */
    cs_text shorter = without_ending(word);
    return has_plain(asked, word) || (shorter.size >= LEAST && has_plain(asked, shorter)) ||
           ((unsigned char)word.bytes[0] >= 0x80 && has_parts(asked, word));
}

/* Counts the words of a clause that a question names, those that it does not, and its verbs that the question does
 * not have; words without meaning do not count, unless the question has them. */
struct topic {
    unsigned asked, others, other_verbs;
};

static struct topic count_words(cs_text clause, cs_text asked)
{
    struct topic topic = {0, 0, 0};
    bool is_verb;
    for (cs_text word = take_word(&clause, &is_verb); word.size; word = take_word(&clause, &is_verb)) {
        if (is_verb) {
            topic.other_verbs += !cs_text_is_one(word, light, COUNT(light)) && cs_text_find(asked, word) < 0;
        } else if (!cs_text_is_one(word, empty, COUNT(empty))) {
            bool is_asked = has_word(asked, word);
            topic.asked += is_asked;
            topic.others += !is_asked && !cs_text_is_one(without_ending(word), generic, COUNT(generic)) &&
                            !cs_text_is_one(word, generic, COUNT(generic));
        }
    }
    return topic;
}

static struct topic topic_of(cs_text clause, cs_text asked)
{
    struct cs_buf spelt = {0};
    cs_buf_add_spelt(&spelt, clause);
    struct topic topic = count_words(cs_buf_text(&spelt), asked);
    cs_buf_free(&spelt);
    return topic;
}

bool cs_is_asked_for(cs_text clause, const struct cs_question_words *asked)
{
    cs_text all = cs_buf_text(&asked->words);
    struct topic topic = topic_of(clause, all);
    return topic.others + topic.other_verbs == 0 && topic_of(clause, (cs_text){all.bytes, asked->plain}).asked > 0;
}

bool cs_topic_is_named(cs_text text)
{
    bool is_verb;
    for (cs_text word = take_word(&text, &is_verb); word.size; word = take_word(&text, &is_verb))
        if (!is_verb && !says_nothing(word))
            return true;
    return false;
}

/* --- what a question asks for ---------------------------------------------------------------------------------------- */

/* Adds clauses, each from after its last negation: 操作のない|セッションを切断. None if the last one ends with a negation:
 * 残っていませんか. */
static void add_clauses(struct cs_buf *words, cs_text rest)
{
    static const cs_text comma = CS_LITERAL("、"), end = CS_LITERAL("か");
    size_t before = words->size;
    while (rest.size) {
        ptrdiff_t at = cs_text_find(rest, comma);
        cs_text clause = {rest.bytes, at < 0 ? rest.size : (size_t)at};
        cs_text affirmed = cs_sentence_after_negation(clause);
        rest = cs_text_skip(rest, at < 0 ? rest.size : clause.size + comma.size);
        cs_buf_add_spelt(words, affirmed);
        cs_buf_add(words, comma);
        if (!rest.size && affirmed.size < clause.size && affirmed.size <= end.size)
            words->size = before;
    }
}

/* Adds for each sentence what is asked for, or the condition under which it is. */
static void add_sentences(struct cs_buf *words, cs_text question, bool conditions)
{
    static const cs_text when = CS_LITERAL("場合");
    for (cs_text sentence = cs_sentence_take(&question); sentence.size; sentence = cs_sentence_take(&question)) {
        ptrdiff_t at = cs_text_find(sentence, when);
        size_t condition = at < 0 ? 0 : (size_t)at + when.size;
        add_clauses(words, conditions ? (cs_text){sentence.bytes, condition} : cs_text_skip(sentence, condition));
    }
}

void cs_question_add(struct cs_question_words *asked, cs_text question)
{
    add_sentences(&asked->words, question, false);
    asked->plain = asked->words.size;
    add_sentences(&asked->words, question, true);
}

bool cs_speaks_of_more(cs_text sentence, cs_text question)
{
    if (cs_text_find(sentence, CS_TEXT("\xe3")) < 0) /* kana */
        return false;
    struct cs_buf asked = {0};
    cs_buf_add_spelt(&asked, question);
    unsigned others = topic_of(sentence, cs_buf_text(&asked)).others;
    cs_buf_free(&asked);
    return others > 0;
}
