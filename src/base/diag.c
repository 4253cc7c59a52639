/* The sink for findings: words from the message table, order by place. */
#include "checksheet/diag.h"
#include "base/job.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    cs_text slug;
    enum cs_severity severity;
    cs_text meaning[CS_LANGUAGES];
} rules[] = {
#define CS_RULE(symbol, slug, severity, ja, en) {CS_LITERAL(slug), CS_##severity, {CS_LITERAL(ja), CS_LITERAL(en)}},
#include "checksheet/rules.def"
#undef CS_RULE
};

static const struct {
    enum cs_rule rule;
    cs_text words[CS_LANGUAGES], hint[CS_LANGUAGES];
} messages[] = {
#define CS_MESSAGE(symbol, rule, ja, en, ja_hint, en_hint)                                                             \
    {CS_RULE_##rule, {CS_LITERAL(ja), CS_LITERAL(en)}, {CS_LITERAL(ja_hint), CS_LITERAL(en_hint)}},
#include "checksheet/messages.def"
#undef CS_MESSAGE
};

cs_text cs_severity_word(enum cs_severity severity)
{
    static const cs_text words[] = {CS_LITERAL("note"), CS_LITERAL("warning"), CS_LITERAL("error")};
    _Static_assert(sizeof words / sizeof *words == CS_SEVERITIES, "a word for each severity");
    return words[severity];
}

cs_text cs_rule_slug(enum cs_rule rule)
{
    return rules[rule].slug;
}

enum cs_severity cs_rule_severity(enum cs_rule rule)
{
    return rules[rule].severity;
}

cs_text cs_rule_meaning(enum cs_rule rule, int language)
{
    return rules[rule].meaning[language];
}

bool cs_rule_find(cs_text slug, enum cs_rule *rule)
{
    for (int i = 0; i < CS_RULES; i++) {
        if (!cs_text_equal(slug, rules[i].slug))
            continue;
        *rule = (enum cs_rule)i;
        return true;
    }
    return false;
}

bool cs_rule_is_fixed(enum cs_rule rule)
{
    static const bool fixed[CS_RULES] = {
        [CS_RULE_CANNOT_READ] = true,         [CS_RULE_YAML_SYNTAX] = true,     [CS_RULE_NOT_UTF8] = true,
        [CS_RULE_FULLWIDTH_COLON] = true,     [CS_RULE_TAB_INDENT] = true,      [CS_RULE_MISSING_SPACE] = true,
        [CS_RULE_FULLWIDTH_INDENT] = true,    [CS_RULE_COLON_IN_ANSWER] = true, [CS_RULE_MISSING_KEY] = true,
        [CS_RULE_WRONG_TYPE] = true,          [CS_RULE_UNKNOWN_CATALOG] = true, [CS_RULE_NOT_TEXT] = true,
        [CS_RULE_NOT_A_TABLE] = true,         [CS_RULE_UNCLOSED_QUOTE] = true,  [CS_RULE_TOO_LARGE] = true,
        [CS_RULE_UNREADABLE_WORKBOOK] = true, [CS_RULE_LOCKED_WORKBOOK] = true,
    };
    return fixed[rule];
}

enum cs_rule cs_message_rule(enum cs_message message)
{
    return messages[message].rule;
}

bool cs_job_set_severity(struct cs_job *job, enum cs_rule rule, enum cs_severity severity)
{
    if (cs_rule_is_fixed(rule) && severity != CS_ERROR)
        return false;
    job->severity[rule] = severity;
    job->is_chosen[rule] = true;
    return true;
}

/* Adds what a file says to a message. A control character becomes a space, so that a message stays one line and steers
 * no terminal whatever the file holds; a byte that is not UTF-8 becomes U+FFFD. */
static void add_argument(struct cs_buf *out, cs_text value)
{
    while (value.size) {
        cs_text before = value;
        uint32_t point = cs_text_next(&value);
        if (point < 0x20 || (point >= 0x7f && point < 0xa0))
            cs_buf_add_byte(out, ' ');
        else if (point == 0xfffd)
            cs_buf_add(out, CS_TEXT("\xef\xbf\xbd"));
        else
            cs_buf_add(out, (cs_text){before.bytes, before.size - value.size});
    }
}

/* Writes a pattern with {1} to {4} filled in; false when one that it needs is empty. */
static bool fill(struct cs_buf *out, cs_text pattern, const cs_text arguments[4])
{
    bool complete = true;
    for (size_t i = 0; i < pattern.size; i++) {
        bool slot = pattern.bytes[i] == '{' && i + 2 < pattern.size && pattern.bytes[i + 2] == '}';
        if (!slot) {
            cs_buf_add_byte(out, pattern.bytes[i]);
            continue;
        }
        cs_text value = arguments[pattern.bytes[i + 1] - '1'];
        complete = complete && value.size > 0;
        add_argument(out, value);
        i += 2;
    }
    return complete;
}

/* What was probably meant in place of a span: where the hint asks "did you mean {n}?", the span with argument n-1, the
 * wrong word, replaced by that guess. Empty when there is no guess, or the word does not stand there as it is. */
static cs_text instead_of(struct cs_job *job, cs_text hint, struct cs_span span, const cs_text arguments[4])
{
    static const cs_text question = CS_LITERAL("did you mean {");
    if (!cs_text_starts(hint, question))
        return (cs_text){0};
    int at = hint.bytes[question.size] - '1';
    cs_text all = cs_span_text(span), wrong = arguments[at - 1];
    ptrdiff_t before = wrong.size ? cs_text_find(all, wrong) : -1;
    if (before < 0 || arguments[at].size == 0)
        return (cs_text){0};
    struct cs_buf instead = {0};
    cs_buf_add(&instead, (cs_text){all.bytes, (size_t)before});
    cs_buf_add(&instead, arguments[at]);
    cs_buf_add(&instead, cs_text_skip(all, (size_t)before + wrong.size));
    cs_text copy = cs_buf_copy(&job->arena, &instead);
    cs_buf_free(&instead);
    return copy;
}

struct cs_finding *cs_report_with(struct cs_job *job, enum cs_message message, struct cs_span span,
                                  const cs_text arguments[4])
{
    struct cs_buf words = {0}, hint = {0};
    fill(&words, messages[message].words[job->language], arguments);
    bool cured = fill(&hint, messages[message].hint[job->language], arguments);

    job->findings = cs_grow(&job->arena, job->findings, job->finding_count, &job->finding_room, sizeof *job->findings);
    struct cs_finding *finding = &job->findings[job->finding_count];
    *finding = (struct cs_finding){
        .rule = messages[message].rule,
        .severity = job->severity[messages[message].rule],
        .span = span,
        .above = UINT32_MAX,
        .message = cs_buf_copy(&job->arena, &words),
        .hint = cured ? cs_buf_copy(&job->arena, &hint) : (cs_text){0},
        .instead = instead_of(job, messages[message].hint[CS_EN], span, arguments),
        .part = job->part,
        .order = job->reported++,
    };
    cs_buf_free(&words);
    cs_buf_free(&hint);
    job->faults += cs_rule_severity(finding->rule) == CS_ERROR;
    if (finding->severity == CS_OFF)
        return finding; /* the next one takes its place */
    job->finding_count++;
    job->severity_count[finding->severity]++;
    job->settled = false;
    job->met = job->met && cs_rule_allowed(finding->rule) == 0;
    return finding;
}

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
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    return compare_turns(a, b);
}

static bool is_at_same_place(const struct cs_finding *a, const struct cs_finding *b)
{
    return a->span.start == b->span.start && a->whole_file == b->whole_file &&
           cs_text_equal(a->span.source->path, b->span.source->path);
}

/* Those at one place by what they say, then as they were reported. */
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

/* Keeps the first of those at one place that say the same. Returns how many. */
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

/* Sorts, and keeps one of those that say the same: a file that two others extend is read twice. Returns how many. */
static uint32_t sort(struct cs_finding *findings, uint32_t count)
{
    uint32_t kept = 0;
    if (count)
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

static void settle(struct cs_job *job)
{
    if (job->settled)
        return;
    job->finding_count = sort(job->findings, job->finding_count);
    cs_allow(job);
    job->allowed_count = sort(job->allowed, job->allowed_count);
    memset(job->severity_count, 0, sizeof job->severity_count);
    for (uint32_t i = 0; i < job->finding_count; i++)
        job->severity_count[job->findings[i].severity]++;
    job->settled = job->met = true;
}

void cs_meet_allowances(struct cs_job *job)
{
    if (!job->met)
        settle(job);
}

static void take(struct cs_job *job, const struct cs_finding *findings, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        job->findings =
            cs_grow(&job->arena, job->findings, job->finding_count, &job->finding_room, sizeof *job->findings);
        struct cs_finding *finding = &job->findings[job->finding_count++];
        *finding = findings[i];
        finding->allowed = NULL; /* is found out again */
        finding->order += job->reported;
    }
}

void cs_take_findings(struct cs_job *job, const struct cs_job *from)
{
    take(job, from->findings, from->finding_count);
    take(job, from->allowed, from->allowed_count);
    job->reported += from->reported;
    job->faults += from->faults;
    for (uint32_t i = 0; i < from->allowance_count; i++)
        cs_job_allow(job, from->allowances[i], 1);
    job->settled = job->met = false;
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

/* Those about the file of a path, among findings that are sorted. */
static const struct cs_finding *of_path(const struct cs_finding *findings, uint32_t all, cs_text path, uint32_t *count)
{
    uint32_t first = cs_findings_from(findings, all, path, 0), end = first;
    while (end < all && cs_text_equal(findings[end].span.source->path, path))
        end++;
    *count = end - first;
    return findings + first;
}

const struct cs_finding *cs_findings(struct cs_job *job, uint32_t *count)
{
    settle(job);
    *count = job->finding_count;
    return job->findings;
}

const struct cs_finding *cs_findings_of(struct cs_job *job, cs_text path, uint32_t *count)
{
    settle(job);
    return of_path(job->findings, job->finding_count, path, count);
}

const struct cs_finding *cs_findings_allowed(struct cs_job *job, cs_text path, uint32_t *count)
{
    settle(job);
    if (path.size)
        return of_path(job->allowed, job->allowed_count, path, count);
    *count = job->allowed_count;
    return job->allowed;
}

uint32_t cs_finding_count(struct cs_job *job, enum cs_severity severity)
{
    settle(job);
    return job->severity_count[severity];
}
