/* Reporting findings, for the rooms of the library. */
#ifndef BASE_REPORT_H
#define BASE_REPORT_H

#include "checksheet/diag.h"

/* A message: its set, and its index there. */
typedef uint16_t cs_message;

enum {
    CS_MESSAGES_OF_BASE,
    CS_MESSAGES_OF_YAML,
    CS_MESSAGES_OF_LOAD,
    CS_MESSAGES_OF_CHECK,
    CS_MESSAGES_OF_READ,
    CS_MESSAGES_OF_FILL,
    CS_MESSAGE_SETS
};

#define CS_MESSAGE(symbol, ...) CS_MESSAGE_##symbol,
#define CS_CURED(symbol, ...)   CS_MESSAGE_##symbol,

enum {
#include "base/messages.def"
    CS_NO_MESSAGE = UINT16_MAX
};

/* The rule that a message belongs to. */
cs_rule cs_message_rule(cs_message message);

/* Reports a finding. The arguments (cs_text, up to four) fill {1} to {4}; a hint that uses an empty one is left out. */
#define cs_report(job, message, span, ...) cs_report_with((job), (message), (span), (const cs_text[4]){__VA_ARGS__})

/* As the macro; returns the finding, to which more can be added until the next report. If its rule is off, it is
 * returned all the same, and then dropped. */
struct cs_finding *cs_report_with(struct cs_job *job, cs_message message, struct cs_span span,
                                  const cs_text arguments[4]);

/* Applies allowances to the findings, including those reported before. They must live as long as the job. */
void cs_job_allow(struct cs_job *job, struct cs_allowance *allowances, uint32_t count);

/* Matches all findings with the allowances; `used` is true then for those with a match. False if there are no
 * allowances. */
bool cs_meet_allowances(struct cs_job *job);

/* The number of findings so far that are errors by default, whatever their severity now. */
uint32_t cs_job_faults(const struct cs_job *job);

/* The severity of a rule in this run. */
enum cs_severity cs_job_severity(const struct cs_job *job, cs_rule rule);

/* Makes a rule an error in this run, unless cs_job_set_severity has chosen another severity. */
void cs_job_raise(struct cs_job *job, cs_rule rule);

/* Assigns the following findings to a part of the work that jobs share: findings at one place are sorted by part,
 * whichever job has found them. 0: no part. */
void cs_job_set_part(struct cs_job *job, uint32_t part);

#endif
