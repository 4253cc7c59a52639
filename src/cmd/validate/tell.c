/* See tell.h. */
#include "cmd/validate/tell.h"
#include "cmd/memory.h"
#include "cmd/screen.h"
#include "cmd/steps.h"
#include "cmd/validate/fixing.h"
#include "cmd/validate/verdict.h"

#include <stdlib.h>
#include <string.h>

static int by_bytes(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

struct asked asked_of(char **paths)
{
    struct asked asked = {0};
    while (paths[asked.count])
        asked.count++;
    asked.sorted = memory_zeroed(asked.count, sizeof *asked.sorted);
    memcpy(asked.sorted, paths, asked.count * sizeof *paths);
    qsort(asked.sorted, asked.count, sizeof *asked.sorted, by_bytes);
    return asked;
}

void asked_free(struct asked *asked)
{
    free(asked->sorted);
}

bool asked_for(const struct asked *asked, cs_text path)
{
    const char *wanted = path.bytes; /* a source's path is terminated */
    return bsearch(&wanted, asked->sorted, asked->count, sizeof *asked->sorted, by_bytes) != NULL;
}

void worst_take(struct worst *worst, const struct worst *later)
{
    if (later->severity > worst->severity)
        *worst = *later;
}

static void find_worst(struct run *run, const struct cs_source *source, struct worst *worst)
{
    uint32_t count;
    const struct cs_finding *findings = cs_findings_of(run->job, source->path, &count);
    for (uint32_t i = 0; i < count; i++)
        worst_take(worst, &(struct worst){findings[i].severity, findings[i].rule});
}

static void add_file(struct run *run, const struct validated *file, const struct cs_report_options *options,
                     struct cs_buf *out)
{
    struct cs_buf line = {0};
    cs_report_write(run->job, file->source, options, out);
    if (options->brief)
        return;
    bool is_good = verdict_add(run, file, &line);
    fixing_offer(run, file->source, &line);
    if (!is_good || !run->request->value[OPTION_QUIET])
        screen_fit(run->environment, options->columns, SCREEN_HANGING, cs_buf_text(&line), out);
    cs_buf_free(&line);
}

void tell_file(struct run *run, const struct asked *asked, const struct validated *file,
               const struct cs_report_options *options, struct cs_buf *out, struct worst *worst)
{
    if (file->source) {
        add_file(run, file, options, out);
        find_worst(run, file->source, worst);
    }
    for (const struct cs_profile *from = file->profile ? file->profile->extends : NULL; from; from = from->extends) {
        if (asked_for(asked, from->source->path))
            continue;
        cs_report_write(run->job, from->source, options, out);
        find_worst(run, from->source, worst);
    }
}

void tell_details(const struct run *run, const struct worst *worst, struct cs_buf *out)
{
    if (worst->severity == CS_NOTE)
        return;
    say(out, step_language(run), SAY_DETAILS, cs_rule_slug(worst->rule));
    cs_buf_add_byte(out, '\n');
}
