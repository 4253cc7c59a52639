/* The script for zsh: specifications for _arguments, with the help of every option. */
#include "cmd/completion/script.h"

#include <string.h>

static void zsh_source(struct cs_buf *out, enum source source)
{
    static const char *const calls[SOURCES] = {
        [ANYTHING] = " ",
        [FILES] = "_files",
        [YAML_FILES] = "_files -g \"*.(yaml|yml)(-.)\"",
        [DIRECTORIES] = "_files -/",
        [CATALOGS] = "_checksheet_catalogs",
        [ITEMS] = "->items",
    };
    if (calls[source]) {
        completion_add(out, calls[source]);
        return;
    }
    completion_add(out, "(");
    completion_known(out, source);
    completion_add(out, ")");
}

/* A text inside a specification: colons and brackets mean something there. */
static void zsh_text(struct cs_buf *out, cs_text text)
{
    struct cs_buf escaped = {0};
    for (size_t i = 0; i < text.size; i++) {
        if (text.bytes[i] && strchr(":[]\\", text.bytes[i]))
            cs_buf_add_byte(&escaped, '\\');
        cs_buf_add_byte(&escaped, text.bytes[i]);
    }
    completion_quoted(out, cs_buf_text(&escaped), "'\\''");
    cs_buf_free(&escaped);
}

/* :FORMAT:(text tsv json) */
static void zsh_value(struct cs_buf *out, enum option_id id, enum command command, const struct option_look *option)
{
    enum source source = completion_source(cs_text_of(option->argument));
    struct cs_buf words = {0};
    completion_add(out, ":");
    zsh_text(out, cs_text_of(option->argument));
    completion_add(out, ":");
    completion_words(&words, id, command, "");
    if (words.size) /* with a blank before it, a function is called with these words alone */
        completion_add(out, source == REPORTS  ? " _checksheet_report "
                            : source == LEVELS ? " _checksheet_level "
                                               : "(");
    if (words.size)
        cs_buf_add(out, cs_buf_text(&words));
    else
        zsh_source(out, source);
    completion_add(out, words.size && !completion_has_equals(source) ? ")" : "");
    cs_buf_free(&words);
}

/* '(-f --format)'{-f+,--format=}'[help]:FORMAT:(text tsv json)' */
static void zsh_option(struct cs_buf *out, enum option_id id, enum command command, enum cs_language language)
{
    struct option_look option;
    option_look(id, language, &option);
    completion_add(out, "            ");
    if (option.repeated)
        completion_add(out, "'*'");
    else {
        completion_add(out, "'(");
        completion_spellings(out, "", &option, " ");
        completion_add(out, ")'");
    }
    completion_add(out, option.letter && option.word ? "{" : "");
    if (option.letter)
        cs_buf_print(out, option.argument ? "-%c+" : "-%c", option.letter);
    completion_add(out, option.letter && option.word ? "," : "");
    if (option.word)
        cs_buf_print(out, option.argument ? "--%s=" : "--%s", option.word);
    completion_add(out, option.letter && option.word ? "}'[" : "'[");
    zsh_text(out, option.help);
    completion_add(out, "]");
    if (option.argument)
        zsh_value(out, id, command, &option);
    completion_add(out, "' \\\n");
}

static void zsh_options(struct cs_buf *out, enum command command, enum cs_language language)
{
    for (int i = 0; i < OPTIONS; i++)
        if (option_belongs((enum option_id)i, command))
            zsh_option(out, (enum option_id)i, command, language);
}

static void zsh_command(struct cs_buf *out, enum command command, enum cs_language language)
{
    struct place places[MOST_PLACES];
    int count = completion_places(command, places);
    completion_add(out, "        ");
    cs_buf_add(out, command_word(command));
    completion_add(out, ")\n            _arguments -S \\\n");
    zsh_options(out, command, language);
    for (int i = 0; i < count; i++) {
        cs_buf_print(out, places[i].repeated ? "            '*:" : "            '%d:", i + 1);
        zsh_text(out, places[i].name);
        completion_add(out, ":");
        zsh_source(out, completion_source(places[i].name));
        completion_add(out, "' \\\n");
    }
    completion_add(out, "            && ret=0 ;;\n");
}

void completion_zsh(struct cs_buf *out, enum cs_language language)
{
    completion_add(
        out, "#compdef checksheet\n"
             "# zsh completion of checksheet. To have it, as a file called _checksheet in a directory of $fpath:\n"
             "#     checksheet completion zsh > DIRECTORY/_checksheet\n"
             "\n"
             "# Rows of number and words, asked of the program.\n"
             "_checksheet_ask() {\n"
             "    local -a rows\n"
             "    rows=(${(f)\"$(checksheet __complete \"$@\" 2>/dev/null)\"})\n"
             "    rows=(${rows//:/\\\\:})\n"
             "    rows=(${rows/$'\\t'/:})\n"
             "    _describe -V \"$1\" rows\n"
             "}\n"
             "_checksheet_catalogs() {\n"
             "    _checksheet_ask catalogs\n"
             "    local found=$?\n"
             "    _files -g '*.(yaml|yml)(-.)' || return $found\n"
             "}\n"
             "_checksheet_report() { if compset -P '*='; then _files; else compadd -S= -- \"$@\"; fi }\n"
             "_checksheet_level() { if compset -P '*='; then compadd -- ");
    completion_levels(out);
    completion_add(out, "; else compadd -S= -- \"$@\"; fi }\n"
                        "_checksheet_commands() {\n"
                        "    local -a commands=(\n");
    for (int i = 0; i < COMMANDS; i++) {
        if (command_is_hidden((enum command)i))
            continue;
        completion_add(out, "        '");
        cs_buf_add(out, command_word((enum command)i));
        completion_add(out, ":");
        zsh_text(out, command_summary((enum command)i, language));
        completion_add(out, "'\n");
    }
    completion_add(out, "    )\n"
                        "    _describe -V command commands\n"
                        "}\n"
                        "\n"
                        "_checksheet() {\n"
                        "    local curcontext=$curcontext state state_descr ret=1\n"
                        "    local -a line\n"
                        "    local -A opt_args\n"
                        "    _arguments -C -S \\\n");
    zsh_options(out, COMMANDS, language);
    completion_add(out, "            '1:command:_checksheet_commands' \\\n"
                        "            '*::argument:->argument' && ret=0\n"
                        "    if [[ $state == argument ]]; then\n"
                        "        case $words[1] in\n");
    for (int i = 0; i < COMMANDS; i++)
        if (!command_is_hidden((enum command)i))
            zsh_command(out, (enum command)i, language);
    completion_add(out, "        esac\n"
                        "        [[ $state == items ]] && _checksheet_ask items $line[1] && ret=0\n"
                        "    fi\n"
                        "    return ret\n"
                        "}\n"
                        "\n"
                        "compdef _checksheet checksheet 2>/dev/null\n");
}
