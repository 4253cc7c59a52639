/* Reporters: the findings of a run become a file for a program. Adding a format is one file and one line in
 * reporters.def. */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "checksheet/diag.h"
#include "checksheet/profile.h"

/* A file that was looked at. */
struct cs_report_file {
    const struct cs_source *source;
    const struct cs_catalog *catalog; /* of a catalog file; NULL: it is none, or could not be loaded */
    const struct cs_answers *sheets;  /* of a profile: those that were looked at */
    uint32_t sheet_count;
};

/* What a run has looked at. A file that stands here twice is reported once. */
struct cs_report_run {
    const struct cs_report_file *files;
    uint32_t file_count;

    cs_text root; /* the directory from which SARIF, GitHub and GitLab look for files; empty: paths stay as they are */
    cs_text here; /* the directory that paths are relative to; both absolute, without a slash at the end */

    cs_text text;           /* the report for people, for a format that shows it */
    enum cs_severity fails; /* a finding from this level on fails its test, in formats that have tests */
};

/* A format. */
struct cs_reporter;

/* The reporter of a name, or NULL. */
const struct cs_reporter *cs_reporter_find(cs_text name);

/* The reporters in order; NULL behind the last. */
const struct cs_reporter *cs_reporter_at(uint32_t index);

cs_text cs_reporter_name(const struct cs_reporter *reporter);

/* True for a format that the text report is a part of. */
bool cs_reporter_shows_text(const struct cs_reporter *reporter);

/* Writes the findings about the files to the end of out; false when memory ran out. */
bool cs_reporter_write(struct cs_job *job, const struct cs_reporter *reporter, const struct cs_report_run *run,
                       struct cs_buf *out);

/* Writes them as Markdown, for the summary page of a GitHub workflow; false when memory ran out. */
bool cs_reporter_summary(struct cs_job *job, const struct cs_report_run *run, struct cs_buf *out);

#endif
