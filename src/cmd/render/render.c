/* checksheet render: profile -> its answers for a product and an audience -> sheet -> as many files as are asked for. Many
 * profiles go that way beside each other, with --to.
 */
#include "cmd/commands.h"
#include "cmd/many/arguments.h"
#include "cmd/findings.h"
#include "cmd/holds.h"
#include "cmd/many/many.h"
#include "cmd/outputs.h"
#include "cmd/records.h"
#include "cmd/sides.h"
#include "cmd/many/targets.h"
#include "cmd/many/workers.h"
#include "cmd/writing/writing.h"
#include "base/base.h"

/* The layout of --layout. False, and reported, if the catalog has none of that name. */
static bool read_layout(struct run *run, const struct cs_catalog *catalog, const struct cs_layout **layout)
{
    const char *word = run->request->value[OPTION_LAYOUT];
    cs_text names[64];
    uint32_t count = 0;
    *layout = word ? cs_catalog_layout(catalog, cs_text_of(word)) : NULL;
    if (!word || *layout)
        return true;
    for (uint32_t i = 1; i < catalog->layout_count && count < 64; i++)
        names[count++] = catalog->layouts[i].name;
    usage_error(run->environment, run->request->command, cs_guess_text(run->job, cs_text_of(word), names, count),
                SAY_NO_LAYOUT, catalog->id, cs_text_of(word));
    return false;
}

/* Writes the record of --record, with the answers of all outputs. */
static bool record(struct run *run, const struct side *side, const struct cs_compose_options *compose,
                   enum cs_audience audience)
{
    struct cs_record record = {.audience = audience};
    if (!run->request->value[OPTION_RECORD])
        return true;
    const struct cs_sheet *sheet =
        records_sheet(run, side->profile, side->answers, compose->product, compose->language, audience);
    if (!sheet)
        return false;
    cs_record_take(run->job, &record, sheet);
    return records_write(run, &record, NULL, run->request->outputs, (uint32_t)run->request->output_count);
}

/* False, and reported, if the record must not be written to its place. */
static bool may_record(struct run *run)
{
    const char *path = run->request->value[OPTION_RECORD];
    return !path || writing_is_allowed(run, path, OVER_NOTHING);
}

/* Common to all profiles being rendered. */
struct rendering {
    struct cs_emit_options emit;
    enum cs_audience audience;
    struct targets targets;
    struct paths profiles;
    size_t written, left; /* number of profiles */
};

/* Loads a profile and writes its sheet to the run's outputs. */
static enum exit_code render_one(struct run *run, const struct rendering *rendering, const char *word)
{
    enum exit_code code;
    struct side side = {0}, base = {0};
    const struct request *request = run->request;
    side.profile = step_load(run, word, TO_RENDER, &side.answers, &code);
    if (!side.profile) {
        if (code == EXIT_FOUND)
            info(run->environment, request, SAY_RENDER_STOPPED, (cs_text){0});
        return code;
    }
    struct cs_compose_options compose = {
        .language = request->value[OPTION_LANG] ? step_written(run) : side.profile->language, /* never the locale's */
        .with_owner = request->value[OPTION_OWNER] != NULL,
        .empty = request->value[OPTION_TEMPLATE] != NULL,
    };
    if (!read_layout(run, side.answers->catalog, &compose.layout) ||
        !step_read_product(run, side.profile, &compose.product))
        return EXIT_USAGE;
    if (request->value[OPTION_BASE] && !side_load(run, request->value[OPTION_BASE], TO_RENDER, &base, &code))
        return code;
    holds_apply(run, side.profile, &side.answers, 1);
    struct cs_sheet *sheet = side_compose(run, &side, &compose, rendering->audience, &code);
    if (request->value[OPTION_BASE]) {
        const struct cs_sheet *old = side_compose(run, &base, &compose, rendering->audience, &code);
        if (!old)
            return code;
        sheet->changes = cs_diff_table(run->job, cs_diff(run->job, old, sheet, 0));
    }
    if (!outputs_are_allowed(run) || !may_record(run))
        return EXIT_ERROR;
    writing_keep(run);
    for (int i = 0; i < request->output_count; i++) {
        const char *output = request->outputs[i];
        code = outputs_write(run, sheet, &rendering->emit, outputs_format(run, output), output,
                             compose.empty ? NEWS_OF_SIZE : NEWS_OF_OPEN);
        if (code != EXIT_DONE)
            return code;
    }
    return record(run, &side, &compose, rendering->audience) && writing_all(run) ? EXIT_DONE : EXIT_ERROR;
}

/* --- many ---------------------------------------------------------------------------------------------------------- */

static const char *path_of(const void *context, size_t index, int n)
{
    const struct rendering *rendering = context;
    return n == 0 ? rendering->profiles.at[index] : NULL;
}

static enum exit_code render_next(void *context, struct run *run, size_t index)
{
    const struct rendering *rendering = context;
    const char *outputs[OPTION_WORDS];
    targets_take(&rendering->targets, run, index, outputs);
    return render_one(run, rendering, rendering->profiles.at[index]);
}

static void count_one(void *context, struct run *run, size_t index, enum exit_code code)
{
    struct rendering *rendering = context;
    (void)run;
    (void)index;
    if (code == EXIT_DONE)
        rendering->written++;
    else
        rendering->left++;
}

static void say_counts(struct run *run, const struct rendering *rendering)
{
    struct cs_buf written = {0}, left = {0};
    info(run->environment, run->request, rendering->left ? SAY_RENDERED_SOME : SAY_RENDERED_ALL,
         step_number(&written, rendering->written), cs_text_of(run->request->value[OPTION_TO]),
         step_number(&left, rendering->left));
    cs_buf_free(&written);
    cs_buf_free(&left);
}

static enum exit_code render_many(struct run *run, struct rendering *rendering)
{
    enum exit_code found = arguments_list(run, true, &rendering->profiles), code = EXIT_ERROR;
    if (rendering->profiles.count && targets_name(run, &rendering->targets, &rendering->profiles, &code)) {
        const struct many many = {rendering->profiles.count, path_of, render_next, count_one, rendering};
        code = many_run(run, &many);
        if (rendering->written + rendering->left > 1)
            say_counts(run, rendering);
    }
    targets_end(run, &rendering->targets);
    paths_free(rendering->profiles.at);
    return found > code ? found : code;
}

/* False, and reported, if several profiles are given without a folder for the files. */
static bool is_one_profile(struct run *run)
{
    struct cs_buf path = {0};
    const char *word = step_argument(run, 0);
    bool is_folder = word && files_find(word, &path) && paths_is_folder(path.bytes);
    cs_buf_free(&path);
    if (run->request->argument_count <= 1 && !is_folder)
        return true;
    usage_error(run->environment, run->request->command, (cs_text){0}, SAY_MANY_NEED_TO,
                cs_text_of(is_folder ? word : step_argument(run, 1)));
    return false;
}

enum exit_code command_render(struct run *run)
{
    struct rendering rendering = {0};
    bool is_many = run->request->value[OPTION_TO] != NULL;
    int audience = option_word(run->job, run->environment, run->request, OPTION_AUDIENCE, CS_PUBLIC);
    rendering.audience = (enum cs_audience)audience;
    if (audience < 0 || !outputs_read(run, &rendering.emit) || !records_read(run) || !workers_read(run) ||
        !(is_many ? targets_read(run, &rendering.targets) : is_one_profile(run) && outputs_check(run)))
        return EXIT_USAGE;
    return is_many ? render_many(run, &rendering) : render_one(run, &rendering, step_argument(run, 0));
}
