/* Which of what two answers state goes together, and which cannot. */
#include "check/scan.h"

/* Amounts that people take for the same: 30 days and a month, 12 months and a year. */
static bool is_same_amount(double a, double b)
{
    double larger = a > b ? a : b, smaller = a > b ? b : a;
    return larger - smaller <= larger * 0.03;
}

/* What one reading allows the other to be. */
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

static enum cs_agreement compare_amounts(const struct cs_reading *a, const struct cs_reading *b, enum cs_form form)
{
    bool same = form == CS_FORM_PERIOD || form == CS_FORM_INTERVAL
                    ? is_same_amount(a->amount, b->amount)
                    : a->amount - b->amount < 1e-9 && b->amount - a->amount < 1e-9;
    if (same)
        return CS_AGREE;
    if (a->bound == b->bound && a->bound != CS_EXACT && a->bound != CS_ABOUT)
        return CS_MORE_EXACT; /* both promises may be kept */
    if (allows(a, b) || allows(b, a))
        return CS_AGREE;
    if ((a->loose && b->amount < a->amount) || (b->loose && a->amount < b->amount))
        return CS_MORE_EXACT;
    return CS_CONFLICT;
}

/* Abroad is any country but this. */
static bool is_abroad(uint32_t set)
{
    return (set & ~(uint32_t)CS_PLACE_HOME) != 0;
}

static enum cs_agreement compare_one(const struct cs_reading *a, const struct cs_reading *b, enum cs_measure measure)
{
    if (cs_measure_form(measure) != CS_FORM_WORDS && cs_measure_form(measure) != CS_FORM_CLOCK)
        return compare_amounts(a, b, cs_measure_form(measure));
    if (a->named == b->named)
        return CS_AGREE;
    bool vague = measure == CS_MEASURE_COUNTRY && ((a->named | b->named) & CS_PLACE_ABROAD) != 0;
    return vague && is_abroad(a->named) && is_abroad(b->named) ? CS_AGREE : CS_CONFLICT;
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
    return best;
}
