/* Findings: what is wrong with the input, where, and how to fix it.
 *
 * The library never prints. Each finding is reported once to the job and has a rule, a span and a text in the
 * job's language; reading the findings sorts them by file, line and column. */
#ifndef CHECKSHEET_DIAG_H
#define CHECKSHEET_DIAG_H

#include "checksheet/source.h"

enum cs_severity {
    CS_NOTE,
    CS_WARNING,
    CS_ERROR,
    CS_SEVERITIES,
    CS_OFF = CS_SEVERITIES /* a severity that a rule may be set to; no finding has it */
};

/* A rule, see rules.h. */
typedef uint16_t cs_rule;

struct cs_finding {
    cs_rule rule;
    enum cs_severity severity;

    struct cs_span span; /* the smallest span that shows the error */
    uint32_t above;      /* offset in a line to show above it, the first of two; UINT32_MAX: the key that contains it */
    /* the second of two places, possibly in another file; source NULL if there is none, or if it is `above` */
    struct cs_span related;
    bool whole_file; /* sorts after the file's other findings */
    /* in a workbook: D12, or Sheet!D12 if it has several worksheets, instead of line and column; else empty */
    cs_text cell;
    uint32_t sheet; /* in a workbook: the worksheet, by which findings are sorted; else 0 */

    cs_text message;      /* one line */
    cs_text hint;         /* how to fix it; may be empty */
    cs_text instead;      /* what the span was probably meant to be; empty if there is no guess */
    uint32_t part, order; /* order of reporting */

    /* number of further findings of its rule in its line that were dropped; NULL if there are none */
    struct cs_more *more;
    const struct cs_allowance *allowed; /* among allowed findings, the allowance; else NULL */
};

/* An entry of `allow` with its reason: findings of a rule in a range of the file are allowed. */
struct cs_allowance {
    cs_rule rule;
    cs_text reason;
    struct cs_span word;   /* the rule's name in the file */
    struct cs_span where;  /* applies to findings that begin here, ... */
    struct cs_span except; /* ... unless they begin here; source NULL: no exception */
    bool whole_file;       /* applies to findings about the whole file, too */
    bool used;             /* it has matched a finding; valid once findings have been read */
    bool compared;         /* the answer it is for was compared with another one */
};

/* "error", "warning", "note". */
cs_text cs_severity_word(enum cs_severity severity);

/* The rule's name as printed, e.g. "unknown-number". */
cs_text cs_rule_slug(cs_rule rule);

/* The rule's default severity. */
enum cs_severity cs_rule_severity(cs_rule rule);

/* The meaning of the rule, in one sentence. */
cs_text cs_rule_meaning(cs_rule rule, int language);

/* The rule with a name; false if there is none. */
bool cs_rule_find(cs_text slug, cs_rule *rule);

/* True for a rule that is always an error, since it prevents reading a file. */
bool cs_rule_is_fixed(cs_rule rule);

/* Where a file may allow findings of a rule, as a set; 0 if they prevent reading a file or an answer, or are not
 * about answers. */
enum { CS_ALLOWED_IN_ANSWER = 1, CS_ALLOWED_IN_FILE = 2 };
unsigned cs_rule_allowed(cs_rule rule);

/* What a run needs for the rule to be checked: today's date, a maximum age as well, a language, or another answer. */
enum cs_need { CS_NEEDS_NOTHING, CS_NEEDS_TODAY, CS_NEEDS_AGE, CS_NEEDS_LANGUAGE, CS_NEEDS_OTHERS };
enum cs_need cs_rule_needs(cs_rule rule);

/* Sets the severity of a rule for all further findings, overriding the options of a check; CS_OFF drops them. False,
 * with nothing changed, for a fixed rule, unless it is CS_ERROR. */
bool cs_job_set_severity(struct cs_job *job, cs_rule rule, enum cs_severity severity);

/* All findings so far, sorted, without duplicates and without those that their file allows; valid until the next
 * report. */
const struct cs_finding *cs_findings(struct cs_job *job, uint32_t *count);

/* The findings about the file with a path; otherwise as cs_findings. */
const struct cs_finding *cs_findings_of(struct cs_job *job, cs_text path, uint32_t *count);

/* The number of findings of a severity, without those that their file allows. */
uint32_t cs_finding_count(struct cs_job *job, enum cs_severity severity);

/* How many errors were reported so far, including those that turn out to be allowed or duplicates. Unlike
 * cs_finding_count it does not sort, so it may be called for each of many files. */
uint32_t cs_job_errors(const struct cs_job *job);

/* The allowed findings about the file with a path (all files if it is empty), each with its allowance; otherwise as
 * cs_findings. */
const struct cs_finding *cs_findings_allowed(struct cs_job *job, cs_text path, uint32_t *count);

#endif
