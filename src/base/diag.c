/* The findings of a job: their severities, and reading them in order. */
#include "base/base.h"
#include "base/finding.h"
#include "base/report.h"
#include "base/sink.h"
#include "checksheet/rules.h"

#include <string.h>

void cs_sink_begin(struct cs_sink *sink)
{
    for (int rule = 0; rule < CS_RULES; rule++)
        sink->severity[rule] = cs_rule_severity((cs_rule)rule);
}

void cs_sink_begin_as(struct cs_sink *sink, const struct cs_sink *other)
{
    memcpy(sink->severity, other->severity, sizeof sink->severity);
    memcpy(sink->is_chosen, other->is_chosen, sizeof sink->is_chosen);
}

struct cs_finding *cs_sink_next(struct cs_job *job)
{
    struct cs_sink *sink = job->sink;
    sink->findings =
        cs_grow(&job->arena, sink->findings, sink->finding_count, &sink->finding_room, sizeof *sink->findings);
    return &sink->findings[sink->finding_count];
}

bool cs_job_set_severity(struct cs_job *job, cs_rule rule, enum cs_severity severity)
{
    if (cs_rule_is_fixed(rule) && severity != CS_ERROR)
        return false;
    job->sink->severity[rule] = severity;
    job->sink->is_chosen[rule] = true;
    return true;
}

enum cs_severity cs_job_severity(const struct cs_job *job, cs_rule rule)
{
    return job->sink->severity[rule];
}

void cs_job_raise(struct cs_job *job, cs_rule rule)
{
    if (!job->sink->is_chosen[rule])
        job->sink->severity[rule] = CS_ERROR;
}

uint32_t cs_job_faults(const struct cs_job *job)
{
    return job->sink->faults;
}

void cs_job_set_part(struct cs_job *job, uint32_t part)
{
    job->sink->part = part;
    memset(job->sink->lines, 0, sizeof job->sink->lines); /* a part may be done by any job, with the same result */
}

uint32_t cs_job_errors(const struct cs_job *job)
{
    return job->sink->errors;
}

/* The message of the last finding kept for a line, with the number of further ones. */
static cs_text message_of_more(struct cs_job *job, const struct cs_more *more)
{
    static const cs_text words[CS_LANGUAGES] = {CS_LITERAL(" (この行に同じ種類のものがほかに {1} 件)"),
                                                CS_LITERAL(" (and {1} more of this kind in this line)")};
    struct cs_buf text = {0}, number = {0};
    cs_buf_print(&number, "%u", (unsigned)more->count);
    cs_buf_add(&text, more->message);
    cs_buf_fill(&text, words[job->messages], (const cs_text[4]){cs_buf_text(&number)});
    cs_buf_free(&number);
    return cs_buf_take(&job->arena, &text);
}

static void settle(struct cs_job *job)
{
    if (job->sink->settled)
        return;
    for (uint32_t i = 0; i < job->sink->finding_count; i++)
        if (job->sink->findings[i].more && job->sink->findings[i].more->count)
            job->sink->findings[i].message = message_of_more(job, job->sink->findings[i].more);
    job->sink->finding_count = cs_findings_sort(job->sink->findings, job->sink->finding_count);
    cs_allow(job);
    job->sink->allowed_count = cs_findings_sort(job->sink->allowed, job->sink->allowed_count);
    memset(job->sink->severity_count, 0, sizeof job->sink->severity_count);
    for (uint32_t i = 0; i < job->sink->finding_count; i++)
        job->sink->severity_count[job->sink->findings[i].severity]++;
    job->sink->settled = job->sink->met = true;
}

bool cs_meet_allowances(struct cs_job *job)
{
    if (job->sink->allowance_count && !job->sink->met)
        settle(job);
    return job->sink->allowance_count > 0;
}

/* Takes over a finding of another job; whether it is allowed is determined again. */
static void adopt(const struct cs_job *job, struct cs_finding *finding)
{
    finding->allowed = NULL;
    finding->order += job->sink->reported;
}

static void take(struct cs_job *job, const struct cs_finding *findings, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        struct cs_finding *finding = cs_sink_next(job);
        *finding = findings[i];
        adopt(job, finding);
        job->sink->finding_count++;
    }
}

/* The same for a whole list, which is not copied if there is none yet: it may be long. */
static void take_list(struct cs_job *job, const struct cs_sink *from)
{
    struct cs_sink *sink = job->sink;
    if (sink->finding_count) {
        take(job, from->findings, from->finding_count);
        return;
    }
    sink->findings = from->findings;
    sink->finding_count = from->finding_count;
    sink->finding_room = from->finding_room;
    for (uint32_t i = 0; i < sink->finding_count; i++)
        adopt(job, &sink->findings[i]);
}

void cs_report_again(struct cs_job *job, const struct cs_finding *finding)
{
    struct cs_finding copy = *finding;
    copy.allowed = NULL;
    copy.part = job->sink->part;
    copy.order = 0;
    take(job, &copy, 1);
    job->sink->reported++;
    job->sink->errors += finding->severity == CS_ERROR;
    job->sink->settled = job->sink->met = false;
}

void cs_take_findings(struct cs_job *job, const struct cs_job *from)
{
    take_list(job, from->sink);
    take(job, from->sink->allowed, from->sink->allowed_count);
    job->sink->reported += from->sink->reported;
    job->sink->faults += from->sink->faults;
    job->sink->errors += from->sink->errors;
    cs_job_allow_as(job, from);
    job->sink->settled = job->sink->met = false;
}

const struct cs_finding *cs_findings(struct cs_job *job, uint32_t *count)
{
    settle(job);
    *count = job->sink->finding_count;
    return job->sink->findings;
}

const struct cs_finding *cs_findings_of(struct cs_job *job, cs_text path, uint32_t *count)
{
    settle(job);
    return cs_findings_about(job->sink->findings, job->sink->finding_count, path, count);
}

const struct cs_finding *cs_findings_allowed(struct cs_job *job, cs_text path, uint32_t *count)
{
    settle(job);
    if (path.size)
        return cs_findings_about(job->sink->allowed, job->sink->allowed_count, path, count);
    *count = job->sink->allowed_count;
    return job->sink->allowed;
}

uint32_t cs_finding_count(struct cs_job *job, enum cs_severity severity)
{
    settle(job);
    return job->sink->severity_count[severity];
}
