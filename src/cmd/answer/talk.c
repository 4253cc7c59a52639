/* The terminal: see talk.h. */
#define _DEFAULT_SOURCE /* ECHOCTL */
#include "cmd/answer/talk.h"
#include "cmd/writing/writing.h"
#include "base/base.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

/* --- reading ------------------------------------------------------------------------------------------------------- */

#define PASTE_ON    "\033[?2004h"
#define PASTE_OFF   "\033[?2004l"
#define PASTE_BEGIN "\033[200~"
#define PASTE_END   "\033[201~"

/* The terminal's settings before a line is read. */
static struct termios usual;

static void tell(const char *sequence)
{
    ssize_t written = write(STDOUT_FILENO, sequence, strlen(sequence));
    (void)written; /* nothing to do if the terminal is gone */
}

static void leave(void)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &usual);
    tell(PASTE_OFF);
}

/* Handles Ctrl-C while a line is read: restores the terminal for the shell. The handler is removed by then. */
static void leave_and_end(int signal)
{
    leave();
    raise(signal);
}

static const int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
enum { ENDS = sizeof ends / sizeof *ends };

/* Enables bracketed paste, and disables the display of its sequences as ^[ and so on. */
static void enter(struct sigaction before[ENDS])
{
    struct sigaction action = {.sa_handler = leave_and_end, .sa_flags = (int)(SA_RESETHAND | SA_NODEFER)};
    struct termios bare = usual;
    bare.c_lflag &= ~(tcflag_t)ECHOCTL;
    for (int i = 0; i < ENDS; i++) {
        sigaction(ends[i], NULL, &before[i]);
        if (before[i].sa_handler == SIG_DFL)
            sigaction(ends[i], &action, NULL);
    }
    tcsetattr(STDIN_FILENO, TCSANOW, &bare);
    tell(PASTE_ON);
}

/* Removes a paste sequence from the end of a line; false if there is none. */
static bool take_mark(struct cs_buf *line, cs_text mark)
{
    if (!cs_text_ends(cs_buf_text(line), mark))
        return false;
    line->size -= mark.size;
    return true;
}

static bool read_line(struct cs_buf *line)
{
    enum { LONGEST = 1 << 20 };
    bool is_pasted = false;
    for (;;) {
        char byte;
        ssize_t size = read(STDIN_FILENO, &byte, 1); /* no more than the line, so that the editor gets the rest */
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return line->size > 0;
        bool is_end = byte == '\n' || byte == '\r';
        if (is_end && !is_pasted)
            return true;
        if (line->size < LONGEST)
            cs_buf_add_byte(line, is_end ? '\n' : byte);
        if (byte == '~')
            is_pasted = is_pasted ? !take_mark(line, CS_TEXT(PASTE_END)) : take_mark(line, CS_TEXT(PASTE_BEGIN));
    }
}

bool talk_read(const struct run *run, struct cs_buf *line)
{
    struct sigaction before[ENDS];
    bool marks = !run->environment->is_plain && tcgetattr(STDIN_FILENO, &usual) == 0;
    cs_buf_clear(line);
    if (marks)
        enter(before);
    bool has_line = read_line(line);
    if (marks) {
        leave();
        for (int i = 0; i < ENDS; i++)
            sigaction(ends[i], &before[i], NULL);
    }
    return has_line;
}

/* --- writing ------------------------------------------------------------------------------------------------------- */

/* The present width of the window; COLUMNS, which main has read, if there is none. */
static uint32_t columns_now(const struct run *run)
{
    enum { NARROWEST = 20, USUAL = 80 };
    struct winsize size;
    uint32_t columns = run->environment->columns;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col)
        columns = size.ws_col;
    if (columns == 0)
        return USUAL;
    return columns < NARROWEST ? NARROWEST : columns;
}

/* Wraps the lines of a text after a prefix; the last one is not ended. */
static void add_lines(struct run *run, cs_text lead, cs_text text, struct cs_buf *out)
{
    unsigned ambiguous = run->environment->ambiguous;
    uint32_t indent = (uint32_t)cs_cells(run->job, ambiguous, lead);
    struct cs_wrapping how = {.columns = columns_now(run), .start = indent, .indent = indent, .ambiguous = ambiguous};
    cs_buf_add(out, lead);
    for (;;) {
        ptrdiff_t end = cs_text_find(text, CS_TEXT("\n"));
        cs_wrap(run->job, &how, end < 0 ? text : (cs_text){text.bytes, (size_t)end}, out);
        if (end < 0)
            return;
        text = cs_text_skip(text, (size_t)end + 1);
        cs_buf_add_byte(out, '\n');
        cs_buf_add_repeat(out, ' ', text.size ? indent : 0);
    }
}

void talk_write(struct run *run, cs_text lead, cs_text text)
{
    struct cs_buf out = {0};
    add_lines(run, lead, text, &out);
    cs_buf_add_byte(&out, '\n');
    output_text(cs_buf_text(&out));
    cs_buf_free(&out);
}

void talk_prompt(struct run *run, cs_text prompt)
{
    struct cs_buf out = {0};
    add_lines(run, (cs_text){0}, prompt, &out);
    if (cs_text_ends(prompt, CS_TEXT(" ")) && !cs_text_ends(cs_buf_text(&out), CS_TEXT(" ")))
        cs_buf_add_byte(&out, ' '); /* where the answer begins */
    output_text(cs_buf_text(&out));
    output_show();
    cs_buf_free(&out);
}

/* --- the editor ----------------------------------------------------------------------------------------------------- */

/* Runs the editor on a file, and waits; Ctrl-C goes to the editor. Signals that end the program are blocked, but not
 * in the editor. */
static bool run_editor(const struct run *run, const char *path, const sigset_t *signals)
{
    struct sigaction ignore = {.sa_handler = SIG_IGN}, interrupt, quit;
    int status = -1;
    sigaction(SIGINT, &ignore, &interrupt);
    sigaction(SIGQUIT, &ignore, &quit);
    pid_t child = fork();
    if (child == 0) {
        struct cs_buf command = {0};
        sigaction(SIGINT, &interrupt, NULL);
        sigaction(SIGQUIT, &quit, NULL);
        output_let_go(signals);
        cs_buf_add(&command, cs_text_of(run->environment->editor));
        cs_buf_add(&command, CS_TEXT(" \"$1\""));
        if (!command.failed)
            execl("/bin/sh", "sh", "-c", command.bytes, "sh", path, (char *)NULL);
        _exit(127);
    }
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    sigaction(SIGINT, &interrupt, NULL);
    sigaction(SIGQUIT, &quit, NULL);
    return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool read_back(const char *path, struct cs_buf *edited)
{
    char part[4096];
    size_t size;
    FILE *file = fopen(path, "rb");
    while (file && (size = fread(part, 1, sizeof part, file)) > 0)
        cs_buf_add(edited, (cs_text){part, size});
    bool good = file && !ferror(file) && !edited->failed;
    if (file)
        fclose(file);
    return good;
}

bool talk_edit(struct run *run, cs_text text, struct cs_buf *edited)
{
    struct cs_buf path = {0};
    sigset_t signals;
    cs_buf_clear(edited);
    cs_buf_add(&path, cs_text_of(writing_temporary(run)));
    cs_buf_add(&path, CS_TEXT("/checksheet.XXXXXX"));
    output_hold(&signals); /* so that no file is left behind */
    int file = path.failed ? -1 : mkstemp(path.bytes);
    bool good = file >= 0 && write(file, text.bytes ? text.bytes : "", text.size) == (ssize_t)text.size;
    if (file >= 0)
        good = close(file) == 0 && good;
    good = good && run_editor(run, path.bytes, &signals) && read_back(path.bytes, edited);
    if (file >= 0)
        unlink(path.bytes);
    output_let_go(&signals);
    if (!good)
        error(run->environment, SAY_ANSWER_NO_EDITOR, cs_text_of(run->environment->editor));
    cs_buf_free(&path);
    return good;
}
