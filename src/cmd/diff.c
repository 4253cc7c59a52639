/* checksheet diff: two sides -> two sheets -> one that says what has changed -> the form of it that the format wants.
 */
#include "cmd/outputs.h"
#include "cmd/sides.h"

#include <string.h>

/* The aspects of --only; 0: all. False after a slip was reported. */
static bool read_only(struct run *run, uint32_t *aspects)
{
    static const uint32_t sets[] = {1u << CS_ASPECT_ANSWER, 1u << CS_ASPECT_REMARK, 1u << CS_ASPECT_EVIDENCE,
                                    1u << CS_ASPECT_DATE, 1u << CS_ASPECT_WORDING};
    int word = option_word(run->job, run->surroundings, run->request, OPTION_ONLY, 0);
    *aspects = run->request->value[OPTION_ONLY] && word >= 0 ? sets[word] : 0;
    return word >= 0;
}

/* The new sheet's language, unless another one was asked for: never the locale's. */
static enum cs_language language_of(const struct run *run, const struct side *old, const struct side *new)
{
    const struct side *side = new->profile || new->catalog ? new : old;
    if (run->request->value[OPTION_LANG] || (!side->profile && !side->catalog))
        return step_language(run);
    return side->profile ? side->profile->language : side->catalog->language;
}

/* What a format shows of a diff: a workbook the new sheet, with the changes in a sheet of their own. */
static const struct cs_sheet *shown(struct run *run, const struct cs_sheet *diff, struct cs_sheet *new,
                                    const struct cs_emitter *emitter)
{
    if (cs_text_equal(emitter->name, CS_TEXT("text")))
        return cs_diff_lines(run->job, diff);
    if (cs_text_equal(emitter->name, CS_TEXT("json")))
        return cs_diff_rows(run->job, diff);
    if (!emitter->binary)
        return cs_diff_table(run->job, diff);
    new->changes = cs_diff_table(run->job, diff);
    new->comparison = diff->comparison;
    return new;
}

static enum exit_code write_diff(struct run *run, const struct cs_sheet *diff, struct cs_sheet *new,
                                 const struct side sides[2], struct cs_emit_options *options)
{
    struct request *request = run->request;
    for (int i = 0; i < request->output_count; i++) {
        const char *output = request->outputs[i];
        if (side_is_source(&sides[0], output) || side_is_source(&sides[1], output)) {
            trouble(run->surroundings, SAY_OUTPUT_IS_INPUT, cs_text_of(output));
            return EXIT_TROUBLE;
        }
        const struct cs_emitter *emitter = outputs_format(run, output);
        options->color = run->surroundings->color_out && strcmp(output, "-") == 0;
        enum exit_code code = outputs_write(run, shown(run, diff, new, emitter), options, emitter, output);
        if (code != EXIT_DONE)
            return code;
    }
    return EXIT_DONE;
}

/* Whether what was found is what the exit code is to tell. */
static bool is_failure(const struct request *request, const struct cs_sheet *diff)
{
    return (request->value[OPTION_EXIT_CODE] && cs_diff_found(diff)) ||
           (request->value[OPTION_FAIL_ON] && diff->comparison->worse);
}

enum exit_code command_diff(struct run *run)
{
    struct request *request = run->request;
    struct side sides[2] = {{0}, {0}};
    struct cs_emit_options options;
    uint32_t aspects;
    enum exit_code code;
    int audience = option_word(run->job, run->surroundings, request, OPTION_AUDIENCE, CS_PUBLIC);
    if (request->argument_count < 2) {
        slip(run->surroundings, request->command, (cs_text){0}, SAY_TOO_FEW, CS_TEXT("OLD NEW"));
        return EXIT_USAGE;
    }
    if (!request->value[OPTION_FORMAT] && request->output_count == 0)
        request->value[OPTION_FORMAT] = "text";
    if (audience < 0 || option_word(run->job, run->surroundings, request, OPTION_FAIL_ON, 0) < 0 ||
        !step_has_at_most(run, 2) || !read_only(run, &aspects) || !outputs_read(run, &options) || !outputs_check(run))
        return EXIT_USAGE;
    for (int i = 0; i < 2; i++)
        if (!side_load(run, step_argument(run, i), &sides[i], &code))
            return code;
    struct cs_compose_options compose = {.language = language_of(run, &sides[0], &sides[1])};
    struct cs_sheet *sheets[2];
    for (int i = 0; i < 2; i++)
        if (!(sheets[i] = side_compose(run, &sides[i], &compose, (enum cs_audience)audience, &code)))
            return code;
    const struct cs_sheet *diff = cs_diff(run->job, sheets[0], sheets[1], aspects);
    code = write_diff(run, diff, sheets[1], sides, &options);
    return code == EXIT_DONE && is_failure(request, diff) ? EXIT_FOUND : code;
}
