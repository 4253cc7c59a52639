/* The rules for overwriting existing files. */
#include "cmd/writing/writing.h"
#include "cmd/memory.h"
#include "cmd/shelf.h"
#include "base/base.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file to be written later, or bytes for stdout, "-". */
struct kept {
    char *path;
    struct cs_buf bytes, said; /* said: a message to be printed once it is written */
    enum overwrite over;
    bool is_text, is_secret; /* is_secret: its owner alone may read it */
};

/* The files that this run has written, and those to be written later. */
struct written {
    struct stat *at;
    size_t count, room;
    bool keeps;
    struct kept *kept;
    size_t kept_count, kept_room;
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

static struct written *written_of(struct run *run)
{
    if (!run->written)
        run->written = memory_zeroed(1, sizeof *run->written);
    return run->written;
}

/* Records that a file was written; without that, a second output of the same name would replace the first. */
static void note(struct run *run, const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISREG(status.st_mode))
        return;
    struct written *written = written_of(run);
    written->at = memory_grown(written->at, written->count, &written->room, sizeof *written->at);
    written->at[written->count++] = status;
}

/* Forgets what is kept, and keeps no more. */
static void drop(struct written *written)
{
    for (size_t i = 0; i < written->kept_count; i++) {
        free(written->kept[i].path);
        cs_buf_free(&written->kept[i].bytes);
        cs_buf_free(&written->kept[i].said);
    }
    free(written->kept);
    written->kept = NULL;
    written->kept_count = written->kept_room = 0;
    written->keeps = false;
}

void writing_end(struct run *run)
{
    if (run->written) {
        drop(run->written);
        free(run->written->at);
    }
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

/* The target of a path: a regular file, or the place for one. */
struct lead {
    enum { NOWHERE, FILE_THERE, FILE_TO_COME } kind; /* NOWHERE: a device, a pipe, a missing folder, or stdout */
    dev_t device;                                    /* of the file, or of its folder */
    ino_t inode;
    const char *name; /* in the folder */
    size_t index;     /* in the list of paths */
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

/* The targets of paths, sorted; to be freed. */
static struct lead *leads_of(char *const *paths, size_t count)
{
    struct lead *leads = memory_zeroed(count, sizeof *leads);
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

/* Creates a folder with its parents; 0 or an errno. */
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
    char *path = memory_text(cs_text_of(*folder ? folder : "."));
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

/* The bytes of a file, read without registering it as an input of the job. False if it cannot be read. */
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

/* 0, or why no file can be made in a folder, as an errno. */
static int unusable(const char *path)
{
    struct stat status;
    return stat(path, &status) != 0         ? errno
           : !S_ISDIR(status.st_mode)       ? ENOTDIR
           : access(path, W_OK | X_OK) != 0 ? errno
                                            : 0;
}

/* False, and reported, when no file can be made in the folder of a path, or in that of the file that it leads to. */
static bool has_folder(struct run *run, const char *path)
{
    struct stat status;
    bool is_special = stat(path, &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
    char *target = realpath(path, NULL), *folder = memory_text(cs_text_of(target ? target : path));
    char *slash = strrchr(folder, '/');
    if (slash)
        slash[slash == folder] = '\0';
    int reason = is_special ? 0 : S_ISDIR(status.st_mode) && target ? EISDIR : unusable(slash ? folder : ".");
    free(target);
    free(folder);
    if (reason)
        output_unwritten(run->environment, path, reason);
    return reason == 0;
}

/* True when one of those kept is for the same file. */
static bool is_kept(const struct written *written, const char *path)
{
    struct lead wanted = lead_of(path, 0);
    bool found = false;
    for (size_t i = 0; i < written->kept_count && wanted.kind != NOWHERE && !found; i++) {
        struct lead lead = lead_of(written->kept[i].path, 0);
        found = compare_files(&lead, &wanted) == 0;
    }
    return found;
}

static struct kept *keep(struct written *written, const char *path, cs_text bytes)
{
    written->kept = memory_grown(written->kept, written->kept_count, &written->kept_room, sizeof *written->kept);
    struct kept *kept = &written->kept[written->kept_count++];
    *kept = (struct kept){.path = memory_text(cs_text_of(path))};
    cs_buf_add(&kept->bytes, bytes);
    if (kept->bytes.failed)
        output_no_memory();
    return kept;
}

static bool write_now(struct run *run, const char *path, cs_text bytes, enum overwrite over, bool is_secret)
{
    bool only_new = over == OVER_NOTHING && !run->request->value[OPTION_FORCE];
    struct environment environment = *run->environment; /* that of the run is shared with other threads */
    environment.mask |= is_secret ? S_IRWXG | S_IRWXO : 0;
    bool done = only_new ? output_new_file(&environment, path, bytes) : output_file(&environment, path, bytes);
    if (done)
        note(run, path);
    return done;
}

static bool write_file(struct run *run, const char *path, cs_text bytes, enum overwrite over, bool is_secret)
{
    if (!writing_is_allowed(run, path, over) || !has_folder(run, path))
        return false;
    if (over == OVER_OWN && !run->request->value[OPTION_FORCE] && !is_ours(run, path, bytes))
        return refuse(run, SAY_NOT_OURS, path);
    if (!run->written || !run->written->keeps)
        return write_now(run, path, bytes, over, is_secret);
    if (is_kept(run->written, path))
        return refuse(run, SAY_OUTPUT_TWICE, path);
    struct kept *kept = keep(run->written, path, bytes);
    kept->over = over;
    kept->is_secret = is_secret;
    return true;
}

bool writing_file(struct run *run, const char *path, cs_text bytes, enum overwrite over)
{
    return write_file(run, path, bytes, over, false);
}

bool writing_secret_file(struct run *run, const char *path, cs_text bytes)
{
    return write_file(run, path, bytes, OVER_NOTHING, true);
}

void writing_stdout(struct run *run, cs_text bytes, bool is_text)
{
    if (run->written && run->written->keeps)
        keep(run->written, "-", bytes)->is_text = is_text;
    else if (is_text)
        output_text(bytes);
    else
        output_content(run->environment, bytes);
}

void writing_say(struct run *run, cs_text line)
{
    if (run->written && run->written->keeps && run->written->kept_count)
        cs_buf_add(&run->written->kept[run->written->kept_count - 1].said, line);
    else
        info(run->environment, run->request, SAY_LINE, line);
}

void writing_keep(struct run *run)
{
    written_of(run)->keeps = true;
}

bool writing_kept(const struct run *run, const char *path, cs_text *bytes)
{
    for (size_t i = 0; run->written && i < run->written->kept_count; i++)
        if (strcmp(run->written->kept[i].path, path) == 0) {
            *bytes = cs_buf_text(&run->written->kept[i].bytes);
            return true;
        }
    return false;
}

bool writing_all(struct run *run)
{
    struct written *written = written_of(run);
    bool done = true;
    written->keeps = false;
    for (size_t i = 0; i < written->kept_count && done; i++) {
        const struct kept *kept = &written->kept[i];
        if (strcmp(kept->path, "-") == 0)
            writing_stdout(run, cs_buf_text(&kept->bytes), kept->is_text);
        else
            done = write_now(run, kept->path, cs_buf_text(&kept->bytes), kept->over, kept->is_secret);
        if (done && kept->said.size)
            info(run->environment, run->request, SAY_LINE, cs_buf_text(&kept->said));
    }
    drop(written);
    return done;
}

bool writing_edit(struct run *run, const struct cs_source *source, cs_text bytes)
{
    struct cs_buf now = {0};
    struct stat status;
    const char *path = source->path.bytes;
    bool is_there = stat(path, &status) == 0;
    if (is_there && !S_ISREG(status.st_mode))
        return refuse(run, SAY_NOT_A_FILE, path); /* a pipe, from which nothing more would come */
    bool same = is_there && read_bytes(path, &now) && cs_text_equal(cs_buf_text(&now), source->bytes);
    cs_buf_free(&now);
    if (!same)
        return refuse(run, SAY_CHANGED_MEANWHILE, path);
    if ((status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0)
        return refuse(run, SAY_READ_ONLY, path);
    return output_file(run->environment, path, bytes);
}

/* A container may contain nothing but the program and its working directory. */
const char *writing_temporary(const struct run *run)
{
    const char *path = run->environment->temporary;
    if (path && *path)
        return path;
    return unusable(P_tmpdir) != 0 && unusable(".") == 0 ? "." : P_tmpdir;
}

/* 0, or the errno with which no file is made in a folder that seems to allow it. */
static int try_in(const char *path)
{
    sigset_t before;
    struct cs_buf name = {0};
    cs_buf_add(&name, cs_text_of(path));
    cs_buf_add(&name, CS_TEXT("/.checksheet.XXXXXX"));
    if (name.failed)
        output_no_memory();
    output_hold(&before);
    int file = mkstemp(name.bytes), reason = file < 0 ? errno : 0;
    if (file >= 0) {
        unlink(name.bytes);
        close(file);
    }
    output_let_go(&before);
    cs_buf_free(&name);
    return reason;
}

bool writing_has_temporary(struct run *run)
{
    const char *path = writing_temporary(run);
    int reason = unusable(path);
    if (reason == 0)
        reason = try_in(path);
    if (reason)
        error(run->environment, SAY_BAD_TMPDIR, cs_text_of(path), cs_system_error(run->environment->language, reason));
    return reason == 0;
}
