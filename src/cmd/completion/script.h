/* What the completion scripts of all shells are made of: which options take a value, of what, and what stands at which
 * place. */
#ifndef CMD_COMPLETION_SCRIPT_H
#define CMD_COMPLETION_SCRIPT_H

#include "cmd/options.h"

/* What an argument is completed with. Those from TOPICS on are words known here; behind the last two comes an equals sign
 * and then a file, or a level. */
enum source {
    ANYTHING,
    FILES,
    YAML_FILES,
    DIRECTORIES,
    CATALOGS,
    ITEMS,
    TOPICS,
    SHELLS,
    RULES,
    REPORTS,
    LEVELS,
    SOURCES
};

/* The source of an argument by what help calls it. */
enum source completion_source(cs_text argument);

/* A place on a command's line: CATALOG, then NUMBER and so on. */
struct place {
    cs_text name;
    bool repeated;
};

enum { MOST_PLACES = 4 };

/* Reads "[PROFILE] -o OUT..." for its places, and returns how many; options say for themselves what they take. */
int completion_places(enum command command, struct place places[MOST_PLACES]);

void completion_add(struct cs_buf *out, const char *text);

/* A text between single quotes: what each shell wants in place of a quote differs. */
void completion_quoted(struct cs_buf *out, cs_text text, const char *quote);

/* Lists with blanks between: the commands; the words of a source that is known here, none for the others; the words
 * that an option's value begins with, each with something behind it, none if it takes any; the levels of a rule. */
void completion_commands(struct cs_buf *out);
void completion_known(struct cs_buf *out, enum source source);
void completion_words(struct cs_buf *out, enum option_id option, enum command command, const char *behind);
void completion_levels(struct cs_buf *out);

/* True for values of two parts, with an equals sign between. */
bool completion_has_equals(enum source source);

/* -f and --format, each behind a text. */
void completion_spellings(struct cs_buf *out, const char *before, const struct option_look *option,
                          const char *between);

/* All options that take a value, whichever command they belong to. */
void completion_value_options(struct cs_buf *out, const char *between);

enum { SHELL_COUNT = 3 };
extern const cs_text completion_shells[SHELL_COUNT];

/* The scripts, with help in a language. */
void completion_bash(struct cs_buf *out, enum cs_language language);
void completion_zsh(struct cs_buf *out, enum cs_language language);
void completion_fish(struct cs_buf *out, enum cs_language language);

#endif
