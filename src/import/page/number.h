/* Numbers of items as people and spreadsheets write them: 6-8, No.6.8, Q６−８, METI 6-8, and 6月8日, which was 6-8
 * before a spreadsheet took it for a date. */
#ifndef IMPORT_NUMBER_H
#define IMPORT_NUMBER_H

#include "base/job.h"
#include "checksheet/profile.h"

struct cs_number {
    cs_text text; /* without prefix and closing signs: 6-8; empty when the cell does not begin with a number */
    cs_text id;   /* for comparing: 06-8 and 6.8 are both 6.8 */
    uint32_t parts;
    cs_text catalog;     /* METI of METI 6-8; empty if none */
    cs_text rest;        /* what stands behind it, folded */
    bool apart;          /* ... with a sign or space between */
    struct cs_date date; /* of a number that was taken for a date; year 0 when the cell has none, month 0 if no date */
};

/* Reads the number at the front of a cell. False when there is none, and no date either. */
bool cs_number_read(struct cs_job *job, cs_text cell, struct cs_number *number);

/* The same for a cell of a column of numbers: any short text is one there, PAP-01, 5.1.1 (a), 別紙1-1, 第1条. */
bool cs_number_read_cell(struct cs_job *job, cs_text cell, struct cs_number *number);

/* The number that a spreadsheet took for a date, of which the cell is left: 6-1 of 6月1日, 6-31 of Jun-31. */
cs_text cs_number_date(struct cs_job *job, cs_text cell, struct cs_date date);

/* True for what looks like an id and like nothing else: PAP-01, A&A-01.1, r-001. */
bool cs_number_is_id(cs_text cell);

/* What stands behind the number, as the cell has it, unfolded. */
cs_text cs_number_rest(struct cs_job *job, cs_text cell, const struct cs_number *number);

/* True when nothing but a number stands in the cell. */
bool cs_number_is_whole(const struct cs_number *number);

/* The id for comparing of a number in its text form; it lives as long as the job. */
cs_text cs_number_id(struct cs_job *job, cs_text text);

/* The last part of an id: 8 of 6.8. -1 when that is no number below a million. */
long cs_number_last(cs_text id);

#endif
