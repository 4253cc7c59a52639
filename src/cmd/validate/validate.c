/* checksheet validate: all findings about all files, and a summary line for each file. */
#include "cmd/commands.h"
#include "cmd/many/arguments.h"
#include "cmd/crosswalks.h"
#include "cmd/memory.h"
#include "cmd/reports.h"
#include "cmd/rules.h"
#include "cmd/steps.h"
#include "cmd/many/workers.h"
#include "cmd/validate/batch.h"
#include "cmd/validate/fixing.h"
#include "cmd/validate/stream.h"
#include "cmd/validate/tell.h"
#include "cmd/writing/writing.h"
#include "report/report.h"

#include <stdlib.h>

/* All files being checked. */
struct all {
    struct batch batch;
    struct asked asked;
};

/* Adds the text report. */
static void add_text(void *context, const struct cs_report_options *options, struct cs_buf *out)
{
    const struct all *all = context;
    struct worst worst = {0};
    for (size_t i = 0; i < all->batch.count; i++)
        tell_file(all->batch.run, &all->asked, &all->batch.files[i], options, out, &worst);
    if (!options->brief)
        tell_details(all->batch.run, &worst, out);
}

/* A file for reporters, with all answers that were checked. */
static struct cs_report_file report_of(const struct run *run, const struct validated *file)
{
    struct cs_report_file report = {.source = file->source, .catalog = file->catalog};
    if (!file->answers)
        return report;
    bool one = run->request->value[OPTION_CATALOG] != NULL;
    report.sheets = one ? file->answers : file->profile->sheets;
    report.sheet_count = one ? 1 : file->profile->sheet_count;
    return report;
}

/* As add_text, for reporters: the files in the same order. */
static struct cs_report_file *list_files(const struct all *all, uint32_t *count)
{
    const struct batch *batch = &all->batch;
    size_t room = batch->count + 1;
    uint32_t findings, allowed;
    for (size_t i = 0; i < batch->count; i++)
        for (const struct cs_profile *from = batch->files[i].profile; from; from = from->extends)
            room++;
    struct cs_report_file *list = memory_zeroed(room, sizeof *list);
    *count = 0;
    for (size_t i = 0; i < batch->count; i++) {
        const struct cs_profile *profile = batch->files[i].profile;
        if (batch->files[i].source)
            list[(*count)++] = report_of(batch->run, &batch->files[i]);
        for (const struct cs_profile *from = profile ? profile->extends : NULL; from; from = from->extends) {
            cs_findings_of(batch->run->job, from->source->path, &findings);
            cs_findings_allowed(batch->run->job, from->source->path, &allowed);
            if (findings + allowed && !asked_for(&all->asked, from->source->path))
                list[(*count)++] = (struct cs_report_file){.source = from->source};
        }
    }
    return list;
}

/* Writes all reports; false after reporting an error. */
static bool report_all(struct all *all, enum cs_severity fails)
{
    struct reported_run reported = {.run = {.fails = fails},
                                    .add_text = add_text,
                                    .context = all,
                                    .output = all->batch.run->request->value[OPTION_OUTPUT]};
    struct cs_report_file *files = list_files(all, &reported.run.file_count);
    reported.run.files = files;
    writing_keep(all->batch.run);
    bool done = files && reports_write(all->batch.run, &reported) && writing_all(all->batch.run);
    free(files);
    return done;
}

/* Reads --rule NAME=LEVEL; false after reporting a usage error. */
static bool read_rule(struct run *run, cs_text word)
{
    static const enum cs_severity levels[] = {CS_ERROR, CS_WARNING, CS_NOTE, CS_OFF}; /* as in choices.def */
    ptrdiff_t equals = cs_text_find(word, CS_TEXT("="));
    cs_rule rule;
    if (equals < 0) {
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NOT_A_LEVEL, CS_TEXT("--rule"), word);
        return false;
    }
    cs_text name = {word.bytes, (size_t)equals};
    if (!rule_read(run, name, &rule))
        return false;
    int level =
        option_word_of(run->job, run->environment, run->request, OPTION_RULE, cs_text_skip(word, name.size + 1));
    if (level < 0)
        return false;
    if (!cs_job_set_severity(run->job, rule, levels[level])) {
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_RULE_IS_FIXED, CS_TEXT("--rule"), name);
        return false;
    }
    return true;
}

static bool read_rules(struct run *run)
{
    for (int i = 0; i < run->request->rule_count; i++)
        if (!read_rule(run, cs_text_of(run->request->rules[i])))
            return false;
    return true;
}

/* Reads the options of validate; false after reporting a usage error. */
static bool read_validation(struct run *run, struct validation *validation, int *fail_on)
{
    const struct request *request = run->request;
    *fail_on = option_word(run->job, run->environment, request, OPTION_FAIL_ON, 0);
    if (*fail_on < 0)
        return false;
    struct cs_status_options dates;
    if (!step_read_dates(run, &dates) || !read_rules(run))
        return false;
    validation->check = (struct cs_check_options){
        .today = dates.today, .max_age = dates.max_age, .complete = request->value[OPTION_COMPLETE] != NULL};
    return true;
}

/* All files are read, then checked one by one, then together; the findings are sorted once and reported in the order
 * of the files. */
static enum exit_code validate_at_once(struct all *all, int fail_on)
{
    struct run *run = all->batch.run;
    uint32_t errors = cs_finding_count(run->job, CS_ERROR), warnings = cs_finding_count(run->job, CS_WARNING);
    enum exit_code code = batch_open(&all->batch);
    batch_look(&all->batch);
    batch_compare_all(&all->batch);
    batch_check_allowed(&all->batch);
    if (!report_all(all, fail_on == 1 ? CS_WARNING : CS_ERROR))
        code = EXIT_ERROR;
    for (size_t i = 0; i < all->batch.count && run->request->value[OPTION_FIX]; i++)
        if (all->batch.files[i].source)
            fixing_report(run, all->batch.files[i].source, all->batch.files[i].mended);
    bool failed = (fail_on <= 1 && cs_finding_count(run->job, CS_ERROR) > errors) ||
                  (fail_on == 1 && cs_finding_count(run->job, CS_WARNING) > warnings);
    return code != EXIT_DONE ? code : failed ? EXIT_FOUND : EXIT_DONE;
}

static enum exit_code validate_paths(struct run *run, char **paths, const struct validation *validation, int fail_on)
{
    struct all all = {.batch = {.run = run, .validation = validation}, .asked = asked_of(paths)};
    all.batch.count = all.asked.count;
    if (stream_is_better(run, paths)) {
        enum exit_code code = stream_validate(run, validation, paths, &all.asked, fail_on);
        asked_free(&all.asked);
        return code;
    }
    all.batch.files = memory_zeroed(all.batch.count, sizeof *all.batch.files);
    for (size_t i = 0; i < all.batch.count; i++)
        all.batch.files[i].path = paths[i];
    enum exit_code code = validate_at_once(&all, fail_on);
    free(all.batch.files);
    asked_free(&all.asked);
    return code;
}

enum exit_code command_validate(struct run *run)
{
    struct validation validation = {0};
    int fail_on;
    enum exit_code code = EXIT_USAGE;
    const char *word = run->request->value[OPTION_CATALOG];
    if (!read_validation(run, &validation, &fail_on) || !reports_read(run) || !workers_read(run) || !fixing_read(run))
        return EXIT_USAGE;
    for (int i = 0; word && i < run->request->argument_count; i++) /* -c may be a catalog beside a file */
        shelf_look_near(run, run->request->arguments[i]);
    validation.catalog = word ? shelf_catalog(run, word, &code) : NULL;
    if (word && !validation.catalog)
        return code;
    struct paths paths = {0};
    code = arguments_list(run, false, &paths);
    if (!paths.count)
        return EXIT_ERROR;
    struct cs_crosswalks crosswalks = crosswalks_find(run);
    validation.crosswalks = &crosswalks;
    enum exit_code found = validate_paths(run, paths.at, &validation, fail_on);
    crosswalks_free(&crosswalks);
    paths_free(paths.at);
    return found > code ? found : code;
}
