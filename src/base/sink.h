/* What a job knows of its findings: the inside of diag.c, allow.c and report.c. */
#ifndef BASE_SINK_H
#define BASE_SINK_H

#include "base/job.h"
#include "checksheet/diag.h"

/* How many findings of a rule are kept of one line: a file of one line may have a million. */
enum { CS_MOST_IN_LINE = 200 };

/* What was found beyond that. */
struct cs_more {
    uint32_t count;
    cs_text message; /* of the last one kept, without the count */
};

/* The line in which a rule was broken last, and how often. */
struct cs_line_count {
    const struct cs_source *source;
    uint32_t line, count;
    struct cs_more *more;
};

struct cs_sink {
    enum cs_severity severity[CS_RULES]; /* in force for this run */
    bool is_chosen[CS_RULES];            /* by cs_job_set_severity: that goes before what a check would have */
    struct cs_line_count lines[CS_RULES];
    uint32_t faults; /* reported so far that are errors by default, whatever their level now */

    struct cs_finding *findings;
    uint32_t finding_count, finding_room, reported; /* reported: also those that were dropped as doubles */
    uint32_t part; /* of work that jobs share, while one is done: findings at one place stand in the order of parts */
    uint32_t severity_count[CS_SEVERITIES];
    bool met;     /* each finding that may be allowed was held against what is allowed */
    bool settled; /* the findings are in order, each once, and those that are allowed stand among `allowed` */

    struct cs_finding *allowed;
    uint32_t allowed_count, allowed_room;
    struct cs_allowance **allowances;
    uint32_t allowance_count, allowance_room;
};

/* Each rule at its default level. */
void cs_sink_begin(struct cs_sink *sink);

/* The levels of rules that another run was given. */
void cs_sink_begin_as(struct cs_sink *sink, const struct cs_sink *other);

/* Room for one more finding, which is in the list once `finding_count` says so. */
struct cs_finding *cs_sink_next(struct cs_job *job);

/* Reports a finding that another job has made; its texts live as long as this one. */
void cs_report_again(struct cs_job *job, const struct cs_finding *finding);

/* Takes over the findings of another job, whose memory is this one's already, as if reported now; and what allows them. */
void cs_take_findings(struct cs_job *job, const struct cs_job *from);

/* Moves what is allowed from the findings, which are sorted, to the end of the allowed ones. */
void cs_allow(struct cs_job *job);

#endif
