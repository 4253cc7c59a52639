/* All output: checked streams, and files that are replaced completely or not at all. */
#ifndef CMD_OUTPUT_H
#define CMD_OUTPUT_H

#include "cmd/options.h"

#include <signal.h>

/* Prints a text; output_close flushes and checks at the end. */
void output_text(cs_text text);

/* A thread's output on stdout and stderr, kept until its turn. */
struct output_kept {
    struct cs_buf text, said;
};

/* Keeps this thread's further output; NULL: it goes to the streams again. */
void output_keep(struct output_kept *kept);

/* Prints kept output, and empties it; one thread at a time. */
void output_give(struct output_kept *kept);

/* Shows a line on stderr, which is a terminal, until something else is printed or another line is shown; empty:
 * erases it. */
void output_progress(cs_text line);

/* Prints what could also be written to a file: on a terminal, control characters are shown as \x1b, bytes that are
 * not UTF-8 as \xff; elsewhere all bytes are unchanged. */
void output_content(const struct environment *environment, cs_text text);

/* Flushes stdout, before the user is asked something. */
void output_show(void);

/* Prints a text on stderr: findings, or help if nothing was requested. */
void output_stderr(cs_text text);

/* Prints lines on stderr, wrapped to its terminal; the last one is ended. */
void output_lines(const struct environment *environment, cs_text lines);

/* Prints a line on stderr about a file: "checksheet: ", its path, and what is wrong. */
void output_fault(cs_text path, cs_text what);

/* Reports that memory ran out, and exits. */
_Noreturn void output_no_memory(void);

/* Prints a line on stderr: "checksheet: " and the message. */
void output_error(const struct environment *environment, enum say say, const cs_text texts[4]);
#define error(environment, what, ...) output_error((environment), (what), (const cs_text[4]){__VA_ARGS__})

/* Prints a line on stderr about the run itself, unless --quiet was given. */
void output_info(const struct environment *environment, const struct request *request, enum say say,
                 const cs_text texts[4]);
#define info(environment, request, what, ...)                                                                          \
    output_info((environment), (request), (what), (const cs_text[4]){__VA_ARGS__})

/* Reports that a file could not be written, with the reason, an errno. */
void output_unwritten(const struct environment *environment, const char *path, int reason);

/* Replaces or creates a file: the bytes are written to a temporary file beside it, which is renamed once complete. A
 * link is followed; the old file's mode is kept. On failure the old file is unchanged, and it is reported. */
bool output_file(const struct environment *environment, const char *path, cs_text bytes);

/* Signals that terminate the program are blocked between hold and let go, so that no temporary file is left behind;
 * also in threads started in between. */
void output_hold(sigset_t *before);
void output_let_go(const sigset_t *before);

/* The pending signal that would terminate the program; 0 if there is none. */
int output_ending(void);

/* Appends to a file, or creates it. */
bool output_append(const struct environment *environment, const char *path, cs_text bytes);

/* Creates a file that must not exist. */
bool output_new_file(const struct environment *environment, const char *path, cs_text bytes);

/* Flushes stdout; false, and reported, if something could not be written. */
bool output_close(const struct environment *environment);

#endif
