/* Typed values as people write them in Japanese sheets: 99.99%以上, 12億39百万円, 約19社, 2か月以上前, 震度7. */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "checksheet/profile.h"

/* Why a text is not a value. IN_WORDS: it says that there is no single value, 契約による. */
enum cs_value_fault {
    CS_VALUE_GOOD,
    CS_VALUE_OTHER_KIND,
    CS_VALUE_OTHER_UNIT,
    CS_VALUE_NO_UNIT,
    CS_VALUE_CHECK_DIGIT,
    CS_VALUE_IN_WORDS
};

struct cs_value_wanted {
    enum cs_kind kind;
    const cs_text *units; /* the accepted ones; empty: the usual ones of the kind */
    uint32_t unit_count;
    bool none_allowed; /* なし is accepted */
};

/* Reads the value at the front of a text. The value's `written` is that part of the text, up to a blank or bracket;
 * *rest is the remaining text, trimmed. Kinds without a grammar (text, list) take the whole text. */
enum cs_value_fault cs_value_read(cs_text text, const struct cs_value_wanted *wanted, struct cs_value *value,
                                  cs_text *rest);

/* True for a percentage written without its sign that may be a share of one: 0.62, as spreadsheets keep 62%. */
bool cs_value_may_be_share(const struct cs_value *value);

/* True if a value of the wanted kind is anywhere in the text. */
bool cs_value_stands_in(cs_text text, const struct cs_value_wanted *wanted);

/* The check digit for a corporate number of 13 digits, half or full width; its first digit should equal it. Source:
 * Ministry of Finance ordinance on corporate numbers, art. 2: 9 - (sum of the 12 digits, weighted 1 2 1 2 from the
 * right, mod 9). */
int cs_corporate_check_digit(cs_text digits);

/* Reads a date as vendors write it: 2025-11-30, 2025/11/30, 2025.11.30, 令和7年11月30日, R7.11.30,
 * 30 November 2025, Nov 30, 2025. False if the text is anything else, contains more, or is not an existing day. */
bool cs_date_of_writing(cs_text text, struct cs_date *date);

/* Takes the era of 令和7年, 平成元年, R7 off the front, so that its year is next; the western year before the era's first,
 * 2018 for 令和. 0, and nothing taken, where there is none. */
int cs_take_era(cs_text *rest);

#endif
