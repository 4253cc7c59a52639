/* Reports of findings: which were asked for, and writing them. */
#ifndef CMD_REPORTS_H
#define CMD_REPORTS_H

#include "cmd/files.h"
#include "report/report.h"

/* What is reported, and its text report. */
struct reported_run {
    struct cs_report_run run; /* without the root, which is determined */
    void (*add_text)(void *context, const struct cs_report_options *options, struct cs_buf *out);
    void *context;
    const char *output; /* destination of the report of -f; NULL: stdout */
};

/* Reads -f and --report before anything else is read; false after reporting a usage error. */
bool reports_read(struct run *run);

/* Writes the report of -f, then each --report, and with -f github the summary page. False after reporting an error. */
bool reports_write(struct run *run, struct reported_run *reported);

/* True where the report for people is all that is asked for; after reports_read. */
bool reports_are_text(const struct run *run);

/* How that one is shown on stdout. */
struct cs_report_options reports_text_options(const struct run *run);

#endif
