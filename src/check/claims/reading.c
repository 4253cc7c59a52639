/* Finding values in words: a scan for each form. The tables of measures.def give the form of each measure. */
#include "check/claims/scan.h"
#include "check/claims/sentence.h"

static const enum cs_claim_form forms[CS_MEASURES] = {
#define CS_READ(measure, form) [CS_MEASURE_##measure] = CS_FORM_##form,
#include "check/claims/measures.def"
};

/* A word that is searched for a measure. */
struct word {
    enum cs_measure measure;
    cs_text text;
};

#define WORD(measure, word) {CS_MEASURE_##measure, CS_LITERAL(word)},

static const struct word near[] = {
#define CS_NEAR(measure, word) WORD(measure, word)
#include "check/claims/measures.def"
};

static const struct word apart[] = {
#define CS_APART(measure, word) WORD(measure, word)
#include "check/claims/measures.def"
};

/* Values that words can name, as bits of a set. */
enum name {
    IGNORED,
    HOME,
    AMERICA,
    EUROPE,
    ASIA,
    ABROAD,
    PASSWORD = 1,
    FACTORS,
    SIGN_ON,
    CERTIFICATE,
    NO_CERTIFICATION = 1,
    ANY_CERTIFICATION,
    ISMS,
    PRIVACY_MARK,
    AUDIT_REPORT,
    TLS_OLD = 1,
    TLS_NOW,
    THERE_IS = 1,
    THERE_IS_NOT,
};
_Static_assert(CS_PLACE_HOME == 1u << HOME && CS_PLACE_ABROAD == 1u << ABROAD,
               "the places that a question may ask for");
_Static_assert(CS_NO_CERTIFICATION == 1u << NO_CERTIFICATION, "what a mark alone may say");

static const struct {
    enum cs_measure measure;
    enum name name;
    cs_text text;
} named[] = {
#define CS_NAMED(measure, name, word) {CS_MEASURE_##measure, name, CS_LITERAL(word)},
#include "check/claims/measures.def"
};

/* --- numbers and percentages -------------------------------------------------------------------------------------- */

static bool take_counted(enum cs_measure measure, cs_text *rest)
{
    for (size_t i = 0; i < CS_COUNT(near); i++)
        if (near[i].measure == measure && cs_take(rest, near[i].text))
            return true;
    return false;
}

/* Takes a number with its unit: 7世代, 8文字以上, 99.9%. */
static bool take_number(struct cs_scan *scan, cs_text *rest)
{
    cs_text at = *rest;
    double amount;
    bool percent = forms[scan->measure] == CS_FORM_PERCENT;
    if (!cs_take_number(rest, &amount))
        return false;
    cs_take_blanks(rest);
    const struct cs_unit_word *unit = percent ? cs_unit_at(*rest) : NULL;
    if (percent ? !unit || unit->dimension != CS_PERCENT : !take_counted(scan->measure, rest))
        return false;
    *rest = unit ? cs_text_skip(*rest, unit->spelling.size) : *rest;
    enum cs_bound bound = cs_take_bound(rest, cs_bound_before(scan->sentence, at));
    struct cs_reading *reading = cs_scan_add(scan, at, *rest);
    reading->amount = amount;
    reading->bound = bound;
    return true;
}

/* --- words ------------------------------------------------------------------------------------------------------- */

/* A Latin word is not found inside another: US in USB. */
static bool stands_alone(cs_text sentence, cs_text at, cs_text word)
{
    size_t end = (size_t)(at.bytes - sentence.bytes) + word.size;
    bool before = at.bytes > sentence.bytes && cs_is_letter(at.bytes[-1]);
    bool after = end < sentence.size && cs_is_letter(sentence.bytes[end]);
    return !cs_is_letter(word.bytes[0]) || (!before && !after);
}

/* An index of a measure's words by their first bytes, since hardly any place matches. */
struct begins {
    enum cs_measure measure;
    bool with[256]; /* by a hash of two bytes */
};

/* The sum of the first two bytes: the first byte alone is the same for half of all kanji. */
static unsigned char begin_of(cs_text text)
{
    return (unsigned char)(text.bytes[0] + (text.size > 1 ? text.bytes[1] : 0));
}

static struct begins begins_of(enum cs_measure measure)
{
    struct begins begins = {.measure = measure};
    for (size_t i = 0; i < CS_COUNT(named); i++)
        if (named[i].measure == measure)
            begins.with[begin_of(named[i].text)] = true;
    return begins;
}

/* The longest word of a measure at a place; CS_COUNT(named) if there is none. */
static size_t word_at(const struct begins *begins, cs_text sentence, cs_text at)
{
    size_t best = CS_COUNT(named);
    for (size_t i = begins->with[begin_of(at)] ? 0 : CS_COUNT(named); i < CS_COUNT(named); i++)
        if (named[i].measure == begins->measure && cs_text_starts(at, named[i].text) &&
            (best == CS_COUNT(named) || named[i].text.size > named[best].text.size) &&
            stands_alone(sentence, at, named[i].text))
            best = i;
    return best;
}

/* Moves *at to the next word of a measure; CS_COUNT(named) if there is none. */
static size_t next_word(const struct begins *begins, cs_text sentence, cs_text *at)
{
    for (; at->size; *at = cs_text_skip(*at, 1)) {
        size_t found = word_at(begins, sentence, *at);
        if (found != CS_COUNT(named))
            return found;
    }
    return CS_COUNT(named);
}

/* The value implied by the denial of another: no protection; no certification of any kind; nothing abroad, so
 * everything in Japan. 0 if there is none. */
static uint32_t named_by_denial(enum cs_measure measure, uint32_t name)
{
    if (measure == CS_MEASURE_VIRUS_PROTECTION || measure == CS_MEASURE_SERVER_CERTIFICATE)
        return 1u << THERE_IS_NOT;
    if (measure == CS_MEASURE_CERTIFICATION)
        return name == 1u << ANY_CERTIFICATION ? CS_NO_CERTIFICATION : 0;
    return measure == CS_MEASURE_COUNTRY && name == 1u << ABROAD ? 1u << HOME : 0;
}

/* True for a word in a clause of its own, where a later one only has a negation before its noun: 対策ソフトを使い、署名のない|
 * ものを検知しています. */
static bool stands_before_denial(cs_text sentence, cs_text at)
{
    cs_text rest = sentence;
    for (ptrdiff_t comma; (comma = cs_text_find(rest, CS_TEXT("、"))) >= 0;) {
        cs_text clause = {rest.bytes, (size_t)comma};
        rest = cs_text_skip(rest, clause.size + CS_TEXT("、").size);
        if (at.bytes < rest.bytes)
            return !cs_sentence_negates(clause) && cs_sentence_affirms(cs_sentence_after_negation(rest));
    }
    return false;
}

static void find_words(struct cs_scan *scan)
{
    struct begins begins = begins_of(scan->measure);
    cs_text at = scan->sentence;
    size_t found = next_word(&begins, scan->sentence, &at);
    enum cs_denial denial = found != CS_COUNT(named) ? cs_sentence_denial(scan->sentence) : CS_DENIAL_UNCLEAR;
    if (denial == CS_DENIAL_UNCLEAR && found != CS_COUNT(named) && stands_before_denial(scan->sentence, at))
        denial = CS_DENIAL_NONE;
    for (; denial != CS_DENIAL_UNCLEAR && found != CS_COUNT(named); found = next_word(&begins, scan->sentence, &at)) {
        uint32_t name = 1u << named[found].name;
        cs_text rest = cs_text_skip(at, named[found].text.size);
        if (denial == CS_DENIAL_PLAIN)
            name = named_by_denial(scan->measure, name);
        if (named[found].name != IGNORED && name)
            cs_scan_add(scan, at, rest)->named = name;
        at = rest;
    }
}

uint32_t cs_reading_named(cs_text text, enum cs_measure measure)
{
    struct begins begins = begins_of(measure);
    uint32_t set = 0;
    cs_text at = text;
    for (size_t found = next_word(&begins, text, &at); found != CS_COUNT(named);
         found = next_word(&begins, text, &at)) {
        set |= named[found].name == IGNORED ? 0 : 1u << named[found].name;
        at = cs_text_skip(at, named[found].text.size);
    }
    return set;
}

/* --- all of it --------------------------------------------------------------------------------------------------- */

/* True for a sentence about somebody else, or about the future. */
static bool is_elsewhere(const struct cs_scan *scan)
{
    for (size_t i = 0; i < CS_COUNT(apart); i++)
        if (apart[i].measure == scan->measure && cs_text_find(scan->sentence, apart[i].text) >= 0)
            return true;
    return false;
}

static bool is_near(const struct cs_scan *scan)
{
    bool is_wanted = false;
    for (size_t i = 0; i < CS_COUNT(near); i++) {
        if (near[i].measure != scan->measure)
            continue;
        is_wanted = true;
        if (cs_text_find(scan->sentence, near[i].text) >= 0)
            return true;
    }
    return !is_wanted;
}

enum cs_claim_form cs_measure_form(enum cs_measure measure)
{
    return forms[measure];
}

bool cs_measure_is_read(enum cs_measure measure)
{
    return forms[measure] != CS_FORM_NONE;
}

static void find_in_sentence(struct cs_scan *scan)
{
    switch (forms[scan->measure]) {
    case CS_FORM_NONE:
        break;
    case CS_FORM_PERIOD:
        cs_scan_each(scan, cs_take_period);
        break;
    case CS_FORM_INTERVAL:
        cs_scan_each(scan, cs_take_interval);
        break;
    case CS_FORM_NUMBER:
    case CS_FORM_PERCENT:
        cs_scan_each(scan, take_number);
        break;
    case CS_FORM_WORDS:
        find_words(scan);
        break;
    case CS_FORM_CLOCK:
        cs_scan_each(scan, cs_take_hours);
        break;
    case CS_FORM_PHONE:
        cs_scan_each(scan, cs_take_phone);
        break;
    }
}

void cs_reading_find(cs_text text, enum cs_measure measure, bool asked, struct cs_readings *readings)
{
    struct cs_scan scan = {.measure = measure, .asked = asked, .readings = readings};
    cs_text rest = text;
    for (bool first = true;; first = false) {
        scan.sentence = cs_sentence_take(&rest);
        if (scan.sentence.size == 0)
            return;
        uint32_t before = readings->count;
        bool said = asked || is_near(&scan);
        if ((said || first) && !is_elsewhere(&scan))
            find_in_sentence(&scan);
        if (!said && readings->count > before && readings->at[before].words.bytes != scan.sentence.bytes)
            readings->count = before; /* no keyword is near it, nor does the answer begin with it */
    }
}
