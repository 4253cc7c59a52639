/* Steps shared by several commands. */
#include "cmd/steps.h"
#include "cmd/input.h"
#include "base/base.h"
#include "cmd/findings.h"
#include "cmd/writing/writing.h"
#include "checksheet/rules.h"

#include <assert.h>
#include <stdlib.h>

enum cs_language step_language(const struct run *run)
{
    return run->environment->language;
}

enum cs_language step_written(const struct run *run)
{
    return run->environment->written;
}

/* The answers for the run: those to -c, or to the profile's main catalog. NULL, and reported, if there are none. */
static const struct cs_answers *answers_of(struct run *run, const struct cs_profile *profile,
                                           const struct cs_catalog *catalog)
{
    const struct cs_answers *answers = cs_profile_answers(profile, catalog ? catalog->id : (cs_text){0});
    assert(answers || catalog); /* a profile has answers to its main catalog */
    if (!answers)
        error(run->environment, SAY_NO_ANSWERS, profile->source->path, catalog->id);
    return answers;
}

static bool is_told(const struct run *run, const struct cs_source *source)
{
    for (size_t i = 0; i < run->told.count; i++)
        if (cs_text_equal(source->path, cs_text_of(run->told.at[i])))
            return true;
    return false;
}

/* acme.yaml: 9 errors: checksheet validate acme. Nothing if it has none, or if that was said before. */
static void say_errors(struct run *run, const struct cs_source *source)
{
    uint32_t count = findings_count_errors(run, source);
    if (count == 0 || is_told(run, source))
        return;
    paths_add(&run->told, "", source->path.bytes);
    struct cs_buf number = {0}, next = {0}, line = {0};
    bool is_stdin = input_is_stdin(run, source);
    cs_text word = is_stdin ? CS_TEXT("-") : files_short(source->path);
    files_add_command(run, "validate", word, &next);
    say(&line, step_language(run), count == 1 ? SAY_ONE_ERROR : SAY_ERRORS, source->path, step_number(&number, count),
        cs_buf_text(&next));
    info(run->environment, run->request, SAY_LINE, cs_buf_text(&line));
    cs_buf_free(&number);
    cs_buf_free(&next);
    cs_buf_free(&line);
}

/* Those of a source, and of the files near it that were read with it. */
static void say_all_errors(struct run *run, const struct cs_source *source)
{
    uint32_t count;
    const struct cs_source *last = source;
    const struct cs_finding *findings = cs_findings(run->job, &count);
    say_errors(run, source);
    for (uint32_t i = 0; i < count; i++) {
        const struct cs_source *other = findings[i].severity == CS_ERROR ? findings[i].span.source : NULL;
        if (!other || cs_text_equal(other->path, last->path) || cs_text_equal(other->path, source->path))
            continue;
        say_errors(run, last = other);
    }
}

/* The answers to questions with the same text in the edition that was answered and in the one in use; if the answered
 * one is not given, in all available ones. How many are left out is reported where `says` is true. */
static const struct cs_answers *answers_of_equal_texts(struct run *run, const struct cs_profile *profile,
                                                       const struct cs_answers *answers, bool says)
{
    struct cs_buf number = {0};
    uint32_t left = 0, more;
    const struct cs_answers *whole = answers;
    if (cs_catalog_is_edition(answers->catalog, answers->edition))
        return answers;
    if (answers->edition.size) {
        const struct cs_catalog *answered = shelf_edition(run, answers->catalog->id, answers->edition);
        answers = cs_answers_of_equal_texts(run->job, profile, answers, answered, &left);
    }
    for (uint32_t i = 0; i < whole->other_edition_count && !whole->edition.size; i++, left += more)
        answers = cs_answers_of_equal_texts(run->job, profile, answers, whole->other_editions[i], &more);
    if (says)
        info(run->environment, run->request, SAY_LEFT_BY_EDITION, step_number(&number, left));
    cs_buf_free(&number);
    return answers;
}

const struct cs_answers *step_answers_to(struct run *run, const struct cs_profile *profile, cs_text id)
{
    const struct cs_answers *answers = cs_profile_answers(profile, id);
    return answers ? answers_of_equal_texts(run, profile, answers, false) : NULL;
}

const struct cs_profile *step_load_source(struct run *run, const struct cs_source *source, enum step_purpose purpose,
                                          const struct cs_answers **answers, enum exit_code *code)
{
    const char *const *value = run->request->value;
    bool renders_in_language = purpose == TO_RENDER && value[OPTION_LANG];
    bool forgives = value[OPTION_ALLOW_ERRORS] || value[OPTION_TEMPLATE] || purpose > TO_RENDER;
    struct cs_check_options check = {
        .in_language = renders_in_language, .language = step_written(run), .all_editions = purpose == TO_SHOW};
    uint32_t errors = cs_finding_count(run->job, CS_ERROR);
    const char *id = value[OPTION_CATALOG];
    const struct cs_catalog *catalog = id ? shelf_catalog(run, id, code) : NULL;
    if (id && !catalog)
        return NULL;
    *code = EXIT_ERROR;
    const struct cs_profile *profile = cs_load_profile(run->job, source, &run->catalogs);
    if (profile && purpose == TO_FILL && catalog && !cs_profile_answers(profile, catalog->id))
        catalog = NULL;
    *answers = profile ? answers_of(run, profile, catalog) : NULL;
    if (profile && !*answers)
        return NULL;
    if (profile)
        cs_check_profile(run->job, profile, *answers, &check);
    uint32_t others = profile ? findings_count_rule(run, source, CS_RULE_EDITION_DIFFERS) : 0;
    if (others && purpose == TO_SHOW) {
        findings_print_rule(run, CS_RULE_EDITION_DIFFERS);
        errors += others;
    }
    if (others && purpose != TO_SHOW && !value[OPTION_ALLOW_ERRORS])
        forgives = false;
    errors = cs_finding_count(run->job, CS_ERROR) - errors;
    if (!profile || (errors && !forgives)) {
        findings_print(run, NULL, FINDINGS_FULL, true);
        *code = EXIT_FOUND;
        return NULL;
    }
    if (errors)
        say_all_errors(run, source);
    if (others)
        *answers = answers_of_equal_texts(run, profile, *answers, purpose != TO_SHOW);
    if (renders_in_language && !value[OPTION_QUIET])
        findings_print_rule(run, CS_RULE_NOT_TRANSLATED);
    return profile;
}

const struct cs_profile *step_load(struct run *run, const char *word, enum step_purpose purpose,
                                   const struct cs_answers **answers, enum exit_code *code)
{
    *code = EXIT_ERROR;
    const struct cs_source *source = files_open_profile(run, word);
    return source ? step_load_source(run, source, purpose, answers, code) : NULL;
}

bool step_read_product(struct run *run, const struct cs_profile *profile, cs_text *product)
{
    *product = cs_text_of(run->request->value[OPTION_PRODUCT]);
    for (uint32_t i = 0; i < profile->product_count; i++)
        if (cs_text_equal(profile->products[i], *product))
            return true;
    if (product->size)
        usage_error(run->environment, run->request->command,
                    cs_guess_text(run->job, *product, profile->products, profile->product_count), SAY_NO_PRODUCT,
                    *product);
    return product->size == 0;
}

const struct cs_catalog *step_at_level(struct run *run, const struct cs_catalog *catalog)
{
    const char *word = run->request->value[OPTION_LEVEL];
    uint32_t rank = word ? cs_catalog_level(catalog, cs_text_of(word)) : 0;
    if (!word || rank)
        return cs_catalog_at_level(run->job, catalog, rank);
    usage_error(run->environment, run->request->command, (cs_text){0},
                catalog->level_count ? SAY_NO_LEVEL : SAY_NO_LEVELS, catalog->id, cs_text_of(word),
                cs_catalog_levels_text(run->job, catalog));
    return NULL;
}

enum exit_code step_print(struct run *run, const struct cs_sheet *sheet)
{
    const char *value = run->request->value[OPTION_FORMAT];
    cs_text format = value ? cs_text_of(value) : CS_TEXT("text");
    struct cs_emit_options options = {.color = run->environment->color_out,
                                      .ambiguous = run->environment->ambiguous,
                                      .columns = run->environment->columns};
    struct cs_buf out = {0};
    const char *why;
    if (option_word(run->job, run->environment, run->request, OPTION_FORMAT, 0) < 0)
        return EXIT_USAGE;
    const struct cs_emitter *emitter = cs_emitter_find(format);
    bool done = cs_emit(run->job, sheet, emitter, &options, &out, &why);
    if (!done)
        error(run->environment, SAY_CANNOT_RENDER, format, cs_text_of(why));
    else
        writing_stdout(run, cs_buf_text(&out), emitter->for_terminal);
    cs_buf_free(&out);
    return done ? EXIT_DONE : EXIT_ERROR;
}

bool step_has_at_most(const struct run *run, int most)
{
    if (run->request->argument_count <= most)
        return true;
    usage_error(run->environment, run->request->command, (cs_text){0}, SAY_TOO_MANY,
                cs_text_of(run->request->arguments[most]));
    return false;
}

const char *step_argument(const struct run *run, int index)
{
    return index < run->request->argument_count ? run->request->arguments[index] : NULL;
}

cs_text step_number(struct cs_buf *buf, uint64_t number)
{
    cs_buf_clear(buf);
    cs_buf_print(buf, "%llu", (unsigned long long)number);
    return cs_buf_text(buf);
}

bool step_read_dates(struct run *run, struct cs_status_options *dates)
{
    enum { USUAL_AGE = 365, GREATEST_AGE = 100000 };
    const struct request *request = run->request;
    const char *age = request->value[OPTION_MAX_AGE], *date = request->value[OPTION_AS_OF];
    char *end = NULL;
    unsigned long days = age ? strtoul(age, &end, 10) : USUAL_AGE;
    if (age && (*end || end == age || days > GREATEST_AGE)) {
        usage_error(run->environment, request->command, (cs_text){0}, SAY_NOT_A_NUMBER, CS_TEXT("--max-age"),
                    cs_text_of(age));
        return false;
    }
    *dates = (struct cs_status_options){.today = run->environment->today, .max_age = (uint32_t)days};
    if (date && !cs_date_of_text(cs_text_of(date), &dates->today)) {
        usage_error(run->environment, request->command, (cs_text){0}, SAY_NOT_A_DATE, CS_TEXT("--as-of"),
                    cs_text_of(date));
        return false;
    }
    return true;
}
