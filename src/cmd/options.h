/* The command line: the command, its options with their values, its arguments. */
#ifndef CMD_OPTIONS_H
#define CMD_OPTIONS_H

#include "cmd/say.h"

struct cs_emitter;

enum command {
#define CS_COMMAND(symbol, arguments, ja, en) COMMAND_##symbol,
#include "cmd/commands.def"
#undef CS_COMMAND
    COMMANDS
};

enum option_id {
#define CS_OPTION(symbol, letter, word, argument, commands, ja, en) OPTION_##symbol,
#define CS_HELP(symbol, commands, ja, en)
#include "cmd/options.def"
#undef CS_HELP
#undef CS_OPTION
    OPTIONS
};

enum exit_code { EXIT_DONE = 0, EXIT_FOUND = 1, EXIT_USAGE = 2, EXIT_ERROR = 3 };

struct request {
    enum command command;       /* COMMANDS if none was given */
    const char *value[OPTIONS]; /* NULL if not given; "" for an option without argument */
    const char **outputs;       /* of -o, in order */
    int output_count;
    const char **reports; /* of --report, in order */
    int report_count;
    const char **rules; /* of --rule, in order */
    int rule_count;
    const char **catalogs; /* of -c, in order */
    int catalog_count;
    const char **profiles; /* of -p, in order */
    int profile_count;
    const char **reviews; /* of --review, in order */
    int review_count;
    const char **worksheets; /* of --sheet, in order */
    int worksheet_count;
    char **arguments;
    int argument_count;
};

/* Settings from the environment, read once, in main, and nowhere else. */
struct environment {
    enum cs_language language; /* of messages */
    enum cs_language written;  /* of output: --lang, else that of messages */
    bool is_said;              /* the environment sets the language of messages */
    bool color_out, color_error;
    bool in_is_terminal, out_is_terminal;
    bool is_plain;            /* the terminal has no control sequences */
    bool shows_progress;      /* stderr is a terminal on which a line can be erased */
    unsigned ambiguous;       /* width of ○: 1 or 2 */
    uint32_t columns;         /* width of the terminal on stdout; 0: no limit */
    uint32_t error_columns;   /* width of the terminal on stderr */
    const char *catalog_path; /* CHECKSHEET_PATH; NULL if unset */
    const char *temporary;    /* TMPDIR; NULL if unset */
    const char *editor;       /* VISUAL, EDITOR, or vi */
    struct cs_date today;
    const char *step_summary; /* GITHUB_STEP_SUMMARY; NULL if unset */
    bool is_called_by_git;    /* as git's external diff, which shows one file of several */
    uint32_t processors;      /* number of processors available */
    int64_t created;          /* SOURCE_DATE_EPOCH, in seconds; 0 if unset */
    unsigned mask;            /* permission bits that a new file lacks */
};

/* Reads the command line. False after reporting a usage error on stderr: one line with a guess, one that refers to
 * help. */
bool options_read(int argc, char **argv, struct cs_job *job, struct environment *environment, struct request *request);

cs_text command_word(enum command command);

/* Its arguments as shown in help, and its summary. */
cs_text command_arguments(enum command command);
cs_text command_summary(enum command command, enum cs_language language);

/* The name here of another tool's command; empty if there is none. */
cs_text command_of_others(cs_text word);

/* True for a command that is not shown in help. */
bool command_is_hidden(enum command command);

/* An option in the table. */
struct option_look {
    char letter;          /* 0 if none */
    const char *word;     /* NULL if none */
    const char *argument; /* as shown in help; NULL if it takes none */
    bool repeated;        /* may be given more than once */
};
void option_look(enum option_id option, struct option_look *look);

/* Adds the help of an option for a command, with its words. */
void option_help(struct cs_buf *out, enum option_id option, enum command command, enum cs_language language);

/* True for options of a command; with COMMANDS, for those of every command. */
bool option_belongs(enum option_id option, enum command command);

/* Reports a usage error: the program, the command, the message, and a guess unless it is empty. */
void report_usage_error(const struct environment *environment, enum command command, enum say say,
                        const cs_text texts[4], cs_text guess);
#define usage_error(environment, command, guess, what, ...)                                                            \
    report_usage_error((environment), (command), (what), (const cs_text[4]){__VA_ARGS__}, (guess))

/* The possible values of an option for a command (COMMANDS: none was given): their number; 0 for an option that takes
 * any value. */
enum { OPTION_WORDS = 16 };
int option_words(enum option_id option, enum command command, cs_text words[OPTION_WORDS]);

/* Adds those words, separated by commas. */
void option_add_words(struct cs_buf *out, enum option_id option, enum command command);

/* True if a command can write a sheet format. */
bool option_has_format(const struct cs_emitter *emitter, enum command command);

/* The index of an option's value among its words; -1, and reported, if it is not one of them. The default if the
 * option was not given. */
int option_word(struct cs_job *job, const struct environment *environment, const struct request *request,
                enum option_id option, int otherwise);

/* The index of a value among words; -1, and reported with the name of the value, if it is not one of them. */
int option_one_of(struct cs_job *job, const struct environment *environment, const struct request *request,
                  cs_text name, cs_text value, const cs_text *words, int count);

/* As option_word, for a value that is only a part of what was given. */
int option_word_of(struct cs_job *job, const struct environment *environment, const struct request *request,
                   enum option_id option, cs_text value);

#endif
