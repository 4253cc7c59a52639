/* Making reports. Their options are checked before the run begins; text is made file by file, and all but the report for
 * people on stdout is written when the run is over. */
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

/* --- the repository --------------------------------------------------------------------------------------------- */

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

/* --- beginning -------------------------------------------------------------------------------------------------- */

/* A text report, in one of the ways that a run shows it. */
struct text {
    bool is_wanted;
    struct cs_report_options options;
    struct cs_buf *waiting; /* by turn: what waits for what comes before it */
    struct cs_buf whole;
};

enum { BRIEF = 1, SHOWN = 2, TEXTS = 4 };

struct reports {
    struct run *run;
    struct target *targets; /* the report of -f is the first */
    size_t target_count;
    struct text texts[TEXTS]; /* by whether it is brief, and shown on stdout */
    bool is_direct;           /* texts[SHOWN] or texts[SHOWN + BRIEF] is all */
    bool *is_told;            /* by turn */
    size_t count, next;       /* turns; the first that was not told */
    struct cs_reporting *reporting;
    char *here, *root;
};

static bool is_stdout(const struct target *target)
{
    return strcmp(target->path, "-") == 0;
}

static struct target *list_targets(struct run *run, const char *output)
{
    const struct request *request = run->request;
    struct target *targets = memory_zeroed((size_t)request->report_count + 1, sizeof *targets);
    read_first(run, output, &targets[0]);
    for (int i = 0; i < request->report_count; i++)
        read_report(run, request->reports[i], &targets[i + 1]);
    return targets;
}

/* The text that a report is, or includes; NULL if there is none. In a file, and as part of another format, it has no colour
 * and is not truncated. */
static struct text *text_of(struct reports *reports, const struct target *target)
{
    if (!target->reporter)
        return &reports->texts[(target->brief ? BRIEF : 0) + (is_stdout(target) ? SHOWN : 0)];
    return cs_reporter_shows_text(target->reporter) ? &reports->texts[0] : NULL;
}

static void want_texts(struct reports *reports)
{
    for (size_t i = 0; i < reports->target_count; i++) {
        struct text *text = text_of(reports, &reports->targets[i]);
        if (text)
            text->is_wanted = true;
    }
    for (int i = 0; i < TEXTS; i++) {
        const struct environment *environment = reports->run->environment;
        bool brief = i & BRIEF, shown = i & SHOWN;
        reports->texts[i].options = (struct cs_report_options){
            .brief = brief,
            .color = shown && environment->color_out,
            .ambiguous = environment->ambiguous,
            .columns = shown && !brief ? environment->columns : 0, /* a brief line is also read by programs */
        };
        if (reports->texts[i].is_wanted)
            reports->texts[i].waiting = memory_zeroed(reports->count, sizeof *reports->texts[i].waiting);
    }
}

/* Collects for the reports that are not text. */
static struct cs_reporting *collect(const struct reports *reports, enum cs_severity fails)
{
    bool is_text = true, has_tests = false;
    for (size_t i = 0; i < reports->target_count; i++) {
        const struct cs_reporter *reporter = reports->targets[i].reporter;
        is_text = is_text && !reporter;
        has_tests = has_tests || (reporter && cs_reporter_has_tests(reporter));
    }
    const struct cs_report_run of = {
        .root = cs_text_of(reports->root), .here = cs_text_of(reports->here), .fails = fails, .has_tests = has_tests};
    return is_text ? NULL : cs_reporting_begin(reports->run->job, &of);
}

struct reports *reports_begin(struct run *run, size_t count, const char *output, enum cs_severity fails)
{
    struct reports *reports = memory_zeroed(1, sizeof *reports);
    reports->run = run;
    reports->targets = list_targets(run, output);
    reports->target_count = (size_t)run->request->report_count + 1;
    reports->count = count;
    reports->is_told = memory_zeroed(count, sizeof *reports->is_told);
    reports->here = realpath(".", NULL);
    reports->root = reports->here ? find_root(reports->here) : NULL;
    reports->is_direct = reports->target_count == 1 && !reports->targets[0].reporter && is_stdout(&reports->targets[0]);
    want_texts(reports);
    reports->reporting = collect(reports, fails);
    return reports;
}

bool reports_are_several(const struct reports *reports)
{
    return reports->target_count > 1;
}

/* --- file by file ----------------------------------------------------------------------------------------------- */

static void check(const struct cs_buf *text)
{
    if (text->failed)
        output_no_memory();
}

/* Adds a part of a text, and frees it. */
static void give(const struct reports *reports, struct text *text, struct cs_buf *part)
{
    check(part);
    if (reports->is_direct)
        writing_stdout(reports->run, cs_buf_text(part), true);
    else
        cs_buf_add(&text->whole, cs_buf_text(part));
    cs_buf_free(part);
}

/* Gives all that has waited for what was told now. */
static void give_next(struct reports *reports)
{
    for (; reports->next < reports->count && reports->is_told[reports->next]; reports->next++)
        for (int i = 0; i < TEXTS; i++)
            if (reports->texts[i].is_wanted)
                give(reports, &reports->texts[i], &reports->texts[i].waiting[reports->next]);
}

void reports_tell(struct reports *reports, size_t turn, reports_add *add, void *context)
{
    for (int i = 0; i < TEXTS; i++)
        if (reports->texts[i].is_wanted)
            add(context, &reports->texts[i].options, &reports->texts[i].waiting[turn]);
    reports->is_told[turn] = true;
    give_next(reports);
}

void reports_tell_end(struct reports *reports, reports_add *add, void *context)
{
    for (int i = 0; i < TEXTS; i++) {
        struct cs_buf part = {0};
        if (!reports->texts[i].is_wanted || reports->texts[i].options.brief)
            continue;
        add(context, &reports->texts[i].options, &part);
        give(reports, &reports->texts[i], &part);
    }
}

void reports_take(struct reports *reports, struct cs_job *from, const struct cs_report_file *files, uint32_t count)
{
    if (reports->reporting)
        cs_reporting_add(reports->reporting, from, files, count);
}

/* --- writing ---------------------------------------------------------------------------------------------------- */

static bool write_target(struct reports *reports, const struct target *target)
{
    struct run *run = reports->run;
    const struct text *text = text_of(reports, target);
    struct cs_buf made = {0};
    const struct cs_buf *out = target->reporter ? &made : &text->whole;
    bool done = true;
    if (target->reporter)
        cs_reporter_write(reports->reporting, target->reporter, text ? cs_buf_text(&text->whole) : (cs_text){0}, &made);
    check(out);
    if (is_stdout(target))
        writing_stdout(run, cs_buf_text(out), !target->reporter);
    else
        done = writing_file(run, target->path, cs_buf_text(out), OVER_OWN);
    cs_buf_free(&made);
    return done;
}

/* Appends to the summary page of the workflow, if there is one. */
static bool write_summary(const struct reports *reports)
{
    const struct environment *environment = reports->run->environment;
    struct cs_buf out = {0};
    if (!environment->step_summary || !*environment->step_summary)
        return true;
    cs_reporter_summary(reports->reporting, &out);
    check(&out);
    bool done = output_append(environment, environment->step_summary, cs_buf_text(&out));
    cs_buf_free(&out);
    return done;
}

static bool write_all(struct reports *reports)
{
    const struct cs_reporter *first = reports->targets[0].reporter;
    if (reports->is_direct)
        return true;
    if (reports->reporting)
        cs_reporting_end(reports->reporting);
    bool done = write_target(reports, &reports->targets[0]);
    if (first && first == cs_reporter_find(CS_TEXT("github")))
        done = write_summary(reports) && done;
    for (size_t i = 1; i < reports->target_count; i++)
        done = write_target(reports, &reports->targets[i]) && done;
    return done;
}

bool reports_end(struct reports *reports)
{
    bool done = write_all(reports);
    for (int i = 0; i < TEXTS; i++) {
        free(reports->texts[i].waiting);
        cs_buf_free(&reports->texts[i].whole);
    }
    free(reports->targets);
    free(reports->is_told);
    free(reports->here);
    free(reports->root);
    free(reports);
    return done;
}
