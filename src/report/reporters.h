/* The reporters by name. */
#ifndef REPORT_REPORTERS_H
#define REPORT_REPORTERS_H

#include "report/reported.h"

struct cs_reporter {
    cs_text name;
    bool shows_text;
    void (*write)(const struct cs_reporting *reporting, struct cs_buf *out);
};

#define CS_REPORTER(symbol) extern const struct cs_reporter cs_reporter_##symbol;
#include "report/reporters.def"
#undef CS_REPORTER

/* The Markdown of cs_reporter_summary. */
void cs_report_markdown(const struct cs_reporting *reporting, struct cs_buf *out);

#endif
