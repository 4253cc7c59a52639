/* The script for bash: one function that reads the words so far, and asks its tables. */
#include "cmd/completion/script.h"

#include <stdio.h>

static void bash_source(struct cs_buf *out, enum source source)
{
    static const char *const calls[SOURCES] = {
        [ANYTHING] = ":",
        [FILES] = "_checksheet_files",
        [YAML_FILES] = "_checksheet_files '!*.@(yaml|yml)'",
        [DIRECTORIES] = "_checksheet_directories",
        [CATALOGS] = "_checksheet_files '!*.@(yaml|yml)'; _checksheet_ask catalogs",
        [ITEMS] = "_checksheet_ask items \"$first\"",
    };
    if (calls[source]) {
        completion_add(out, calls[source]);
        return;
    }
    completion_add(out, "_checksheet_words '");
    completion_known(out, source);
    completion_add(out, "'");
}

/* What completes an option's value with a command. */
static void bash_value(struct cs_buf *out, enum option_id id, enum command command, const struct option_look *option)
{
    enum source source = completion_source(cs_text_of(option->argument));
    struct cs_buf words = {0};
    completion_words(&words, id, command, completion_has_equals(source) ? "=" : "");
    if (words.size) {
        completion_add(out, completion_has_equals(source) ? "compopt -o nospace 2>/dev/null; _checksheet_words '"
                                                          : "_checksheet_words '");
        cs_buf_add(out, cs_buf_text(&words));
        completion_add(out, "'");
    } else
        bash_source(out, source);
    cs_buf_free(&words);
}

static void bash_values(struct cs_buf *out, enum command command)
{
    struct option_look option;
    char before[32];
    for (int i = 0; i < OPTIONS; i++) {
        option_look((enum option_id)i, CS_EN, &option);
        if (!option.argument || !option_belongs((enum option_id)i, command) ||
            (command != COMMANDS && option_belongs((enum option_id)i, COMMANDS)))
            continue;
        cs_text word = command == COMMANDS ? CS_TEXT("*") : command_word(command);
        snprintf(before, sizeof before, "%.*s:", (int)word.size, word.bytes);
        completion_add(out, "        ");
        completion_spellings(out, before, &option, "|");
        completion_add(out, ") ");
        bash_value(out, (enum option_id)i, command, &option);
        completion_add(out, " ;;\n");
    }
}

static void bash_options(struct cs_buf *out, enum command command)
{
    struct option_look option;
    completion_add(out, "        ");
    cs_buf_add(out, command == COMMANDS ? CS_TEXT("*") : command_word(command));
    completion_add(out, ") _checksheet_words '");
    for (int i = 0, count = 0; i < OPTIONS; i++) {
        option_look((enum option_id)i, CS_EN, &option);
        if (!option_belongs((enum option_id)i, command))
            continue;
        completion_add(out, count++ ? " " : "");
        completion_spellings(out, "", &option, " ");
    }
    completion_add(out, "' ;;\n");
}

static void bash_places(struct cs_buf *out, enum command command)
{
    struct place places[MOST_PLACES];
    int count = completion_places(command, places);
    for (int i = 0; i < count; i++) {
        completion_add(out, "    ");
        cs_buf_add(out, command_word(command));
        cs_buf_print(out, places[i].repeated ? ":*) " : ":%d) ", i);
        bash_source(out, completion_source(places[i].name));
        completion_add(out, " ;;\n");
    }
}

static void for_each_command(struct cs_buf *out, void (*write)(struct cs_buf *out, enum command command))
{
    for (int i = 0; i < COMMANDS; i++)
        if (!command_is_hidden((enum command)i))
            write(out, (enum command)i);
}

void completion_bash(struct cs_buf *out, enum cs_language language)
{
    (void)language; /* bash shows words alone */
    completion_add(
        out,
        "# bash completion of checksheet. To have it: source <(checksheet completion bash)\n"
        "\n"
        "_checksheet_words() { mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -W \"$1\" -- \"$current\"); }\n"
        "_checksheet_ask() { _checksheet_words \"$(\"$program\" __complete \"$@\" 2>/dev/null | cut -f 1)\"; }\n"
        "_checksheet_directories() { _checksheet_list -d; }\n"
        "_checksheet_files() {\n"
        "    if [[ -n ${1:-} ]]; then _checksheet_list -d; fi\n"
        "    _checksheet_list -f -X \"${1:-}\"\n"
        "}\n"
        "_checksheet_list() {\n"
        "    compopt -o filenames 2>/dev/null\n"
        "    mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(shopt -s extglob; compgen \"$@\" -- \"$current\")\n"
        "}\n"
        "\n"
        "_checksheet() {\n"
        "    local program=${COMP_WORDS[0]} current=${COMP_WORDS[COMP_CWORD]}\n"
        "    local command='' first='' option='' given='' place=-1 word i\n"
        "    COMPREPLY=()\n"
        "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
        "        word=${COMP_WORDS[i]}\n"
        "        if [[ $word == '=' ]]; then # bash makes it a word of its own\n"
        "            option=${option:-=}\n"
        "            continue\n"
        "        fi\n"
        "        if [[ -n $option ]]; then\n"
        "            given=$option option=''\n"
        "            continue\n"
        "        fi\n"
        "        case $word in\n"
        "        ");
    completion_value_options(out, "|");
    completion_add(out, ") option=$word ;;\n"
                        "        -?*) ;;\n"
                        "        *)\n"
                        "            if ((place == 0)); then first=$word; fi\n"
                        "            if ((place == -1)); then command=$word; fi\n"
                        "            ((++place)) ;;\n"
                        "        esac\n"
                        "    done\n"
                        "    if [[ $current == '=' ]]; then\n"
                        "        option=${option:-=}\n"
                        "        current=''\n"
                        "    fi\n"
                        "    if [[ $option == '=' && $given == --rule ]]; then\n"
                        "        _checksheet_words '");
    completion_levels(out);
    completion_add(out, "'\n"
                        "    elif [[ $option == '=' ]]; then\n"
                        "        _checksheet_files\n"
                        "    elif [[ -n $option ]]; then\n"
                        "        case $command:$option in\n");
    for_each_command(out, bash_values);
    bash_values(out, COMMANDS);
    completion_add(out, "        esac\n"
                        "    elif [[ $current == -* ]]; then\n"
                        "        case $command in\n");
    for_each_command(out, bash_options);
    bash_options(out, COMMANDS);
    completion_add(out, "        esac\n"
                        "    elif ((place == -1)); then\n"
                        "        _checksheet_words '");
    completion_commands(out);
    completion_add(out, "'\n"
                        "    else\n"
                        "        _checksheet_place\n"
                        "    fi\n"
                        "}\n"
                        "\n"
                        "_checksheet_place() {\n"
                        "    case $command:$place in\n");
    for_each_command(out, bash_places);
    completion_add(out, "    esac\n"
                        "}\n"
                        "\n"
                        "complete -F _checksheet checksheet\n");
}
