/* What files allow: an `allow` names rules and gives the reason, and the findings that it means are no longer counted
 * among the others.
 *
 * Nothing that reports a finding knows of it. An allowance is a stretch of a file, a finding stands at a place in one, and
 * the two meet when the findings are read: so it does not matter which of them came first, nor from which room. */
#include "base/job.h"

/* Where a rule may be allowed. Those that are not here speak of a single answer. */
static const struct {
    bool set;
    unsigned places;
} exceptions[CS_RULES] = {
#define NEVER(rule) [CS_RULE_##rule] = {true, 0}
    /* the file is not read, */
    NEVER(CANNOT_READ),
    NEVER(YAML_SYNTAX),
    NEVER(NOT_UTF8),
    NEVER(FULLWIDTH_COLON),
    NEVER(FULLWIDTH_INDENT),
    NEVER(TAB_INDENT),
    NEVER(MISSING_SPACE),
    NEVER(COLON_IN_ANSWER),
    NEVER(UNKNOWN_CATALOG),
    NEVER(EXTENDS),
    /* or something in it is not: a sheet would lack what was written */
    NEVER(DUPLICATE_KEY),
    NEVER(UNKNOWN_KEY),
    NEVER(MISSING_KEY),
    NEVER(WRONG_TYPE),
    NEVER(UNKNOWN_WORD),
    NEVER(BAD_DATE),
    NEVER(UNKNOWN_NUMBER),
    NEVER(DUPLICATE_ANSWER),
    NEVER(UNKNOWN_MARK),
    NEVER(MISSING_MARK),
    NEVER(BROKEN_SAME),
    NEVER(SAME_LOOP),
    NEVER(UNKNOWN_SECTION),
    NEVER(UNKNOWN_FACT),
    /* it is about a catalog, or about this */
    NEVER(MISSING_TRANSLATION),
    NEVER(UNLINKED),
    NEVER(UNUSED_ALLOW),
#undef NEVER
    [CS_RULE_UNUSED_FACT] = {true, CS_ALLOWED_IN_FILE},
    [CS_RULE_REQUIRED] = {true, CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE},
    [CS_RULE_UNANSWERED] = {true, CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE},
    [CS_RULE_NOT_TRANSLATED] = {true, CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE},
    [CS_RULE_CUT_COMMENT] = {true, CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE},
    [CS_RULE_TRAILING_SPACE] = {true, CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE},
    [CS_RULE_EDITION_DIFFERS] = {true, CS_ALLOWED_IN_FILE},
    [CS_RULE_OLD_STANDARD] = {true, CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE},
    [CS_RULE_ONE_MARK] = {true, CS_ALLOWED_IN_FILE},
    [CS_RULE_FUTURE_DATE] = {true, CS_ALLOWED_IN_ANSWER | CS_ALLOWED_IN_FILE},
};

unsigned cs_rule_allowed(enum cs_rule rule)
{
    return exceptions[rule].set ? exceptions[rule].places : CS_ALLOWED_IN_ANSWER;
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
