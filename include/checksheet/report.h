/* Findings as text, for people and for editors. */
#ifndef CHECKSHEET_REPORT_H
#define CHECKSHEET_REPORT_H

#include "checksheet/diag.h"
#include "checksheet/job.h"

struct cs_report_options {
    bool brief;         /* one line for each finding: file:line:col: error: message [rule] */
    bool color;         /* escape sequences for a terminal */
    unsigned ambiguous; /* width of characters such as ○: 1 or 2 */
    uint32_t columns;   /* width of a line; 0: nothing is cut */
};

/* Writes the findings about one file (all files if NULL), each with its lines of the file, a caret and the hint. */
void cs_report_write(struct cs_job *job, const struct cs_source *source, const struct cs_report_options *options,
                     struct cs_buf *out);

/* Writes the first line of a finding at a place: file:line:col: error: message [rule]. */
void cs_report_line(const struct cs_finding *finding, struct cs_place place, bool color, struct cs_buf *out);

#endif
