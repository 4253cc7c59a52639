/* A job's findings: internals of diag.c, allow.c and report.c. */
#ifndef BASE_SINK_H
#define BASE_SINK_H

#include "base/job.h"
#include "checksheet/diag.h"
#include "checksheet/rules.h"

/* The maximum number of findings kept of a rule in one line: a file of one line may have a million. */
enum { CS_MOST_IN_LINE = 200 };

/* The findings above that limit. */
struct cs_more {
    uint32_t count;
    cs_text message; /* of the last one kept, without the count */
};

/* The last line with a finding of a rule, and their number. */
struct cs_line_count {
    const struct cs_source *source;
    uint32_t line, count;
    struct cs_more *more;
};

struct cs_sink {
    enum cs_severity severity[CS_RULES]; /* in this run */
    bool is_chosen[CS_RULES];            /* by cs_job_set_severity, which precedes the choice of a check */
    struct cs_line_count lines[CS_RULES];
    uint32_t faults; /* findings so far that are errors by default, whatever their severity now */
    uint32_t errors; /* errors so far, including allowed ones and duplicates */

    struct cs_finding *findings;
    uint32_t finding_count, finding_room, reported; /* reported: including dropped duplicates */
    uint32_t part; /* the current part of the work that jobs share: findings at one place are sorted by part */
    uint32_t severity_count[CS_SEVERITIES];
    bool met;     /* all findings have been matched with the allowances */
    bool settled; /* the findings are sorted, without duplicates, and allowed ones have been moved to `allowed` */

    struct cs_finding *allowed;
    uint32_t allowed_count, allowed_room;
    struct cs_allowance **allowances;
    uint32_t allowance_count, allowance_room;
};

/* Sets each rule to its default severity. */
void cs_sink_begin(struct cs_sink *sink);

/* Copies the severities of another run. */
void cs_sink_begin_as(struct cs_sink *sink, const struct cs_sink *other);

/* Memory for the next finding, which is in the list once `finding_count` is increased. */
struct cs_finding *cs_sink_next(struct cs_job *job);

/* Reports a finding of another job; its texts must live as long as this one. */
void cs_report_again(struct cs_job *job, const struct cs_finding *finding);

/* Takes over the findings of another job, whose memory this one owns already, as if reported now, and the allowances. */
void cs_take_findings(struct cs_job *job, const struct cs_job *from);

/* Moves allowed findings from the sorted findings to the end of the allowed ones. */
void cs_allow(struct cs_job *job);

#endif
