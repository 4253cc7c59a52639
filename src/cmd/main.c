/* checksheet: reads the environment once, passes the request to its command, and returns the exit code. */
#include "cmd/commands.h"
#include "base/base.h"
#include "cmd/writing/writing.h"
#include "cmd/shelf.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static bool is_set(const char *value)
{
    return value && *value;
}

/* ja, ja_JP.UTF-8, ...; false for a locale without a language, such as C. */
static bool language_of_environment(enum cs_language *language)
{
    static const char *const names[] = {"CHECKSHEET_LANG", "LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = getenv(names[i]);
        if (!is_set(value))
            continue;
        *language = cs_text_starts(cs_text_of(value), CS_TEXT("ja")) ? CS_JA : CS_EN;
        return strcmp(value, "C") != 0 && !cs_text_starts(cs_text_of(value), CS_TEXT("C.")) &&
               strcmp(value, "POSIX") != 0;
    }
    *language = CS_EN;
    return false;
}

static bool is_forced(void)
{
    const char *names[] = {getenv("CLICOLOR_FORCE"), getenv("FORCE_COLOR")};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_set(names[i]) && strcmp(names[i], "0") != 0)
            return true;
    return false;
}

/* NO_COLOR > CLICOLOR_FORCE and FORCE_COLOR > TERM=dumb > whether the stream is a terminal. */
static bool wants_color(int stream)
{
    const char *term = getenv("TERM");
    if (is_set(getenv("NO_COLOR")))
        return false;
    if (is_forced())
        return true;
    return (!term || strcmp(term, "dumb") != 0) && isatty(stream);
}

static uint32_t terminal_columns(int stream)
{
    struct winsize size;
    const char *columns = getenv("COLUMNS");
    if (!isatty(stream))
        return 0;
    if (is_set(columns) && atoi(columns) > 0)
        return (uint32_t)atoi(columns);
    return ioctl(stream, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

static const char *editor_of_environment(void)
{
    const char *visual = getenv("VISUAL"), *editor = getenv("EDITOR");
    return is_set(visual) ? visual : is_set(editor) ? editor : "vi";
}

static unsigned mask_of_process(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return (unsigned)mask;
}

static void read_environment(struct environment *environment)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH"), *ambiguous = getenv("CHECKSHEET_AMBIGUOUS");
    const char *term = getenv("TERM");
    enum cs_language language;
    bool is_said = language_of_environment(&language);
    int64_t now = is_set(epoch) ? strtoll(epoch, NULL, 10) : (int64_t)time(NULL);
    long processors = sysconf(_SC_NPROCESSORS_ONLN);
    *environment = (struct environment){
        .is_said = is_said,
        .language = language,
        .written = language,
        .color_out = wants_color(STDOUT_FILENO),
        .color_error = wants_color(STDERR_FILENO),
        .in_is_terminal = isatty(STDIN_FILENO),
        .out_is_terminal = isatty(STDOUT_FILENO),
        .is_plain = !is_set(term) || strcmp(term, "dumb") == 0,
        .shows_progress = isatty(STDERR_FILENO) && is_set(term) && strcmp(term, "dumb") != 0,
        .ambiguous = is_set(ambiguous) && strcmp(ambiguous, "2") == 0 ? 2 : 1,
        .columns = terminal_columns(STDOUT_FILENO),
        .error_columns = terminal_columns(STDERR_FILENO),
        .catalog_path = getenv("CHECKSHEET_PATH"),
        .temporary = getenv("TMPDIR"),
        .editor = editor_of_environment(),
        .step_summary = getenv("GITHUB_STEP_SUMMARY"),
        .is_called_by_git = getenv("GIT_DIFF_PATH_COUNTER") != NULL,
        .today = cs_date_of_days((int32_t)(now / 86400)),
        .processors = processors > 0 ? (uint32_t)processors : 1,
        .created = is_set(epoch) ? now : 0,
        .mask = mask_of_process(),
    };
}

/* Applies --color, --lang, --messages and -C, which every command has. Messages are in the language of --messages,
 * else of the environment, else, if that has none, of --lang. False after reporting an error. */
static bool apply_options(struct cs_job *job, struct environment *environment, const struct request *request,
                          enum exit_code *code)
{
    int color = option_word(job, environment, request, OPTION_COLOR, 0);
    int written = option_word(job, environment, request, OPTION_LANG, (int)environment->language);
    int usual = environment->is_said ? (int)environment->language : written;
    int language = written < 0 ? -1 : option_word(job, environment, request, OPTION_MESSAGES, usual);
    const char *directory = request->value[OPTION_DIR];
    *code = EXIT_USAGE;
    if (color < 0 || language < 0)
        return false;
    if (color > 0)
        environment->color_out = environment->color_error = color == 1;
    environment->language = (enum cs_language)language;
    environment->written = request->value[OPTION_LANG] ? (enum cs_language)written : environment->language;
    if (directory && chdir(directory) != 0) {
        error(environment, SAY_CANNOT_ENTER, cs_text_of(directory), cs_system_error(environment->language, errno));
        *code = EXIT_ERROR;
        return false;
    }
    return true;
}

static void out_of_memory(void *context)
{
    output_keep(NULL);
    error(context, SAY_NO_MEMORY, (cs_text){0});
    exit(EXIT_ERROR);
}

static bool is_version(const struct request *request)
{
    if (request->value[OPTION_VERSION])
        output_text(CS_TEXT("checksheet " CS_VERSION "\n"));
    return request->value[OPTION_VERSION] != NULL;
}

static enum exit_code run_command(struct environment *environment, struct request *request)
{
    struct cs_job_options options = {.language = environment->written,
                                     .messages = &environment->language,
                                     .exhausted = out_of_memory,
                                     .context = environment};
    if (request->value[OPTION_DIR])
        options.directory = cs_text_of(request->value[OPTION_DIR]);
    struct run run = {.job = cs_job_new(&options), .environment = environment, .request = request};
    if (!run.job)
        out_of_memory(environment);
    if (!request->value[OPTION_HELP] && request->command != COMMANDS)
        run.shelf = shelf_new(&run);
    run.catalogs = shelf_catalogs(&run);
    enum exit_code code = command_run(&run);
    writing_end(&run);
    paths_free(run.told.at);
    shelf_free(run.shelf);
    cs_job_free(run.job);
    cs_buf_free(&run.standard_input);
    return code;
}

int main(int argc, char **argv)
{
    struct environment environment;
    struct request request;
    enum exit_code code = EXIT_USAGE;
    read_environment(&environment);
    struct cs_job *words = cs_job_new(NULL); /* for guesses about the command line */
    if (!words)
        out_of_memory(&environment);
    bool understood =
        options_read(argc, argv, words, &environment, &request) && apply_options(words, &environment, &request, &code);
    cs_job_free(words);
    if (understood)
        code = is_version(&request) ? EXIT_DONE : run_command(&environment, &request);
    free(request.outputs);
    free(request.reports);
    free(request.rules);
    free(request.catalogs);
    free(request.profiles);
    free(request.reviews);
    free(request.worksheets);
    free(request.arguments);
    if (!output_close(&environment))
        code = EXIT_ERROR;
    return (int)code;
}
