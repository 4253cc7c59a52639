/* checksheet answer: sets answers of a profile in place; a given one or, on a terminal, one open question after
 * another. */
#include "cmd/answer/approve.h"
#include "cmd/answer/ask.h"
#include "cmd/answer/set.h"
#include "cmd/commands.h"
#include "cmd/files.h"
#include "cmd/findings.h"
#include "cmd/writing/writing.h"
#include "scaffold/scaffold.h"
#include "checksheet/rules.h"

#include <string.h>

static enum exit_code write_answer(struct answering *answering, const struct cs_profile *profile, cs_text value)
{
    struct run *run = answering->run;
    if (!cs_text_equal(answering->source->bytes, profile->source->bytes) &&
        !writing_edit(run, profile->source, answering->source->bytes))
        return EXIT_ERROR;
    ptrdiff_t end = cs_text_find(value, CS_TEXT("\n"));
    info(run->environment, run->request, SAY_ANSWERED, profile->source->path, answering->key,
         end < 0 ? value : (cs_text){value.bytes, (size_t)end});
    return EXIT_DONE;
}

/* Loads the profile whose answer is set; its errors do not matter, but another edition does. */
static const struct cs_profile *load_profile(struct run *run, enum exit_code *code)
{
    const struct cs_source *source = files_open_profile(run, step_argument(run, 0));
    *code = EXIT_ERROR;
    const struct cs_profile *profile = source ? cs_load_profile(run->job, source, &run->catalogs) : NULL;
    if (source)
        *code = EXIT_FOUND;
    if (source && !profile)
        findings_print(run, source, FINDINGS_FULL, true);
    if (!profile)
        return NULL;
    cs_check_profile(run->job, profile, NULL, &(struct cs_check_options){0});
    if (findings_count_rule(run, source, CS_RULE_EDITION_DIFFERS) == 0)
        return profile;
    findings_print_rule(run, CS_RULE_EDITION_DIFFERS);
    return NULL;
}

/* FILE [NUMBER]. Without the extended profile, all its answers would be asked again. */
static enum exit_code ask_from(struct run *run, const struct cs_profile *profile, struct cs_date today,
                               bool only_required)
{
    struct answering named = {.run = run, .source = profile->source};
    const struct cs_catalog *catalog = profile->sheets[0].catalog;
    const char *number = step_argument(run, 1);
    if (findings_count_rule(run, profile->source, CS_RULE_EXTENDS)) {
        findings_print_rule(run, CS_RULE_EXTENDS);
        return EXIT_FOUND;
    }
    if (number && !set_find(&named, profile, cs_text_of(number)))
        return EXIT_USAGE;
    if (number && named.catalog != catalog) {
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NO_ITEM, catalog->id,
                    cs_text_of(number));
        return EXIT_USAGE;
    }
    return ask_all(run, profile, today, only_required, named.item);
}

/* FILE NUMBER VALUE. */
static enum exit_code answer_one(struct run *run, const struct cs_profile *profile, struct cs_date today)
{
    struct answering answering = {.run = run, .source = profile->source, .language = profile->language};
    const struct set_value value = {.text = cs_text_of(step_argument(run, 2))};
    if (!set_find(&answering, profile, cs_text_of(step_argument(run, 1))))
        return EXIT_USAGE;
    enum exit_code code = set_answer(&answering, &value, today);
    return code == EXIT_DONE ? write_answer(&answering, profile, value.text) : code;
}

/* True if the arguments are valid: a file, and a number with a value unless there is a terminal to ask on. */
static bool check_arguments(struct run *run)
{
    const char *file = step_argument(run, 0);
    bool asks = run->request->argument_count < 3;
    if (!file || (asks && !(run->environment->in_is_terminal && run->environment->out_is_terminal))) {
        usage_error(run->environment, run->request->command, (cs_text){0}, file ? SAY_NO_TERMINAL : SAY_TOO_FEW,
                    CS_TEXT("FILE NUMBER VALUE"));
        return false;
    }
    if (strcmp(file, "-") == 0)
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_NOT_A_FILE, CS_TEXT("-"));
    return strcmp(file, "-") != 0 && step_has_at_most(run, 3);
}

enum exit_code command_answer(struct run *run)
{
    struct cs_status_options dates;
    enum exit_code code;
    if (run->request->value[OPTION_APPROVE])
        return approve_answers(run);
    int only = option_word(run->job, run->environment, run->request, OPTION_ONLY, -2);
    if (only == -1 || !check_arguments(run) || !step_read_dates(run, &dates))
        return EXIT_USAGE;
    const struct cs_profile *profile = load_profile(run, &code);
    if (!profile)
        return code;
    if (run->request->argument_count == 3)
        return answer_one(run, profile, dates.today);
    return ask_from(run, profile, dates.today, only >= 0);
}
