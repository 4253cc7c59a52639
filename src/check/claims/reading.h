/* Values in the words of an answer: what is stated of a measure, with the very words it is stated by.
 *
 * The tables of measures.def say where to look. What cannot be read for certain is not read: a value that is missed is
 * only not compared, one that is made up would be a false alarm. */
#ifndef CHECK_CLAIMS_READING_H
#define CHECK_CLAIMS_READING_H

#include "checksheet/profile.h"

struct cs_reading {
    cs_text words;       /* as written: a view into the text that was read */
    enum cs_bound bound; /* of the amount */
    bool loose;          /* 毎日: at least so often, without saying so */
    double amount;       /* hours of a period or an interval; a count; per cent; 0 of no amount */
    uint32_t named;      /* a set: what words name, or times of the day */
};

enum { CS_MOST_READINGS = 6 };

struct cs_readings {
    struct cs_reading at[CS_MOST_READINGS];
    uint32_t count;
};

/* How two statements go together: they agree, one is only more exact, or they cannot both hold. */
enum cs_agreement { CS_AGREE, CS_MORE_EXACT, CS_CONFLICT };

/* True for a measure that can be read out of words. */
bool cs_measure_is_read(enum cs_measure measure);

/* Adds what a text states of a measure. `asked`: the question asks for this value and no other, so no word need stand by. */
void cs_reading_find(cs_text text, enum cs_measure measure, bool asked, struct cs_readings *readings);

/* What the words of a measure name in a text, negated or not: for questions. 0: nothing. */
uint32_t cs_reading_named(cs_text text, enum cs_measure measure);

/* The names of places, for what follows from a question. */
enum { CS_PLACE_HOME = 1u << 1, CS_PLACE_ABROAD = 1u << 5 };

/* The name of what a no alone says of certification. */
enum { CS_NO_CERTIFICATION = 1u << 1 };

/* Compares all that two answers state: they conflict where nothing that one states agrees with anything of the other. The
 * first two that do not agree are then *a and *b. */
enum cs_agreement cs_readings_compare(const struct cs_readings *left, const struct cs_readings *right,
                                      enum cs_measure measure, const struct cs_reading **a,
                                      const struct cs_reading **b);

#endif
