/* checksheet validate: every finding of every file, and a line on how each file stands. */
#include "cmd/findings.h"
#include "cmd/steps.h"

#include <stdlib.h>

struct validation {
    struct cs_check_options check;
    enum findings_form form;
    const struct cs_catalog *catalog; /* of -c: the only one that is looked at; NULL: all that the profile answers */
};

/* acme.yaml: OK  METI 2025年版  95問  ○ 81  △ 9  × 3  － 2  未回答 0 */
static void add_good_line(struct run *run, struct cs_buf *line, cs_text path, const struct cs_answers *answers)
{
    enum cs_language language = step_language(run);
    const struct cs_catalog *catalog = answers->catalog;
    uint32_t counts[CS_STATES];
    struct cs_buf number = {0};
    cs_answers_count(answers, 0, catalog->item_count, counts);
    say(line, language, SAY_PROFILE_OK, path, catalog->id, cs_words_in(&catalog->edition, language),
        step_number(&number, catalog->item_count));
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
    enum cs_language language = step_language(run);
    struct cs_buf numbers[2] = {{0}};
    say(line, language, SAY_SUMMARY, path, step_number(&numbers[0], errors), step_number(&numbers[1], warnings));
    if (answers)
        say(line, language, SAY_SUMMARY_OF, answers->catalog->id, cs_words_in(&answers->catalog->edition, language),
            step_number(&numbers[0], answers->catalog->item_count), step_number(&numbers[1], answers->answered));
    cs_buf_free(&numbers[0]);
    cs_buf_free(&numbers[1]);
}

static void add_catalog_line(struct run *run, struct cs_buf *line, cs_text path, const struct cs_catalog *catalog)
{
    struct cs_buf number = {0};
    say(line, step_language(run), SAY_CATALOG_OK, path, catalog->id, cs_words_in(&catalog->edition, step_language(run)),
        step_number(&number, catalog->item_count));
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

enum exit_code command_validate(struct run *run)
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
