/* The one rule about files that are there already. */
#include "cmd/writing.h"
#include "cmd/shelf.h"
#include "base/base.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The files that this run has written. */
struct written {
    struct stat *at;
    size_t count, room;
};

static bool is_same(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

static bool is_read(const struct run *run, const struct stat *status)
{
    struct stat input;
    return cs_job_has_read(run->job, (uint64_t)status->st_dev, (uint64_t)status->st_ino) ||
           shelf_has_read(run->shelf, (uint64_t)status->st_dev, (uint64_t)status->st_ino) ||
           (run->reads_stdin && fstat(STDIN_FILENO, &input) == 0 && is_same(&input, status));
}

static bool is_written(const struct run *run, const struct stat *status)
{
    for (size_t i = 0; run->written && i < run->written->count; i++)
        if (is_same(&run->written->at[i], status))
            return true;
    return false;
}

/* Remembers a file that was written; without memory for that, a second output of the name would replace the first. */
static void note(struct run *run, const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return;
    struct written *written = run->written ? run->written : calloc(1, sizeof *written);
    if (!written)
        return;
    run->written = written;
    if (written->count == written->room) {
        size_t room = written->room ? written->room * 2 : 8;
        struct stat *at = realloc(written->at, room * sizeof *at);
        if (!at)
            return;
        written->at = at;
        written->room = room;
    }
    written->at[written->count++] = status;
}

void writing_end(struct run *run)
{
    if (run->written)
        free(run->written->at);
    free(run->written);
    run->written = NULL;
}

static bool refuse(const struct run *run, enum say say, const char *path)
{
    error(run->environment, say, cs_text_of(path));
    return false;
}

bool writing_is_allowed(struct run *run, const char *path, enum overwrite over)
{
    struct stat status, link;
    if (stat(path, &status) != 0)
        return lstat(path, &link) != 0 || refuse(run, SAY_DANGLING, path);
    if (!S_ISREG(status.st_mode))
        return true;
    if (is_written(run, &status))
        return refuse(run, SAY_OUTPUT_TWICE, path);
    if (is_read(run, &status))
        return refuse(run, SAY_OUTPUT_IS_INPUT, path);
    if ((status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0 || access(path, W_OK) != 0)
        return refuse(run, SAY_READ_ONLY, path);
    if (over == OVER_NOTHING && !run->request->value[OPTION_FORCE])
        return refuse(run, SAY_EXISTS, path);
    return true;
}

/* The folder that a path leads into; false where there is none. */
static bool folder_of(const char *path, size_t size, struct stat *status)
{
    struct cs_buf folder = {0};
    cs_buf_add(&folder, size ? (cs_text){path, size} : CS_TEXT("."));
    bool found = !folder.failed && stat(folder.bytes, status) == 0;
    cs_buf_free(&folder);
    return found;
}

/* True when two paths lead to one regular file, or would when it is made. */
static bool lead_to_one(const char *a, const char *b)
{
    struct stat at, bt;
    bool a_is_there = stat(a, &at) == 0, b_is_there = stat(b, &bt) == 0;
    if (a_is_there || b_is_there)
        return a_is_there && b_is_there && S_ISREG(at.st_mode) && is_same(&at, &bt);
    const char *slash_a = strrchr(a, '/'), *slash_b = strrchr(b, '/');
    size_t before_a = slash_a ? (size_t)(slash_a - a) + 1 : 0, before_b = slash_b ? (size_t)(slash_b - b) + 1 : 0;
    return strcmp(a + before_a, b + before_b) == 0 && folder_of(a, before_a, &at) && folder_of(b, before_b, &bt) &&
           is_same(&at, &bt);
}

bool writing_are_apart(struct run *run, const char **paths, size_t count)
{
    for (size_t i = 1; i < count; i++)
        for (size_t j = 0; j < i; j++)
            if (strcmp(paths[i], "-") != 0 && strcmp(paths[j], "-") != 0 && lead_to_one(paths[i], paths[j]))
                return refuse(run, SAY_OUTPUT_TWICE, paths[i]);
    return true;
}

/* The bytes of a file, in the job's memory, so that it is not taken for one of its inputs. False when it cannot be read. */
static bool read_bytes(const char *path, struct cs_buf *bytes)
{
    char part[65536];
    size_t size;
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    while ((size = fread(part, 1, sizeof part, file)) > 0)
        cs_buf_add(bytes, (cs_text){part, size});
    bool good = !ferror(file) && !bytes->failed;
    fclose(file);
    return good;
}

static bool is_ours(struct run *run, const char *path, cs_text anew)
{
    struct stat status;
    struct cs_buf old = {0};
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return true;
    bool ours = read_bytes(path, &old) && cs_emit_wrote(run->job, cs_buf_text(&old), anew);
    cs_buf_free(&old);
    return ours;
}

bool writing_file(struct run *run, const char *path, cs_text bytes, enum overwrite over)
{
    if (!writing_is_allowed(run, path, over))
        return false;
    bool forced = run->request->value[OPTION_FORCE] != NULL;
    if (over == OVER_OWN && !forced && !is_ours(run, path, bytes))
        return refuse(run, SAY_NOT_OURS, path);
    bool done = over == OVER_NOTHING && !forced ? output_new_file(run->environment, path, bytes)
                                                : output_file(run->environment, path, bytes);
    if (done)
        note(run, path);
    return done;
}

bool writing_edit(struct run *run, const struct cs_source *source, cs_text bytes)
{
    struct cs_buf now = {0};
    const char *path = source->path.bytes;
    bool same = read_bytes(path, &now) && cs_text_equal(cs_buf_text(&now), source->bytes);
    cs_buf_free(&now);
    if (!same)
        return refuse(run, SAY_CHANGED_MEANWHILE, path);
    struct stat status;
    if (stat(path, &status) == 0 && (status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0)
        return refuse(run, SAY_READ_ONLY, path);
    return output_file(run->environment, path, bytes);
}

/* 0, or why no file can be made in a folder, as an errno. */
static int unusable(const char *path)
{
    struct stat status;
    return stat(path, &status) != 0         ? errno
           : !S_ISDIR(status.st_mode)       ? ENOTDIR
           : access(path, W_OK | X_OK) != 0 ? errno
                                            : 0;
}

/* A container may hold nothing but the program and the folder that it works in. */
const char *writing_temporary(const struct run *run)
{
    const char *path = run->environment->temporary;
    if (path && *path)
        return path;
    return unusable(P_tmpdir) != 0 && unusable(".") == 0 ? "." : P_tmpdir;
}

bool writing_has_temporary(struct run *run)
{
    const char *path = writing_temporary(run);
    int reason = unusable(path);
    if (reason)
        error(run->environment, SAY_BAD_TMPDIR, cs_text_of(path), cs_system_error(run->environment->language, reason));
    return reason == 0;
}
