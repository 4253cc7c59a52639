/* What an answer states of a measure, and where in its file. */
#ifndef CHECK_CLAIMS_STATEMENT_H
#define CHECK_CLAIMS_STATEMENT_H

#include "check/claims/reading.h"

struct cs_statement {
    const struct cs_profile *profile; /* the profile whose file contains the answer */
    const struct cs_catalog *catalog;
    const struct cs_item *item;
    const struct cs_answer *answer; /* or the part of one for a product */
    struct cs_readings readings;    /* empty if it states nothing */
};

/* Reasons why two answers may differ without contradiction; SAME: there is none. */
enum cs_scope { CS_SCOPE_SAME, CS_SCOPE_SERVICE, CS_SCOPE_PRODUCT, CS_SCOPE_PARTY, CS_SCOPE_AUDIENCE };

/* An answer as a statement that is not read yet. An inherited answer belongs to the profile that it was inherited
 * from. */
struct cs_statement cs_statement_of(const struct cs_profile *profile, const struct cs_answers *sheet,
                                    const struct cs_answer *answer);

/* Reads what it states of a measure: first the value, then the detail and the remarks, and what the mark alone
 * implies. */
void cs_statement_read(struct cs_statement *statement, enum cs_measure measure);

/* True if it states that there is none of what the question asks for. */
bool cs_statement_is_none(const struct cs_statement *statement);

/* Adds the period covered by a backup's generations to its retention: 毎日, 7世代 are about seven days. */
void cs_statement_add_reach(struct cs_statement *statement);

/* The place implied by a mere yes or no, if the question names one; 0 if none. */
uint32_t cs_statement_place_asked(const struct cs_statement *statement);

/* The place of words of the answer; if they come from a fact and cannot be located, that of its number. */
struct cs_span cs_statement_place(const struct cs_statement *statement, cs_text words);

/* True if both are the same answer, even if it was read twice. */
bool cs_statement_is(const struct cs_statement *a, const struct cs_statement *b);

/* True if both are parts of one answer for two products, which may differ. */
bool cs_statement_are_parts(const struct cs_statement *a, const struct cs_statement *b);

/* Records that two answers were compared: allowances for their contradiction could have matched. */
void cs_statement_met(const struct cs_statement *a, const struct cs_statement *b);
void cs_allowances_met(const struct cs_allowances *allows);

enum cs_scope cs_statement_scope(struct cs_job *job, const struct cs_statement *a, const struct cs_statement *b);

/* METI 10-2「国内」, with the words in quotation marks; lives as long as the job. */
cs_text cs_statement_text(struct cs_job *job, const struct cs_statement *statement, cs_text words);

/* acme.yaml:12:8; lives as long as the job. */
cs_text cs_place_text(struct cs_job *job, struct cs_span span);

#endif
