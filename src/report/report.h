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
};

/* The files of a run. A file that is listed twice is reported once. */
struct cs_report_run {
    const struct cs_report_file *files;
    uint32_t file_count;

    /* the directory to which paths in SARIF, GitHub and GitLab are relative; empty: paths are unchanged */
    cs_text root;
    cs_text here; /* the directory that the given paths are relative to; both absolute, without a slash at the end */

    cs_text text;           /* the text report, for a format that includes it */
    enum cs_severity fails; /* findings of this severity or above fail their test, in formats with tests */
};

/* A format of findings. */
struct cs_reporter;

/* The reporter with a name; NULL if there is none. */
const struct cs_reporter *cs_reporter_find(cs_text name);

/* The reporters in order; NULL after the last. */
const struct cs_reporter *cs_reporter_at(uint32_t index);

cs_text cs_reporter_name(const struct cs_reporter *reporter);

/* True for a format that includes the text report. */
bool cs_reporter_shows_text(const struct cs_reporter *reporter);

/* Appends the findings about the files to out; false if memory ran out. */
bool cs_reporter_write(struct cs_job *job, const struct cs_reporter *reporter, const struct cs_report_run *run,
                       struct cs_buf *out);

/* Appends them as Markdown, for the summary page of a GitHub workflow; false if memory ran out. */
bool cs_reporter_summary(struct cs_job *job, const struct cs_report_run *run, struct cs_buf *out);

#endif
