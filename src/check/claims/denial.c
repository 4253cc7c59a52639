/* A remark is split into sentences, and these into clauses at commas; the end of a clause tells whether it denies,
 * and the preceding words what. */
#include "check/claims/denial.h"
#include "check/claims/english.h"
#include "check/claims/sentence.h"
#include "check/claims/topic.h"

#include <stddef.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const cs_text denied[] = {
#define CS_DENIED(word) CS_LITERAL(word),
#include "check/claims/denial.def"
};

static const cs_text may_deny[] = {
#define CS_MAY_BE_DENIED(word) CS_LITERAL(word),
#include "check/claims/denial.def"
};

static const cs_text tails[] = {
#define CS_TAIL(word) CS_LITERAL(word),
#include "check/claims/denial.def"
};

static const cs_text healthy[] = {
#define CS_HEALTHY(word) CS_LITERAL(word),
#include "check/claims/denial.def"
};

static const cs_text leaves_out[] = {
#define CS_LEAVES_OUT(word) CS_LITERAL(word),
#include "check/claims/denial.def"
};

static const struct {
    cs_text some, without;
} parts[] = {
#define CS_PART(some, without) {CS_LITERAL(some), CS_LITERAL(without)},
#include "check/claims/denial.def"
};

static const cs_text but_not[] = {
#define CS_BUT_NOT(word) CS_LITERAL(word),
#include "check/claims/denial.def"
};

static const cs_text hands_on[] = {
#define CS_HANDS_ON(word) CS_LITERAL(word),
#include "check/claims/denial.def"
};

static const cs_text points[] = {
#define CS_POINTS(word) CS_LITERAL(word),
#include "check/claims/denial.def"
};

static const cs_text withheld[] = {
#define CS_WITHHELD(word) CS_LITERAL(word),
#include "check/claims/denial.def"
};

static const cs_text puts_off[] = {
#define CS_PUT_OFF(end) CS_LITERAL(end),
#include "check/claims/denial.def"
};

static const cs_text regular[] = {
#define CS_REGULAR(word) CS_LITERAL(word),
#include "check/claims/denial.def"
};

static const cs_text none_of_it[] = {
#define CS_NONE_OF_IT(words) CS_LITERAL(words),
#include "check/claims/denial.def"
};

static const struct {
    cs_text condition, word;
} permits[] = {
#define CS_PERMITS(condition, word) {CS_LITERAL(condition), CS_LITERAL(word)},
#include "check/claims/denial.def"
};

static const cs_text reasons[] = {
#define CS_REASON(words) CS_LITERAL(words),
#include "check/claims/denial.def"
};

void cs_denial_hint(struct cs_hints *hints)
{
    cs_hints_add_each(hints, CS_HINT_DENIED, may_deny, COUNT(may_deny), true);
    cs_hints_add_each(hints, CS_HINT_LEFT_OUT, leaves_out, COUNT(leaves_out), false);
    for (size_t i = 0; i < COUNT(parts); i++)
        cs_hints_add(hints, CS_HINT_LEFT_OUT, parts[i].without, false);
    cs_hints_add_each(hints, CS_HINT_HANDED_ON, hands_on, COUNT(hands_on), false);
    cs_hints_add_each(hints, CS_HINT_HANDED_ON, points, COUNT(points), false);
    cs_hints_add_each(hints, CS_HINT_WITHHELD, withheld, COUNT(withheld), false);
    cs_hints_add_each(hints, CS_HINT_PUT_OFF, puts_off, COUNT(puts_off), false);
    cs_hints_add_each(hints, CS_HINT_LEFT_OUT, none_of_it, COUNT(none_of_it), false);
    for (size_t i = 0; i < COUNT(permits); i++)
        cs_hints_add(hints, CS_HINT_PERMITTED, permits[i].word, false);
    cs_english_hint(hints);
}

/* --- what a clause is about ----------------------------------------------------------------------------------------- */

/* The object of a clause, after its subject: 製品は|ラベル付けの機能を提供. The whole clause if only the verb follows, or if the
 * text before is a restriction: 旧環境については, 夜間には. */
static cs_text object_of(cs_text clause)
{
    static const cs_text topic = CS_LITERAL("は"), particles[] = {CS_LITERAL("を"), CS_LITERAL("が"), CS_LITERAL("の")};
    static const cs_text narrows[] = {CS_LITERAL("について"), CS_LITERAL("に"), CS_LITERAL("で"), CS_LITERAL("から")};
    cs_text object = clause;
    for (ptrdiff_t at; (at = cs_text_find(object, topic)) >= 0;)
        object = cs_text_skip(object, (size_t)at + topic.size);
    if (object.size == clause.size || !cs_text_holds_one(object, particles, COUNT(particles)) ||
        !cs_topic_is_named(object))
        return clause;
    cs_text before = {clause.bytes, clause.size - object.size - topic.size};
    return cs_without_end(before, narrows, COUNT(narrows)).size < before.size ? clause : object;
}

/* --- clauses ------------------------------------------------------------------------------------------------------- */

/* Takes the first clause off a sentence, without its comma. */
static cs_text take_clause(cs_text *rest)
{
    static const cs_text comma = CS_LITERAL("、");
    ptrdiff_t at = cs_text_find(*rest, comma);
    cs_text clause = {rest->bytes, at < 0 ? rest->size : (size_t)at};
    *rest = at < 0 ? (cs_text){0} : cs_text_skip(*rest, (size_t)at + comma.size);
    return clause;
}

/* The clause without its denying end; unchanged if it denies nothing. */
static cs_text without_denial(cs_text clause)
{
    cs_text bare = cs_without_end(clause, tails, COUNT(tails)), object = cs_without_end(bare, denied, COUNT(denied));
    if (object.size == bare.size) {
        bare = cs_without_end(bare, tails, COUNT(tails));
        object = cs_without_end(bare, denied, COUNT(denied));
    }
    return object.size == bare.size ? clause : object;
}

/* The text after the reason in a clause: 緊急時に使うという観点から|アクセス制御. */
static cs_text without_reason(cs_text object)
{
    for (size_t i = 0; i < COUNT(reasons); i++)
        for (ptrdiff_t at; (at = cs_text_find(object, reasons[i])) >= 0;) {
            cs_text behind = cs_text_skip(object, (size_t)at + reasons[i].size);
            if (!cs_topic_is_named(behind))
                break;
            object = behind;
        }
    return object;
}

/* The denied words of a clause; empty if it denies nothing, or if the denial is good, or denied itself. */
static cs_text what_is_denied(cs_text clause)
{
    cs_text object = without_denial(clause);
    bool denies = object.size < clause.size && !cs_text_holds_one(clause, healthy, COUNT(healthy));
    return denies && !cs_sentence_negates(object) ? without_reason(object) : (cs_text){0};
}

cs_text cs_denied_clause(cs_text remark, cs_text question)
{
    struct cs_question_words asked = {{0}, 0};
    cs_text found = {0};
    for (cs_text sentence = cs_sentence_take(&remark); sentence.size && !found.size;
         sentence = cs_sentence_take(&remark)) {
        if (!cs_text_holds_one(sentence, may_deny, COUNT(may_deny)))
            continue; /* the usual case */
        while (sentence.size && !found.size) {
            cs_text clause = take_clause(&sentence), object = what_is_denied(clause);
            if (!object.size)
                continue;
            if (!asked.words.size)
                cs_question_add(&asked, question);
            if (cs_is_asked_for(object_of(object), &asked) || cs_is_asked_for(object, &asked))
                found = cs_text_trim(clause);
        }
    }
    cs_buf_free(&asked.words);
    return found;
}

bool cs_is_healthy_denial(cs_text sentence)
{
    return cs_text_holds_one(sentence, healthy, COUNT(healthy));
}

/* --- sentences that hold a word ------------------------------------------------------------------------------------- */

static cs_text sentence_with(cs_text remark, const cs_text *words, size_t count)
{
    for (cs_text sentence = cs_sentence_take(&remark); sentence.size; sentence = cs_sentence_take(&remark))
        if (cs_text_holds_one(sentence, words, count))
            return sentence;
    return (cs_text){0};
}

/* The first sentence if it is the only one, or the only one that counts, and says that nothing applies: 該当しません. */
static cs_text none_of(cs_text remark)
{
    cs_text first = cs_sentence_take(&remark);
    for (size_t i = 0; i < COUNT(none_of_it); i++)
        if (cs_text_equal(first, none_of_it[i]))
            return first;
    return (cs_text){0};
}

/* The first sentence that excludes a part. */
static cs_text all_but_some(cs_text remark)
{
    for (cs_text sentence = cs_sentence_take(&remark); sentence.size; sentence = cs_sentence_take(&remark))
        for (size_t i = 0; i < COUNT(parts); i++) {
            ptrdiff_t at = cs_text_find(sentence, parts[i].some);
            if (at >= 0 && cs_text_find(cs_text_skip(sentence, (size_t)at), parts[i].without) >= 0)
                return sentence;
        }
    return (cs_text){0};
}

cs_text cs_left_out(cs_text remark)
{
    cs_text none = none_of(remark), english = none.size ? none : cs_english_left_out(remark);
    if (english.size)
        return english;
    cs_text sentence = sentence_with(remark, leaves_out, COUNT(leaves_out));
    bool leaves_out_some = sentence.size && !cs_text_holds_one(sentence, but_not, COUNT(but_not));
    return leaves_out_some ? sentence : all_but_some(remark);
}

cs_text cs_handed_on(cs_text remark)
{
    cs_text handed = sentence_with(remark, hands_on, COUNT(hands_on)), rest = remark;
    if (handed.size && cs_text_find(handed, CS_TEXT("詳")) < 0) /* 詳細は…の通り: answered before, with details there */
        return handed;
    handed = cs_english_handed_on(remark);
    if (handed.size)
        return handed;
    cs_text only = cs_sentence_take(&rest);
    bool is_only = cs_sentence_take(&rest).size == 0;
    return is_only && cs_text_holds_one(only, points, COUNT(points)) ? only : (cs_text){0};
}

cs_text cs_withheld(cs_text remark)
{
    return sentence_with(remark, withheld, COUNT(withheld));
}

cs_text cs_put_off(cs_text remark)
{
    cs_text english = cs_english_put_off(remark);
    if (english.size)
        return english;
    cs_text only = cs_sentence_take(&remark);
    bool is_only = cs_sentence_take(&remark).size == 0;
    bool is_later = cs_without_end(only, puts_off, COUNT(puts_off)).size < only.size;
    return is_only && is_later && !cs_text_holds_one(only, regular, COUNT(regular)) ? only : (cs_text){0};
}

cs_text cs_permitted(cs_text remark)
{
    for (cs_text sentence = cs_sentence_take(&remark); sentence.size; sentence = cs_sentence_take(&remark))
        for (size_t i = 0; i < COUNT(permits); i++) {
            ptrdiff_t at = cs_text_find(sentence, permits[i].condition);
            if (at >= 0 && cs_text_find(cs_text_skip(sentence, (size_t)at), permits[i].word) >= 0)
                return sentence;
        }
    return (cs_text){0};
}
