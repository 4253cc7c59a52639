/* checksheet diff: two sides -> two sheets -> one that says what has changed -> the form of it that the format wants.
 */
#include "cmd/outputs.h"
#include "cmd/sides.h"

#include <string.h>

struct comparing {
    struct run *run;
    struct side sides[2]; /* the old one, the new one */
    enum cs_audience audience;
    struct cs_sheet *sheets[2];
    const struct cs_sheet *diff;
};

/* The aspects of --only; 0: all. False after a usage error was reported. */
static bool read_only(struct run *run, uint32_t *aspects)
{
    static const uint32_t sets[] = {1u << CS_ASPECT_ANSWER, 1u << CS_ASPECT_REMARK, 1u << CS_ASPECT_EVIDENCE,
                                    1u << CS_ASPECT_DATE, 1u << CS_ASPECT_WORDING};
    int word = option_word(run->job, run->environment, run->request, OPTION_ONLY, 0);
    *aspects = run->request->value[OPTION_ONLY] && word >= 0 ? sets[word] : 0;
    return word >= 0;
}

/* The new sheet's language, unless another one was asked for: never the locale's. */
static enum cs_language language_of(const struct run *run, const struct side *old, const struct side *new)
{
    const struct side *side = new->profile || new->catalog ? new : old;
    if (run->request->value[OPTION_LANG] || (!side->profile && !side->catalog))
        return step_written(run);
    return side->profile ? side->profile->language : side->catalog->language;
}

static bool has_all_columns(const struct side *side)
{
    return !side->grid && !side->record;
}

/* The sheets of both sides, with evidence and dates in columns of their own where the profiles say them: a sheet that was
 * read back has what its form has. False, and *code set, after an error was reported. */
static bool compose_sides(struct comparing *c, enum exit_code *code)
{
    const struct side *sides = c->sides;
    const struct cs_compose_options options = {.language = language_of(c->run, &sides[0], &sides[1]),
                                               .with_evidence =
                                                   has_all_columns(&sides[0]) && has_all_columns(&sides[1])};
    for (int i = 0; i < 2; i++)
        if (!(c->sheets[i] = side_compose(c->run, &sides[i], &options, c->audience, code)))
            return false;
    for (int i = 0; i < 2; i++)
        if (sides[i].record)
            cs_record_trim(sides[i].record, c->sheets[1 - i]);
    return true;
}

/* The new sheet as its layout has it, with the changes in a sheet of their own. NULL after an error was reported. */
static const struct cs_sheet *workbook(struct comparing *c)
{
    const struct cs_compose_options options = {.language = c->sheets[1]->language};
    enum exit_code code;
    struct cs_sheet *sheet = c->sheets[1];
    if (c->sides[1].profile && !(sheet = side_compose(c->run, &c->sides[1], &options, c->audience, &code)))
        return NULL;
    sheet->changes = cs_diff_table(c->run->job, c->diff);
    sheet->comparison = c->diff->comparison;
    return sheet;
}

/* What a format shows of a diff. */
static const struct cs_sheet *shown(struct comparing *c, const struct cs_emitter *emitter)
{
    switch (emitter->diff) {
    case CS_DIFF_LINES:
        return cs_diff_lines(c->run->job, c->diff);
    case CS_DIFF_ROWS:
        return cs_diff_rows(c->run->job, c->diff);
    case CS_DIFF_BESIDE:
        return workbook(c);
    case CS_DIFF_TABLE:
    case CS_DIFF_NONE:
        break;
    }
    return cs_diff_table(c->run->job, c->diff);
}

static enum exit_code write_diff(struct comparing *c, struct cs_emit_options *options)
{
    struct run *run = c->run;
    if (!outputs_are_allowed(run))
        return EXIT_ERROR;
    for (int i = 0; i < run->request->output_count; i++) {
        const char *output = run->request->outputs[i];
        const struct cs_emitter *emitter = outputs_format(run, output);
        const struct cs_sheet *sheet = shown(c, emitter);
        options->color = run->environment->color_out && strcmp(output, "-") == 0;
        enum exit_code code = sheet ? outputs_write(run, sheet, options, emitter, output) : EXIT_ERROR;
        if (code != EXIT_DONE)
            return code;
    }
    return EXIT_DONE;
}

/* Whether what was found is what the exit code is to tell; so is an answer that could not be understood, which may hide
 * it. */
static bool is_failure(struct run *run, const struct cs_sheet *diff)
{
    const struct request *request = run->request;
    bool is_asked = request->value[OPTION_EXIT_CODE] || request->value[OPTION_FAIL_ON];
    return (request->value[OPTION_EXIT_CODE] && cs_diff_found(diff)) ||
           (request->value[OPTION_FAIL_ON] && diff->comparison->worse) ||
           (is_asked && !request->value[OPTION_ALLOW_ERRORS] && cs_finding_count(run->job, CS_ERROR) > 0);
}

static enum exit_code compare(struct run *run)
{
    struct request *request = run->request;
    struct comparing c = {.run = run};
    struct cs_emit_options options;
    uint32_t aspects;
    enum exit_code code;
    int audience = option_word(run->job, run->environment, request, OPTION_AUDIENCE, CS_PUBLIC);
    if (request->argument_count < 2) {
        usage_error(run->environment, request->command, (cs_text){0}, SAY_TOO_FEW, CS_TEXT("OLD NEW"));
        return EXIT_USAGE;
    }
    if (!request->value[OPTION_FORMAT] && request->output_count == 0)
        request->value[OPTION_FORMAT] = "text";
    if (audience < 0 || option_word(run->job, run->environment, request, OPTION_FAIL_ON, 0) < 0 ||
        !step_has_at_most(run, 2) || !read_only(run, &aspects) || !outputs_read(run, &options) || !outputs_check(run))
        return EXIT_USAGE;
    c.audience = (enum cs_audience)audience;
    for (int i = 0; i < 2; i++)
        if (!side_load(run, step_argument(run, i), &c.sides[i], &code))
            return code;
    if (!compose_sides(&c, &code))
        return code;
    c.diff = cs_diff(run->job, c.sheets[0], c.sheets[1], aspects);
    code = write_diff(&c, &options);
    return code == EXIT_DONE && is_failure(run, c.diff) ? EXIT_FOUND : code;
}

/* git takes any other exit code than 0 for its own end, with the files behind this one not shown: then what was found is
 * said, and that is all. */
enum exit_code command_diff(struct run *run)
{
    enum exit_code code = compare(run);
    return run->environment->is_called_by_git ? EXIT_DONE : code;
}
