/* checksheet completion: scripts for shells, made from the tables of commands, options and words.
 *
 * Catalogs and numbers change, so the scripts ask for them when they are wanted: `checksheet __complete`, which help
 * does not show. Each script knows the same: which options take a value, of what, and what stands at which place. */
#include "cmd/completion.h"
#include "cmd/steps.h"
#include "cmd/topics.h"

#include <string.h>

static const struct {
    const char *argument; /* as help shows it */
    enum source source;
} sources[] = {
    {"FILE", FILES},           {"OUT", FILES},    {"PROFILE", YAML_FILES},  {"DIR", DIRECTORIES},
    {"CATALOG", CATALOGS},     {"ID", CATALOGS},  {"ID|FILE", CATALOGS},    {"NUMBER", ITEMS},
    {"COMMAND|TOPIC", TOPICS}, {"SHELL", SHELLS}, {"FORMAT=FILE", REPORTS}, {"RULE", RULES},
    {"NAME=LEVEL", LEVELS},
};

enum source completion_source(cs_text argument)
{
    for (size_t i = 0; i < sizeof sources / sizeof *sources; i++)
        if (cs_text_equal(argument, cs_text_of(sources[i].argument)))
            return sources[i].source;
    return ANYTHING;
}

int completion_places(enum command command, struct place places[MOST_PLACES])
{
    cs_text rest = command_arguments(command);
    bool behind_option = false;
    int count = 0;
    while (rest.size && count < MOST_PLACES) {
        ptrdiff_t space = cs_text_find(rest, CS_TEXT(" "));
        cs_text word = {rest.bytes, space < 0 ? rest.size : (size_t)space};
        rest = cs_text_skip(rest, word.size + 1);
        word = cs_text_starts(word, CS_TEXT("[")) ? cs_text_skip(word, 1) : word;
        bool is_option = cs_text_starts(word, CS_TEXT("-"));
        word.size -= cs_text_ends(word, CS_TEXT("]"));
        bool repeated = cs_text_ends(word, CS_TEXT("..."));
        word.size -= repeated ? 3 : 0;
        if (!is_option && !behind_option)
            places[count++] = (struct place){word, repeated};
        behind_option = is_option;
    }
    return count;
}

static const cs_text shells[] = {CS_LITERAL("bash"), CS_LITERAL("zsh"), CS_LITERAL("fish")};

/* --- what all scripts say ----------------------------------------------------------------------------------------- */

void completion_add(struct cs_buf *out, const char *text)
{
    cs_buf_add(out, cs_text_of(text));
}

static void add_all(struct cs_buf *out, const cs_text *words, size_t count, const char *behind)
{
    for (size_t i = 0; i < count; i++) {
        completion_add(out, i ? " " : "");
        cs_buf_add(out, words[i]);
        completion_add(out, behind);
    }
}

void completion_commands(struct cs_buf *out)
{
    for (int i = 0, count = 0; i < COMMANDS; i++)
        if (!command_is_hidden((enum command)i)) {
            completion_add(out, count++ ? " " : "");
            cs_buf_add(out, command_word((enum command)i));
        }
}

static void add_rules(struct cs_buf *out, const char *behind)
{
    for (int i = 0; i < CS_RULES; i++) {
        completion_add(out, i ? " " : "");
        cs_buf_add(out, cs_rule_slug((enum cs_rule)i));
        completion_add(out, behind);
    }
}

void completion_known(struct cs_buf *out, enum source source)
{
    if (source == RULES)
        add_rules(out, "");
    if (source == SHELLS)
        add_all(out, shells, sizeof shells / sizeof *shells, "");
    if (source != TOPICS)
        return;
    completion_commands(out);
    completion_add(out, " ");
    topics_words(out);
}

void completion_words(struct cs_buf *out, enum option_id option, enum command command, const char *behind)
{
    cs_text words[OPTION_WORDS];
    if (option == OPTION_RULE)
        add_rules(out, behind);
    else
        add_all(out, words, (size_t)option_words(option, command, words), behind);
}

void completion_levels(struct cs_buf *out)
{
    cs_text words[OPTION_WORDS];
    add_all(out, words, (size_t)option_words(OPTION_RULE, COMMAND_validate, words), "");
}

bool completion_has_equals(enum source source)
{
    return source == REPORTS || source == LEVELS;
}

void completion_spellings(struct cs_buf *out, const char *before, const struct option_look *option, const char *between)
{
    if (option->letter)
        cs_buf_print(out, "%s-%c", before, option->letter);
    if (option->word)
        cs_buf_print(out, "%s%s--%s", option->letter ? between : "", before, option->word);
}

void completion_value_options(struct cs_buf *out, const char *between)
{
    struct option_look option;
    for (int i = 0, count = 0; i < OPTIONS; i++) {
        option_look((enum option_id)i, CS_EN, &option);
        if (!option.argument)
            continue;
        completion_add(out, count++ ? between : "");
        completion_spellings(out, "", &option, between);
    }
}

void completion_quoted(struct cs_buf *out, cs_text text, const char *quote)
{
    for (size_t i = 0; i < text.size; i++)
        if (text.bytes[i] == '\'')
            completion_add(out, quote);
        else
            cs_buf_add_byte(out, text.bytes[i]);
}

/* --- the commands ----------------------------------------------------------------------------------------------- */

enum exit_code command_completion(struct run *run)
{
    static void (*const writers[])(struct cs_buf *, enum cs_language) = {completion_bash, completion_zsh,
                                                                         completion_fish};
    struct cs_buf out = {0};
    const char *word = step_argument(run, 0);
    if (!word) {
        slip(run->surroundings, run->request->command, (cs_text){0}, SAY_TOO_FEW, CS_TEXT("SHELL"));
        return EXIT_USAGE;
    }
    int shell = option_one_of(run->job, run->surroundings, run->request, CS_TEXT("SHELL"), cs_text_of(word), shells,
                              sizeof shells / sizeof *shells);
    if (shell < 0 || !step_has_at_most(run, 1))
        return EXIT_USAGE;
    writers[shell](&out, step_language(run));
    output_text(cs_buf_text(&out));
    cs_buf_free(&out);
    return EXIT_DONE;
}

/* A row: the word, a tab, what it means, on one line. */
static void print_row(cs_text word, cs_text meaning)
{
    struct cs_buf row = {0};
    cs_buf_add(&row, word);
    cs_buf_add_byte(&row, '\t');
    for (size_t i = 0; i < meaning.size; i++)
        cs_buf_add_byte(&row, meaning.bytes[i] == '\n' || meaning.bytes[i] == '\t' ? ' ' : meaning.bytes[i]);
    cs_buf_add_byte(&row, '\n');
    output_text(cs_buf_text(&row));
    cs_buf_free(&row);
}

static void print_catalogs(struct run *run)
{
    uint32_t count;
    const struct catalog_place *places = files_places(run, &count);
    for (uint32_t i = 0; i < count; i++)
        if (places[i].catalog && !places[i].hidden)
            print_row(places[i].id, cs_words_in(&places[i].catalog->title, step_language(run)));
}

/* checksheet __complete catalogs, checksheet __complete items CATALOG: rows for the scripts above. */
enum exit_code command___complete(struct run *run)
{
    const char *what = step_argument(run, 0), *word = step_argument(run, 1);
    enum exit_code code = EXIT_DONE;
    if (what && strcmp(what, "catalogs") == 0)
        print_catalogs(run);
    if (!what || strcmp(what, "items") != 0 || !word)
        return code;
    const struct cs_catalog *catalog = files_catalog(run, word, &code);
    for (uint32_t i = 0; catalog && i < catalog->item_count; i++)
        print_row(catalog->items[i].id, cs_words_in(catalog->items[i].ask, step_language(run)));
    return catalog ? EXIT_DONE : code;
}
