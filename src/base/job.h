/* The inside of a job, for the library's own rooms. */
#ifndef BASE_JOB_H
#define BASE_JOB_H

#include "base/arena.h"
#include "base/unicode.h"
#include "checksheet/diag.h"
#include "checksheet/job.h"
#include "checksheet/source.h"

struct cs_job {
    struct cs_arena arena;
    enum cs_language language;
    struct cs_widths widths[2]; /* by cells of ambiguous characters less one; made when first asked for */

    enum cs_severity severity[CS_RULES]; /* in force for this run */
    bool is_chosen[CS_RULES];            /* by cs_job_set_severity: that goes before what a check would have */
    uint32_t faults;                     /* reported so far that are errors by default, whatever their level now */
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
    uint32_t looks; /* at words that may have been meant, in the file that is being loaded; there is an end to them */
};

/* Takes over the findings of another job, whose memory is this one's already, as if reported now; and what allows them. */
void cs_take_findings(struct cs_job *job, const struct cs_job *from);

/* Where in findings that are sorted those about the file of a path begin that stand at an offset or behind it. */
uint32_t cs_findings_from(const struct cs_finding *findings, uint32_t count, cs_text path, uint32_t offset);

/* Makes sure that what is allowed has met all findings: `used` is then true for what has. */
void cs_meet_allowances(struct cs_job *job);

/* Moves what is allowed from the findings, which are sorted, to the end of the allowed ones. */
void cs_allow(struct cs_job *job);

/* What the system says of an errno; in a thread of many, too. */
cs_text cs_system_words(struct cs_job *job, int reason);

/* The widths of characters, with ambiguous ones 1 or 2 cells wide; looked up once a job. */
struct cs_widths *cs_job_widths(struct cs_job *job, unsigned ambiguous);

#endif
