/* Making and freeing a job. */
#include "base/job.h"
#include "base/base.h"
#include "base/sink.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

cs_text cs_language_code(enum cs_language language)
{
    static const cs_text codes[] = {CS_LITERAL("ja"), CS_LITERAL("en")};
    _Static_assert(sizeof codes / sizeof *codes == CS_LANGUAGES, "a code for each language");
    return codes[language];
}

struct cs_job *cs_job_new(const struct cs_job_options *options)
{
    struct {
        struct cs_job job;
        struct cs_sink sink;
    } *whole = calloc(1, sizeof *whole);
    if (!whole)
        return NULL;
    struct cs_job *job = &whole->job;
    job->sink = &whole->sink;
    if (options) {
        job->language = options->language;
        job->directory = options->directory;
        job->messages = options->messages ? *options->messages : options->language;
        job->arena.limit = options->memory_limit;
        job->arena.exhausted = options->exhausted;
        job->arena.context = options->context;
    }
    cs_sink_begin(job->sink);
    return job;
}

struct cs_job *cs_job_fork(const struct cs_job *job)
{
    struct cs_job_options options = {.language = job->language,
                                     .messages = &job->messages,
                                     .directory = job->directory,
                                     .memory_limit = job->arena.limit,
                                     .exhausted = job->arena.exhausted,
                                     .context = job->arena.context};
    struct cs_job *fork = cs_job_new(&options);
    if (!fork)
        return NULL;
    cs_sink_begin_as(fork->sink, job->sink);
    return fork;
}

void cs_buf_add_program(struct cs_buf *buf, const struct cs_job *job)
{
    cs_buf_add(buf, CS_TEXT("checksheet"));
    cs_buf_add(buf, job->directory.size ? CS_TEXT(" -C ") : (cs_text){0});
    if (job->directory.size)
        cs_buf_add_word(buf, job->directory);
}

void cs_job_note_file(struct cs_job *job, uint64_t device, uint64_t inode)
{
    job->files = cs_grow(&job->arena, job->files, job->file_count, &job->file_room, sizeof *job->files);
    job->files[job->file_count++] = (struct cs_file_id){device, inode};
}

bool cs_job_has_read(const struct cs_job *job, uint64_t device, uint64_t inode)
{
    for (uint32_t i = 0; i < job->file_count; i++)
        if (job->files[i].device == device && job->files[i].inode == inode)
            return true;
    return false;
}

void cs_job_note_read(struct cs_job *into, const struct cs_job *from)
{
    for (uint32_t i = 0; i < from->file_count; i++)
        cs_job_note_file(into, from->files[i].device, from->files[i].inode);
}

void cs_job_join(struct cs_job *into, struct cs_job *from)
{
    cs_arena_join(&into->arena, &from->arena);
    cs_take_findings(into, from);
    cs_job_note_read(into, from);
    free(from);
}

void cs_job_free(struct cs_job *job)
{
    if (!job)
        return;
    cs_arena_release(&job->arena);
    free(job);
}

cs_text cs_job_copy(struct cs_job *job, cs_text text)
{
    return cs_text_copy(&job->arena, text);
}

enum cs_language cs_job_language(const struct cs_job *job)
{
    return job->language;
}

void cs_job_speak(struct cs_job *job, enum cs_language language)
{
    job->language = language;
}

enum cs_language cs_job_messages(const struct cs_job *job)
{
    return job->messages;
}

size_t cs_job_memory(const struct cs_job *job)
{
    return job->arena.used;
}

struct cs_widths *cs_job_widths(struct cs_job *job, unsigned ambiguous)
{
    struct cs_widths *widths = &job->widths[ambiguous == 2];
    if (!widths->known)
        *widths = cs_widths_new(&job->arena, ambiguous);
    return widths;
}
