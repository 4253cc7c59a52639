/* Printing findings. */
#include "cmd/findings.h"

#include <stdio.h>

void findings_print(struct run *run, const struct cs_source *source, enum findings_form form, bool to_error)
{
    struct cs_buf out = {0};
    struct cs_report_options options = {
        .brief = form == FINDINGS_BRIEF,
        .color = to_error ? run->environment->color_error : run->environment->color_out,
        .ambiguous = run->environment->ambiguous,
        .columns = to_error ? run->environment->error_columns : run->environment->columns,
    };
    cs_report_write(run->job, source, &options, &out);
    if (to_error)
        output_stderr(cs_buf_text(&out));
    else
        output_text(cs_buf_text(&out));
    cs_buf_free(&out);
}

void findings_print_rule(struct run *run, cs_rule rule)
{
    uint32_t count;
    const struct cs_finding *findings = cs_findings(run->job, &count);
    for (uint32_t i = 0; i < count; i++) {
        struct cs_buf line = {0};
        if (findings[i].rule != rule)
            continue;
        struct cs_span span = findings[i].span;
        cs_report_line(&findings[i], cs_source_place(span.source, span.start), run->environment->color_error, &line);
        output_stderr(cs_buf_text(&line));
        cs_buf_free(&line);
    }
}

uint32_t findings_count_rule(struct run *run, const struct cs_source *source, cs_rule rule)
{
    uint32_t count, found = 0;
    const struct cs_finding *findings = cs_findings_of(run->job, source->path, &count);
    for (uint32_t i = 0; i < count; i++)
        found += findings[i].rule == rule;
    return found;
}

uint32_t findings_count_errors(struct run *run, const struct cs_source *source)
{
    uint32_t count = 0, found = 0;
    const struct cs_finding *findings = source ? cs_findings_of(run->job, source->path, &count) : NULL;
    for (uint32_t i = 0; i < count; i++)
        found += findings[i].severity == CS_ERROR;
    return found;
}
