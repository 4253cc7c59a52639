/* checksheet render: profile -> its answers for a product and an audience -> sheet -> as many files as are asked for. */
#include "cmd/findings.h"
#include "cmd/steps.h"

#include <string.h>

static bool read_render(struct run *run, struct cs_emit_options *options)
{
    const struct request *request = run->request;
    int protect = option_word(run->job, run->surroundings, request, OPTION_PROTECT, 0);
    int height = option_word(run->job, run->surroundings, request, OPTION_ROW_HEIGHT, 0);
    if (protect < 0 || height < 0)
        return false;
    *options = (struct cs_emit_options){
        .csv_plain = request->value[OPTION_CSV_PLAIN] != NULL,
        .protect = (enum cs_protect)protect,
        .font = cs_text_of(request->value[OPTION_FONT]),
        .auto_height = height == 1,
        .temporary = cs_text_of(run->surroundings->temporary),
        .created = run->surroundings->created,
        .color = false,
        .ambiguous = run->surroundings->ambiguous,
    };
    return true;
}

/* The format of an output: -f, else the ending of its name. NULL, and reported, when neither names one. */
static const struct cs_emitter *emitter_for(struct run *run, const char *output)
{
    if (option_word(run->job, run->surroundings, run->request, OPTION_FORMAT, 0) < 0)
        return NULL;
    const char *format = run->request->value[OPTION_FORMAT], *dot = strrchr(output, '.');
    const struct cs_emitter *emitter = cs_emitter_find(cs_text_of(format ? format : dot ? dot + 1 : ""));
    if (!emitter)
        slip(run->surroundings, run->request->command, (cs_text){0}, SAY_NO_SUFFIX, cs_text_of(output));
    return emitter;
}

/* acme.xlsx  71 items  18.2 kB */
static void say_written(struct run *run, const char *output, const struct cs_answers *answers, size_t size)
{
    struct cs_buf count = {0}, bytes = {0};
    cs_buf_print(&bytes, "%.1f kB", (double)size / 1000);
    notice(run->surroundings, run->request, SAY_WROTE, cs_text_of(output),
           step_number(&count, answers->catalog->item_count), cs_buf_text(&bytes));
    cs_buf_free(&count);
    cs_buf_free(&bytes);
}

/* True when an output would replace a file that it is made from. */
static bool is_input(const struct cs_profile *profile, const struct cs_answers *answers, const char *output)
{
    for (const struct cs_profile *from = profile; from; from = from->extends)
        if (files_is_source(from->source, output))
            return true;
    return files_is_source(answers->catalog->source, output);
}

static enum exit_code render_to(struct run *run, const struct cs_sheet *sheet, const struct cs_answers *answers,
                                const struct cs_emit_options *options, const struct cs_emitter *emitter,
                                const char *output)
{
    struct cs_buf bytes = {0};
    const char *why;
    bool done = cs_emit(run->job, sheet, emitter, options, &bytes, &why);
    if (!done)
        trouble(run->surroundings, SAY_CANNOT_RENDER, cs_text_of(output), cs_text_of(why));
    else if (strcmp(output, "-") == 0)
        output_text(cs_buf_text(&bytes));
    else if ((done = output_file(run->surroundings, output, cs_buf_text(&bytes))))
        say_written(run, output, answers, bytes.size);
    cs_buf_free(&bytes);
    return done ? EXIT_DONE : EXIT_TROUBLE;
}

/* Holds all outputs against what can be written, before anything is read. */
static bool check_outputs(struct run *run)
{
    struct request *request = run->request;
    if (request->output_count == 0 && request->value[OPTION_FORMAT])
        request->outputs[request->output_count++] = "-";
    if (request->output_count == 0) {
        slip(run->surroundings, request->command, (cs_text){0}, SAY_NO_OUTPUT, (cs_text){0});
        return false;
    }
    for (int i = 0; i < request->output_count; i++) {
        const struct cs_emitter *emitter = emitter_for(run, request->outputs[i]);
        if (!emitter)
            return false;
        if (emitter->binary && strcmp(request->outputs[i], "-") == 0 && run->surroundings->out_is_terminal) {
            slip(run->surroundings, request->command, (cs_text){0}, SAY_TO_TERMINAL, emitter->name, CS_TEXT("sheet"));
            return false;
        }
    }
    return true;
}

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
    slip(run->surroundings, run->request->command, cs_guess_text(run->job, cs_text_of(word), names, count),
         SAY_NO_LAYOUT, catalog->id, cs_text_of(word));
    return false;
}

/* The product of --product. False, and reported, when the profile has none of that name. */
static bool read_product(struct run *run, const struct cs_profile *profile, cs_text *product)
{
    *product = cs_text_of(run->request->value[OPTION_PRODUCT]);
    for (uint32_t i = 0; i < profile->product_count; i++)
        if (cs_text_equal(profile->products[i], *product))
            return true;
    if (product->size)
        slip(run->surroundings, run->request->command,
             cs_guess_text(run->job, *product, profile->products, profile->product_count), SAY_NO_PRODUCT, *product);
    return product->size == 0;
}

enum exit_code command_render(struct run *run)
{
    struct cs_emit_options options;
    enum exit_code code;
    const struct cs_answers *answers;
    const struct request *request = run->request;
    int audience = option_word(run->job, run->surroundings, request, OPTION_AUDIENCE, CS_PUBLIC);
    if (audience < 0 || !step_has_at_most(run, 1) || !read_render(run, &options) || !check_outputs(run))
        return EXIT_USAGE;
    const struct cs_profile *profile = step_load(run, step_argument(run, 0), &answers, &code);
    if (!profile) {
        if (code == EXIT_FOUND)
            notice(run->surroundings, request, SAY_RENDER_STOPPED, (cs_text){0});
        return code;
    }
    struct cs_compose_options compose = {
        .language = request->value[OPTION_LANG] ? step_language(run) : profile->language, /* never the locale's */
        .with_owner = request->value[OPTION_OWNER] != NULL,
        .empty = request->value[OPTION_TEMPLATE] != NULL,
    };
    if (!read_layout(run, answers->catalog, &compose.layout) || !read_product(run, profile, &compose.product))
        return EXIT_USAGE;
    if (compose.product.size)
        answers = cs_answers_for_product(run->job, answers, compose.product);
    answers = cs_answers_for_audience(run->job, answers, (enum cs_audience)audience);
    const struct cs_sheet *sheet = cs_compose(run->job, profile, answers, &compose);
    for (int i = 0; i < request->output_count; i++) {
        const char *output = request->outputs[i];
        if (is_input(profile, answers, output)) {
            trouble(run->surroundings, SAY_OUTPUT_IS_INPUT, cs_text_of(output));
            return EXIT_TROUBLE;
        }
        code = render_to(run, sheet, answers, &options, emitter_for(run, output), output);
        if (code != EXIT_DONE)
            return code;
    }
    return EXIT_DONE;
}
