/* Reports of findings: which were asked for, and writing them. */
#ifndef CMD_REPORTS_H
#define CMD_REPORTS_H

#include "cmd/files.h"
#include "report/report.h"

/* What is reported, and how it reads to people. */
struct reported_run {
    struct cs_report_run run; /* but for the root, which is found out */
    void (*add_text)(void *context, const struct cs_report_options *options, struct cs_buf *out);
    void *context;
    const char *output; /* where the report of -f goes; NULL: to stdout */
};

/* Looks at -f and --report before anything is read; false after a usage error was reported. */
bool reports_read(struct run *run);

/* Writes the report of -f, then each --report, and with -f github the summary page. False after an error was reported. */
bool reports_write(struct run *run, struct reported_run *reported);

#endif
