/* Dates and counts of a profile. */
#include "checksheet/profile.h"
#include "base/ascii.h"

const struct cs_answers *cs_profile_answers(const struct cs_profile *profile, cs_text catalog_id)
{
    for (uint32_t i = 0; i < profile->sheet_count; i++)
        if (catalog_id.size == 0 || cs_text_equal(profile->sheets[i].catalog->id, catalog_id))
            return &profile->sheets[i];
    return NULL;
}

bool cs_answer_is_unclear(const struct cs_profile *profile, const struct cs_answers *answers, uint32_t item)
{
    for (const struct cs_profile *at = profile; at; at = at->extends) {
        const struct cs_answers *there = cs_profile_answers(at, answers->catalog->id);
        bool is_in_it = at == profile || at->source == answers->by_item[item].key.source;
        if (is_in_it && there && there->edition.size)
            return false;
    }
    return true;
}

bool cs_profile_has_product(const struct cs_profile *profile, cs_text product)
{
    for (uint32_t i = 0; i < profile->product_count; i++)
        if (cs_text_equal(profile->products[i], product))
            return true;
    return false;
}

enum cs_state cs_parts_state(const struct cs_answer *parts, uint32_t count)
{
    uint32_t found = 0; /* states found, as a bit set */
    for (uint32_t i = 0; i < count; i++)
        found |= 1u << parts[i].state;
    if (count == 0 || found >> CS_STATE_NONE & 1)
        return CS_STATE_NONE; /* one is open, so all are */
    for (int state = CS_STATE_NONE + 1; state < CS_STATES; state++)
        if ((found | 1u << CS_STATE_NA) == (1u << state | 1u << CS_STATE_NA))
            return (enum cs_state)state;
    if (found & (1u << CS_STATE_OK | 1u << CS_STATE_PART))
        return CS_STATE_PART;
    return found & (1u << CS_STATE_NG | 1u << CS_STATE_PLAN) ? CS_STATE_NG : CS_STATE_FREE_TEXT;
}

bool cs_answer_allows(const struct cs_answer *answer, cs_rule rule)
{
    for (uint32_t i = 0; i < answer->allows.count; i++)
        if (answer->allows.at[i].rule == rule)
            return true;
    return false;
}

static const cs_text audiences[] = {CS_LITERAL("public"), CS_LITERAL("nda"), CS_LITERAL("internal")};

cs_text cs_audience_word(enum cs_audience audience)
{
    return audiences[audience];
}

bool cs_audience_of_word(cs_text word, enum cs_audience *audience)
{
    for (int i = 0; i < CS_AUDIENCES; i++)
        if (cs_text_equal(audiences[i], word)) {
            *audience = (enum cs_audience)i;
            return true;
        }
    return false;
}

int cs_date_compare(struct cs_date a, struct cs_date b)
{
    int32_t x = a.year * 512 + a.month * 32 + a.day;
    int32_t y = b.year * 512 + b.month * 32 + b.day;
    return (x > y) - (x < y);
}

/* Years begin in March, so that the leap day is the last of its year (Howard Hinnant, "chrono-compatible low-level
 * date algorithms"). */
int32_t cs_date_days(struct cs_date date)
{
    int32_t year = date.month > 2 ? date.year : date.year - 1;
    int32_t month = (date.month + 9) % 12;
    int32_t era = year / 400, of_era = year % 400;
    int32_t of_year = (153 * month + 2) / 5 + date.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

struct cs_date cs_date_of_days(int32_t days)
{
    days += 719468;
    int32_t era = days / 146097, of_era = days % 146097;
    int32_t year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int32_t of_year = of_era - (365 * year + year / 4 - year / 100);
    int32_t month = (5 * of_year + 2) / 153;
    struct cs_date date = {.day = (int8_t)(of_year - (153 * month + 2) / 5 + 1)};
    date.month = (int8_t)(month < 10 ? month + 3 : month - 9);
    date.year = (int16_t)(year + era * 400 + (date.month <= 2));
    return date;
}

bool cs_date_exists(struct cs_date date)
{
    static const int8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.year < 1 || date.month < 1 || date.month > 12 || date.day < 1)
        return false;
    bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    return date.day <= days[date.month - 1] + (leap && date.month == 2);
}

/* Takes exactly `count` digits; -1 if there are fewer. */
static int take_digits(cs_text *rest, size_t count)
{
    int number = 0;
    for (size_t i = 0; i < count; i++) {
        if (i >= rest->size || !cs_is_digit(rest->bytes[i]))
            return -1;
        number = number * 10 + (rest->bytes[i] - '0');
    }
    *rest = cs_text_skip(*rest, count);
    return number;
}

static bool take_dash(cs_text *rest)
{
    bool found = cs_text_starts(*rest, CS_TEXT("-"));
    *rest = cs_text_skip(*rest, 1);
    return found;
}

bool cs_date_of_text(cs_text text, struct cs_date *date)
{
    int year = take_digits(&text, 4);
    int month = year >= 0 && take_dash(&text) ? take_digits(&text, 2) : -1;
    int day = month >= 0 && take_dash(&text) ? take_digits(&text, 2) : -1;
    *date = (struct cs_date){0};
    if (day < 0 || text.size)
        return false;
    *date = (struct cs_date){(int16_t)year, (int8_t)month, (int8_t)day};
    return cs_date_exists(*date);
}

cs_text cs_month_name(int month)
{
    static const cs_text names[] = {CS_LITERAL("January"), CS_LITERAL("February"), CS_LITERAL("March"),
                                    CS_LITERAL("April"),   CS_LITERAL("May"),      CS_LITERAL("June"),
                                    CS_LITERAL("July"),    CS_LITERAL("August"),   CS_LITERAL("September"),
                                    CS_LITERAL("October"), CS_LITERAL("November"), CS_LITERAL("December")};
    return names[month - 1];
}

bool cs_answers_ask(const struct cs_answers *answers, const struct cs_item *item)
{
    uint32_t gate = item->gate.size ? cs_catalog_find(answers->catalog, item->gate, CS_NO_ITEM) : CS_NO_ITEM;
    if (gate == CS_NO_ITEM || answers->by_item[gate].state == CS_STATE_NONE ||
        answers->by_item[gate].state == CS_STATE_NDA)
        return true; /* not known yet, or not knowable */
    return answers->by_item[gate].state == item->gate_state;
}

void cs_answers_count(const struct cs_answers *answers, uint32_t first, uint32_t end, uint32_t counts[CS_STATES])
{
    for (int state = 0; state < CS_STATES; state++)
        counts[state] = 0;
    for (uint32_t i = first; i < end; i++) {
        enum cs_state state = answers->by_item[i].state;
        if (state == CS_STATE_NONE && !cs_answers_ask(answers, &answers->catalog->items[i]))
            state = CS_STATE_NA;
        counts[state]++;
    }
}
