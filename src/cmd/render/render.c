/* checksheet render: profile -> its answers for a product and an audience -> sheet -> as many files as are asked for.
 */
#include "cmd/findings.h"
#include "cmd/holds.h"
#include "cmd/outputs.h"
#include "cmd/records.h"
#include "cmd/sides.h"
#include "cmd/writing.h"
#include "base/base.h"

/* The layout of --layout. False, and reported, when the catalog has none of that name. */
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

/* The record of --record, of what all outputs say. */
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

/* False, and reported, when the record may not be written where it is to be. */
static bool may_record(struct run *run)
{
    const char *path = run->request->value[OPTION_RECORD];
    return !path || writing_is_allowed(run, path, OVER_NOTHING);
}

enum exit_code command_render(struct run *run)
{
    struct cs_emit_options options;
    enum exit_code code;
    struct side side = {0}, base = {0};
    const struct request *request = run->request;
    int audience = option_word(run->job, run->environment, request, OPTION_AUDIENCE, CS_PUBLIC);
    if (audience < 0 || !step_has_at_most(run, 1) || !outputs_read(run, &options) || !outputs_check(run) ||
        !records_read(run))
        return EXIT_USAGE;
    side.profile = step_load(run, step_argument(run, 0), TO_RENDER, &side.answers, &code);
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
    holds_apply(run, &side.answers, 1);
    struct cs_sheet *sheet = side_compose(run, &side, &compose, (enum cs_audience)audience, &code);
    if (request->value[OPTION_BASE]) {
        const struct cs_sheet *old = side_compose(run, &base, &compose, (enum cs_audience)audience, &code);
        if (!old)
            return code;
        sheet->changes = cs_diff_table(run->job, cs_diff(run->job, old, sheet, 0));
    }
    if (!outputs_are_allowed(run) || !may_record(run))
        return EXIT_ERROR;
    for (int i = 0; i < request->output_count; i++) {
        const char *output = request->outputs[i];
        code = outputs_write(run, sheet, &options, outputs_format(run, output), output,
                             compose.empty ? NEWS_OF_SIZE : NEWS_OF_OPEN);
        if (code != EXIT_DONE)
            return code;
    }
    return record(run, &side, &compose, (enum cs_audience)audience) ? EXIT_DONE : EXIT_ERROR;
}
