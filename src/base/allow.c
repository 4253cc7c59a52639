/* Allowances: an `allow` names rules and gives a reason, and matching findings are no longer counted among the
 * others.
 *
 * Code that reports a finding knows nothing of this. An allowance covers a range of a file, a finding has a place
 * in one, and the two are matched when the findings are read: so neither their order nor the room they come from
 * matters. */
#include "base/base.h"
#include "base/finding.h"
#include "base/report.h"
#include "base/sink.h"

#include <stdlib.h>

void cs_job_allow(struct cs_job *job, struct cs_allowance *allowances, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        job->sink->allowances = cs_grow(&job->arena, job->sink->allowances, job->sink->allowance_count,
                                        &job->sink->allowance_room, sizeof *job->sink->allowances);
        job->sink->allowances[job->sink->allowance_count++] = &allowances[i];
    }
    job->sink->settled = job->sink->met = false;
}

void cs_job_allow_as(struct cs_job *job, const struct cs_job *other)
{
    for (uint32_t i = 0; i < other->sink->allowance_count; i++)
        cs_job_allow(job, other->sink->allowances[i], 1);
}

static bool is_in(uint32_t offset, struct cs_span span)
{
    return span.source && offset >= span.start && offset < span.end;
}

/* Marks the findings that an allowance applies to: those in its range, which are adjacent. Findings about the whole
 * file come after the file's others. */
static void mark(struct cs_job *job, struct cs_allowance *allowance)
{
    struct cs_span where = allowance->where;
    uint32_t i = cs_findings_from(job->sink->findings, job->sink->finding_count, where.source->path, where.start);
    for (; i < job->sink->finding_count; i++) {
        struct cs_finding *finding = &job->sink->findings[i];
        bool is_behind = finding->whole_file ? !allowance->whole_file : finding->span.start >= where.end;
        if (is_behind || !cs_text_equal(finding->span.source->path, where.source->path))
            break;
        if (finding->rule != allowance->rule || is_in(finding->span.start, allowance->except))
            continue;
        finding->allowed = allowance;
        allowance->used = true;
    }
}

/* The second of the two places of a finding; source NULL if it has only one. */
static struct cs_span other_place(const struct cs_finding *finding)
{
    if (finding->related.source || finding->above == UINT32_MAX)
        return finding->related;
    return (struct cs_span){finding->span.source, finding->above, finding->above};
}

/* A finding by its second place. */
struct counterpart {
    struct cs_finding *finding;
    struct cs_span place;
};

static int by_place(const void *left, const void *right)
{
    const struct counterpart *a = left, *b = right;
    int order = cs_text_compare(a->place.source->path, b->place.source->path);
    return order ? order : (a->place.start > b->place.start) - (a->place.start < b->place.start);
}

/* The index of the first counterpart at or after an offset in a file; they are sorted. */
static uint32_t counterparts_from(const struct counterpart *list, uint32_t count, struct cs_span where)
{
    const struct counterpart wanted = {.place = where};
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (by_place(&list[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A contradiction between two answers may be allowed in either of them. */
static void mark_counterparts(struct cs_allowance *allowance, const struct counterpart *list, uint32_t count)
{
    for (uint32_t i = counterparts_from(list, count, allowance->where); i < count; i++) {
        struct cs_span place = list[i].place;
        if (place.start >= allowance->where.end || !cs_text_equal(place.source->path, allowance->where.source->path))
            return;
        struct cs_finding *finding = list[i].finding;
        if (finding->rule != allowance->rule || is_in(place.start, allowance->except))
            continue;
        finding->allowed = finding->allowed ? finding->allowed : allowance;
        allowance->used = true;
    }
}

static void mark_all_counterparts(struct cs_job *job)
{
    struct counterpart *list = cs_alloc_array(&job->arena, job->sink->finding_count, sizeof *list);
    uint32_t count = 0;
    for (uint32_t i = 0; i < job->sink->finding_count; i++) {
        struct cs_span place = other_place(&job->sink->findings[i]);
        if (place.source)
            list[count++] = (struct counterpart){&job->sink->findings[i], place};
    }
    if (count == 0)
        return;
    qsort(list, count, sizeof *list, by_place);
    for (uint32_t i = 0; i < job->sink->allowance_count; i++)
        mark_counterparts(job->sink->allowances[i], list, count);
}

void cs_allow(struct cs_job *job)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < job->sink->allowance_count; i++)
        mark(job, job->sink->allowances[i]);
    if (job->sink->allowance_count)
        mark_all_counterparts(job);
    for (uint32_t i = 0; i < job->sink->finding_count; i++) {
        if (!job->sink->findings[i].allowed) {
            job->sink->findings[kept++] = job->sink->findings[i];
            continue;
        }
        job->sink->allowed = cs_grow(&job->arena, job->sink->allowed, job->sink->allowed_count,
                                     &job->sink->allowed_room, sizeof *job->sink->allowed);
        job->sink->allowed[job->sink->allowed_count++] = job->sink->findings[i];
    }
    job->sink->finding_count = kept;
}
