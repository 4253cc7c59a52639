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

/* True when a file was itself asked about. */
static bool asked_for(const struct asked *asked, cs_text path)
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

/* The next of those that a file extends that was not itself asked about; NULL after the last. */
static const struct cs_profile *next_behind(const struct asked *asked, const struct cs_profile *profile)
{
    do
        profile = profile ? profile->extends : NULL;
    while (profile && asked_for(asked, profile->source->path));
    return profile;
}

void tell_file(struct run *run, const struct asked *asked, const struct validated *file,
               const struct cs_report_options *options, struct cs_buf *out)
{
    if (file->source)
        add_file(run, file, options, out);
    for (const struct cs_profile *from = next_behind(asked, file->profile); from; from = next_behind(asked, from))
        cs_report_write(run->job, from->source, options, out);
}

struct worst tell_worst(struct run *run, const struct asked *asked, const struct validated *file)
{
    struct worst worst = {0};
    if (file->source)
        find_worst(run, file->source, &worst);
    for (const struct cs_profile *from = next_behind(asked, file->profile); from; from = next_behind(asked, from))
        find_worst(run, from->source, &worst);
    return worst;
}

static uint32_t found_about(struct run *run, const struct cs_source *source)
{
    uint32_t findings, allowed;
    cs_findings_of(run->job, source->path, &findings);
    cs_findings_allowed(run->job, source->path, &allowed);
    return findings + allowed;
}

static void list_file(struct tell_list *list, struct cs_report_file file)
{
    list->at = memory_grown(list->at, list->count, &list->room, sizeof *list->at);
    list->at[list->count++] = file;
}

void tell_list_file(struct run *run, const struct asked *asked, const struct validated *file, uint32_t turn,
                    struct tell_list *list)
{
    bool one = run->request->value[OPTION_CATALOG] != NULL; /* the answers to -c alone */
    struct cs_report_file report = {.source = file->source, .catalog = file->catalog, .turn = turn};
    if (file->answers) {
        report.sheets = one ? file->answers : file->profile->sheets;
        report.sheet_count = one ? 1 : file->profile->sheet_count;
    }
    if (file->source)
        list_file(list, report);
    for (const struct cs_profile *from = next_behind(asked, file->profile); from; from = next_behind(asked, from))
        if (found_about(run, from->source))
            list_file(list, (struct cs_report_file){.source = from->source, .turn = turn});
}

void tell_details(const struct run *run, const struct worst *worst, struct cs_buf *out)
{
    if (worst->severity == CS_NOTE)
        return;
    say(out, step_language(run), SAY_DETAILS, cs_rule_slug(worst->rule));
    cs_buf_add_byte(out, '\n');
}
