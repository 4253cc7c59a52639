/* The reporter table. */
#include "report/reporters.h"

static const struct cs_reporter *const reporters[] = {
#define CS_REPORTER(symbol) &cs_reporter_##symbol,
#include "report/reporters.def"
#undef CS_REPORTER
};

const struct cs_reporter *cs_reporter_at(uint32_t index)
{
    return index < sizeof reporters / sizeof *reporters ? reporters[index] : NULL;
}

const struct cs_reporter *cs_reporter_find(cs_text name)
{
    for (uint32_t i = 0; cs_reporter_at(i); i++)
        if (cs_text_equal(reporters[i]->name, name))
            return reporters[i];
    return NULL;
}

cs_text cs_reporter_name(const struct cs_reporter *reporter)
{
    return reporter->name;
}

bool cs_reporter_shows_text(const struct cs_reporter *reporter)
{
    return reporter->shows_text;
}

bool cs_reporter_has_tests(const struct cs_reporter *reporter)
{
    return reporter->has_tests;
}

bool cs_reporter_write(struct cs_reporting *reporting, const struct cs_reporter *reporter, cs_text text,
                       struct cs_buf *out)
{
    reporting->text = text;
    reporter->write(reporting, out);
    return !out->failed;
}

bool cs_reporter_summary(const struct cs_reporting *reporting, struct cs_buf *out)
{
    cs_report_markdown(reporting, out);
    return !out->failed;
}
