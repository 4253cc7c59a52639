/* What one answer states of a measure, and where in its file it does so. */
#ifndef CHECK_CLAIMS_STATEMENT_H
#define CHECK_CLAIMS_STATEMENT_H

#include "check/claims/reading.h"

struct cs_statement {
    const struct cs_profile *profile; /* whose file the answer stands in */
    const struct cs_catalog *catalog;
    const struct cs_item *item;
    const struct cs_answer *answer; /* or what it says of one product */
    struct cs_readings readings;    /* none: it states nothing */
};

/* Why two answers may differ without contradicting each other; SAME: there is no such reason. */
enum cs_scope { CS_SCOPE_SAME, CS_SCOPE_SERVICE, CS_SCOPE_PRODUCT, CS_SCOPE_PARTY, CS_SCOPE_AUDIENCE };

/* The answer as a statement that has not been read yet. An answer taken over belongs to the profile that it was taken
 * from. */
struct cs_statement cs_statement_of(const struct cs_profile *profile, const struct cs_answers *sheet,
                                    const struct cs_answer *answer);

/* Reads what it states of a measure: the value first, then the detail and the remarks, and what the mark alone says. */
void cs_statement_read(struct cs_statement *statement, enum cs_measure measure);

/* True when it states that there is none of what its question asks for. */
bool cs_statement_is_none(const struct cs_statement *statement);

/* Adds to a backup's retention what its generations come to: 毎日, 7世代 reach back about seven days. */
void cs_statement_add_reach(struct cs_statement *statement);

/* The place that yes or no alone names, where the question names one; 0 if none. */
uint32_t cs_statement_place_asked(const struct cs_statement *statement);

/* Where words of the answer stand; where that is not to be told, because they come from a fact, its number. */
struct cs_span cs_statement_place(const struct cs_statement *statement, cs_text words);

/* True when both are the same answer, though they may have been read twice. */
bool cs_statement_is(const struct cs_statement *a, const struct cs_statement *b);

/* True when both are what one answer says of two products, which is why they differ. */
bool cs_statement_are_parts(const struct cs_statement *a, const struct cs_statement *b);

/* Remembers that two answers were held against each other: what they allow could then be found. */
void cs_statement_met(const struct cs_statement *a, const struct cs_statement *b);
void cs_allowances_met(const struct cs_allowances *allows);

enum cs_scope cs_statement_scope(struct cs_job *job, const struct cs_statement *a, const struct cs_statement *b);

/* METI 10-2「国内」, with the words in quotation marks; the text lives as long as the job. */
cs_text cs_statement_text(struct cs_job *job, const struct cs_statement *statement, cs_text words);

/* acme.yaml:12:8; the text lives as long as the job. */
cs_text cs_place_text(struct cs_job *job, struct cs_span span);

#endif
