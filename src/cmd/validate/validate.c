/* checksheet validate: all findings about all files, and a summary line for each file. */
#include "cmd/commands.h"
#include "cmd/many/arguments.h"
#include "cmd/known/crosswalks.h"
#include "cmd/reports.h"
#include "cmd/rules.h"
#include "cmd/steps.h"
#include "cmd/many/workers.h"
#include "cmd/validate/fixing.h"
#include "cmd/validate/stream.h"

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
    enum exit_code found = stream_validate(run, &validation, paths.at, fail_on);
    crosswalks_free(&crosswalks);
    paths_free(paths.at);
    return found > code ? found : code;
}
