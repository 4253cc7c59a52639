/* Internals of a job, for the library's own rooms. */
#ifndef BASE_JOB_H
#define BASE_JOB_H

#include "base/arena.h"
#include "base/unicode.h"
#include "checksheet/job.h"
#include "checksheet/source.h"

/* The identity of a file. */
struct cs_file_id {
    uint64_t device, inode;
};

struct cs_mark_words;

struct cs_job {
    struct cs_arena arena;
    enum cs_language language;  /* of what is written */
    enum cs_language messages;  /* of messages */
    cs_text directory;          /* for the commands in messages; empty: the one that the program began in */
    struct cs_widths widths[2]; /* by width of ambiguous characters, minus one; made on first use */

    const struct cs_mark_words *mark_words; /* see wording/mark_words.c; made on first use */

    struct cs_sink *sink;     /* its findings, which live as long as the job */
    struct cs_file_id *files; /* of files that were read */
    uint32_t file_count, file_room;
    uint32_t looks; /* searches for words that may have been meant, in the file being loaded; their number is limited */
};

/* Records that a file was read. */
void cs_job_note_file(struct cs_job *job, uint64_t device, uint64_t inode);

/* As cs_source_add_string, for bytes read from a file. */
const struct cs_source *cs_source_add_file(struct cs_job *job, cs_text path, cs_text bytes, uint64_t device,
                                           uint64_t inode);

/* Adds the beginning of a command line for the person who started the program: checksheet [-C DIR]. */
void cs_buf_add_program(struct cs_buf *buf, const struct cs_job *job);

/* The system's words for an errno; thread-safe. */
cs_text cs_system_words(struct cs_job *job, int reason);

/* The widths of characters, with ambiguous ones 1 or 2 cells wide; made once for each job. */
struct cs_widths *cs_job_widths(struct cs_job *job, unsigned ambiguous);

#endif
