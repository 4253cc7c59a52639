/* checksheet validate: all findings about all files, and a summary line for each file. */
#include "cmd/commands.h"
#include "cmd/many/arguments.h"
#include "cmd/crosswalks.h"
#include "cmd/input.h"
#include "cmd/reports.h"
#include "cmd/rules.h"
#include "cmd/screen.h"
#include "cmd/steps.h"
#include "cmd/many/workers.h"
#include "cmd/validate/fixing.h"
#include "cmd/validate/verdict.h"
#include "cmd/writing/writing.h"
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

/* All files being checked. */
struct all {
    struct run *run;
    char **paths, **sorted; /* as given, and sorted */
    const struct validation *validation;
    struct validated *files;
    size_t count;
};

/* Loads and checks one file; many are processed in parallel. */
static void validate_file(void *context, struct cs_job *job, size_t index)
{
    const struct all *all = context;
    if (all->files[index].source)
        look_at_file(job, &all->run->catalogs, all->validation, &all->files[index]);
}

static void compare_part(void *context, struct cs_job *job, size_t index)
{
    cs_consistency_check(job, context, (uint32_t)index);
}

/* Compares the profiles with each other. A run with a single catalog compares it with no other. False if memory runs
 * out. */
static bool check_together(const struct all *all)
{
    const struct cs_profile **profiles = calloc(all->count + 1, sizeof *profiles);
    uint32_t count = 0;
    for (size_t i = 0; profiles && i < all->count && !all->validation->catalog; i++)
        if (all->files[i].profile)
            profiles[count++] = all->files[i].profile;
    if (count) {
        struct cs_consistency *consistency =
            cs_consistency_begin(all->run->job, profiles, count, all->validation->crosswalks);
        const struct work work = {cs_consistency_parts(consistency), compare_part, NULL, consistency};
        workers_run(all->run, &work);
    }
    free(profiles);
    return profiles != NULL;
}

/* Reports allowances that match nothing; last, since any other check may still match them. */
static void check_allowed(struct run *run, const struct validated *file, const struct validation *validation)
{
    if (file->answers)
        cs_check_allowed(run->job, file->profile, validation->catalog ? file->answers : NULL, &validation->check);
}

/* Adds the findings about a file, and its summary line. */
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

static int by_bytes(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* True if a file was given by the user. */
static bool is_asked(const struct all *all, cs_text path)
{
    const char *wanted = path.bytes; /* a source's path is terminated */
    return bsearch(&wanted, all->sorted, all->count, sizeof *all->sorted, by_bytes) != NULL;
}

/* Finds the first finding about a file that is worse than the worst so far; notes do not count. */
static void find_worst(struct run *run, const struct cs_source *source, const struct cs_finding **worst)
{
    uint32_t count;
    const struct cs_finding *findings = cs_findings_of(run->job, source->path, &count);
    for (uint32_t i = 0; i < count; i++)
        if (findings[i].severity > (*worst ? (*worst)->severity : CS_NOTE))
            *worst = &findings[i];
}

/* Adds the last line: where to read more about the first of the worst findings. */
static void add_details(struct run *run, const struct cs_finding *worst, struct cs_buf *out)
{
    if (!worst)
        return;
    say(out, step_language(run), SAY_DETAILS, cs_rule_slug(worst->rule));
    cs_buf_add_byte(out, '\n');
}

/* Adds the text report. Findings about an extended profile come after the one that extends it, unless it was given
 * itself. */
static void add_text(void *context, const struct cs_report_options *options, struct cs_buf *out)
{
    const struct all *all = context;
    const struct cs_finding *worst = NULL;
    for (size_t i = 0; i < all->count; i++) {
        const struct cs_profile *profile = all->files[i].profile;
        if (all->files[i].source) {
            add_file(all->run, &all->files[i], options, out);
            find_worst(all->run, all->files[i].source, &worst);
        }
        for (const struct cs_profile *from = profile ? profile->extends : NULL; from; from = from->extends) {
            if (is_asked(all, from->source->path))
                continue;
            cs_report_write(all->run->job, from->source, options, out);
            find_worst(all->run, from->source, &worst);
        }
    }
    if (!options->brief)
        add_details(all->run, worst, out);
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

/* As add_text, for reporters: the files in the same order. NULL if memory runs out. */
static struct cs_report_file *list_files(const struct all *all, uint32_t *count)
{
    size_t room = all->count + 1;
    uint32_t findings, allowed;
    for (size_t i = 0; i < all->count; i++)
        for (const struct cs_profile *from = all->files[i].profile; from; from = from->extends)
            room++;
    struct cs_report_file *list = calloc(room, sizeof *list);
    *count = 0;
    for (size_t i = 0; list && i < all->count; i++) {
        const struct cs_profile *profile = all->files[i].profile;
        if (all->files[i].source)
            list[(*count)++] = report_of(all->run, &all->files[i]);
        for (const struct cs_profile *from = profile ? profile->extends : NULL; from; from = from->extends) {
            cs_findings_of(all->run->job, from->source->path, &findings);
            cs_findings_allowed(all->run->job, from->source->path, &allowed);
            if (findings + allowed && !is_asked(all, from->source->path))
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
                                    .output = all->run->request->value[OPTION_OUTPUT]};
    struct cs_report_file *files = list_files(all, &reported.run.file_count);
    reported.run.files = files;
    writing_keep(all->run);
    bool done = files && reports_write(all->run, &reported) && writing_all(all->run);
    free(files);
    return done;
}

/* Reads --rule NAME=LEVEL; false after reporting a usage error. */
static bool read_rule(struct run *run, cs_text word)
{
    static const enum cs_severity levels[] = {CS_ERROR, CS_WARNING, CS_NOTE, CS_OFF}; /* as in choices.def */
    ptrdiff_t equals = cs_text_find(word, CS_TEXT("="));
    enum cs_rule rule;
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

/* Reads all files in order; EXIT_ERROR if one cannot be read, which was reported. */
static enum exit_code open_all(struct all *all)
{
    enum exit_code code = EXIT_DONE;
    struct look look = {&all->run->catalogs, all->validation};
    for (size_t i = 0; i < all->count; i++) {
        struct validated *file = &all->files[i];
        file->source = input_open(all->run, all->paths[i]);
        shelf_look_near(all->run, all->paths[i]);
        code = file->source ? code : EXIT_ERROR;
        if (file->source && all->run->request->value[OPTION_FIX] &&
            !fixing_file(all->run, &file->source, look_again, &look, &file->mended))
            code = EXIT_ERROR;
    }
    return code;
}

/* All files are read, then checked one by one, then together; the findings are sorted once and reported in the order
 * of the files. */
static enum exit_code validate_all(struct all *all, int fail_on)
{
    struct run *run = all->run;
    uint32_t errors = cs_finding_count(run->job, CS_ERROR), warnings = cs_finding_count(run->job, CS_WARNING);
    enum exit_code code = open_all(all);
    const struct work work = {all->count, validate_file, NULL, all};
    workers_run(run, &work);
    if (!check_together(all)) {
        error(run->environment, SAY_NO_MEMORY, (cs_text){0});
        return EXIT_ERROR;
    }
    for (size_t i = 0; i < all->count; i++)
        check_allowed(run, &all->files[i], all->validation);
    if (!report_all(all, fail_on == 1 ? CS_WARNING : CS_ERROR))
        code = EXIT_ERROR;
    for (size_t i = 0; i < all->count && run->request->value[OPTION_FIX]; i++)
        if (all->files[i].source)
            fixing_report(run, all->files[i].source, all->files[i].mended);
    bool failed = (fail_on <= 1 && cs_finding_count(run->job, CS_ERROR) > errors) ||
                  (fail_on == 1 && cs_finding_count(run->job, CS_WARNING) > warnings);
    return code != EXIT_DONE ? code : failed ? EXIT_FOUND : EXIT_DONE;
}

static enum exit_code validate_paths(struct run *run, char **paths, const struct validation *validation, int fail_on)
{
    struct all all = {.run = run, .paths = paths, .validation = validation};
    while (paths[all.count])
        all.count++;
    all.files = calloc(all.count + 1, sizeof *all.files);
    all.sorted = calloc(all.count + 1, sizeof *all.sorted);
    enum exit_code code = EXIT_ERROR;
    if (all.files && all.sorted) {
        memcpy(all.sorted, paths, all.count * sizeof *paths);
        qsort(all.sorted, all.count, sizeof *all.sorted, by_bytes);
        code = validate_all(&all, fail_on);
    } else
        error(run->environment, SAY_NO_MEMORY, (cs_text){0});
    free(all.files);
    free(all.sorted);
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
