/* Reports of findings: which were asked for, and writing them. */
#ifndef CMD_REPORTS_H
#define CMD_REPORTS_H

#include "cmd/files.h"
#include "report/report.h"

/* Reads -f and --report before anything else is read; false after reporting a usage error. */
bool reports_read(struct run *run);

/* The reports of a run: they are made file by file, while what was found is in memory. */
struct reports;

/* Begins the reports on `count` files; `output` is the destination of the one of -f, NULL: stdout. Exits if memory runs
 * out. */
struct reports *reports_begin(struct run *run, size_t count, const char *output, enum cs_severity fails);

/* True for more than one. The report for people on stdout, where it is all that is asked for, is printed as it is made. */
bool reports_are_several(const struct reports *reports);

/* Adds to a text report. */
typedef void reports_add(void *context, const struct cs_report_options *options, struct cs_buf *out);

/* Has the text about a file added to each text report, in any order of the files: each has its turn, [0, count). */
void reports_tell(struct reports *reports, size_t turn, reports_add *add, void *context);

/* Has text added to each that is not brief, when all files were told. */
void reports_tell_end(struct reports *reports, reports_add *add, void *context);

/* Adds files to the other reports, see cs_reporting_add. */
void reports_take(struct reports *reports, struct cs_job *from, const struct cs_report_file *files, uint32_t count);

/* Writes the report of -f, then each --report, and with -f github the summary page, and frees them. False after reporting
 * an error. */
bool reports_end(struct reports *reports);

#endif
