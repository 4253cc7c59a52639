/* The inside of a job, for the library's own rooms. */
#ifndef BASE_JOB_H
#define BASE_JOB_H

#include "base/arena.h"
#include "base/unicode.h"
#include "checksheet/job.h"
#include "checksheet/source.h"

/* Which file a path led to. */
struct cs_file_id {
    uint64_t device, inode;
};

struct cs_mark_words;

struct cs_job {
    struct cs_arena arena;
    enum cs_language language;  /* of what is written */
    enum cs_language messages;  /* of what is said about it */
    struct cs_widths widths[2]; /* by cells of ambiguous characters less one; made when first asked for */

    const struct cs_mark_words *mark_words; /* see wording/mark_words.c; made when first asked for */

    struct cs_sink *sink;     /* its findings, which live as long as it does */
    struct cs_file_id *files; /* that were read */
    uint32_t file_count, file_room;
    uint32_t looks; /* at words that may have been meant, in the file that is being loaded; there is an end to them */
};

/* Remembers that a file was read. */
void cs_job_note_file(struct cs_job *job, uint64_t device, uint64_t inode);

/* As cs_source_add_string, for bytes that were read from a file. */
const struct cs_source *cs_source_add_file(struct cs_job *job, cs_text path, cs_text bytes, uint64_t device,
                                           uint64_t inode);

/* What the system says of an errno; in a thread of many, too. */
cs_text cs_system_words(struct cs_job *job, int reason);

/* The widths of characters, with ambiguous ones 1 or 2 cells wide; looked up once a job. */
struct cs_widths *cs_job_widths(struct cs_job *job, unsigned ambiguous);

#endif
