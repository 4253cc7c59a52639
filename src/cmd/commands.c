/* The page to read first: every command of checksheet, each a pipeline through the library.
 *
 *     files -> sources -> load (catalog, profile) -> check -> compose (a sheet) -> emit -> output
 *
 * What is asked for goes to stdout, all about the run to stderr. Nothing below this floor prints. */
#include "cmd/commands.h"
#include "cmd/findings.h"
#include "cmd/topics.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* --- shared steps ----------------------------------------------------------------------------------------------- */

static enum cs_language language_of(const struct run *run)
{
    return run->surroundings->language;
}

/* The answers that the run is about: those to -c, or to the profile's own catalog. NULL, and reported, if there are none. */
static const struct cs_answers *answers_of(struct run *run, const struct cs_profile *profile,
                                           const struct cs_catalog *catalog)
{
    const struct cs_answers *answers = cs_profile_answers(profile, catalog ? catalog->id : (cs_text){0});
    if (!answers)
        trouble(run->surroundings, SAY_NO_ANSWERS, profile->source->path, catalog->id);
    return answers;
}

/* Opens, loads and checks a profile. NULL when it cannot be worked with: *code is set, and what is wrong is printed. */
static const struct cs_profile *load_profile(struct run *run, const char *word, const struct cs_answers **answers,
                                             enum exit_code *code)
{
    const char *language = run->request->value[OPTION_LANG];
    struct cs_check_options check = {.in_language = language != NULL, .language = language_of(run)};
    const char *id = run->request->value[OPTION_CATALOG];
    const struct cs_catalog *catalog = id ? files_catalog(run, id, code) : NULL;
    if (id && !catalog)
        return NULL;
    *code = EXIT_TROUBLE;
    const struct cs_source *source = files_open_profile(run, word);
    if (!source)
        return NULL;
    const struct cs_profile *profile = cs_load_profile(run->job, source, &run->catalogs);
    *answers = profile ? answers_of(run, profile, catalog) : NULL;
    if (profile && !*answers)
        return NULL;
    if (profile)
        cs_check_profile(run->job, profile, *answers, &check);
    if (cs_finding_count(run->job, CS_ERROR) == 0 || (profile && run->request->value[OPTION_ALLOW_ERRORS])) {
        if (language && !run->request->value[OPTION_QUIET])
            findings_print_rule(run, CS_RULE_NOT_TRANSLATED);
        return profile;
    }
    findings_print(run, NULL, FINDINGS_FULL, true);
    *code = EXIT_FOUND;
    return NULL;
}

/* Writes a sheet to stdout in the format of -f; the default is text. */
static enum exit_code print_sheet(struct run *run, const struct cs_sheet *sheet)
{
    static const cs_text formats[] = {{"text", 4}, {"tsv", 3}, {"json", 4}};
    int format = option_word(run->job, run->surroundings, run->request, OPTION_FORMAT, formats, 3, 0);
    struct cs_emit_options options = {.color = run->surroundings->color_out, .ambiguous = run->surroundings->ambiguous};
    struct cs_buf out = {0};
    const char *why;
    if (format < 0)
        return EXIT_USAGE;
    bool done = cs_emit(run->job, sheet, cs_emitter_find(formats[format]), &options, &out, &why);
    if (!done)
        trouble(run->surroundings, SAY_CANNOT_RENDER, formats[format], cs_text_of(why));
    else
        output_text(cs_buf_text(&out));
    cs_buf_free(&out);
    return done ? EXIT_DONE : EXIT_TROUBLE;
}

static bool has_at_most(const struct run *run, int most)
{
    if (run->request->argument_count <= most)
        return true;
    slip(run->surroundings, run->request->command, (cs_text){0}, SAY_TOO_MANY,
         cs_text_of(run->request->arguments[most]));
    return false;
}

static const char *argument(const struct run *run, int index)
{
    return index < run->request->argument_count ? run->request->arguments[index] : NULL;
}

static cs_text print_number(struct cs_buf *buf, uint64_t number)
{
    cs_buf_clear(buf);
    cs_buf_print(buf, "%llu", (unsigned long long)number);
    return cs_buf_text(buf);
}

/* --- new -------------------------------------------------------------------------------------------------------- */

static enum exit_code update_profile(struct run *run, const char *path)
{
    struct cs_buf out = {0}, number = {0};
    enum exit_code code;
    const struct cs_answers *answers;
    const struct cs_profile *profile = load_profile(run, path, &answers, &code);
    if (!profile)
        return code;
    uint32_t count = cs_scaffold_update(run->job, profile, answers, &out);
    bool to_stdout = strcmp(path, "-") == 0, done = true;
    if (to_stdout)
        output_text(cs_buf_text(&out));
    else if (count)
        done = output_file(run->surroundings, profile->source->path.bytes, cs_buf_text(&out));
    if (done && !to_stdout)
        notice(run->surroundings, run->request, count ? SAY_UPDATED : SAY_UP_TO_DATE, profile->source->path,
               print_number(&number, count));
    cs_buf_free(&out);
    cs_buf_free(&number);
    return done ? EXIT_DONE : EXIT_TROUBLE;
}

/* Writes what was made to FILE, or to stdout where none is named. */
static enum exit_code write_new(struct run *run, const char *path, const struct cs_buf *out)
{
    if (path && strcmp(path, "-") != 0)
        return output_new_file(run->surroundings, path, cs_buf_text(out)) ? EXIT_DONE : EXIT_TROUBLE;
    output_text(cs_buf_text(out));
    return EXIT_DONE;
}

static enum exit_code command_new(struct run *run)
{
    static const cs_text kinds[] = {{"profile", 7}, {"catalog", 7}};
    const char *word = run->request->value[OPTION_CATALOG], *path = argument(run, 0);
    int kind = option_word(run->job, run->surroundings, run->request, OPTION_KIND, kinds, 2, 0);
    struct cs_buf out = {0}, number = {0};
    if (kind < 0 || !has_at_most(run, 1))
        return EXIT_USAGE;
    if (run->request->value[OPTION_UPDATE])
        return update_profile(run, run->request->value[OPTION_UPDATE]);
    enum exit_code code;
    const struct cs_catalog *catalog = kind == 0 ? files_catalog(run, word ? word : "METI", &code) : NULL;
    if (kind == 0 && !catalog)
        return code;
    if (kind == 0)
        cs_scaffold_profile(run->job, catalog, &out);
    else
        cs_scaffold_catalog(run->job, &out);
    code = write_new(run, path, &out);
    if (code == EXIT_DONE && path && kind == 0) {
        notice(run->surroundings, run->request, SAY_CREATED, cs_text_of(path), catalog->id,
               print_number(&number, catalog->item_count));
        notice(run->surroundings, run->request, SAY_NEXT_FILL, cs_text_of(path));
    } else if (code == EXIT_DONE && path)
        notice(run->surroundings, run->request, SAY_CREATED_CATALOG, cs_text_of(path));
    cs_buf_free(&out);
    cs_buf_free(&number);
    return code;
}

/* --- validate --------------------------------------------------------------------------------------------------- */

struct validation {
    struct cs_check_options check;
    enum findings_form form;
    const struct cs_catalog *catalog; /* of -c: the only one that is looked at; NULL: all that the profile answers */
};

/* acme.yaml: OK  METI 2025年版  95問  ○ 81  △ 9  × 3  － 2  未回答 0 */
static void add_good_line(struct run *run, struct cs_buf *line, cs_text path, const struct cs_answers *answers)
{
    enum cs_language language = language_of(run);
    const struct cs_catalog *catalog = answers->catalog;
    uint32_t counts[CS_STATES];
    struct cs_buf number = {0};
    cs_answers_count(answers, 0, catalog->item_count, counts);
    say(line, language, SAY_PROFILE_OK, path, catalog->id, cs_words_in(&catalog->edition, language),
        print_number(&number, catalog->item_count));
    for (int i = 0; i < CS_STATES; i++) {
        enum cs_state state = (enum cs_state)((i + 1) % CS_STATES); /* the open ones last */
        const struct cs_mark *mark = cs_catalog_mark(catalog, state);
        if (counts[state] == 0 && state != CS_STATE_NONE)
            continue;
        cs_buf_add(line, CS_TEXT("  "));
        cs_buf_add(line, mark && catalog->items[0].kind == CS_KIND_MARK ? mark->sign : cs_state_label(state, language));
        cs_buf_print(line, " %u", (unsigned)counts[state]);
    }
    cs_buf_free(&number);
}

static void add_bad_line(struct run *run, struct cs_buf *line, cs_text path, const struct cs_answers *answers,
                         uint32_t errors, uint32_t warnings)
{
    enum cs_language language = language_of(run);
    struct cs_buf numbers[2] = {{0}};
    say(line, language, SAY_SUMMARY, path, print_number(&numbers[0], errors), print_number(&numbers[1], warnings));
    if (answers)
        say(line, language, SAY_SUMMARY_OF, answers->catalog->id, cs_words_in(&answers->catalog->edition, language),
            print_number(&numbers[0], answers->catalog->item_count), print_number(&numbers[1], answers->answered));
    cs_buf_free(&numbers[0]);
    cs_buf_free(&numbers[1]);
}

static void add_catalog_line(struct run *run, struct cs_buf *line, cs_text path, const struct cs_catalog *catalog)
{
    struct cs_buf number = {0};
    say(line, language_of(run), SAY_CATALOG_OK, path, catalog->id, cs_words_in(&catalog->edition, language_of(run)),
        print_number(&number, catalog->item_count));
    cs_buf_free(&number);
}

static void validate_source(struct run *run, const struct cs_source *source, const struct validation *validation)
{
    struct cs_buf line = {0};
    uint32_t errors = cs_finding_count(run->job, CS_ERROR), warnings = cs_finding_count(run->job, CS_WARNING);
    const struct cs_profile *profile = NULL;
    const struct cs_catalog *catalog = NULL;
    const struct cs_answers *answers = NULL;
    if (cs_file_kind(source) == CS_FILE_CATALOG) {
        catalog = cs_load_catalog(run->job, source);
        if (catalog)
            cs_check_catalog(run->job, catalog);
    } else {
        profile = cs_load_profile(run->job, source, &run->catalogs);
        if (profile) {
            cs_text id = validation->catalog ? validation->catalog->id : (cs_text){0};
            answers = cs_profile_answers(profile, id);
            if (answers)
                cs_check_profile(run->job, profile, id.size ? answers : NULL, &validation->check);
            else
                cs_report(run->job, CS_MESSAGE_NO_SUCH_ANSWERS, profile->answers_span, id);
        }
    }
    errors = cs_finding_count(run->job, CS_ERROR) - errors;
    warnings = cs_finding_count(run->job, CS_WARNING) - warnings;
    findings_print(run, source, validation->form, false);
    if (validation->form == FINDINGS_BRIEF)
        return;
    if (errors || warnings) {
        cs_buf_add_byte(&line, '\n');
        add_bad_line(run, &line, source->path, answers, errors, warnings);
    } else if (catalog)
        add_catalog_line(run, &line, source->path, catalog);
    else if (answers)
        add_good_line(run, &line, source->path, answers);
    cs_buf_add_byte(&line, '\n');
    if (errors || warnings || !run->request->value[OPTION_QUIET])
        output_text(cs_buf_text(&line));
    cs_buf_free(&line);
}

/* Reads the options of validate; false after a slip was reported. */
static bool read_validation(struct run *run, struct validation *validation, int *fail_on)
{
    static const cs_text formats[] = {{"text", 4}, {"short", 5}};
    static const cs_text levels[] = {{"error", 5}, {"warning", 7}, {"never", 5}};
    const struct request *request = run->request;
    const char *age = request->value[OPTION_MAX_AGE], *date = request->value[OPTION_AS_OF];
    int format = option_word(run->job, run->surroundings, request, OPTION_FORMAT, formats, 2, 0);
    *fail_on = option_word(run->job, run->surroundings, request, OPTION_FAIL_ON, levels, 3, 0);
    if (format < 0 || *fail_on < 0)
        return false;
    char *end = NULL;
    unsigned long days = age ? strtoul(age, &end, 10) : 365;
    if (age && (*end || end == age || days > 100000)) {
        slip(run->surroundings, request->command, (cs_text){0}, SAY_NOT_A_NUMBER, CS_TEXT("--max-age"), cs_text_of(age));
        return false;
    }
    struct cs_date today = run->surroundings->today;
    if (date && !cs_date_of_text(cs_text_of(date), &today)) {
        slip(run->surroundings, request->command, (cs_text){0}, SAY_NOT_A_DATE, CS_TEXT("--as-of"), cs_text_of(date));
        return false;
    }
    validation->form = format == 1 ? FINDINGS_BRIEF : FINDINGS_FULL;
    validation->check = (struct cs_check_options){
        .today = today, .max_age = (uint32_t)days, .complete = request->value[OPTION_COMPLETE] != NULL};
    return true;
}

static enum exit_code validate_all(struct run *run, char **paths, const struct validation *validation)
{
    enum exit_code code = EXIT_DONE;
    for (size_t i = 0; paths[i]; i++) {
        const struct cs_source *source = files_open(run, paths[i]);
        if (source)
            validate_source(run, source, validation);
        else
            code = EXIT_TROUBLE;
    }
    return code;
}

static enum exit_code command_validate(struct run *run)
{
    struct validation validation = {0};
    int fail_on;
    enum exit_code code = EXIT_DONE;
    const char *word = run->request->value[OPTION_CATALOG];
    if (!read_validation(run, &validation, &fail_on))
        return EXIT_USAGE;
    validation.catalog = word ? files_catalog(run, word, &code) : NULL;
    if (word && !validation.catalog)
        return code;
    char **below = run->request->argument_count ? NULL : files_below();
    if (!run->request->argument_count && !below) {
        trouble(run->surroundings, SAY_NOTHING_TO_CHECK, (cs_text){0});
        return EXIT_TROUBLE;
    }
    code = validate_all(run, below ? below : run->request->arguments, &validation);
    files_free(below);
    bool failed = (fail_on <= 1 && cs_finding_count(run->job, CS_ERROR)) ||
                  (fail_on == 1 && cs_finding_count(run->job, CS_WARNING));
    return code != EXIT_DONE ? code : failed ? EXIT_FOUND : EXIT_DONE;
}

/* --- status ----------------------------------------------------------------------------------------------------- */

static enum exit_code status_of(struct run *run, const char *word)
{
    enum exit_code code;
    const struct cs_answers *answers;
    const struct cs_profile *profile = load_profile(run, word, &answers, &code);
    if (!profile)
        return code;
    return print_sheet(run, cs_compose_status(run->job, profile, answers));
}

static enum exit_code command_status(struct run *run)
{
    enum exit_code worst = EXIT_DONE;
    int count = run->request->argument_count;
    for (int i = 0; i < (count ? count : 1); i++) {
        enum exit_code code = status_of(run, argument(run, i));
        worst = code > worst ? code : worst;
    }
    return worst;
}

/* --- render ----------------------------------------------------------------------------------------------------- */

static bool read_render(struct run *run, struct cs_emit_options *options)
{
    static const cs_text protects[] = {{"questions", 9}, {"all", 3}, {"none", 4}};
    static const cs_text heights[] = {{"fixed", 5}, {"auto", 4}};
    const struct request *request = run->request;
    int protect = option_word(run->job, run->surroundings, request, OPTION_PROTECT, protects, 3, 0);
    int height = option_word(run->job, run->surroundings, request, OPTION_ROW_HEIGHT, heights, 2, 0);
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
    static const cs_text formats[] = {{"xlsx", 4}, {"csv", 3}, {"md", 2}, {"json", 4}, {"tsv", 3}};
    int format = option_word(run->job, run->surroundings, run->request, OPTION_FORMAT, formats, 5, 5);
    if (format < 0)
        return NULL;
    const char *dot = strrchr(output, '.');
    const struct cs_emitter *emitter =
        format < 5 ? cs_emitter_find(formats[format]) : cs_emitter_find(cs_text_of(dot ? dot + 1 : ""));
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
           print_number(&count, answers->catalog->item_count), cs_buf_text(&bytes));
    cs_buf_free(&count);
    cs_buf_free(&bytes);
}

static bool is_input(const struct cs_profile *profile, const char *output)
{
    struct stat in, out;
    return stat(profile->source->path.bytes, &in) == 0 && stat(output, &out) == 0 && in.st_dev == out.st_dev &&
           in.st_ino == out.st_ino;
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

static enum exit_code command_render(struct run *run)
{
    static const cs_text audiences[] = {{"public", 6}, {"nda", 3}, {"internal", 8}};
    struct cs_emit_options options;
    enum exit_code code;
    const struct cs_answers *answers;
    const struct request *request = run->request;
    int audience = option_word(run->job, run->surroundings, request, OPTION_AUDIENCE, audiences, 3, CS_PUBLIC);
    if (audience < 0 || !has_at_most(run, 1) || !read_render(run, &options) || !check_outputs(run))
        return EXIT_USAGE;
    const struct cs_profile *profile = load_profile(run, argument(run, 0), &answers, &code);
    if (!profile) {
        if (code == EXIT_FOUND)
            notice(run->surroundings, request, SAY_RENDER_STOPPED, (cs_text){0});
        return code;
    }
    struct cs_compose_options compose = {
        .language = request->value[OPTION_LANG] ? language_of(run) : profile->language, /* never the locale's */
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
        if (is_input(profile, output)) {
            trouble(run->surroundings, SAY_OUTPUT_IS_INPUT, cs_text_of(output));
            return EXIT_TROUBLE;
        }
        code = render_to(run, sheet, answers, &options, emitter_for(run, output), output);
        if (code != EXIT_DONE)
            return code;
    }
    return EXIT_DONE;
}

/* --- list, show ------------------------------------------------------------------------------------------------- */

/* The answers of -p to a catalog, or NULL. False when -p was given and cannot be used. */
static bool read_answers(struct run *run, const struct cs_catalog *catalog, const struct cs_answers **answers,
                         enum exit_code *code)
{
    const char *word = run->request->value[OPTION_PROFILE];
    const struct cs_answers *own;
    *answers = NULL;
    if (!word)
        return true;
    const struct cs_profile *profile = load_profile(run, word, &own, code);
    *answers = profile ? cs_profile_answers(profile, catalog->id) : NULL;
    if (profile && !*answers) {
        trouble(run->surroundings, SAY_NO_ANSWERS, profile->source->path, catalog->id);
        *code = EXIT_TROUBLE;
    }
    return *answers != NULL;
}

/* All catalogs, and which copy of each is in use. */
static struct cs_sheet *sheet_of_catalogs(struct run *run)
{
    uint32_t count;
    const struct catalog_place *places = files_places(run, &count);
    struct cs_catalog_entry *entries = calloc(count, sizeof *entries);
    uint32_t listed = 0;
    for (uint32_t i = 0; entries && i < count; i++)
        if (places[i].catalog && !places[i].hidden)
            entries[listed++] = (struct cs_catalog_entry){places[i].catalog, places[i].where};
    struct cs_sheet *sheet = cs_compose_catalogs(run->job, entries, listed);
    free(entries);
    return sheet;
}

static enum exit_code command_list(struct run *run)
{
    enum exit_code code = EXIT_TROUBLE;
    const struct cs_answers *answers;
    if (!has_at_most(run, 1))
        return EXIT_USAGE;
    if (!argument(run, 0))
        return print_sheet(run, sheet_of_catalogs(run));
    const struct cs_catalog *catalog = files_catalog(run, argument(run, 0), &code);
    if (!catalog)
        return code;
    if (!read_answers(run, catalog, &answers, &code))
        return code;
    return print_sheet(run, cs_compose_list(run->job, catalog, answers));
}

/* The items that the arguments name; NULL, and reported, when one of them is none. */
static uint32_t *find_items(struct run *run, const struct cs_catalog *catalog, uint32_t *count)
{
    *count = (uint32_t)run->request->argument_count - 1;
    uint32_t *items = calloc(*count, sizeof *items);
    for (uint32_t i = 0; items && i < *count; i++) {
        cs_text id = cs_text_of(argument(run, (int)i + 1));
        items[i] = cs_catalog_find(catalog, id, CS_NO_ITEM);
        if (items[i] != CS_NO_ITEM)
            continue;
        slip(run->surroundings, run->request->command, cs_catalog_guess(run->job, catalog, id), SAY_NO_ITEM, catalog->id,
             id);
        free(items);
        return NULL;
    }
    return items;
}

/* For a person, one question below the other; for a program, a table. */
static enum exit_code show_items(struct run *run, const struct cs_catalog *catalog, const uint32_t *items,
                                 uint32_t count, const struct cs_answers *answers)
{
    const char *format = run->request->value[OPTION_FORMAT];
    enum exit_code code = EXIT_DONE;
    if (format && strcmp(format, "text") != 0)
        return print_sheet(run, cs_compose_items(run->job, catalog, items, count, answers));
    for (uint32_t i = 0; i < count && code == EXIT_DONE; i++) {
        output_text(i ? CS_TEXT("\n") : (cs_text){0});
        code = print_sheet(run, cs_compose_show(run->job, catalog, &catalog->items[items[i]], answers));
    }
    return code;
}

static enum exit_code command_show(struct run *run)
{
    enum exit_code code = EXIT_TROUBLE;
    const struct cs_answers *answers;
    uint32_t count;
    if (run->request->argument_count < 2) {
        slip(run->surroundings, run->request->command, (cs_text){0}, SAY_TOO_FEW, CS_TEXT("CATALOG NUMBER"));
        return EXIT_USAGE;
    }
    const struct cs_catalog *catalog = files_catalog(run, argument(run, 0), &code);
    if (!catalog || !read_answers(run, catalog, &answers, &code))
        return code;
    if (answers)
        catalog = answers->catalog; /* as the vendor's sheet has it */
    uint32_t *items = find_items(run, catalog, &count);
    if (!items)
        return EXIT_USAGE;
    code = show_items(run, catalog, items, count, answers);
    free(items);
    return code;
}

/* --- help, and the table ---------------------------------------------------------------------------------------- */

static enum exit_code command_help(struct run *run)
{
    const char *word = argument(run, 0);
    struct cs_buf out = {0};
    bool found = true;
    if (!has_at_most(run, 1))
        return EXIT_USAGE;
    if (!word)
        options_help(&out, COMMANDS, language_of(run));
    else
        found = topics_help(&out, cs_text_of(word), language_of(run));
    if (!found)
        slip(run->surroundings, run->request->command, topics_guess(run->job, cs_text_of(word)), SAY_NOT_A_TOPIC,
             cs_text_of(word));
    output_text(cs_buf_text(&out));
    cs_buf_free(&out);
    return found ? EXIT_DONE : EXIT_USAGE;
}

enum exit_code command_run(struct run *run)
{
    static enum exit_code (*const commands[])(struct run *) = {
#define CS_COMMAND(symbol, arguments, ja, en) command_##symbol,
#include "cmd/commands.def"
#undef CS_COMMAND
    };
    return commands[run->request->command](run);
}
