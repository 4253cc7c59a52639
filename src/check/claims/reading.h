/* Values in the words of an answer: what is stated of a measure, with the words that state it.
 *
 * The tables of measures.def specify what to search for. An uncertain value is skipped: a value that is missed is
 * merely not compared, one that is misread would be a false alarm. */
#ifndef CHECK_CLAIMS_READING_H
#define CHECK_CLAIMS_READING_H

#include "checksheet/profile.h"

struct cs_reading {
    cs_text words;       /* a view into the text that was read */
    enum cs_bound bound; /* of the amount */
    bool loose;          /* 毎日: at least as often, without saying so */
    double amount;       /* hours of a period or an interval; a count; percent; 0 if there is none */
    uint32_t named;      /* a set: values that words name, or times of the day */
};

enum { CS_MOST_READINGS = 6 };

struct cs_readings {
    struct cs_reading at[CS_MOST_READINGS];
    uint32_t count;
};

/* The relation of two statements: they agree, one is more precise, or they contradict each other. */
enum cs_agreement { CS_AGREE, CS_MORE_EXACT, CS_CONFLICT };

/* True for a measure that can be read from words. */
bool cs_measure_is_read(enum cs_measure measure);

/* Adds what a text states of a measure. `asked`: the question asks for exactly this value, so no keyword is needed. */
void cs_reading_find(cs_text text, enum cs_measure measure, bool asked, struct cs_readings *readings);

/* The values of a measure named in a text, negated or not: for questions. 0 if there are none. */
uint32_t cs_reading_named(cs_text text, enum cs_measure measure);

/* Names of places, for what a question implies. */
enum { CS_PLACE_HOME = 1u << 1, CS_PLACE_ABROAD = 1u << 5 };

/* The name of what a mere no means for certification. */
enum { CS_NO_CERTIFICATION = 1u << 1 };

/* Compares everything that two answers state: they conflict if no statement of the one agrees with any of the other.
 * *a and *b are then the first two that do not agree. */
enum cs_agreement cs_readings_compare(const struct cs_readings *left, const struct cs_readings *right,
                                      enum cs_measure measure, const struct cs_reading **a,
                                      const struct cs_reading **b);

#endif
