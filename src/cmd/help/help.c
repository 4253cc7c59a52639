/* checksheet help: the program, a command, a topic, wrapped to 80 columns. */
#include "base/base.h"
#include "cmd/commands.h"
#include "cmd/help/topics.h"
#include "cmd/steps.h"

#include <stdio.h>
#include <string.h>

enum { WIDTH = 80, OPTION_COLUMN = 28, COMMAND_COLUMN = 14, EXAMPLE_COLUMN = 48 };

/* The page being written. */
struct page {
    struct run *run;
    enum cs_language language;
    struct cs_buf *out;
};

static const struct {
    enum command command;
    const char *line[CS_LANGUAGES];
    cs_text what[CS_LANGUAGES];
} examples[] = {
#define CS_EXAMPLE(command, line_ja, ja, line_en, en)                                                                  \
    {COMMAND_##command, {line_ja, line_en}, {CS_LITERAL(ja), CS_LITERAL(en)}},
#include "cmd/examples.def"
#undef CS_EXAMPLE
};

static void add_saying(const struct page *page, enum say what, cs_text text)
{
    struct cs_buf line = {0};
    say(&line, page->language, what, text);
    cs_wrap(page->run->job, &(struct cs_wrapping){.columns = WIDTH}, cs_buf_text(&line), page->out);
    cs_buf_add_byte(page->out, '\n');
    cs_buf_free(&line);
}

/* Adds two columns: the right one is wrapped, and begins on the next line if the left one is too wide. */
static void add_row(const struct page *page, const char *left, uint32_t column, cs_text right)
{
    uint32_t used = (uint32_t)cs_cells(page->run->job, 1, cs_text_of(left));
    cs_buf_add(page->out, cs_text_of(left));
    if (used + 2 > column) {
        cs_buf_add_byte(page->out, '\n');
        used = 0;
    }
    cs_buf_add_repeat(page->out, ' ', column - used);
    cs_wrap(page->run->job, &(struct cs_wrapping){.columns = WIDTH, .start = column, .indent = column}, right,
            page->out);
    cs_buf_add_byte(page->out, '\n');
}

static void add_option(const struct page *page, enum option_id id, enum command command)
{
    struct option_look option;
    struct cs_buf help = {0};
    char left[64], letter[8] = "    ";
    option_look(id, &option);
    option_help(&help, id, command, page->language);
    if (help.size == 0)
        return; /* an old spelling */
    if (option.letter)
        snprintf(letter, sizeof letter, option.word ? "-%c, " : "-%c", option.letter);
    snprintf(left, sizeof left, "  %s%s%s%s%s", letter, option.word ? "--" : "", option.word ? option.word : "",
             option.argument ? " " : "", option.argument ? option.argument : "");
    add_row(page, left, OPTION_COLUMN, cs_buf_text(&help));
    cs_buf_free(&help);
}

static void add_options(const struct page *page, enum command command)
{
    for (int i = 0; i < OPTIONS; i++) {
        bool is_own = !option_belongs((enum option_id)i, COMMANDS);
        if (option_belongs((enum option_id)i, command) && is_own == (command != COMMANDS))
            add_option(page, (enum option_id)i, command);
    }
}

static bool has_options(enum command command)
{
    for (int i = 0; i < OPTIONS; i++)
        if (option_belongs((enum option_id)i, command) && !option_belongs((enum option_id)i, COMMANDS))
            return true;
    return false;
}

/* --- a command ---------------------------------------------------------------------------------------------------- */

static void add_command(const struct page *page, enum command command)
{
    enum cs_language language = page->language;
    say(page->out, language, SAY_USAGE, (cs_text){0});
    cs_buf_add(page->out, CS_TEXT(" checksheet "));
    cs_buf_add(page->out, command_word(command));
    cs_buf_add_byte(page->out, ' ');
    cs_buf_add(page->out, command_arguments(command));
    cs_buf_add(page->out, CS_TEXT("\n\n"));
    cs_wrap(page->run->job, &(struct cs_wrapping){.columns = WIDTH}, command_summary(command, language), page->out);
    cs_buf_add(page->out, CS_TEXT("\n\n"));
    add_saying(page, SAY_EXAMPLES, (cs_text){0});
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        char left[WIDTH];
        if (examples[i].command != command)
            continue;
        snprintf(left, sizeof left, "  %s", examples[i].line[language]);
        if (cs_cells(page->run->job, 1, cs_text_of(left)) + 2 > EXAMPLE_COLUMN)
            add_row(page, left, 6, examples[i].what[language]);
        else
            add_row(page, left, EXAMPLE_COLUMN, examples[i].what[language]);
    }
    cs_buf_add_byte(page->out, '\n');
    if (has_options(command))
        add_saying(page, SAY_OPTIONS, (cs_text){0});
    add_options(page, command);
    cs_buf_add(page->out, has_options(command) ? CS_TEXT("\n") : (cs_text){0});
    add_saying(page, SAY_MORE, (cs_text){0});
}

/* --- the program -------------------------------------------------------------------------------------------------- */

/* Adds the heading of a group before its first command. */
static void add_group(const struct page *page, enum command command)
{
    static const struct {
        enum command first;
        enum say say;
    } groups[] = {{COMMAND_new, SAY_GROUP_WRITE},
                  {COMMAND_validate, SAY_GROUP_CHECK},
                  {COMMAND_render, SAY_GROUP_SEND},
                  {COMMAND_find, SAY_GROUP_LOOK}};
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        if (groups[i].first == command)
            add_saying(page, groups[i].say, (cs_text){0});
}

static void add_start(const struct page *page, const char *line, enum say what)
{
    struct cs_buf text = {0};
    say(&text, page->language, what, (cs_text){0});
    add_row(page, line, EXAMPLE_COLUMN, cs_buf_text(&text));
    cs_buf_free(&text);
}

static void add_topics(const struct page *page)
{
    struct cs_buf words = {0};
    for (uint32_t i = 0; topics_word(i).size; i++) {
        cs_buf_add(&words, i ? CS_TEXT(" ") : (cs_text){0});
        cs_buf_add(&words, topics_word(i));
    }
    add_saying(page, SAY_TOPICS, cs_buf_text(&words));
    cs_buf_free(&words);
}

static void add_program(const struct page *page)
{
    say(page->out, page->language, SAY_USAGE, (cs_text){0});
    cs_buf_add(page->out, CS_TEXT(" checksheet <command> [options] [arguments]\n\n"));
    add_saying(page, SAY_ABOUT, (cs_text){0});
    cs_buf_add_byte(page->out, '\n');
    add_saying(page, SAY_START_HERE, (cs_text){0});
    add_start(page, "  checksheet new acme.checksheet.yaml -c METI", SAY_START_NEW);
    add_start(page, "  checksheet validate", SAY_START_VALIDATE);
    add_start(page, "  checksheet render acme -o acme.xlsx", SAY_START_RENDER);
    cs_buf_add_byte(page->out, '\n');
    for (int i = 0; i < COMMANDS; i++) {
        char left[WIDTH];
        cs_text word = command_word((enum command)i);
        if (command_is_hidden((enum command)i))
            continue;
        add_group(page, (enum command)i);
        snprintf(left, sizeof left, "  %.*s", (int)word.size, word.bytes);
        add_row(page, left, COMMAND_COLUMN, command_summary((enum command)i, page->language));
    }
    cs_buf_add_byte(page->out, '\n');
    add_saying(page, SAY_OPTIONS_EVERYWHERE, (cs_text){0});
    add_options(page, COMMANDS);
    add_topics(page);
    add_saying(page, SAY_MANUAL, (cs_text){0});
}

/* --- on a word ---------------------------------------------------------------------------------------------------- */

static cs_text guess(struct run *run, cs_text word)
{
    cs_text words[COMMANDS + 16];
    uint32_t count = 0;
    for (int i = 0; i < COMMANDS; i++)
        if (!command_is_hidden((enum command)i))
            words[count++] = command_word((enum command)i);
    for (uint32_t i = 0; topics_word(i).size && count < COMMANDS + 16; i++)
        words[count++] = topics_word(i);
    cs_text like = command_of_others(word);
    return like.size ? like : cs_guess_text(run->job, word, words, count);
}

static bool add_word(const struct page *page, cs_text word)
{
    for (int i = 0; i < COMMANDS; i++)
        if (!command_is_hidden((enum command)i) && cs_text_equal(word, command_word((enum command)i))) {
            add_command(page, (enum command)i);
            return true;
        }
    cs_buf_add(page->out, topics_text(word, page->language));
    return topics_text(word, page->language).size > 0;
}

enum exit_code command_help(struct run *run)
{
    struct cs_buf out = {0};
    struct page page = {run, step_written(run), &out};
    const struct request *request = run->request;
    bool is_asked = request->value[OPTION_HELP] || request->command == COMMAND_help, found = true;
    const char *word = request->command == COMMAND_help ? step_argument(run, 0) : NULL;
    if (request->command == COMMAND_help && !request->value[OPTION_HELP] && !step_has_at_most(run, 1))
        return EXIT_USAGE;
    if (word)
        found = add_word(&page, cs_text_of(word));
    else if (request->command == COMMANDS || (request->command == COMMAND_help && !request->value[OPTION_HELP]))
        add_program(&page);
    else
        add_command(&page, request->command);
    if (!found)
        usage_error(run->environment, request->command, guess(run, cs_text_of(word)), SAY_NOT_A_TOPIC,
                    cs_text_of(word));
    if (is_asked)
        output_text(cs_buf_text(&out));
    else { /* nothing was requested */
        enum { FIRST_LINES = 9 };
        const char *end = out.bytes;
        for (int line = 0; line < FIRST_LINES && end; line++)
            end = strchr(end, '\n') ? strchr(end, '\n') + 1 : NULL;
        output_stderr((cs_text){out.bytes, end ? (size_t)(end - out.bytes) : out.size});
    }
    cs_buf_free(&out);
    return found && is_asked ? EXIT_DONE : EXIT_USAGE;
}
