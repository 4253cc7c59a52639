/* checksheet in five minutes: every command is a pipeline through the library.
 *
 * People keep three kinds of YAML files: a catalog holds the questions of a check sheet, a profile a vendor's answers to
 * them, a crosswalk says which questions of two catalogs ask the same. Everything becomes a sheet, rows of cells that can
 * be understood by themselves, and everything that leaves is a sheet given to an emitter, of which each format is one.
 *
 *     validate  files -> load -> check -> findings -> a report                         validate/validate.c
 *     status    profile -> load -> check -> compose: how the answers stand -> emit     here
 *     render    profile -> load -> check -> compose: the filled sheet -> emit          render/render.c
 *     diff      two sides -> two sheets -> diff: a sheet with marks -> emit            diff/diff.c, sides.c
 *     import    a filled sheet -> read: a grid -> import: a sheet -> emit as YAML      import/import.c
 *     fill      a customer's form -> read -> import: where each answer stands
 *               -> what the profile answers there -> the same file, its cells written  fill/fill.c
 *     find      a question -> match: the known ones that ask the same -> emit          find/find.c, known/
 *     new       catalog -> scaffold: a profile to fill in; one begun from others       new/new.c
 *     answer    profile -> load -> edits of the person's own file                      answer/answer.c
 *     list, show                                                                       here
 *     explain, help, schema, completion: from tables                                   help/, schema/, completion/
 *
 * The tables are the .def files beside this one: commands, options and what these choose from, examples, the program's own
 * words. A run (run.h) is what every command works with; what several do alike is in steps.h. Profiles and catalogs are
 * found by files.c and shelf.c. What was asked for goes to stdout and all about the run to stderr, both by output.c alone;
 * a file is written by writing.c, whole or not at all. */
#include "cmd/commands.h"
#include "cmd/memory.h"
#include "cmd/records.h"
#include "cmd/steps.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* --- status ----------------------------------------------------------------------------------------------------- */

static enum exit_code status_of(struct run *run, const char *word)
{
    enum exit_code code;
    struct cs_status_options dates;
    const struct cs_answers *answers;
    const char *format = run->request->value[OPTION_FORMAT];
    if (!step_read_dates(run, &dates))
        return EXIT_USAGE;
    dates.draws = !format || strcmp(format, "text") == 0;
    const struct cs_profile *profile = step_load(run, word, TO_SHOW, &answers, &code);
    if (!profile)
        return code;
    if (run->request->value[OPTION_MISSING])
        return step_print(run, cs_compose_missing(run->job, answers));
    if (run->request->value[OPTION_STALE])
        return step_print(run, cs_compose_stale(run->job, answers, &dates));
    if (run->request->value[OPTION_SENT])
        return records_status(run, profile, run->request->value[OPTION_SENT]);
    if (run->request->value[OPTION_EVIDENCE])
        return step_print(run, cs_compose_evidence(run->job, answers, dates.today));
    struct cs_buf show = {0}, name = {0};
    files_add_program(run, "show", &show);
    files_add_word(run, profile->source, &name);
    dates.show = cs_buf_text(&show);
    dates.word = cs_buf_text(&name);
    code = step_print(run, cs_compose_status(run->job, profile, answers, &dates));
    cs_buf_free(&show);
    cs_buf_free(&name);
    return code;
}

enum exit_code command_status(struct run *run)
{
    struct paths words = {0};
    enum exit_code worst = files_list(run, &words) ? EXIT_DONE : EXIT_ERROR;
    if (run->request->argument_count == 0)
        worst = status_of(run, NULL);
    for (size_t i = 0; i < words.count; i++) {
        enum exit_code code = status_of(run, words.at[i]);
        worst = code > worst ? code : worst;
    }
    paths_free(words.at);
    return worst;
}

/* --- list, show ------------------------------------------------------------------------------------------------- */

/* The answers of -p to a catalog, or NULL. False if -p was given and cannot be used. */
static bool read_answers(struct run *run, const struct cs_catalog *catalog, const struct cs_answers **answers,
                         enum exit_code *code)
{
    const char *word = run->request->value[OPTION_PROFILE];
    const struct cs_answers *own;
    *answers = NULL;
    if (!word)
        return true;
    const struct cs_profile *profile = step_load(run, word, TO_SHOW, &own, code);
    *answers = profile ? step_answers_to(run, profile, catalog->id) : NULL;
    if (profile && !*answers) {
        error(run->environment, SAY_NO_ANSWERS, profile->source->path, catalog->id);
        *code = EXIT_ERROR;
    }
    return *answers != NULL;
}

/* All catalogs, and which copy of each is in use; for people by publisher, and without the sources of built-in ones. */
static struct cs_sheet *sheet_of_catalogs(struct run *run)
{
    const char *format = run->request->value[OPTION_FORMAT];
    bool for_people = !format || strcmp(format, "text") == 0;
    uint32_t count;
    struct catalog_place *places = shelf_places(run, &count);
    struct cs_catalog_entry *entries = memory_zeroed(count, sizeof *entries);
    uint32_t listed = 0;
    for (uint32_t i = 0; i < count; i++)
        if (places[i].catalog && !places[i].hidden)
            entries[listed++] = (struct cs_catalog_entry){
                places[i].catalog, for_people && cs_text_starts(places[i].where, CS_TEXT("builtin:"))
                                       ? CS_TEXT("builtin")
                                       : places[i].where};
    struct cs_sheet *sheet = cs_compose_catalogs(run->job, entries, listed, for_people);
    free(entries);
    free(places);
    return sheet;
}

/* The questions that a profile answers, with its answers. */
static enum exit_code list_answers(struct run *run)
{
    enum exit_code code;
    const struct cs_answers *answers;
    if (!step_load(run, run->request->value[OPTION_PROFILE], TO_SHOW, &answers, &code))
        return code;
    return step_print(run, cs_compose_list(run->job, answers->catalog, answers));
}

enum exit_code command_list(struct run *run)
{
    enum exit_code code = EXIT_ERROR;
    const struct cs_answers *answers;
    if (!step_has_at_most(run, 1))
        return EXIT_USAGE;
    files_look_near(run);
    if (!step_argument(run, 0) && run->request->value[OPTION_PROFILE])
        return list_answers(run);
    if (!step_argument(run, 0))
        return step_print(run, sheet_of_catalogs(run));
    const struct cs_catalog *catalog = shelf_catalog(run, step_argument(run, 0), &code);
    if (!catalog)
        return code;
    if (!(catalog = step_at_level(run, catalog)))
        return EXIT_USAGE;
    if (!read_answers(run, catalog, &answers, &code))
        return code;
    return step_print(run, cs_compose_list(run->job, catalog, answers));
}

/* The items given by the arguments from one on; NULL, and reported, if one does not exist. */
static uint32_t *find_items(struct run *run, const struct cs_catalog *catalog, int first, uint32_t *count)
{
    *count = (uint32_t)(run->request->argument_count - first);
    uint32_t *items = memory_zeroed(*count, sizeof *items);
    for (uint32_t i = 0; i < *count; i++) {
        cs_text id = cs_text_of(step_argument(run, first + (int)i));
        items[i] = cs_catalog_find(catalog, id, CS_NO_ITEM);
        if (items[i] != CS_NO_ITEM)
            continue;
        usage_error(run->environment, run->request->command, cs_catalog_guess(run->job, catalog, id), SAY_NO_ITEM,
                    catalog->id, id);
        free(items);
        return NULL;
    }
    return items;
}

/* For people one question below the other, for programs a table. */
static enum exit_code show_items(struct run *run, const struct cs_catalog *catalog, const uint32_t *items,
                                 uint32_t count, const struct cs_answers *answers)
{
    const char *format = run->request->value[OPTION_FORMAT];
    enum exit_code code = EXIT_DONE;
    if (format && strcmp(format, "text") != 0)
        return step_print(run, cs_compose_items(run->job, catalog, items, count, answers));
    for (uint32_t i = 0; i < count && code == EXIT_DONE; i++) {
        output_text(i ? CS_TEXT("\n") : (cs_text){0});
        code = step_print(run, cs_compose_show(run->job, catalog, &catalog->items[items[i]], answers));
    }
    return code;
}

/* True for a number in place of a catalog: show 6-8 -p acme. */
static bool begins_with_number(const char *word)
{
    return word && word[0] >= '0' && word[0] <= '9' && !shelf_is_path(word);
}

/* The questions of a profile, by their numbers alone. */
static enum exit_code show_answers(struct run *run)
{
    enum exit_code code;
    const struct cs_answers *answers;
    uint32_t count;
    if (!step_load(run, run->request->value[OPTION_PROFILE], TO_SHOW, &answers, &code))
        return code;
    uint32_t *items = find_items(run, answers->catalog, 0, &count);
    if (!items)
        return EXIT_USAGE;
    code = show_items(run, answers->catalog, items, count, answers);
    free(items);
    return code;
}

enum exit_code command_show(struct run *run)
{
    enum exit_code code = EXIT_ERROR;
    const struct cs_answers *answers;
    uint32_t count;
    if (run->request->value[OPTION_PROFILE] && begins_with_number(step_argument(run, 0)))
        return show_answers(run);
    if (run->request->argument_count < 2) {
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_TOO_FEW, CS_TEXT("CATALOG NUMBER"));
        return EXIT_USAGE;
    }
    files_look_near(run);
    const struct cs_catalog *catalog = shelf_catalog(run, step_argument(run, 0), &code);
    if (!catalog || !read_answers(run, catalog, &answers, &code))
        return code;
    if (answers)
        catalog = answers->catalog; /* as in the vendor's sheet */
    uint32_t *items = find_items(run, catalog, 1, &count);
    if (!items)
        return EXIT_USAGE;
    code = show_items(run, catalog, items, count, answers);
    free(items);
    return code;
}

/* --- the table --------------------------------------------------------------------------------------------------- */

enum exit_code command_run(struct run *run)
{
    static enum exit_code (*const commands[])(struct run *) = {
#define CS_COMMAND(symbol, arguments, ja, en) command_##symbol,
#include "cmd/commands.def"
#undef CS_COMMAND
    };
    bool is_help = run->request->value[OPTION_HELP] || run->request->command == COMMANDS;
    return is_help ? command_help(run) : commands[run->request->command](run);
}
