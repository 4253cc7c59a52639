/* The terminal: see talk.h. */
#include "cmd/answer/talk.h"
#include "cmd/writing.h"
#include "base/base.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

bool talk_read(struct cs_buf *line)
{
    enum { LONGEST = 1 << 20 };
    cs_buf_clear(line);
    for (;;) {
        char byte;
        ssize_t size = read(STDIN_FILENO, &byte, 1); /* no more than the line, so that the editor gets the rest */
        if (size < 0 && errno == EINTR)
            continue;
        if (size <= 0)
            return line->size > 0;
        if (byte == '\n' || byte == '\r')
            return true;
        if (line->size < LONGEST)
            cs_buf_add_byte(line, byte);
    }
}

/* As wide as the window is now; COLUMNS, which main has read, where there is none. */
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

void talk_write(struct run *run, cs_text lead, cs_text text)
{
    struct cs_buf out = {0};
    unsigned ambiguous = run->environment->ambiguous;
    uint32_t indent = (uint32_t)cs_cells(run->job, ambiguous, lead);
    struct cs_wrapping how = {.columns = columns_now(run), .start = indent, .indent = indent, .ambiguous = ambiguous};
    cs_buf_add(&out, lead);
    for (bool is_first = true; is_first || text.size; is_first = false) {
        ptrdiff_t end = cs_text_find(text, CS_TEXT("\n"));
        cs_text line = end < 0 ? text : (cs_text){text.bytes, (size_t)end};
        if (!is_first)
            cs_buf_add_repeat(&out, ' ', indent);
        cs_wrap(run->job, &how, line, &out);
        cs_buf_add_byte(&out, '\n');
        text = end < 0 ? (cs_text){0} : cs_text_skip(text, (size_t)end + 1);
    }
    output_text(cs_buf_text(&out));
    cs_buf_free(&out);
}

void talk_prompt(cs_text prompt)
{
    output_text(prompt);
    output_show();
}

/* --- the editor ----------------------------------------------------------------------------------------------------- */

/* Runs the editor on a file, and waits; Ctrl-C is then the editor's. */
static bool run_editor(const struct run *run, const char *path)
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
    cs_buf_clear(edited);
    cs_buf_add(&path, cs_text_of(writing_temporary(run)));
    cs_buf_add(&path, CS_TEXT("/checksheet.XXXXXX"));
    int file = path.failed ? -1 : mkstemp(path.bytes);
    bool good = file >= 0 && write(file, text.bytes ? text.bytes : "", text.size) == (ssize_t)text.size;
    if (file >= 0)
        good = close(file) == 0 && good;
    good = good && run_editor(run, path.bytes) && read_back(path.bytes, edited);
    if (file >= 0)
        unlink(path.bytes);
    if (!good)
        error(run->environment, SAY_ANSWER_NO_EDITOR, cs_text_of(run->environment->editor));
    cs_buf_free(&path);
    return good;
}
