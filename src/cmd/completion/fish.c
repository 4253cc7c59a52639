/* The script for fish: a line an option, a command, a place. */
#include "cmd/completion/script.h"

static void fish_source(struct cs_buf *out, enum source source)
{
    static const char *const calls[SOURCES] = {
        [ANYTHING] = "",
        [FILES] = " -F",
        [YAML_FILES] = " -k -a '(__fish_complete_suffix .yaml .yml)'",
        [DIRECTORIES] = " -a '(__fish_complete_directories)'",
        [CATALOGS] = " -F -a '(checksheet __complete catalogs 2>/dev/null)'",
        [ITEMS] = " -a '(checksheet __complete items (__checksheet_words)[2] 2>/dev/null)'",
    };
    if (calls[source]) {
        completion_add(out, calls[source]);
        return;
    }
    completion_add(out, " -a '");
    completion_known(out, source);
    completion_add(out, "'");
}

static void fish_option(struct cs_buf *out, enum option_id id, enum command command, enum cs_language language)
{
    struct option_look option;
    struct cs_buf words = {0};
    option_look(id, language, &option);
    completion_add(out, "complete -c checksheet");
    if (command != COMMANDS) {
        completion_add(out, " -n '__checksheet_in ");
        cs_buf_add(out, command_word(command));
        completion_add(out, "'");
    }
    if (option.letter)
        cs_buf_print(out, " -s %c", option.letter);
    if (option.word)
        cs_buf_print(out, " -l %s", option.word);
    completion_add(out, option.argument ? " -r" : "");
    enum source source = option.argument ? completion_source(cs_text_of(option.argument)) : ANYTHING;
    completion_words(&words, id, command, completion_has_equals(source) ? "=" : "");
    if (words.size) {
        completion_add(out, " -a '");
        cs_buf_add(out, cs_buf_text(&words));
        completion_add(out, "'");
    } else if (option.argument)
        fish_source(out, source);
    completion_add(out, " -d '");
    completion_quoted(out, option.help, "\\'");
    completion_add(out, "'\n");
    cs_buf_free(&words);
}

static void fish_command(struct cs_buf *out, enum command command, enum cs_language language)
{
    struct place places[MOST_PLACES];
    int count = completion_places(command, places);
    cs_text word = command_word(command);
    completion_add(out, "\ncomplete -c checksheet -n '__checksheet_at 0 0' -a ");
    cs_buf_add(out, word);
    completion_add(out, " -d '");
    completion_quoted(out, command_summary(command, language), "\\'");
    completion_add(out, "'\n");
    for (int i = 0; i < count; i++) {
        cs_buf_print(out, "complete -c checksheet -n '__checksheet_in %.*s; and __checksheet_at %d %d'", (int)word.size,
                     word.bytes, i + 1, places[i].repeated ? 9999 : i + 1);
        fish_source(out, completion_source(places[i].name));
        completion_add(out, "\n");
    }
    for (int i = 0; i < OPTIONS; i++)
        if (option_belongs((enum option_id)i, command) && !option_belongs((enum option_id)i, COMMANDS))
            fish_option(out, (enum option_id)i, command, language);
}

void completion_fish(struct cs_buf *out, enum cs_language language)
{
    completion_add(out, "# fish completion of checksheet. To have it:\n"
                        "#     checksheet completion fish > ~/.config/fish/completions/checksheet.fish\n"
                        "\n"
                        "# The command and its arguments so far, without options and their values.\n"
                        "function __checksheet_words\n"
                        "    set -l is_value no\n"
                        "    for word in (commandline -opc)[2..-1]\n"
                        "        if test $is_value = yes\n"
                        "            set is_value no\n"
                        "            continue\n"
                        "        end\n"
                        "        switch $word\n"
                        "            case ");
    completion_value_options(out, " ");
    completion_add(out, "\n"
                        "                set is_value yes\n"
                        "            case '-?*'\n"
                        "            case '*'\n"
                        "                echo $word\n"
                        "        end\n"
                        "    end\n"
                        "end\n"
                        "\n"
                        "function __checksheet_in -a command\n"
                        "    set -l words (__checksheet_words)\n"
                        "    test \"$words[1]\" = $command\n"
                        "end\n"
                        "\n"
                        "# True when so many words stand before the one that is completed.\n"
                        "function __checksheet_at -a least most\n"
                        "    set -l words (__checksheet_words)\n"
                        "    test (count $words) -ge $least -a (count $words) -le $most\n"
                        "end\n"
                        "\n"
                        "complete -c checksheet -f\n");
    for (int i = 0; i < OPTIONS; i++)
        if (option_belongs((enum option_id)i, COMMANDS))
            fish_option(out, (enum option_id)i, COMMANDS, language);
    for (int i = 0; i < COMMANDS; i++)
        if (!command_is_hidden((enum command)i))
            fish_command(out, (enum command)i, language);
}
