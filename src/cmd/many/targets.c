/* See targets.h. */
#include "cmd/many/targets.h"
#include "cmd/memory.h"
#include "cmd/writing/writing.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* --- options ------------------------------------------------------------------------------------------------------- */

static bool add_format(struct run *run, struct targets *targets, cs_text word)
{
    int index = option_word_of(run->job, run->environment, run->request, OPTION_FORMAT, word);
    cs_text words[OPTION_WORDS];
    if (index < 0)
        return false;
    option_words(OPTION_FORMAT, run->request->command, words);
    const struct cs_emitter *format = cs_emitter_find(words[index]);
    for (int i = 0; i < targets->format_count; i++)
        if (targets->formats[i] == format)
            return true;
    targets->formats[targets->format_count++] = format;
    return true;
}

static bool read_formats(struct run *run, struct targets *targets)
{
    const char *format = run->request->value[OPTION_FORMAT];
    cs_text list = format ? cs_text_of(format) : CS_TEXT("xlsx");
    for (bool more = true; more;) {
        ptrdiff_t comma = cs_text_find(list, CS_TEXT(","));
        more = comma >= 0;
        if (!add_format(run, targets, more ? (cs_text){list.bytes, (size_t)comma} : list))
            return false;
        list = cs_text_skip(list, more ? (size_t)comma + 1 : list.size);
    }
    return true;
}

bool targets_read(struct run *run, struct targets *targets)
{
    static const enum option_id of_one[] = {OPTION_OUTPUT, OPTION_BASE, OPTION_RECORD, OPTION_STDIN_NAME};
    for (size_t i = 0; i < sizeof of_one / sizeof *of_one; i++)
        if (run->request->value[of_one[i]]) {
            struct option_look look;
            struct cs_buf name = {0};
            option_look(of_one[i], &look);
            cs_buf_add(&name, CS_TEXT("--"));
            cs_buf_add(&name, cs_text_of(look.word));
            usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NOT_WITH_TO, cs_buf_text(&name));
            cs_buf_free(&name);
            return false;
        }
    for (int i = 0; i < run->request->argument_count; i++)
        if (strcmp(run->request->arguments[i], "-") == 0) {
            usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NOT_A_FILE, CS_TEXT("-"));
            return false;
        }
    return read_formats(run, targets);
}

/* --- names --------------------------------------------------------------------------------------------------------- */

/* An input and the name of its output files. */
struct named {
    char *path, *name;
    size_t index;
};

static char *name_of(struct run *run, const char *path)
{
    const char *folder = run->request->value[OPTION_TO];
    struct cs_buf name = {0};
    cs_buf_add(&name, cs_text_of(folder));
    if (!cs_text_ends(cs_buf_text(&name), CS_TEXT("/")))
        cs_buf_add_byte(&name, '/');
    cs_buf_add(&name, files_stem(cs_text_of(path)));
    if (name.failed)
        output_no_memory();
    return name.bytes;
}

static int by_name(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    int order = strcmp(a->name, b->name);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

static int by_index(const void *left, const void *right)
{
    const struct named *a = left, *b = right;
    return (a->index > b->index) - (a->index < b->index);
}

static bool refuse(struct run *run, const struct named *a, const struct named *b)
{
    usage_error(run->environment, run->request->command, (cs_text){0}, SAY_ONE_NAME, cs_text_of(a->path),
                cs_text_of(b->path), cs_text_of(b->name));
    return false;
}

/* Removes each input that is the same file as the previous one; false, and reported, if a different file has the same
 * name. */
static bool are_apart(struct run *run, struct named *all, size_t *count)
{
    size_t kept = 0;
    bool apart = true;
    for (size_t i = 0; i < *count; i++) {
        struct named *last = kept ? &all[kept - 1] : NULL;
        if (!last || strcmp(last->name, all[i].name) != 0) {
            all[kept++] = all[i];
            continue;
        }
        apart = apart && (writing_is_one_file(last->path, all[i].path) || refuse(run, last, &all[i]));
        free(all[i].path);
        free(all[i].name);
    }
    *count = kept;
    return apart;
}

/* Names the files; the remaining inputs replace the list. */
static bool name_all(struct run *run, struct targets *targets, struct paths *inputs)
{
    struct named *all = memory_zeroed(inputs->count, sizeof *all);
    targets->names = memory_zeroed(inputs->count, sizeof *targets->names);
    for (size_t i = 0; i < inputs->count; i++)
        all[i] = (struct named){inputs->at[i], name_of(run, inputs->at[i]), i};
    qsort(all, inputs->count, sizeof *all, by_name);
    bool apart = are_apart(run, all, &inputs->count);
    qsort(all, inputs->count, sizeof *all, by_index);
    for (size_t i = 0; i < inputs->count; i++) {
        inputs->at[i] = all[i].path;
        targets->names[i] = all[i].name;
    }
    if (inputs->at)
        inputs->at[inputs->count] = NULL;
    targets->count = inputs->count;
    free(all);
    return apart;
}

static char *path_of(const struct targets *targets, size_t index, int format)
{
    struct cs_buf path = {0};
    cs_buf_add(&path, cs_text_of(targets->names[index]));
    cs_buf_add_byte(&path, '.');
    cs_buf_add(&path, targets->formats[format]->suffix);
    if (path.failed)
        output_no_memory();
    return path.bytes;
}

/* Checks that no input is overwritten, and no file written twice. */
static bool are_allowed(struct run *run, const struct targets *targets, const struct paths *inputs)
{
    struct paths outputs = {0};
    for (size_t i = 0; i < targets->count; i++)
        for (int k = 0; k < targets->format_count; k++) {
            char *path = path_of(targets, i, k);
            paths_add(&outputs, "", path);
            free(path);
        }
    bool allowed =
        writing_spares(run, inputs, &outputs) && writing_are_apart(run, (const char **)outputs.at, outputs.count);
    paths_free(outputs.at);
    return allowed;
}

bool targets_name(struct run *run, struct targets *targets, struct paths *inputs, enum exit_code *code)
{
    *code = EXIT_USAGE;
    if (!name_all(run, targets, inputs))
        return false;
    *code = EXIT_ERROR;
    return are_allowed(run, targets, inputs) && writing_folder(run, run->request->value[OPTION_TO], &targets->made);
}

void targets_take(const struct targets *targets, struct run *run, size_t index, const char *outputs[OPTION_WORDS])
{
    for (int i = 0; i < targets->format_count; i++) {
        char *path = path_of(targets, index, i);
        outputs[i] = cs_job_copy(run->job, cs_text_of(path)).bytes;
        free(path);
    }
    run->request->outputs = outputs;
    run->request->output_count = targets->format_count;
    run->request->value[OPTION_FORMAT] = NULL;
}

void targets_end(struct run *run, struct targets *targets)
{
    if (targets->made)
        rmdir(run->request->value[OPTION_TO]); /* fails unless it is empty */
    paths_free(targets->names);
    targets->names = NULL;
}
