/* Reporting of findings, by the rooms of the library. */
#ifndef BASE_REPORT_H
#define BASE_REPORT_H

#include "checksheet/diag.h"
#include "base/report.h"

enum cs_message {
#define CS_MESSAGE(symbol, rule, ja, en, ja_hint, en_hint)             CS_MESSAGE_##symbol,
#define CS_CURED(symbol, rule, wrong, meant, ja, en, ja_hint, en_hint) CS_MESSAGE_##symbol,
#include "base/messages.def"
#undef CS_CURED
#undef CS_MESSAGE
    CS_MESSAGES
};

/* The rule that a message is about. */
enum cs_rule cs_message_rule(enum cs_message message);

/* Reports a fault. The arguments (cs_text, up to four) fill {1} to {4}; a hint that needs an empty one is left out. */
#define cs_report(job, message, span, ...) cs_report_with((job), (message), (span), (const cs_text[4]){__VA_ARGS__})

/* As the macro; returns the finding, so that more can be said of it, until the next report. One of a rule that is off is
 * returned as well, and then forgotten. */
struct cs_finding *cs_report_with(struct cs_job *job, enum cs_message message, struct cs_span span,
                                  const cs_text arguments[4]);

/* Allows what allowances say of findings, those reported before included. They must live as long as the job. */
void cs_job_allow(struct cs_job *job, struct cs_allowance *allowances, uint32_t count);

/* Makes sure that what is allowed has met all findings: `used` is then true for what has. False when nothing is allowed. */
bool cs_meet_allowances(struct cs_job *job);

/* How many findings were reported so far that are errors by default, whatever their level now. */
uint32_t cs_job_faults(const struct cs_job *job);

/* The level of a rule in this run. */
enum cs_severity cs_job_severity(const struct cs_job *job, enum cs_rule rule);

/* Makes a rule an error in this run, unless cs_job_set_severity has chosen another level. */
void cs_job_raise(struct cs_job *job, enum cs_rule rule);

/* What is reported from now on belongs to a part of the work that jobs share: findings at one place stand in the order of
 * parts, whichever job has found them. 0: to none. */
void cs_job_set_part(struct cs_job *job, uint32_t part);

#endif
