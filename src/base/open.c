/* Reading files: errors of the system are reported, or returned to the caller. */
#include "base/job.h"
#include "base/report.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Reads the open file to its end into the arena, followed by a zero byte; false with errno set. Works for pipes,
 * whose size is not known. */
static bool read_all(struct cs_arena *arena, FILE *file, size_t expected, cs_text *bytes)
{
    size_t room = expected + 1, size = 0;
    char *to = cs_alloc(arena, room);
    for (;;) {
        size += fread(to + size, 1, room - size, file);
        if (ferror(file))
            return false;
        if (size < room)
            break;
        if (size > CS_SOURCE_LIMIT) {
            errno = EFBIG;
            return false;
        }
        char *wider = cs_alloc(arena, room * 2);
        memcpy(wider, to, size);
        to = wider;
        room *= 2;
    }
    *bytes = (cs_text){to, size};
    return true;
}

/* True for a regular file, which ends and does not block; checked before opening, since opening a pipe blocks too. */
static bool is_regular(const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0)
        return false;
    errno = EINVAL;
    return S_ISREG(status.st_mode);
}

/* Reads a file; NULL with *why in the system's words. A pipe is only read if the user named it. */
static const struct cs_source *open_source(struct cs_job *job, const char *path, bool only_regular, const char **why)
{
    cs_text bytes = {0};
    struct stat status = {0};
    FILE *file = !only_regular || is_regular(path) ? fopen(path, "rb") : NULL;
    bool good = file && fstat(fileno(file), &status) == 0;
    if (good && S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        good = false;
    } else if (good && (uintmax_t)status.st_size > CS_SOURCE_LIMIT) {
        errno = EFBIG;
        good = false;
    }
    good = good && read_all(&job->arena, file, (size_t)status.st_size, &bytes);
    int reason = errno;
    if (file)
        fclose(file);
    *why = good ? NULL : cs_system_words(job, reason).bytes;
    if (!good || !S_ISREG(status.st_mode))
        return good ? cs_source_add_string(job, cs_text_of(path), bytes) : NULL;
    cs_job_note_file(job, (uint64_t)status.st_dev, (uint64_t)status.st_ino);
    return cs_source_add_file(job, cs_text_of(path), bytes, (uint64_t)status.st_dev, (uint64_t)status.st_ino);
}

const struct cs_source *cs_source_try(struct cs_job *job, const char *path, const char **why)
{
    return open_source(job, path, true, why);
}

const struct cs_source *cs_source_read(struct cs_job *job, const char *path)
{
    const char *why;
    const struct cs_source *source = open_source(job, path, false, &why);
    if (source)
        return source;
    const struct cs_source *nothing = cs_source_add(job, cs_text_of(path), (cs_text){0});
    cs_report(job, CS_MESSAGE_CANNOT_READ, ((struct cs_span){nothing, 0, 0}), cs_text_of(why));
    return NULL;
}
