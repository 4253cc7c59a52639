/* Findings: what is wrong with the input, where, and how to mend it.
 *
 * The library never prints. Each fault is reported once to the job and carries its rule, its span and its words in the
 * job's language; reading the findings sorts them by file, line and column. */
#ifndef CHECKSHEET_DIAG_H
#define CHECKSHEET_DIAG_H

#include "checksheet/source.h"

enum cs_severity {
    CS_NOTE,
    CS_WARNING,
    CS_ERROR,
    CS_SEVERITIES,
    CS_OFF = CS_SEVERITIES /* a level that a rule may be given; no finding has it */
};

enum cs_rule {
#define CS_RULE(symbol, slug, level, allowed, needs, ja, en) CS_RULE_##symbol,
#include "checksheet/rules.def"
#undef CS_RULE
    CS_RULES
};

struct cs_finding {
    enum cs_rule rule;
    enum cs_severity severity;

    struct cs_span span; /* what is wrong, as small as can be said */
    uint32_t above;      /* offset in a line to show above it, the first of two; UINT32_MAX: the key it hangs under */
    /* where the other of two stands, maybe in another file; source NULL: there is none, or see above */
    struct cs_span related;
    bool whole_file; /* sorts behind the file's other findings */
    cs_text cell;   /* of a workbook: D12, or Sheet!D12 where it has several, in place of line and column; else empty */
    uint32_t sheet; /* of a workbook: the worksheet, in whose order findings stand; else 0 */

    cs_text message;      /* one line */
    cs_text hint;         /* the cure; may be empty */
    cs_text instead;      /* what was probably meant in place of the span; empty where there is no guess */
    uint32_t part, order; /* of reporting */

    struct cs_more *more; /* counts those of its rule in its line that were not kept; NULL until that many are */
    const struct cs_allowance *allowed; /* what the file says of it, among the findings that are allowed; else NULL */
};

/* What a file allows with `allow`, for a reason: findings of a rule in a stretch of it. */
struct cs_allowance {
    enum cs_rule rule;
    cs_text reason;
    struct cs_span word;   /* the rule's name in the file */
    struct cs_span where;  /* a finding that begins here is meant, */
    struct cs_span except; /* unless it begins here; source NULL: no exception */
    bool whole_file;       /* findings about the whole file are meant too */
    bool used;             /* it has met a finding; known once findings have been read */
    bool compared;         /* what it is about was held against another answer */
};

/* "error", "warning", "note". */
cs_text cs_severity_word(enum cs_severity severity);

/* The rule's name as printed, e.g. "unknown-number". */
cs_text cs_rule_slug(enum cs_rule rule);

/* The rule's default level. */
enum cs_severity cs_rule_severity(enum cs_rule rule);

/* What the rule means, in one sentence. */
cs_text cs_rule_meaning(enum cs_rule rule, int language);

/* The rule of a name; false when there is none. */
bool cs_rule_find(cs_text slug, enum cs_rule *rule);

/* True for a rule that is always an error: its findings keep a file from being read. */
bool cs_rule_is_fixed(enum cs_rule rule);

/* Where a file may allow a rule to be broken: a set of these, 0 where it is what keeps a file or an answer from being read,
 * or is not about answers. */
enum { CS_ALLOWED_IN_ANSWER = 1, CS_ALLOWED_IN_FILE = 2 };
unsigned cs_rule_allowed(enum cs_rule rule);

/* What a run must have been given to find a breach of the rule: a day, an age as well, a language, or another answer. */
enum cs_need { CS_NEEDS_NOTHING, CS_NEEDS_TODAY, CS_NEEDS_AGE, CS_NEEDS_LANGUAGE, CS_NEEDS_OTHERS };
enum cs_need cs_rule_needs(enum cs_rule rule);

/* The level of a rule for all that is reported from now on, whatever the options of a check say; with CS_OFF its findings
 * are dropped. False, and nothing changed, for a fixed rule and another level than CS_ERROR. */
bool cs_job_set_severity(struct cs_job *job, enum cs_rule rule, enum cs_severity severity);

/* All findings so far, sorted, each once, without those that their file allows; valid until the next is reported. */
const struct cs_finding *cs_findings(struct cs_job *job, uint32_t *count);

/* The findings about the file of a path; as cs_findings. */
const struct cs_finding *cs_findings_of(struct cs_job *job, cs_text path, uint32_t *count);

/* How many of a severity there are, without those that their file allows. */
uint32_t cs_finding_count(struct cs_job *job, enum cs_severity severity);

/* The findings about the file of a path (all files when it is empty) that the file allows, each with what it says of
 * them; as cs_findings. */
const struct cs_finding *cs_findings_allowed(struct cs_job *job, cs_text path, uint32_t *count);

#endif
