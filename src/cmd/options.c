/* The command line as data: the tables define the options, getopt_long parses them, the messages are ours. */
#include "cmd/options.h"
#include "cmd/memory.h"
#include "report/report.h"
#include "base/base.h"
#include "cmd/output.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ON(command) (1u << COMMAND_##command)
#define EVERYWHERE  (~0u)

static const struct {
    cs_text word, arguments, summary[CS_LANGUAGES];
} commands[] = {
#define CS_COMMAND(symbol, arguments, ja, en)                                                                          \
    {CS_LITERAL(#symbol), CS_LITERAL(arguments), {CS_LITERAL(ja), CS_LITERAL(en)}},
#include "cmd/commands.def"
#undef CS_COMMAND
};

static const struct {
    char letter;
    const char *word, *argument;
    unsigned commands;
    cs_text help[CS_LANGUAGES];
} options[] = {
#define CS_OPTION(symbol, letter, word, argument, commands, ja, en)                                                    \
    {letter, word, argument, commands, {CS_LITERAL(ja), CS_LITERAL(en)}},
#define CS_HELP(symbol, commands, ja, en)
#include "cmd/options.def"
#undef CS_HELP
#undef CS_OPTION
};

static const struct {
    enum option_id option;
    unsigned commands;
    cs_text help[CS_LANGUAGES];
} helps[] = {
#define CS_OPTION(symbol, letter, word, argument, commands, ja, en)
#define CS_HELP(symbol, commands, ja, en) {OPTION_##symbol, commands, {CS_LITERAL(ja), CS_LITERAL(en)}},
#include "cmd/options.def"
#undef CS_HELP
#undef CS_OPTION
};

static const struct {
    enum option_id option;
    unsigned commands;
    const char *words;
} choices[] = {
#define CS_CHOICES(option, commands, words) {OPTION_##option, commands, words},
#define CS_FORMATS(option, commands, formats)
#include "cmd/choices.def"
#undef CS_FORMATS
#undef CS_CHOICES
};

/* The library's tables of formats. */
enum formats { NO_FORMATS, SHEET_FORMATS, CHANGE_FORMATS, REPORT_FORMATS };

static const struct {
    enum option_id option;
    unsigned commands;
    enum formats formats;
} format_choices[] = {
#define CS_CHOICES(option, commands, words)
#define CS_FORMATS(option, commands, formats) {OPTION_##option, commands, formats},
#include "cmd/choices.def"
#undef CS_FORMATS
#undef CS_CHOICES
};

enum { LONG_OPTION = 256 }; /* getopt's value of a long option: this plus its index */

cs_text command_word(enum command command)
{
    return commands[command].word;
}

cs_text command_arguments(enum command command)
{
    return commands[command].arguments;
}

cs_text command_summary(enum command command, enum cs_language language)
{
    return commands[command].summary[language];
}

bool command_is_hidden(enum command command)
{
    return commands[command].summary[CS_EN].size == 0;
}

static bool is_everywhere(int option)
{
    return options[option].commands == EVERYWHERE;
}

static bool applies(int option, enum command command)
{
    return command == COMMANDS ? is_everywhere(option) : (options[option].commands >> command & 1) != 0;
}

static bool is_repeated(int option)
{
    return option == OPTION_OUTPUT || option == OPTION_REPORT || option == OPTION_RULE || option == OPTION_REVIEW;
}

void option_look(enum option_id option, struct option_look *look)
{
    *look = (struct option_look){
        .letter = options[option].letter,
        .word = options[option].word,
        .argument = options[option].argument,
        .repeated = is_repeated(option),
    };
}

void option_help(struct cs_buf *out, enum option_id option, enum command command, enum cs_language language)
{
    cs_text help = options[option].help[language];
    struct cs_buf all = {0};
    for (size_t i = 0; i < sizeof helps / sizeof *helps; i++)
        if (helps[i].option == option && command != COMMANDS && helps[i].commands >> command & 1)
            help = helps[i].help[language];
    option_add_words(&all, option, command);
    cs_buf_fill(out, help, (const cs_text[4]){cs_buf_text(&all)});
    cs_buf_free(&all);
}

bool option_belongs(enum option_id option, enum command command)
{
    return applies(option, command);
}

void report_usage_error(const struct environment *environment, enum command command, enum say say,
                        const cs_text texts[4], cs_text guess)
{
    struct cs_buf line = {0}, help = {0};
    enum cs_language language = environment->language;
    cs_buf_add(&help, CS_TEXT("checksheet"));
    if (command != COMMANDS) {
        cs_buf_add(&help, CS_TEXT(" "));
        cs_buf_add(&help, commands[command].word);
    }
    cs_buf_add(&line, cs_buf_text(&help));
    cs_buf_add(&line, CS_TEXT(": "));
    say_add(&line, language, say, texts);
    if (guess.size)
        say(&line, language, SAY_DID_YOU_MEAN, guess);
    cs_buf_add(&line, CS_TEXT("\n"));
    cs_buf_add(&help, CS_TEXT(" --help"));
    say(&line, language, SAY_TRY_HELP, cs_buf_text(&help));
    output_lines(environment, cs_buf_text(&line));
    cs_buf_free(&line);
    cs_buf_free(&help);
}

cs_text command_of_others(cs_text word)
{
    static const struct {
        cs_text word, what;
    } others[] = {
#define CS_OTHER(word, what) {CS_LITERAL(word), CS_LITERAL(what)},
#include "cmd/other_words.def"
#undef CS_OTHER
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (cs_text_equal(word, others[i].word))
            return others[i].what;
    return (cs_text){0};
}

static cs_text guess_command(struct cs_job *job, cs_text word)
{
    cs_text words[COMMANDS], other = command_of_others(word);
    uint32_t count = 0;
    if (other.size)
        return other;
    for (int i = 0; i < COMMANDS; i++)
        if (!command_is_hidden((enum command)i))
            words[count++] = commands[i].word;
    return cs_guess_text(job, word, words, count);
}

/* --fromat -> --format: the nearest option of this command. */
static cs_text guess_option(struct cs_job *job, enum command command, cs_text word, struct cs_buf *out)
{
    cs_text words[OPTIONS];
    uint32_t count = 0;
    for (int i = 0; i < OPTIONS; i++)
        if (applies(i, command) && options[i].word)
            words[count++] = cs_text_of(options[i].word);
    cs_text guess = cs_guess_text(job, word, words, count);
    if (guess.size) {
        cs_buf_add(out, CS_TEXT("--"));
        cs_buf_add(out, guess);
    }
    return cs_buf_text(out);
}

/* The tables for getopt, for one command. */
struct getopt_tables {
    char letters[3 * OPTIONS + 2];
    struct option words[OPTIONS + 1];
};

static void fill_tables(struct getopt_tables *tables, enum command command)
{
    char *letter = tables->letters;
    int words = 0;
    *letter++ = ':'; /* so that a missing value can be distinguished from an unknown option */
    for (int i = 0; i < OPTIONS; i++) {
        if (!applies(i, command))
            continue;
        if (options[i].letter) {
            *letter++ = options[i].letter;
            if (options[i].argument)
                *letter++ = ':';
        }
        if (options[i].word)
            tables->words[words++] = (struct option){
                options[i].word, options[i].argument ? required_argument : no_argument, NULL, LONG_OPTION + i};
    }
    *letter = '\0';
    tables->words[words] = (struct option){0};
}

static int option_of_letter(int letter)
{
    for (int i = 0; i < OPTIONS; i++)
        if (options[i].letter && options[i].letter == letter)
            return i;
    return OPTIONS;
}

/* -V for -v: the letter in the other case, if there is one. */
static cs_text guess_letter(enum command command, char other[3])
{
    int found = option_of_letter(other[1] ^ 0x20);
    if (found == OPTIONS || !option_belongs((enum option_id)found, command))
        return (cs_text){0};
    other[1] ^= 0x20;
    return cs_text_of(other);
}

/* Reports getopt's error in our words. */
static void report_option(struct cs_job *job, const struct environment *environment, enum command command, int found,
                          char **argv)
{
    char letter[3] = {'-', (char)optopt, '\0'}, other[3] = {'-', (char)optopt, '\0'};
    bool is_long = optopt == 0 || optopt >= LONG_OPTION;
    const char *word = is_long ? argv[optind - 1] : letter;
    cs_text shown = cs_text_of(word), name = {shown.bytes, strcspn(word, "=")};
    struct cs_buf guess = {0};
    if (found == ':')
        usage_error(environment, command, (cs_text){0}, SAY_NEEDS_ARGUMENT, name);
    else if (optopt >= LONG_OPTION)
        usage_error(environment, command, (cs_text){0}, SAY_TAKES_NO_ARGUMENT, name);
    else
        usage_error(environment, command,
                    is_long ? guess_option(job, command, cs_text_skip(name, 2), &guess) : guess_letter(command, other),
                    SAY_UNKNOWN_OPTION, name);
    cs_buf_free(&guess);
}

static void keep_value(struct request *request, int option, const char *value)
{
    request->value[option] = value ? value : "";
    if (option == OPTION_OUTPUT)
        request->outputs[request->output_count++] = value;
    if (option == OPTION_REPORT)
        request->reports[request->report_count++] = value;
    if (option == OPTION_RULE)
        request->rules[request->rule_count++] = value;
    if (option == OPTION_CATALOG)
        request->catalogs[request->catalog_count++] = value;
    if (option == OPTION_PROFILE)
        request->profiles[request->profile_count++] = value;
    if (option == OPTION_REVIEW)
        request->reviews[request->review_count++] = value;
    if (option == OPTION_SHEET)
        request->worksheets[request->worksheet_count++] = value;
}

/* True for an option of every command whose value is the next word. */
static bool takes_next_word(const char *word)
{
    for (int i = 0; i < OPTIONS; i++) {
        const char letter[] = {'-', options[i].letter, '\0'};
        if (!options[i].argument || !is_everywhere(i))
            continue;
        if ((options[i].letter && strcmp(word, letter) == 0) ||
            (options[i].word && cs_text_starts(cs_text_of(word), CS_TEXT("--")) &&
             strcmp(word + 2, options[i].word) == 0))
            return true;
    }
    return false;
}

/* Finds the command: the first word that is neither an option nor the value of one that every command has. */
static bool find_command(int argc, char **argv, struct cs_job *job, const struct environment *environment,
                         struct request *request, int *position)
{
    *position = 0;
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];
        if (takes_next_word(word)) {
            i++;
            continue;
        }
        if (word[0] == '-' && word[1])
            continue;
        *position = i;
        for (int command = 0; command < COMMANDS; command++)
            if (cs_text_equal(cs_text_of(word), commands[command].word))
                request->command = (enum command)command;
        if (request->command == COMMANDS)
            usage_error(environment, COMMANDS, guess_command(job, cs_text_of(word)), SAY_NOT_A_COMMAND,
                        cs_text_of(word));
        return request->command != COMMANDS;
    }
    return true;
}

bool options_read(int argc, char **argv, struct cs_job *job, struct environment *environment, struct request *request)
{
    struct getopt_tables tables = {0};
    int position;
    *request = (struct request){.command = COMMANDS};
    if (!find_command(argc, argv, job, environment, request, &position))
        return false;
    request->outputs = memory_zeroed((size_t)argc, sizeof *request->outputs);
    request->reports = memory_zeroed((size_t)argc, sizeof *request->reports);
    request->rules = memory_zeroed((size_t)argc, sizeof *request->rules);
    request->catalogs = memory_zeroed((size_t)argc, sizeof *request->catalogs);
    request->profiles = memory_zeroed((size_t)argc, sizeof *request->profiles);
    request->reviews = memory_zeroed((size_t)argc, sizeof *request->reviews);
    request->worksheets = memory_zeroed((size_t)argc, sizeof *request->worksheets);
    request->arguments = memory_zeroed((size_t)argc, sizeof *request->arguments);
    fill_tables(&tables, request->command);
    opterr = 0;
    for (int found; (found = getopt_long(argc, argv, tables.letters, tables.words, NULL)) != -1;) {
        int option = found >= LONG_OPTION ? found - LONG_OPTION : option_of_letter(found);
        if (found == '?' || found == ':') {
            report_option(job, environment, request->command, found, argv);
            return false;
        }
        keep_value(request, option, optarg);
    }
    bool command_seen = request->command == COMMANDS;
    for (int i = optind; i < argc; i++) {
        if (!command_seen && cs_text_equal(cs_text_of(argv[i]), commands[request->command].word))
            command_seen = true; /* getopt has moved it after the options */
        else
            request->arguments[request->argument_count++] = argv[i];
    }
    return true;
}

static enum formats formats_of(enum option_id option, enum command command)
{
    for (size_t i = 0; i < sizeof format_choices / sizeof *format_choices; i++)
        if (format_choices[i].option == option && format_choices[i].commands >> command & 1)
            return format_choices[i].formats;
    return NO_FORMATS;
}

bool option_has_format(const struct cs_emitter *emitter, enum command command)
{
    switch (formats_of(OPTION_FORMAT, command)) {
    case SHEET_FORMATS:
        return !emitter->only_reports;
    case CHANGE_FORMATS:
        return emitter->diff != CS_DIFF_NONE;
    case REPORT_FORMATS:
    case NO_FORMATS:
        break;
    }
    return false;
}

int option_words(enum option_id option, enum command command, cs_text words[OPTION_WORDS])
{
    int count = 0;
    const char *listed = "";
    for (size_t i = 0; i < sizeof choices / sizeof *choices; i++)
        if (choices[i].option == option && (choices[i].commands == EVERYWHERE || choices[i].commands >> command & 1))
            listed = choices[i].words;
    for (size_t size; *listed && count < OPTION_WORDS; listed += size + (listed[size] == ' ')) {
        size = strcspn(listed, " ");
        words[count++] = (cs_text){listed, size};
    }
    for (uint32_t i = 0; option == OPTION_FORMAT && cs_emitter_at(i) && count < OPTION_WORDS; i++)
        if (option_has_format(cs_emitter_at(i), command))
            words[count++] = cs_emitter_at(i)->name;
    for (uint32_t i = 0; formats_of(option, command) == REPORT_FORMATS && cs_reporter_at(i) && count < OPTION_WORDS;
         i++)
        words[count++] = cs_reporter_name(cs_reporter_at(i));
    return count;
}

void option_add_words(struct cs_buf *out, enum option_id option, enum command command)
{
    cs_text words[OPTION_WORDS];
    int count = option_words(option, command, words);
    for (int i = 0; i < count; i++) {
        cs_buf_add(out, i ? CS_TEXT(", ") : (cs_text){0});
        cs_buf_add(out, words[i]);
    }
}

int option_one_of(struct cs_job *job, const struct environment *environment, const struct request *request,
                  cs_text name, cs_text value, const cs_text *words, int count)
{
    struct cs_buf all = {0};
    for (int i = 0; i < count; i++) {
        if (cs_text_equal(value, words[i])) {
            cs_buf_free(&all);
            return i;
        }
        cs_buf_add(&all, i ? CS_TEXT(", ") : (cs_text){0});
        cs_buf_add(&all, words[i]);
    }
    usage_error(environment, request->command, cs_guess_text(job, value, words, (uint32_t)count), SAY_NOT_ONE_OF, name,
                value, cs_buf_text(&all));
    cs_buf_free(&all);
    return -1;
}

int option_word_of(struct cs_job *job, const struct environment *environment, const struct request *request,
                   enum option_id option, cs_text value)
{
    cs_text words[OPTION_WORDS];
    int count = option_words(option, request->command, words);
    struct cs_buf name = {0};
    cs_buf_add(&name, CS_TEXT("--"));
    cs_buf_add(&name, cs_text_of(options[option].word));
    int index = option_one_of(job, environment, request, cs_buf_text(&name), value, words, count);
    cs_buf_free(&name);
    return index;
}

int option_word(struct cs_job *job, const struct environment *environment, const struct request *request,
                enum option_id option, int otherwise)
{
    const char *value = request->value[option];
    return value ? option_word_of(job, environment, request, option, cs_text_of(value)) : otherwise;
}
