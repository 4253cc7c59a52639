/* Records of a period that ended long before the sheet was issued: 過去1年間 (2020年5月～2021年4月). */
#ifndef CHECK_CLAIMS_PERIODS_H
#define CHECK_CLAIMS_PERIODS_H

#include "check/claims/statement.h"

struct cs_period;

/* What was found in the answers of a sheet. Set the job, and everything else to zero. */
struct cs_periods {
    struct cs_job *job;
    struct cs_period *records;
    uint32_t count, room;
    struct cs_date newest; /* the latest date that something is stated as of: 2023年12月現在 */
};

/* Reads the text around a word of an answer: 過去 or 年度 for a record; 現在 for a date. */
void cs_periods_meet(struct cs_periods *periods, const struct cs_statement *statement, cs_text text, size_t at);

/* Reads all periods in an answer to a question that asks for a record and its period. */
void cs_periods_meet_asked(struct cs_periods *periods, const struct cs_statement *statement, cs_text text);

/* Reports the records that ended more than a year before the sheet: its date, or the latest date in it, or today. */
void cs_periods_check(struct cs_periods *periods, struct cs_date disclosed, struct cs_date today);

#endif
