/* What the scripts for all shells are made of: see script.h. */
#include "cmd/completion/script.h"
#include "cmd/topics.h"

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

const cs_text completion_shells[] = {CS_LITERAL("bash"), CS_LITERAL("zsh"), CS_LITERAL("fish")};
_Static_assert(sizeof completion_shells / sizeof *completion_shells == SHELL_COUNT, "each shell");

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
        add_all(out, completion_shells, SHELL_COUNT, "");
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
