/* checksheet completion: a short script for a shell, which calls `checksheet __complete` with the words of a line.
 * The possibilities come from the tables of commands, options and choices, so they are the same in every shell. */
#include "cmd/commands.h"
#include "cmd/completion/scripts.h"
#include "cmd/shelf.h"
#include "cmd/steps.h"
#include "checksheet/rules.h"

#include <stdlib.h>
#include <string.h>

enum exit_code command_completion(struct run *run)
{
    const char *word = step_argument(run, 0);
    if (!word) {
        usage_error(run->environment, run->request->command, (cs_text){0}, SAY_TOO_FEW, CS_TEXT("SHELL"));
        return EXIT_USAGE;
    }
    int shell = option_one_of(run->job, run->environment, run->request, CS_TEXT("SHELL"), cs_text_of(word),
                              completion_shells, SHELL_COUNT);
    if (shell < 0 || !step_has_at_most(run, 1))
        return EXIT_USAGE;
    output_text(completion_scripts[shell]);
    return EXIT_DONE;
}

/* --- the line so far ---------------------------------------------------------------------------------------------- */

struct line {
    enum command command; /* COMMANDS if there is none yet */
    const char *first;    /* the command's first argument; NULL if there is none yet */
    int place;            /* number of arguments before the word being completed */
    int option;           /* the option whose value that word is; OPTIONS if none */
    cs_text before, word; /* the fixed part of the word, such as "--format=", and the rest of it */
};

static int option_by_word(cs_text word)
{
    struct option_look look;
    for (int i = 0; i < OPTIONS; i++) {
        option_look((enum option_id)i, &look);
        if (look.word && cs_text_equal(word, cs_text_of(look.word)))
            return i;
    }
    return OPTIONS;
}

/* The option in a group of letters whose value is the next word. */
static int option_by_letters(cs_text letters)
{
    struct option_look look;
    for (size_t k = 0; k < letters.size; k++)
        for (int i = 0; i < OPTIONS; i++) {
            option_look((enum option_id)i, &look);
            if (look.letter == letters.bytes[k] && look.argument)
                return k + 1 == letters.size ? i : OPTIONS;
        }
    return OPTIONS;
}

/* The option whose value is the word after this one. */
static int option_awaiting(cs_text word)
{
    struct option_look look;
    if (!cs_text_starts(word, CS_TEXT("--")))
        return option_by_letters(cs_text_skip(word, 1));
    int option = option_by_word(cs_text_skip(word, 2));
    if (option == OPTIONS)
        return OPTIONS;
    option_look((enum option_id)option, &look);
    return look.argument ? option : OPTIONS;
}

static enum command command_by_word(cs_text word)
{
    for (int i = 0; i < COMMANDS; i++)
        if (cs_text_equal(word, command_word((enum command)i)))
            return (enum command)i;
    return COMMANDS;
}

static void pass_word(struct line *line, const char *word)
{
    if (line->option != OPTIONS)
        line->option = OPTIONS;
    else if (word[0] == '-' && word[1])
        line->option = option_awaiting(cs_text_of(word));
    else if (line->command == COMMANDS)
        line->command = command_by_word(cs_text_of(word));
    else if (line->place++ == 0)
        line->first = word;
}

static struct line read_line(const struct request *request)
{
    struct line line = {.command = COMMANDS, .option = OPTIONS};
    int last = request->argument_count - 1;
    for (int i = 0; i < last; i++)
        pass_word(&line, request->arguments[i]);
    line.word = last < 0 ? (cs_text){0} : cs_text_of(request->arguments[last]);
    ptrdiff_t equals = cs_text_find(line.word, CS_TEXT("="));
    if (line.option == OPTIONS && equals > 2 && cs_text_starts(line.word, CS_TEXT("--"))) {
        line.option = option_by_word((cs_text){line.word.bytes + 2, (size_t)equals - 2});
        line.before = (cs_text){line.word.bytes, (size_t)equals + 1};
        line.word = cs_text_skip(line.word, (size_t)equals + 1);
    }
    return line;
}

/* --- candidates --------------------------------------------------------------------------------------------------- */

/* The result: the kind of files that are possible as well, and rows of a word, a tab and its meaning. */
struct candidates {
    const char *kind; /* for the scripts: words (no files), files, yaml, directories */
    cs_text before;   /* in front of each word */
    struct cs_buf rows;
};

static void add(struct candidates *found, cs_text word, const char *behind, cs_text meaning)
{
    cs_buf_add(&found->rows, found->before);
    cs_buf_add(&found->rows, word);
    cs_buf_add(&found->rows, cs_text_of(behind));
    cs_buf_add(&found->rows, meaning.size ? CS_TEXT("\t") : (cs_text){0});
    for (size_t i = 0; i < meaning.size; i++)
        cs_buf_add_byte(&found->rows, meaning.bytes[i] == '\n' || meaning.bytes[i] == '\t' ? ' ' : meaning.bytes[i]);
    cs_buf_add_byte(&found->rows, '\n');
}

static void add_commands(struct run *run, struct candidates *found)
{
    for (int i = 0; i < COMMANDS; i++)
        if (!command_is_hidden((enum command)i))
            add(found, command_word((enum command)i), "", command_summary((enum command)i, step_language(run)));
}

static void add_rules(struct run *run, struct candidates *found, const char *behind)
{
    for (int i = 0; i < CS_RULES; i++)
        add(found, cs_rule_slug((cs_rule)i), behind, cs_rule_meaning((cs_rule)i, step_language(run)));
}

static void add_options(struct run *run, struct candidates *found, enum command command)
{
    struct option_look look;
    struct cs_buf help = {0};
    for (int i = 0; i < OPTIONS; i++) {
        option_look((enum option_id)i, &look);
        if (!option_belongs((enum option_id)i, command))
            continue;
        cs_buf_clear(&help);
        option_help(&help, (enum option_id)i, command, step_language(run));
        char letter[] = {'-', look.letter, '\0'};
        if (look.word) {
            found->before = CS_TEXT("--");
            add(found, cs_text_of(look.word), "", cs_buf_text(&help));
        }
        found->before = (cs_text){0};
        if (look.letter)
            add(found, cs_text_of(letter), "", cs_buf_text(&help));
    }
    cs_buf_free(&help);
}

static void complete_catalogs(struct run *run, const struct line *line, struct candidates *found)
{
    uint32_t count;
    (void)line;
    shelf_look_near(run, "");
    struct catalog_place *places = shelf_places(run, &count);
    for (uint32_t i = 0; i < count; i++)
        if (places[i].catalog && !places[i].hidden)
            add(found, places[i].id, "", cs_words_in(&places[i].catalog->title, step_language(run)));
    free(places);
}

static void complete_items(struct run *run, const struct line *line, struct candidates *found)
{
    enum exit_code code = EXIT_DONE;
    const struct cs_catalog *catalog = line->first ? shelf_catalog(run, line->first, &code) : NULL;
    for (uint32_t i = 0; catalog && i < catalog->item_count; i++)
        add(found, catalog->items[i].id, "", cs_words_in(catalog->items[i].ask, step_language(run)));
}

static void complete_topics(struct run *run, const struct line *line, struct candidates *found)
{
    static const cs_text topics[] = {
#define CS_TOPIC(word, ja, en) CS_LITERAL(word),
#include "cmd/topics.def"
#undef CS_TOPIC
    };
    (void)line;
    add_commands(run, found);
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++)
        add(found, topics[i], "", (cs_text){0});
}

static void complete_shells(struct run *run, const struct line *line, struct candidates *found)
{
    (void)run;
    (void)line;
    for (int i = 0; i < SHELL_COUNT; i++)
        add(found, completion_shells[i], "", (cs_text){0});
}

static void complete_rules(struct run *run, const struct line *line, struct candidates *found)
{
    (void)line;
    add_rules(run, found, "");
}

/* False if the option takes any value. */
static bool add_choices(const struct line *line, struct candidates *found, const char *behind)
{
    cs_text words[OPTION_WORDS];
    int count = option_words((enum option_id)line->option, line->command, words);
    for (int i = 0; i < count; i++)
        add(found, words[i], behind, (cs_text){0});
    return count != 0;
}

/* FORMAT=FILE, RULE=LEVEL: completes the part before the equals sign, then the part after it. */
static void complete_report(struct run *run, const struct line *line, struct candidates *found)
{
    (void)run;
    if (cs_text_find(line->word, CS_TEXT("=")) < 0)
        add_choices(line, found, "=");
    else
        found->kind = "files";
}

static void complete_level(struct run *run, const struct line *line, struct candidates *found)
{
    struct cs_buf before = {0};
    ptrdiff_t equals = cs_text_find(line->word, CS_TEXT("="));
    if (equals < 0) {
        add_rules(run, found, "=");
        return;
    }
    cs_buf_add(&before, line->before);
    cs_buf_add(&before, (cs_text){line->word.bytes, (size_t)equals + 1});
    found->before = cs_buf_text(&before);
    add_choices(line, found, "");
    cs_buf_free(&before);
}

/* The completion of arguments, by their names in help: the kind of files, and words. */
static const struct {
    const char *argument, *kind;
    void (*complete)(struct run *run, const struct line *line, struct candidates *found);
} sources[] = {
    {"FILE", "files", NULL},
    {"OUT", "files", NULL},
    {"OLD", "files", NULL},
    {"NEW", "files", NULL},
    {"FORM", "files", NULL},
    {"PROFILE", "yaml", NULL},
    {"DIR", "directories", NULL},
    {"CATALOG", "yaml", complete_catalogs},
    {"ID", "yaml", complete_catalogs},
    {"ID|FILE", "yaml", complete_catalogs},
    {"NUMBER", "words", complete_items},
    {"COMMAND|TOPIC", "words", complete_topics},
    {"SHELL", "words", complete_shells},
    {"RULE", "words", complete_rules},
    {"FORMAT=FILE", "words", complete_report},
    {"NAME=LEVEL", "words", complete_level},
};

static void complete_argument(struct run *run, const struct line *line, cs_text argument, struct candidates *found)
{
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        if (cs_text_equal(argument, cs_text_of(sources[i].argument))) {
            found->kind = sources[i].kind;
            if (sources[i].complete)
                sources[i].complete(run, line, found);
        }
}

static void complete_value(struct run *run, const struct line *line, struct candidates *found)
{
    struct option_look look;
    option_look((enum option_id)line->option, &look);
    cs_text argument = cs_text_of(look.argument ? look.argument : "");
    bool in_two_parts = cs_text_find(argument, CS_TEXT("=")) >= 0;
    found->before = line->before;
    if (in_two_parts || !add_choices(line, found, ""))
        complete_argument(run, line, argument, found);
}

/* The name of an argument in "[PROFILE] -o OUT...": a repeated one applies to all further positions; options describe
 * their own values. */
static cs_text argument_at(enum command command, int place)
{
    cs_text rest = command_arguments(command), found = {0};
    bool behind_option = false;
    while (rest.size && place >= 0) {
        ptrdiff_t space = cs_text_find(rest, CS_TEXT(" "));
        cs_text word = {rest.bytes, space < 0 ? rest.size : (size_t)space};
        rest = cs_text_skip(rest, word.size + 1);
        word = cs_text_starts(word, CS_TEXT("[")) ? cs_text_skip(word, 1) : word;
        bool is_option = cs_text_starts(word, CS_TEXT("-"));
        word.size -= cs_text_ends(word, CS_TEXT("]"));
        bool repeated = cs_text_ends(word, CS_TEXT("..."));
        word.size -= repeated ? 3 : 0;
        if (!is_option && !behind_option) {
            found = place == 0 || repeated ? word : (cs_text){0};
            place = repeated ? -1 : place - 1;
        }
        behind_option = is_option;
    }
    return found;
}

/* checksheet __complete -- WORD...: the words after the program up to the cursor, the last of which is to be
 * completed. */
enum exit_code command___complete(struct run *run)
{
    struct candidates found = {.kind = "words"};
    struct line line = read_line(run->request);
    if (line.option != OPTIONS)
        complete_value(run, &line, &found);
    else if (cs_text_starts(line.word, CS_TEXT("-")))
        add_options(run, &found, line.command);
    else if (line.command == COMMANDS)
        add_commands(run, &found);
    else
        complete_argument(run, &line, argument_at(line.command, line.place), &found);
    output_text(cs_text_of(found.kind));
    output_text(CS_TEXT("\n"));
    output_text(cs_buf_text(&found.rows));
    cs_buf_free(&found.rows);
    return EXIT_DONE;
}
