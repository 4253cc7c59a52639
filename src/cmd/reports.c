/* Writing reports. Their options are checked before the run begins, and they are written when it is over. */
#include "cmd/reports.h"
#include "cmd/memory.h"
#include "cmd/writing/writing.h"
#include "report/report.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A report to be written. */
struct target {
    const struct cs_reporter *reporter; /* NULL: the text report, ... */
    bool brief;                         /* ... with one line for each finding */
    const char *path;                   /* "-": stdout */
};

enum { TEXT, SHORT, FIRST_REPORTER };

/* Reads the name of a format; false after reporting a usage error. */
static bool read_format(struct run *run, enum option_id option, cs_text word, struct target *target)
{
    int format = option_word_of(run->job, run->environment, run->request, option, word);
    target->brief = format == SHORT;
    target->reporter = format >= FIRST_REPORTER ? cs_reporter_at((uint32_t)(format - FIRST_REPORTER)) : NULL;
    return format >= 0;
}

/* Reads the report of -f, to a file or, with NULL, to stdout. */
static bool read_first(struct run *run, const char *path, struct target *target)
{
    const char *format = run->request->value[OPTION_FORMAT];
    *target = (struct target){.path = path ? path : "-"};
    return read_format(run, OPTION_FORMAT, format ? cs_text_of(format) : CS_TEXT("text"), target);
}

/* Reads a report given as FORMAT=FILE. */
static bool read_report(struct run *run, const char *value, struct target *target)
{
    const char *equals = strchr(value, '=');
    if (!equals || !equals[1]) {
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NOT_A_REPORT, CS_TEXT("--report"),
                    cs_text_of(value));
        return false;
    }
    *target = (struct target){.path = equals + 1};
    return read_format(run, OPTION_REPORT, (cs_text){value, (size_t)(equals - value)}, target);
}

bool reports_read(struct run *run)
{
    struct target target;
    bool good = read_first(run, NULL, &target);
    for (int i = 0; i < run->request->report_count && good; i++)
        good = read_report(run, run->request->reports[i], &target);
    return good;
}

/* --- writing ---------------------------------------------------------------------------------------------------- */

/* The closest directory above this one, or this one, that is the root of a repository; else this one. */
static char *find_root(const char *here)
{
    struct stat status;
    char *root = memory_text(cs_text_of(here));
    for (char *end = root + strlen(root); end; end = strrchr(root, '/')) {
        *end = '\0';
        struct cs_buf git = {0};
        cs_buf_add(&git, cs_text_of(root));
        cs_buf_add(&git, CS_TEXT("/.git"));
        bool found = !git.failed && stat(git.bytes, &status) == 0;
        cs_buf_free(&git);
        if (found)
            return root;
    }
    free(root);
    return memory_text(cs_text_of(here));
}

static bool is_stdout(const struct target *target)
{
    return strcmp(target->path, "-") == 0;
}

/* How to show the text report. In a file, and as part of another format, it has no colour and is not truncated. */
static struct cs_report_options text_options(const struct run *run, bool brief, bool shown)
{
    return (struct cs_report_options){
        .brief = brief,
        .color = shown && run->environment->color_out,
        .ambiguous = run->environment->ambiguous,
        .columns = shown && !brief ? run->environment->columns : 0, /* a brief line is also read by programs */
    };
}

static void add_text(const struct run *run, const struct reported_run *reported, bool brief, bool shown,
                     struct cs_buf *out)
{
    struct cs_report_options options = text_options(run, brief, shown);
    reported->add_text(reported->context, &options, out);
}

static bool add_report(const struct run *run, const struct reported_run *reported, const struct target *target,
                       struct cs_buf *out)
{
    struct cs_report_run of = reported->run;
    struct cs_buf text = {0};
    if (!target->reporter) {
        add_text(run, reported, target->brief, is_stdout(target), out);
        return !out->failed;
    }
    if (cs_reporter_shows_text(target->reporter))
        add_text(run, reported, false, false, &text);
    of.text = cs_buf_text(&text);
    bool done = !text.failed && cs_reporter_write(run->job, target->reporter, &of, out);
    cs_buf_free(&text);
    return done;
}

static bool no_memory(const struct run *run)
{
    error(run->environment, SAY_NO_MEMORY, (cs_text){0});
    return false;
}

static bool write_report(struct run *run, const struct reported_run *reported, const struct target *target)
{
    struct cs_buf out = {0};
    bool done = true;
    if (!add_report(run, reported, target, &out))
        done = no_memory(run);
    else if (is_stdout(target))
        writing_stdout(run, cs_buf_text(&out), !target->reporter);
    else
        done = writing_file(run, target->path, cs_buf_text(&out), OVER_OWN);
    cs_buf_free(&out);
    return done;
}

/* Appends to the summary page of the workflow, if there is one. */
static bool write_summary(const struct run *run, const struct reported_run *reported)
{
    const char *path = run->environment->step_summary;
    struct cs_buf out = {0};
    bool done;
    if (!path || !*path)
        return true;
    if (cs_reporter_summary(run->job, &reported->run, &out))
        done = output_append(run->environment, path, cs_buf_text(&out));
    else
        done = no_memory(run);
    cs_buf_free(&out);
    return done;
}

static bool write_all(struct run *run, const struct reported_run *reported)
{
    struct target target;
    const struct request *request = run->request;
    bool done = read_first(run, reported->output, &target) && write_report(run, reported, &target);
    if (target.reporter && target.reporter == cs_reporter_find(CS_TEXT("github")))
        done = write_summary(run, reported) && done;
    for (int i = 0; i < request->report_count; i++)
        done = read_report(run, request->reports[i], &target) && write_report(run, reported, &target) && done;
    return done;
}

bool reports_write(struct run *run, struct reported_run *reported)
{
    char *here = realpath(".", NULL), *root = here ? find_root(here) : NULL;
    reported->run.here = cs_text_of(here);
    reported->run.root = cs_text_of(root);
    bool done = write_all(run, reported);
    free(here);
    free(root);
    return done;
}

bool reports_are_text(const struct run *run)
{
    const char *format = run->request->value[OPTION_FORMAT];
    return run->request->report_count == 0 && (!format || strcmp(format, "text") == 0 || strcmp(format, "short") == 0);
}

struct cs_report_options reports_text_options(const struct run *run)
{
    const char *format = run->request->value[OPTION_FORMAT];
    return text_options(run, format && strcmp(format, "short") == 0, true);
}
