/* Records of a period that has long been over when the sheet is given out: 過去1年間 (2020年5月～2021年4月). */
#ifndef CHECK_CLAIMS_PERIODS_H
#define CHECK_CLAIMS_PERIODS_H

#include "check/claims/statement.h"

struct cs_record;

/* What was met in the answers of a sheet. Begin with all zero but the job. */
struct cs_periods {
    struct cs_job *job;
    struct cs_record *records;
    uint32_t count, room;
    struct cs_date newest; /* of the dates that something is said to be as of: 2023年12月現在 */
};

/* Takes in what stands around a word in a text of an answer: 過去 or 年度 of a record; 現在 of a date. */
void cs_periods_meet(struct cs_periods *periods, const struct cs_statement *statement, cs_text text, size_t at);

/* Takes in all that an answer states a period of, to a question that asks for a record and its period. */
void cs_periods_meet_asked(struct cs_periods *periods, const struct cs_statement *statement, cs_text text);

/* Reports the records that ended more than a year before the sheet: its date, or the newest it speaks of, or today. */
void cs_periods_check(struct cs_periods *periods, struct cs_date disclosed, struct cs_date today);

#endif
