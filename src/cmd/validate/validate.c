/* checksheet validate: every finding of every file, and a line on how each file stands. */
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

/* All that is looked at. */
struct all {
    struct run *run;
    char **paths, **sorted; /* as they were given, and in order */
    const struct validation *validation;
    struct validated *files;
    size_t count;
};

/* Loads and checks one of the files; many are worked on at a time. */
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

/* What the profiles say against each other. A run that is about one catalog compares it with no other. False without
 * memory. */
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

/* What is allowed and was not found; when all else is done, since that may still find it. */
static void check_allowed(struct run *run, const struct validated *file, const struct validation *validation)
{
    if (file->answers)
        cs_check_allowed(run->job, file->profile, validation->catalog ? file->answers : NULL, &validation->check);
}

/* The findings about a file, and a line on how it stands. */
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

/* True when a file was itself asked about. */
static bool is_asked(const struct all *all, cs_text path)
{
    const char *wanted = path.bytes; /* a source's path is terminated */
    return bsearch(&wanted, all->sorted, all->count, sizeof *all->sorted, by_bytes) != NULL;
}

/* The first finding about a file that is worse than the worst so far; a note is none that needs explaining. */
static void find_worst(struct run *run, const struct cs_source *source, const struct cs_finding **worst)
{
    uint32_t count;
    const struct cs_finding *findings = cs_findings_of(run->job, source->path, &count);
    for (uint32_t i = 0; i < count; i++)
        if (findings[i].severity > (*worst ? (*worst)->severity : CS_NOTE))
            *worst = &findings[i];
}

/* The last line: where to read more about the first of the worst findings. */
static void add_details(struct run *run, const struct cs_finding *worst, struct cs_buf *out)
{
    if (!worst)
        return;
    say(out, step_language(run), SAY_DETAILS, cs_rule_slug(worst->rule));
    cs_buf_add_byte(out, '\n');
}

/* The report for people. What is wrong with a file that another extends is shown behind that one, unless it was itself
 * asked about. */
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

/* A file for programs: all the answers that were looked at. */
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

/* As add_text, for programs: the files in the same order. NULL without memory. */
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

/* Writes all that is asked for; false after an error was reported. */
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

/* --rule NAME=LEVEL; false after a usage error was reported. */
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

/* Reads the options of validate; false after a usage error was reported. */
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

/* Reads all files, in their order; EXIT_ERROR when one of them cannot be read, which was reported. */
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

/* All files are read, then checked each by itself, then together; what was found is sorted once and reported in their
 * order. */
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
    for (int i = 0; word && i < run->request->argument_count; i++) /* -c may name what stands beside a file */
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
