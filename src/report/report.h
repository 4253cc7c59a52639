/* Reporters: the findings of a run as a file for another program. Adding a format is one file and one line in
 * reporters.def. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "checksheet/diag.h"
#include "checksheet/profile.h"

/* A file that was checked. */
struct cs_report_file {
    const struct cs_source *source;
    const struct cs_catalog *catalog; /* of a catalog file; NULL if it is none, or could not be loaded */
    const struct cs_answers *sheets;  /* of a profile: those that were checked */
    uint32_t sheet_count;
    uint32_t turn; /* files are reported by rising turns, and in the order of being added where these are equal */
};

/* A run, as its reports need to know it. */
struct cs_report_run {
    /* the directory to which paths in SARIF, GitHub and GitLab are relative; empty: paths are unchanged */
    cs_text root;
    cs_text here; /* the directory that the given paths are relative to; both absolute, without a slash at the end */

    enum cs_severity fails; /* findings of this severity or above fail their test, in formats with tests */
    bool has_tests;         /* a format with tests will be written, which takes memory for each file */
};

/* What is reported of a run: it is collected file by file, and then written in any number of formats. */
struct cs_reporting;

/* A format of findings. */
struct cs_reporter;

/* The reporter with a name; NULL if there is none. */
const struct cs_reporter *cs_reporter_find(cs_text name);

/* The reporters in order; NULL after the last. */
const struct cs_reporter *cs_reporter_at(uint32_t index);

cs_text cs_reporter_name(const struct cs_reporter *reporter);

/* True for a format that includes the text report. */
bool cs_reporter_shows_text(const struct cs_reporter *reporter);

/* True for a format with tests. */
bool cs_reporter_has_tests(const struct cs_reporter *reporter);

/* Begins to collect, in memory of the job; `run` is copied, its texts are not. */
struct cs_reporting *cs_reporting_begin(struct cs_job *job, const struct cs_report_run *run);

/* Adds files, with all that `from` has found about them by now. What is needed of it is copied, so that `from`, its sources
 * and the files may be freed. Files are to be added together with those that they extend. */
void cs_reporting_add(struct cs_reporting *reporting, struct cs_job *from, const struct cs_report_file *files,
                      uint32_t count);

/* Puts the files in order, each path once. To be called when all have been added, and before anything is written. */
void cs_reporting_end(struct cs_reporting *reporting);

/* Appends the findings to out, in a format; `text` is the text report, for a format that includes it. False if memory ran
 * out. */
bool cs_reporter_write(struct cs_reporting *reporting, const struct cs_reporter *reporter, cs_text text,
                       struct cs_buf *out);

/* Appends them as Markdown, for the summary page of a GitHub workflow; false if memory ran out. */
bool cs_reporter_summary(const struct cs_reporting *reporting, struct cs_buf *out);

#endif
