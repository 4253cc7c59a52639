/* Output with all errors checked. */
#include "cmd/output.h"
#include "base/base.h"
#include "cmd/screen.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int stdout_error; /* errno of the first failed write; the stream itself only has a flag */
static bool is_progress_shown;
static _Thread_local struct output_kept *kept_now; /* of this thread; NULL: it writes to the streams */

void output_keep(struct output_kept *kept)
{
    kept_now = kept;
}

void output_give(struct output_kept *kept)
{
    if (kept->text.failed || kept->said.failed)
        output_no_memory();
    output_stderr(cs_buf_text(&kept->said));
    output_text(cs_buf_text(&kept->text));
    cs_buf_free(&kept->said);
    cs_buf_free(&kept->text);
}

void output_progress(cs_text line)
{
    if (is_progress_shown)
        fputs("\r\033[K", stderr);
    is_progress_shown = line.size > 0;
    if (line.size)
        fwrite(line.bytes, 1, line.size, stderr);
}

void output_text(cs_text text)
{
    if (kept_now) {
        cs_buf_add(&kept_now->text, text);
        return;
    }
    output_progress((cs_text){0});
    if (text.size && fwrite(text.bytes, 1, text.size, stdout) < text.size && stdout_error == 0)
        stdout_error = errno;
}

/* Takes the first character of a text; line ends and tabs are layout and harmless. */
static cs_text take_character(cs_text *rest, bool *is_layout)
{
    cs_text before = *rest;
    uint32_t point = cs_text_next(rest);
    *is_layout = point == '\n' || point == '\t' || (point == '\r' && cs_text_starts(*rest, CS_TEXT("\n")));
    return (cs_text){before.bytes, before.size - rest->size};
}

void output_content(const struct environment *environment, cs_text text)
{
    struct cs_buf shown = {0};
    bool is_layout;
    if (!environment->out_is_terminal) {
        output_text(text);
        return;
    }
    while (text.size) {
        cs_text character = take_character(&text, &is_layout);
        if (is_layout)
            cs_buf_add(&shown, character);
        else
            cs_buf_add_name(&shown, character);
    }
    if (shown.failed)
        output_no_memory();
    output_text(cs_buf_text(&shown));
    cs_buf_free(&shown);
}

void output_show(void)
{
    if (fflush(stdout) != 0 && stdout_error == 0)
        stdout_error = errno;
}

void output_stderr(cs_text text)
{
    if (kept_now) {
        cs_buf_add(&kept_now->said, text);
        return;
    }
    output_progress((cs_text){0});
    if (text.size)
        fwrite(text.bytes, 1, text.size, stderr);
}

void output_lines(const struct environment *environment, cs_text lines)
{
    struct cs_buf out = {0};
    screen_fit(environment, environment->error_columns, SCREEN_HANGING, lines, &out);
    output_stderr(cs_buf_text(&out));
    cs_buf_free(&out);
}

void output_fault(cs_text path, cs_text what)
{
    struct cs_buf line = {0};
    cs_buf_add(&line, CS_TEXT("checksheet: "));
    cs_buf_add_name(&line, path);
    cs_buf_add(&line, CS_TEXT(": "));
    cs_buf_add_name(&line, what);
    cs_buf_add(&line, CS_TEXT("\n"));
    output_stderr(cs_buf_text(&line));
    cs_buf_free(&line);
}

void output_no_memory(void)
{
    output_keep(NULL);
    output_stderr(CS_TEXT("checksheet: out of memory\n"));
    exit(EXIT_ERROR);
}

void output_error(const struct environment *environment, enum say say, const cs_text texts[4])
{
    struct cs_buf line = {0};
    cs_buf_add(&line, CS_TEXT("checksheet: "));
    say_add(&line, environment->language, say, texts);
    output_lines(environment, cs_buf_text(&line));
    cs_buf_free(&line);
}

void output_info(const struct environment *environment, const struct request *request, enum say say,
                 const cs_text texts[4])
{
    struct cs_buf line = {0};
    if (request->value[OPTION_QUIET])
        return;
    say_add(&line, environment->language, say, texts);
    output_lines(environment, cs_buf_text(&line));
    cs_buf_free(&line);
}

void output_unwritten(const struct environment *environment, const char *path, int reason)
{
    struct cs_buf why = {0};
    cs_buf_add(&why, cs_system_error(environment->language, reason));
    if (reason == EBUSY || reason == ETXTBSY || reason == EACCES || reason == EPERM)
        say(&why, environment->language, SAY_CLOSE_IN_EXCEL, (cs_text){0});
    error(environment, SAY_CANNOT_WRITE, cs_text_of(path), cs_buf_text(&why));
    cs_buf_free(&why);
}

/* Writes all bytes and syncs them to disk; 0 or an errno. */
static int write_all(int file, cs_text bytes)
{
    while (bytes.size) {
        ssize_t written = write(file, bytes.bytes, bytes.size);
        if (written < 0 && errno != EINTR)
            return errno;
        bytes = cs_text_skip(bytes, written > 0 ? (size_t)written : 0);
    }
    if (fsync(file) != 0 && errno != EINVAL && errno != EROFS)
        return errno; /* a device or pipe cannot be synced, and need not be */
    return 0;
}

/* Writes to the open file and closes it; 0 or an errno. */
static int finish(int file, cs_text bytes)
{
    int reason = write_all(file, bytes);
    if (close(file) != 0 && reason == 0)
        reason = errno;
    return reason;
}

/* The mode of the existing file, or that of a new one. */
static mode_t mode_for(const struct environment *environment, const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 ? status.st_mode & 07777 : 0666 & ~(mode_t)environment->mask;
}

static const int ending[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
enum { ENDING = sizeof ending / sizeof *ending };

/* An ignored signal would stay pending for ever, and terminate nothing. */
void output_hold(sigset_t *before)
{
    sigset_t signals;
    struct sigaction action;
    sigemptyset(&signals);
    for (int i = 0; i < ENDING; i++)
        if (sigaction(ending[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
            sigaddset(&signals, ending[i]);
    pthread_sigmask(SIG_BLOCK, &signals, before);
}

void output_let_go(const sigset_t *before)
{
    pthread_sigmask(SIG_SETMASK, before, NULL);
}

int output_ending(void)
{
    sigset_t waiting;
    sigemptyset(&waiting);
    sigpending(&waiting);
    for (int i = 0; i < ENDING; i++)
        if (sigismember(&waiting, ending[i]) == 1)
            return ending[i];
    return 0;
}

/* Renames the temporary file to the target, replacing an existing file or not; 0 or an errno. A hard link fails if
 * the file exists; on a file system without hard links its existence is checked before. */
static int take_place(const char *name, const char *target, bool only_new)
{
    struct stat status;
    if (!only_new)
        return rename(name, target) == 0 ? 0 : errno;
    if (link(name, target) == 0)
        return 0;
    if (errno == EEXIST || lstat(target, &status) == 0)
        return EEXIST;
    return rename(name, target) == 0 ? 0 : errno;
}

/* Writes a file beside the target and renames it; 0 or an errno. Signals are blocked meanwhile, so that nothing is
 * left behind. */
static int replace(const struct environment *environment, const char *target, cs_text bytes, bool only_new)
{
    sigset_t before;
    struct cs_buf name = {0};
    const char *slash = strrchr(target, '/');
    cs_buf_add(&name, (cs_text){target, slash ? (size_t)(slash - target) + 1 : 0});
    cs_buf_add(&name, CS_TEXT(".checksheet.XXXXXX")); /* short, so that it fits if the target's name does */
    if (name.failed)
        return ENOMEM;
    output_hold(&before);
    int reason = 0, file = mkstemp(name.bytes);
    if (file < 0)
        reason = errno;
    else {
        fchmod(file, mode_for(environment, target)); /* best effort: the content matters more than the mode */
        reason = finish(file, bytes);
        if (reason == 0)
            reason = take_place(name.bytes, target, only_new);
        if (reason || only_new)
            unlink(name.bytes);
    }
    output_let_go(&before);
    cs_buf_free(&name);
    return reason;
}

/* True for a device or a pipe, which is written to directly: there is nothing to replace. */
static bool is_special(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && !S_ISREG(status.st_mode);
}

static int write_special(const char *path, cs_text bytes)
{
    int file = open(path, O_WRONLY);
    return file < 0 ? errno : finish(file, bytes);
}

bool output_file(const struct environment *environment, const char *path, cs_text bytes)
{
    char *target = realpath(path, NULL); /* the target of a link; NULL if it does not exist */
    int reason =
        is_special(path) ? write_special(path, bytes) : replace(environment, target ? target : path, bytes, false);
    free(target);
    if (reason)
        output_unwritten(environment, path, reason);
    return reason == 0;
}

bool output_append(const struct environment *environment, const char *path, cs_text bytes)
{
    int file = open(path, O_WRONLY | O_CREAT | O_APPEND, 0666);
    int reason = file < 0 ? errno : finish(file, bytes);
    if (reason)
        output_unwritten(environment, path, reason);
    return reason == 0;
}

bool output_new_file(const struct environment *environment, const char *path, cs_text bytes)
{
    int reason = is_special(path) ? write_special(path, bytes) : replace(environment, path, bytes, true);
    if (reason == EEXIST)
        error(environment, SAY_EXISTS, cs_text_of(path));
    else if (reason)
        output_unwritten(environment, path, reason);
    return reason == 0;
}

bool output_close(const struct environment *environment)
{
    int reason = stdout_error;
    if (fflush(stdout) != 0 && reason == 0)
        reason = errno;
    if (fclose(stdout) != 0 && reason == 0)
        reason = errno;
    if (reason)
        output_unwritten(environment, "stdout", reason);
    return reason == 0;
}
