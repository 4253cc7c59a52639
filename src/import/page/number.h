/* Numbers of items as people and spreadsheets write them: 6-8, No.6.8, Q６−８, METI 6-8, and 6月8日, which was 6-8
 * before a spreadsheet took it for a date. */
#ifndef IMPORT_NUMBER_H
#define IMPORT_NUMBER_H

#include "base/job.h"
#include "checksheet/profile.h"

struct cs_number {
    cs_text text; /* without prefix and closing signs: 6-8; empty if the cell does not begin with a number */
    cs_text id;   /* normalized for comparison: 06-8 and 6.8 are both 6.8 */
    uint32_t parts;
    cs_text catalog;     /* METI in METI 6-8; empty if none */
    cs_text rest;        /* the text after the number, folded */
    bool apart;          /* ... separated from it by a sign or space */
    struct cs_date date; /* of a number that was taken for a date; year 0 if the cell has none, month 0 if no date */
};

/* Reads the number at the front of a cell. False when there is none, and no date either. */
bool cs_number_read(struct cs_job *job, cs_text cell, struct cs_number *number);

/* The same for a cell in a column of numbers, where any short text is a number: PAP-01, 5.1.1 (a), 別紙1-1, 第1条. */
bool cs_number_read_cell(struct cs_job *job, cs_text cell, struct cs_number *number);

/* The number that a spreadsheet turned into the date in the cell: 6-1 for 6月1日, 6-31 for Jun-31. */
cs_text cs_number_date(struct cs_job *job, cs_text cell, struct cs_date date);

/* True for a text that can only be an id: PAP-01, A&A-01.1, r-001. */
bool cs_number_is_id(cs_text cell);

/* The text after the number, unfolded as in the cell. */
cs_text cs_number_rest(struct cs_job *job, cs_text cell, const struct cs_number *number);

/* True if the cell holds nothing but the number. */
bool cs_number_is_whole(const struct cs_number *number);

/* The normalized id of a number's text; lives as long as the job. */
cs_text cs_number_id(struct cs_job *job, cs_text text);

/* The last part of an id: 8 for 6.8; -1 if it is no number below a million. */
long cs_number_last(cs_text id);

#endif
