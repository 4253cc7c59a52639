/* Arrays of findings: see finding.h. */
#include "base/finding.h"

#include <stdlib.h>
#include <string.h>

static int compare_turns(const struct cs_finding *a, const struct cs_finding *b)
{
    if (a->part != b->part)
        return a->part < b->part ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

static int compare(const void *left, const void *right)
{
    const struct cs_finding *a = left, *b = right;
    int order = a->span.source == b->span.source ? 0 : cs_text_compare(a->span.source->path, b->span.source->path);
    if (order)
        return order;
    if (a->whole_file != b->whole_file)
        return a->whole_file ? 1 : -1;
    if (a->sheet != b->sheet)
        return a->sheet < b->sheet ? -1 : 1;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    return compare_turns(a, b);
}

static bool is_at_same_place(const struct cs_finding *a, const struct cs_finding *b)
{
    return a->span.start == b->span.start && a->whole_file == b->whole_file && a->sheet == b->sheet &&
           cs_text_equal(a->span.source->path, b->span.source->path);
}

/* Orders findings at one place by message, then by order of report. */
static int compare_words(const void *left, const void *right)
{
    const struct cs_finding *a = left, *b = right;
    if (a->rule != b->rule)
        return a->rule < b->rule ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end < b->span.end ? -1 : 1;
    int words = cs_text_compare(a->message, b->message);
    return words ? words : compare_turns(a, b);
}

static bool is_same(const struct cs_finding *a, const struct cs_finding *b)
{
    return a->rule == b->rule && a->span.end == b->span.end && cs_text_equal(a->message, b->message);
}

/* Removes duplicates, keeping the first of those with the same place and message. Returns how many are left. */
static uint32_t drop_doubles(struct cs_finding *findings, uint32_t count)
{
    uint32_t kept = 1;
    if (count == 1)
        return 1;
    qsort(findings, count, sizeof *findings, compare_words);
    for (uint32_t i = 1; i < count; i++)
        if (!is_same(&findings[kept - 1], &findings[i]))
            findings[kept++] = findings[i];
    qsort(findings, kept, sizeof *findings, compare);
    return kept;
}

/* A file is mostly read from its beginning to its end, so the findings are often in order already. */
static bool is_sorted(const struct cs_finding *findings, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++)
        if (compare(&findings[i - 1], &findings[i]) > 0)
            return false;
    return true;
}

uint32_t cs_findings_sort(struct cs_finding *findings, uint32_t count)
{
    uint32_t kept = 0;
    if (!is_sorted(findings, count))
        qsort(findings, count, sizeof *findings, compare);
    for (uint32_t i = 0, end; i < count; i = end) {
        for (end = i + 1; end < count && is_at_same_place(&findings[i], &findings[end]);)
            end++;
        uint32_t here = drop_doubles(&findings[i], end - i);
        memmove(&findings[kept], &findings[i], here * sizeof *findings);
        kept += here;
    }
    return kept;
}

uint32_t cs_findings_from(const struct cs_finding *findings, uint32_t count, cs_text path, uint32_t offset)
{
    uint32_t low = 0, high = count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct cs_finding *finding = &findings[middle];
        int order = cs_text_compare(finding->span.source->path, path);
        if (order < 0 || (order == 0 && !finding->whole_file && finding->span.start < offset))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct cs_finding *cs_findings_about(const struct cs_finding *findings, uint32_t all, cs_text path,
                                           uint32_t *count)
{
    uint32_t first = cs_findings_from(findings, all, path, 0), end = first;
    while (end < all && cs_text_equal(findings[end].span.source->path, path))
        end++;
    *count = end - first;
    return findings + first;
}
