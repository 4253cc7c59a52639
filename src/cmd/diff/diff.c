/* checksheet diff: the changes between two files of any kind, or between the files of two folders. */
#include "cmd/commands.h"
#include "cmd/diff/comparing.h"
#include "cmd/diff/folders.h"
#include "cmd/many/workers.h"
#include "cmd/outputs.h"
#include "cmd/writing/writing.h"

#include <string.h>

/* The aspects of --only; 0: all. False after reporting a usage error. */
static bool read_only(struct run *run, uint32_t *aspects)
{
    static const uint32_t sets[] = {1u << CS_ASPECT_ANSWER, 1u << CS_ASPECT_REMARK, 1u << CS_ASPECT_EVIDENCE,
                                    1u << CS_ASPECT_DATE, 1u << CS_ASPECT_WORDING};
    int word = option_word(run->job, run->environment, run->request, OPTION_ONLY, 0);
    *aspects = run->request->value[OPTION_ONLY] && word >= 0 ? sets[word] : 0;
    return word >= 0;
}

static enum exit_code write_diff(struct comparing *c, struct cs_emit_options *options)
{
    struct run *run = c->run;
    if (!outputs_are_allowed(run))
        return EXIT_ERROR;
    writing_keep(run);
    for (int i = 0; i < run->request->output_count; i++) {
        const char *output = run->request->outputs[i];
        const struct cs_emitter *emitter = outputs_format(run, output);
        const struct cs_sheet *sheet = comparing_shown(c, emitter);
        bool is_shown = strcmp(output, "-") == 0;
        options->color = is_shown && run->environment->color_out;
        options->columns = is_shown ? run->environment->columns : 0;
        enum exit_code code = sheet ? outputs_write(run, sheet, options, emitter, output, NEWS_OF_SIZE) : EXIT_ERROR;
        if (code != EXIT_DONE)
            return code;
    }
    return writing_all(run) ? EXIT_DONE : EXIT_ERROR;
}

/* True for two folders, which are compared file by file. *good is false if only one is a folder. */
static bool are_folders(struct run *run, bool *good)
{
    bool is_folder[2];
    for (int i = 0; i < 2; i++) {
        struct cs_buf path = {0};
        is_folder[i] = files_find(step_argument(run, i), &path) && paths_is_folder(path.bytes);
        cs_buf_free(&path);
    }
    *good = is_folder[0] == is_folder[1];
    if (!*good)
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_ONE_FOLDER,
                    cs_text_of(step_argument(run, is_folder[0] ? 0 : 1)),
                    cs_text_of(step_argument(run, is_folder[0] ? 1 : 0)));
    return is_folder[0] && is_folder[1];
}

static enum exit_code compare_two(struct comparing *c, struct cs_emit_options *options)
{
    enum exit_code code;
    if (!comparing_load(c, step_argument(c->run, 0), step_argument(c->run, 1), &code))
        return code;
    code = write_diff(c, options);
    return code == EXIT_DONE && comparing_fails(c) ? EXIT_FOUND : code;
}

static enum exit_code compare(struct run *run)
{
    struct request *request = run->request;
    struct comparing c = {.run = run};
    struct cs_emit_options options;
    bool good;
    int audience = option_word(run->job, run->environment, request, OPTION_AUDIENCE, CS_PUBLIC);
    if (request->argument_count < 2) {
        usage_error(run->environment, request->command, (cs_text){0}, SAY_TOO_FEW, CS_TEXT("OLD NEW"));
        return EXIT_USAGE;
    }
    if (!request->value[OPTION_FORMAT] && request->output_count == 0)
        request->value[OPTION_FORMAT] = "text";
    if (audience < 0 || option_word(run->job, run->environment, request, OPTION_FAIL_ON, 0) < 0 ||
        !step_has_at_most(run, 2) || !read_only(run, &c.aspects) || !outputs_read(run, &options) ||
        !outputs_check(run) || !workers_read(run))
        return EXIT_USAGE;
    c.audience = (enum cs_audience)audience;
    if (are_folders(run, &good))
        return folders_compare(&c, &options);
    return good ? compare_two(&c, &options) : EXIT_USAGE;
}

/* git treats any exit code other than 0 as a fatal error and shows no further files: for git the result is only
 * printed. */
enum exit_code command_diff(struct run *run)
{
    enum exit_code code = compare(run);
    return run->environment->is_called_by_git ? EXIT_DONE : code;
}
