/* English remarks: see english.h. A sentence is split into clauses; a denying clause is compared with the question
 * word by word, by the first letters: reviews, reviewed. */
#include "check/claims/english.h"
#include "base/ascii.h"
#include "check/claims/sentence.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const cs_text nots[] = {
#define CS_EN_NOT(word) CS_LITERAL(word),
#include "check/claims/english.def"
};

static const cs_text others[] = {
#define CS_EN_OTHER(word) CS_LITERAL(word),
#include "check/claims/english.def"
};

static const cs_text healthy[] = {
#define CS_EN_HEALTHY(word) CS_LITERAL(word),
#include "check/claims/english.def"
};

static const cs_text generic[] = {
#define CS_EN_GENERIC(stem) CS_LITERAL(stem),
#include "check/claims/english.def"
};

static const cs_text none[] = {
#define CS_EN_NONE(words) CS_LITERAL(words),
#include "check/claims/english.def"
};

static const cs_text excepts[] = {
#define CS_EN_EXCEPT(words) CS_LITERAL(words),
#include "check/claims/english.def"
};

static const cs_text excepted[] = {
#define CS_EN_THING(word) CS_LITERAL(word),
#include "check/claims/english.def"
};

static const cs_text later[] = {
#define CS_EN_LATER(words) CS_LITERAL(words),
#include "check/claims/english.def"
};

static const cs_text again[] = {
#define CS_EN_AGAIN(word) CS_LITERAL(word),
#include "check/claims/english.def"
};

static const cs_text points[] = {
#define CS_EN_POINTS(begin) CS_LITERAL(begin),
#include "check/claims/english.def"
};

static const cs_text runs[] = {
#define CS_EN_RUNS(words) CS_LITERAL(words),
#include "check/claims/english.def"
};

static const cs_text who[] = {
#define CS_EN_WHO(words) CS_LITERAL(words),
#include "check/claims/english.def"
};

static const struct {
    cs_text word, other;
} also[] = {
#define CS_EN_ALSO(word, other) {CS_LITERAL(word), CS_LITERAL(other)},
#include "check/claims/english.def"
};

static bool starts_with_one(cs_text text, const cs_text *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (cs_text_starts(text, words[i]))
            return true;
    return false;
}

void cs_english_hint(struct cs_hints *hints)
{
    cs_hints_add_each(hints, CS_HINT_DENIED, nots, COUNT(nots), false);
    cs_hints_add_each(hints, CS_HINT_LEFT_OUT, none, COUNT(none), false);
    cs_hints_add_each(hints, CS_HINT_LEFT_OUT, excepts, COUNT(excepts), false);
    cs_hints_add_each(hints, CS_HINT_PUT_OFF, later, COUNT(later), false);
    cs_hints_add_each(hints, CS_HINT_HANDED_ON, runs, COUNT(runs), false);
    cs_hints_add_each(hints, CS_HINT_HANDED_ON, points, COUNT(points), false);
}

/* --- words --------------------------------------------------------------------------------------------------------- */

enum { STEM = 5, SHORTEST = 4 };

/* Takes the next word of letters off a text; empty at the end. */
static cs_text take_word(cs_text *rest)
{
    while (rest->size && !cs_is_ascii_letter(rest->bytes[0]))
        *rest = cs_text_skip(*rest, 1);
    size_t size = 0;
    while (size < rest->size && cs_is_ascii_letter(rest->bytes[size]))
        size++;
    cs_text word = {rest->bytes, size};
    *rest = cs_text_skip(*rest, size);
    return word;
}

/* True for the same word, ignoring case and everything after its first letters. */
static bool is_alike(cs_text a, cs_text b)
{
    size_t size = a.size < STEM ? a.size : STEM;
    if (b.size < size || (a.size < STEM && b.size > a.size + 1))
        return false;
    for (size_t i = 0; i < size; i++)
        if ((a.bytes[i] | 0x20) != (b.bytes[i] | 0x20))
            return false;
    return true;
}

static bool has_plain(cs_text question, cs_text word)
{
    for (cs_text own = take_word(&question); own.size; own = take_word(&question))
        if (is_alike(word, own))
            return true;
    return false;
}

static bool has_word(cs_text question, cs_text word)
{
    if (has_plain(question, word))
        return true;
    for (size_t i = 0; i < COUNT(also); i++)
        if (is_alike(also[i].word, word) && has_plain(question, also[i].other))
            return true;
    return false;
}

static bool is_generic(cs_text word)
{
    for (size_t i = 0; i < COUNT(generic); i++)
        if (word.size >= generic[i].size && is_alike(generic[i], word))
            return true;
    return false;
}

/* True if a question names everything that a clause names, which must be something. */
static bool is_asked_for(cs_text clause, cs_text question)
{
    unsigned asked = 0;
    for (cs_text word = take_word(&clause); word.size; word = take_word(&clause)) {
        if (word.size < SHORTEST || cs_text_equal(word, CS_TEXT("There")))
            continue;
        bool is_named = has_word(question, word), is_empty = is_generic(word);
        if (!is_named && !is_empty)
            return false;
        asked += is_named && !is_empty;
    }
    return asked > 0;
}

/* --- clauses ------------------------------------------------------------------------------------------------------- */

/* Takes the first clause off a sentence. */
static cs_text take_clause(cs_text *rest)
{
    static const cs_text ends[] = {CS_LITERAL(", "),        CS_LITERAL("; "),        CS_LITERAL(": "),
                                   CS_LITERAL(" but "),     CS_LITERAL(" though "),  CS_LITERAL(" although "),
                                   CS_LITERAL(" however "), CS_LITERAL(" because "), CS_LITERAL(" since "),
                                   CS_LITERAL(" while "),   CS_LITERAL(" and ")};
    for (size_t at = 0; at < rest->size; at++)
        for (size_t i = 0; i < COUNT(ends); i++)
            if (rest->bytes[at] == ends[i].bytes[0] && cs_text_starts(cs_text_skip(*rest, at), ends[i])) {
                cs_text clause = {rest->bytes, at};
                *rest = cs_text_skip(*rest, at + ends[i].size);
                return cs_text_trim(clause);
            }
    cs_text clause = *rest;
    *rest = (cs_text){0};
    return cs_text_trim(clause);
}

cs_text cs_english_denied(cs_text remark, cs_text question)
{
    if (!cs_text_holds_one(remark, nots, COUNT(nots)))
        return (cs_text){0}; /* nearly always, of Japanese ones */
    for (cs_text sentence = cs_sentence_take(&remark); sentence.size; sentence = cs_sentence_take(&remark))
        while (sentence.size) {
            cs_text clause = take_clause(&sentence);
            if (cs_text_holds_one(clause, nots, COUNT(nots)) && !cs_text_holds_one(clause, others, COUNT(others)) &&
                !cs_text_holds_one(clause, healthy, COUNT(healthy)) && is_asked_for(clause, question))
                return clause;
        }
    return (cs_text){0};
}

/* --- sentences ------------------------------------------------------------------------------------------------------ */

/* True for a sentence that excludes something: except for the legacy servers. */
static bool excepts_thing(cs_text sentence)
{
    for (size_t i = 0; i < COUNT(excepts); i++) {
        ptrdiff_t at = cs_text_find(sentence, excepts[i]);
        if (at >= 0 && cs_text_holds_one(cs_text_skip(sentence, (size_t)at), excepted, COUNT(excepted)))
            return !cs_sentence_negates(sentence);
    }
    return false;
}

cs_text cs_english_left_out(cs_text remark)
{
    if (starts_with_one(remark, none, COUNT(none)))
        return cs_sentence_take(&remark);
    for (cs_text sentence = cs_sentence_take(&remark); sentence.size; sentence = cs_sentence_take(&remark))
        if (excepts_thing(sentence))
            return sentence;
    return (cs_text){0};
}

cs_text cs_english_put_off(cs_text remark)
{
    cs_text only = cs_sentence_take(&remark);
    bool is_only = cs_sentence_take(&remark).size == 0;
    bool is_later = cs_text_holds_one(only, later, COUNT(later)) && !cs_text_holds_one(only, again, COUNT(again));
    return is_only && is_later ? only : (cs_text){0};
}

cs_text cs_english_handed_on(cs_text remark)
{
    cs_text rest = remark, only = cs_sentence_take(&rest);
    if (starts_with_one(only, points, COUNT(points)) && cs_sentence_take(&rest).size == 0)
        return only;
    for (cs_text sentence = cs_sentence_take(&remark); sentence.size; sentence = cs_sentence_take(&remark))
        for (size_t i = 0; i < COUNT(runs); i++) {
            ptrdiff_t at = cs_text_find(sentence, runs[i]);
            if (at >= 0 && starts_with_one(cs_text_skip(sentence, (size_t)at + runs[i].size), who, COUNT(who)))
                return sentence;
        }
    return (cs_text){0};
}
