/* The reporters by name. */
#ifndef REPORT_REPORTERS_H
#define REPORT_REPORTERS_H

#include "report/reported.h"

struct cs_reporter {
    cs_text name;
    bool shows_text, has_tests;
    void (*write)(const struct cs_reporting *reporting, struct cs_buf *out);
};

#define CS_REPORTER(symbol) extern const struct cs_reporter cs_reporter_##symbol;
#include "report/reporters.def"
#undef CS_REPORTER

/* Sets the suites of a file, for formats with tests, and their tally. */
void cs_report_suites(const struct cs_reporting *reporting, const struct cs_reported_now *now,
                      struct cs_reported_file *file);

/* The Markdown of cs_reporter_summary. */
void cs_report_markdown(const struct cs_reporting *reporting, struct cs_buf *out);

#endif
