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

/* --- several at a time ---------------------------------------------------------------------------------------------- */

/* What a path leads to: a regular file, or where one would be made. */
struct lead {
    enum { NOWHERE, FILE_THERE, FILE_TO_COME } kind; /* NOWHERE: a device, a pipe, into no folder, or stdout */
    dev_t device;                                    /* of the file, or of its folder */
    ino_t inode;
    const char *name; /* in the folder */
    size_t index;     /* among the paths */
};

static struct lead lead_of(const char *path, size_t index)
{
    struct lead lead = {.name = "", .index = index};
    struct stat status;
    struct cs_buf folder = {0};
    const char *slash = strrchr(path, '/');
    if (strcmp(path, "-") == 0)
        return lead;
    if (stat(path, &status) == 0)
        lead.kind = S_ISREG(status.st_mode) ? FILE_THERE : NOWHERE;
    else {
        cs_buf_add(&folder, slash ? (cs_text){path, (size_t)(slash - path) + 1} : CS_TEXT("."));
        lead.name = slash ? slash + 1 : path;
        lead.kind = !folder.failed && stat(folder.bytes, &status) == 0 ? FILE_TO_COME : NOWHERE;
        cs_buf_free(&folder);
    }
    lead.device = status.st_dev;
    lead.inode = status.st_ino;
    return lead;
}

static int compare_files(const void *left, const void *right)
{
    const struct lead *a = left, *b = right;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->device != b->device)
        return a->device < b->device ? -1 : 1;
    if (a->inode != b->inode)
        return a->inode < b->inode ? -1 : 1;
    return strcmp(a->name, b->name);
}

static int compare_leads(const void *left, const void *right)
{
    const struct lead *a = left, *b = right;
    int order = compare_files(a, b);
    return order ? order : (a->index > b->index) - (a->index < b->index);
}

/* Where the paths lead, in order; to be freed. */
static struct lead *leads_of(char *const *paths, size_t count)
{
    struct lead *leads = calloc(count + 1, sizeof *leads);
    if (!leads)
        output_no_memory();
    for (size_t i = 0; i < count; i++)
        leads[i] = lead_of(paths[i], i);
    qsort(leads, count, sizeof *leads, compare_leads);
    return leads;
}

bool writing_is_one_file(const char *a, const char *b)
{
    struct lead leads[] = {lead_of(a, 0), lead_of(b, 0)};
    return leads[0].kind == FILE_THERE && compare_files(&leads[0], &leads[1]) == 0;
}

bool writing_are_apart(struct run *run, const char **paths, size_t count)
{
    struct lead *leads = leads_of((char *const *)paths, count);
    size_t second = count;
    for (size_t i = 1; i < count; i++)
        if (leads[i].kind != NOWHERE && compare_files(&leads[i - 1], &leads[i]) == 0 && leads[i].index < second)
            second = leads[i].index;
    free(leads);
    return second == count || refuse(run, SAY_OUTPUT_TWICE, paths[second]);
}

bool writing_spares(struct run *run, const struct paths *inputs, const struct paths *outputs)
{
    struct lead *leads = leads_of(inputs->at, inputs->count);
    bool spared = true;
    for (size_t i = 0; i < outputs->count && spared; i++) {
        struct lead lead = lead_of(outputs->at[i], 0);
        if (lead.kind == FILE_THERE && bsearch(&lead, leads, inputs->count, sizeof lead, compare_files))
            spared = refuse(run, SAY_OUTPUT_IS_INPUT, outputs->at[i]);
    }
    free(leads);
    return spared;
}

/* Makes a folder and those above it; 0 or an errno. */
static int make_folders(char *path, bool *made)
{
    for (char *at = path + 1;; at++) {
        if (*at && *at != '/')
            continue;
        char end = *at;
        *at = '\0';
        int reason = mkdir(path, 0777) == 0 ? 0 : errno;
        bool is_there = paths_is_folder(path);
        *made = reason == 0;
        *at = end;
        if (reason && reason != EEXIST && !is_there)
            return reason;
        if (!end)
            return 0;
    }
}

bool writing_folder(struct run *run, const char *folder, bool *made)
{
    char *path = strdup(*folder ? folder : ".");
    if (!path)
        output_no_memory();
    size_t size = strlen(path);
    while (size > 1 && path[size - 1] == '/')
        path[--size] = '\0';
    int reason = make_folders(path, made);
    bool is_folder = paths_is_folder(path);
    if (!reason && is_folder && access(path, W_OK | X_OK) != 0)
        reason = errno;
    free(path);
    if (reason)
        error(run->environment, SAY_CANNOT_WRITE, cs_text_of(folder),
              cs_system_error(run->environment->language, reason));
    else if (!is_folder)
        error(run->environment, SAY_NOT_A_FOLDER, cs_text_of(folder));
    return !reason && is_folder;
}

/* --- files of ours --------------------------------------------------------------------------------------------------- */

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
