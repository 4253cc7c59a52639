/* What files allow: an `allow` names rules and gives the reason, and the findings that it means are no longer counted
 * among the others.
 *
 * Nothing that reports a finding knows of it. An allowance is a stretch of a file, a finding stands at a place in one, and
 * the two meet when the findings are read: so it does not matter which of them came first, nor from which room. */
#include "base/job.h"

/* Where a rule may be allowed. What is not here keeps a file from being read, or something in it, so that a sheet would
 * lack what was written; or it is about catalogs and sheets, which allow nothing. */
static const unsigned char places[CS_RULES] = {
    [CS_RULE_MISSING_REMARK] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_MISSING_DETAIL] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_WRONG_KIND] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_WRONG_UNIT] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_STALE_ANSWER] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_LEFTOVER_TODO] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_SECRET_WORD] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_TEXT_TOO_LONG] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_PRODUCT_LEFT_OUT] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_PLAN_UNDATED] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_PLAN_OVERDUE] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_SAME_DIFFERS] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_CONTRADICTION] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_REACH_MISMATCH] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_ADDRESS_SPELLING] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_MARK_DENIED] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_OLD_PERIOD] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_DIFFERS_BY_SCOPE] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_LESS_EXACT] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_MARK_VARIANT] = CS_ALLOWED_IN_ANSWER,
    [CS_RULE_UNUSED_FACT] = CS_ALLOWED_IN_FILE,
    [CS_RULE_EDITION_DIFFERS] = CS_ALLOWED_IN_FILE,
    [CS_RULE_ONE_MARK] = CS_ALLOWED_IN_FILE,
    [CS_RULE_REQUIRED] = CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE,
    [CS_RULE_UNANSWERED] = CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE,
    [CS_RULE_NOT_TRANSLATED] = CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE,
    [CS_RULE_CUT_COMMENT] = CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE,
    [CS_RULE_FUTURE_DATE] = CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE,
    [CS_RULE_OLD_STANDARD] = CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE,
    [CS_RULE_TRAILING_SPACE] = CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE,
};

unsigned cs_rule_allowed(enum cs_rule rule)
{
    return places[rule];
}

void cs_job_allow(struct cs_job *job, struct cs_allowance *allowances, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        job->allowances = cs_grow(&job->arena, job->allowances, job->allowance_count, &job->allowance_room,
                                  sizeof *job->allowances);
        job->allowances[job->allowance_count++] = &allowances[i];
    }
    job->settled = job->met = false;
}

static bool is_in(uint32_t offset, struct cs_span span)
{
    return span.source && offset >= span.start && offset < span.end;
}

/* Marks what an allowance means among the findings: those in its stretch, which stand together. What is about the whole
 * file stands behind the file's others. */
static void mark(struct cs_job *job, struct cs_allowance *allowance)
{
    struct cs_span where = allowance->where;
    uint32_t i = cs_findings_from(job->findings, job->finding_count, where.source->path, where.start);
    for (; i < job->finding_count; i++) {
        struct cs_finding *finding = &job->findings[i];
        bool is_behind = finding->whole_file ? !allowance->whole_file : finding->span.start >= where.end;
        if (is_behind || !cs_text_equal(finding->span.source->path, where.source->path))
            break;
        if (finding->rule != allowance->rule || is_in(finding->span.start, allowance->except))
            continue;
        finding->allowed = allowance;
        allowance->used = true;
    }
}

void cs_allow(struct cs_job *job)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < job->allowance_count; i++)
        mark(job, job->allowances[i]);
    for (uint32_t i = 0; i < job->finding_count; i++) {
        if (!job->findings[i].allowed) {
            job->findings[kept++] = job->findings[i];
            continue;
        }
        job->allowed = cs_grow(&job->arena, job->allowed, job->allowed_count, &job->allowed_room, sizeof *job->allowed);
        job->allowed[job->allowed_count++] = job->findings[i];
    }
    job->finding_count = kept;
}
