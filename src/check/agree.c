/* Comparing what two answers state: agreement or conflict. */
#include "check/claims/scan.h"

/* True for amounts that people treat as equal: 30 days and a month, 12 months and a year. */
static bool is_same_amount(double a, double b)
{
    double larger = a > b ? a : b, smaller = a > b ? b : a;
    return larger - smaller <= larger * 0.03;
}

/* True if the bound of one reading includes the other. */
static bool allows(const struct cs_reading *bound, const struct cs_reading *other)
{
    switch (bound->bound) {
    case CS_EXACT:
        return false;
    case CS_ABOUT:
        return other->amount <= bound->amount * 1.2 && other->amount >= bound->amount * 0.8;
    case CS_AT_LEAST:
        return other->amount >= bound->amount && other->bound != CS_AT_MOST;
    case CS_AT_MOST:
        return other->amount <= bound->amount && other->bound != CS_AT_LEAST;
    }
    return false;
}

static bool is_limit(enum cs_measure measure)
{
    static const bool limits[CS_MEASURES] = {
#define CS_LIMIT(measure) [CS_MEASURE_##measure] = true,
#include "check/claims/measures.def"
    };
    return limits[measure];
}

static enum cs_agreement compare_amounts(const struct cs_reading *a, const struct cs_reading *b,
                                         enum cs_measure measure)
{
    enum cs_claim_form form = cs_measure_form(measure);
    bool same = form == CS_FORM_PERIOD || form == CS_FORM_INTERVAL
                    ? is_same_amount(a->amount, b->amount)
                    : a->amount - b->amount < 1e-9 && b->amount - a->amount < 1e-9;
    if (same)
        return CS_AGREE;
    if (a->bound == b->bound && a->bound != CS_EXACT && a->bound != CS_ABOUT)
        return is_limit(measure) ? CS_CONFLICT : CS_MORE_EXACT; /* both promises may be kept */
    if (allows(a, b) || allows(b, a))
        return is_limit(measure) ? CS_MORE_EXACT : CS_AGREE;
    bool is_one_loose = a->loose != b->loose; /* 毎日 with 6時間ごと, but not 毎日 with 毎週 */
    if (is_one_loose && (a->loose ? b->amount < a->amount : a->amount < b->amount))
        return CS_MORE_EXACT;
    return CS_CONFLICT;
}

/* True for any set of countries other than Japan. */
static bool is_abroad(uint32_t set)
{
    return (set & ~(uint32_t)CS_PLACE_HOME) != 0;
}

/* Two numbers may belong to two desks; those that differ in a digit or two are one that was mistyped. */
static enum cs_agreement compare_phones(double a, double b)
{
    enum { SLIPS = 2 };
    unsigned others = 0;
    for (uint64_t x = (uint64_t)a, y = (uint64_t)b; x || y; x /= 10, y /= 10)
        others += x % 10 != y % 10;
    return others && others <= SLIPS ? CS_CONFLICT : CS_AGREE;
}

/* An answer may name some of the certifications and another the others; but "none" contradicts any. */
static enum cs_agreement compare_certifications(uint32_t a, uint32_t b)
{
    bool none_a = !a || a == CS_NO_CERTIFICATION, none_b = !b || b == CS_NO_CERTIFICATION;
    return none_a == none_b ? CS_AGREE : CS_CONFLICT;
}

static enum cs_agreement compare_words(const struct cs_reading *a, const struct cs_reading *b, enum cs_measure measure)
{
    if (a->named == b->named)
        return CS_AGREE;
    if (measure == CS_MEASURE_CERTIFICATION)
        return compare_certifications(a->named, b->named);
    bool vague = measure == CS_MEASURE_COUNTRY && ((a->named | b->named) & CS_PLACE_ABROAD) != 0;
    return vague && is_abroad(a->named) && is_abroad(b->named) ? CS_AGREE : CS_CONFLICT;
}

static enum cs_agreement compare_one(const struct cs_reading *a, const struct cs_reading *b, enum cs_measure measure)
{
    switch (cs_measure_form(measure)) {
    case CS_FORM_NONE:
        break;
    case CS_FORM_PERIOD:
    case CS_FORM_INTERVAL:
    case CS_FORM_NUMBER:
    case CS_FORM_PERCENT:
        return compare_amounts(a, b, measure);
    case CS_FORM_WORDS:
    case CS_FORM_CLOCK:
        return compare_words(a, b, measure);
    case CS_FORM_PHONE:
        return compare_phones(a->amount, b->amount);
    }
    return CS_AGREE;
}

/* The hours from the earliest to the latest that is named. */
static uint32_t envelope_of(const struct cs_readings *readings)
{
    uint32_t begins = UINT16_MAX, ends = 0;
    for (uint32_t i = 0; i < readings->count; i++) {
        uint32_t from = readings->at[i].named >> 16, until = readings->at[i].named & 0xffff;
        begins = from < begins ? from : begins;
        ends = until > ends ? until : ends;
    }
    return begins << 16 | ends;
}

enum cs_agreement cs_readings_compare(const struct cs_readings *left, const struct cs_readings *right,
                                      enum cs_measure measure, const struct cs_reading **a, const struct cs_reading **b)
{
    enum cs_agreement best = CS_CONFLICT;
    *a = left->at;
    *b = right->at;
    for (uint32_t i = 0; i < left->count; i++)
        for (uint32_t k = 0; k < right->count; k++) {
            enum cs_agreement agreement = compare_one(&left->at[i], &right->at[k], measure);
            if (agreement >= best)
                continue;
            best = agreement;
            *a = &left->at[i];
            *b = &right->at[k];
        }
    bool only_pauses = cs_measure_form(measure) == CS_FORM_CLOCK && envelope_of(left) == envelope_of(right);
    return best == CS_CONFLICT && only_pauses ? CS_MORE_EXACT : best;
}
