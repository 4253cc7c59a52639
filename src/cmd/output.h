/* The only writer: streams that are checked, files that are replaced whole or not at all. */
#ifndef CMD_OUTPUT_H
#define CMD_OUTPUT_H

#include "cmd/options.h"

#include <signal.h>

/* Prints a text; it is flushed and checked at the end, by output_close. */
void output_text(cs_text text);

/* What a thread has printed, on stdout and on stderr, until it is its turn. */
struct output_kept {
    struct cs_buf text, said;
};

/* From now on what this thread prints is kept; NULL: it goes to the streams again. */
void output_keep(struct output_kept *kept);

/* Prints what was kept, and empties it; one thread at a time. */
void output_give(struct output_kept *kept);

/* Shows a line on stderr, which is a terminal, until something else is printed or another line shown; empty: none. */
void output_progress(cs_text line);

/* Prints what could as well be written to a file: on a terminal, what steers it is shown as \x1b, bytes that are not UTF-8
 * as \xff; elsewhere every byte is as it is. */
void output_content(const struct environment *environment, cs_text text);

/* Shows what was printed so far, before somebody is asked. */
void output_show(void);

/* Prints a text on stderr: findings, help for who asked for nothing. */
void output_stderr(cs_text text);

/* Prints lines on stderr, as its terminal has room for them; the last one is ended. */
void output_lines(const struct environment *environment, cs_text lines);

/* A line on stderr about a file: "checksheet: ", its path, and what is wrong. */
void output_fault(cs_text path, cs_text what);

/* Says that there is no memory, and ends the run. */
_Noreturn void output_no_memory(void);

/* A line on stderr: "checksheet: " and the saying. */
void output_error(const struct environment *environment, enum say say, const cs_text texts[4]);
#define error(environment, what, ...) output_error((environment), (what), (const cs_text[4]){__VA_ARGS__})

/* A line on stderr about the run itself, unless the user asked for quiet. */
void output_info(const struct environment *environment, const struct request *request, enum say say,
                 const cs_text texts[4]);
#define info(environment, request, what, ...)                                                                          \
    output_info((environment), (request), (what), (const cs_text[4]){__VA_ARGS__})

/* Says that a file could not be written, and why, an errno. */
void output_unwritten(const struct environment *environment, const char *path, int reason);

/* Replaces the file, or makes it: the bytes go to a temporary file beside it, which takes its place once all is
 * written. A link is followed; the old file's mode is kept. On failure the old file stands, and it is reported. */
bool output_file(const struct environment *environment, const char *path, cs_text bytes);

/* Signals that end the program wait from hold to let go, so that no temporary file outlives it; in the threads that are
 * started in between, too. */
void output_hold(sigset_t *before);
void output_let_go(const sigset_t *before);

/* The signal that waits to end the program; 0: none. */
int output_ending(void);

/* Adds to the end of a file, or makes it. */
bool output_append(const struct environment *environment, const char *path, cs_text bytes);

/* Makes a file that must not be there yet. */
bool output_new_file(const struct environment *environment, const char *path, cs_text bytes);

/* Flushes stdout; false, and reported, when something was not written. */
bool output_close(const struct environment *environment);

#endif
