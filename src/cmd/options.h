/* The command line: which command, which options with which values, which arguments. */
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
    enum command command;       /* COMMANDS: none was given */
    const char *value[OPTIONS]; /* NULL: not given; an option without argument gives "" */
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

/* What the environment say: read once, in main, and nowhere else. */
struct environment {
    enum cs_language language; /* of messages */
    enum cs_language written;  /* of what is written: --lang, else that of messages */
    bool is_said;              /* the environment names the language of messages */
    bool color_out, color_error;
    bool in_is_terminal, out_is_terminal;
    bool is_plain;            /* the terminal knows no control sequences */
    bool shows_progress;      /* stderr is a terminal on which a line can be taken back */
    unsigned ambiguous;       /* cells of ○: 1 or 2 */
    uint32_t columns;         /* of the terminal that stdout is; 0: no limit */
    uint32_t error_columns;   /* of that of stderr */
    const char *catalog_path; /* CHECKSHEET_PATH; NULL if unset */
    const char *temporary;    /* TMPDIR; NULL if unset */
    const char *editor;       /* VISUAL, EDITOR, or vi */
    struct cs_date today;
    const char *step_summary; /* GITHUB_STEP_SUMMARY; NULL if unset */
    bool is_called_by_git;    /* as the command that shows what has changed in one file of several */
    uint32_t processors;      /* that are there to work */
    int64_t created;          /* SOURCE_DATE_EPOCH, in seconds; 0 if unset */
    unsigned mask;            /* bits that the mode of a new file lacks */
};

/* Reads the command line. False after a usage error was reported on stderr: one line with a guess, one that points to help. */
bool options_read(int argc, char **argv, struct cs_job *job, struct environment *environment, struct request *request);

cs_text command_word(enum command command);

/* Its arguments as help shows them, and what it does. */
cs_text command_arguments(enum command command);
cs_text command_summary(enum command command, enum cs_language language);

/* What the command of another tool is called here; empty: nothing. */
cs_text command_of_others(cs_text word);

/* True for a command that help does not show. */
bool command_is_hidden(enum command command);

/* An option as the table has it. */
struct option_look {
    char letter;          /* 0: none */
    const char *word;     /* NULL: none */
    const char *argument; /* as help shows it; NULL: it takes none */
    bool repeated;        /* may be given more than once */
};
void option_look(enum option_id option, struct option_look *look);

/* Adds what an option does for a command, its words named. */
void option_help(struct cs_buf *out, enum option_id option, enum command command, enum cs_language language);

/* True for the options of a command, and for those of every command when command is COMMANDS. */
bool option_belongs(enum option_id option, enum command command);

/* Reports a usage error: the program, the command, the saying, a guess unless it is empty. */
void report_usage_error(const struct environment *environment, enum command command, enum say say,
                        const cs_text texts[4], cs_text guess);
#define usage_error(environment, command, guess, what, ...)                                                            \
    report_usage_error((environment), (command), (what), (const cs_text[4]){__VA_ARGS__}, (guess))

/* The words that an option's value may be, for a command (COMMANDS: none was given): how many there are; 0 for an
 * option that takes any value. */
enum { OPTION_WORDS = 16 };
int option_words(enum option_id option, enum command command, cs_text words[OPTION_WORDS]);

/* Adds those words, separated by commas. */
void option_add_words(struct cs_buf *out, enum option_id option, enum command command);

/* True when a command writes a format of sheets. */
bool option_has_format(const struct cs_emitter *emitter, enum command command);

/* The index of an option's value among its words; reported, and -1, when it is none of them. The default when not
 * given. */
int option_word(struct cs_job *job, const struct environment *environment, const struct request *request,
                enum option_id option, int otherwise);

/* The index of a value among words; reported by the name of what it is the value of, and -1, when it is none. */
int option_one_of(struct cs_job *job, const struct environment *environment, const struct request *request,
                  cs_text name, cs_text value, const cs_text *words, int count);

/* As option_word, of a value that is only part of what was given. */
int option_word_of(struct cs_job *job, const struct environment *environment, const struct request *request,
                   enum option_id option, cs_text value);

#endif
