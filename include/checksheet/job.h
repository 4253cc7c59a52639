/* A job owns everything that one run allocates: memory, sources, findings. Freeing it frees all of it.
 *
 * Jobs share nothing, so two threads may each run one. What a job has loaded is not changed any more, so other
 * jobs may read it while it lives; a run in several threads has a job for each, forked from one and joined to it at
 * the end. */
#ifndef CHECKSHEET_JOB_H
#define CHECKSHEET_JOB_H

#include "checksheet/text.h"

enum cs_language { CS_JA, CS_EN, CS_LANGUAGES };

/* The language's ISO 639-1 code: "ja", "en". */
cs_text cs_language_code(enum cs_language language);

struct cs_job_options {
    enum cs_language language;        /* of what is written: sheets, templates, tables */
    const enum cs_language *messages; /* of messages; NULL: the same */
    cs_text directory; /* where the program went before it began, as given to it: commands in messages go there, too */

    size_t memory_limit; /* in bytes; 0: no limit */
    /* called when memory runs out; must not return. NULL: abort(). Leaving it with longjmp leaks what the current
     * call had allocated outside the job; exit() leaks nothing */
    void (*exhausted)(void *context);
    void *context;
};

/* Calls that enclose what only one thread may do at a time. */
struct cs_gate {
    void (*enter)(void *context);
    void (*leave)(void *context);
    void *context;
};

/* Makes a job; options may be NULL. NULL if memory runs out. */
struct cs_job *cs_job_new(const struct cs_job_options *options);

/* Makes a job with the language, the severities and the options of another, for use in another thread; NULL if memory
 * runs out. */
struct cs_job *cs_job_fork(const struct cs_job *job);

/* Moves everything that a job owns to another one, and frees it: its memory lives on, and its findings are added to
 * the other's as if reported there now. Neither may be in use. */
void cs_job_join(struct cs_job *into, struct cs_job *from);

void cs_job_free(struct cs_job *job);

/* A copy of a text that lives as long as the job. */
cs_text cs_job_copy(struct cs_job *job, cs_text text);

enum cs_language cs_job_language(const struct cs_job *job);
enum cs_language cs_job_messages(const struct cs_job *job);

/* Records that a job has read what another one has. */
void cs_job_note_read(struct cs_job *into, const struct cs_job *from);

/* True if the job has read the file with a device and an inode, under any path. */
bool cs_job_has_read(const struct cs_job *job, uint64_t device, uint64_t inode);

/* Bytes obtained from the system so far. */
size_t cs_job_memory(const struct cs_job *job);

#endif
