/* A job owns everything that one run makes: memory, sources, findings. Free it, and all of it is gone.
 *
 * Jobs share nothing, so two threads may each run one. What a job has loaded is only read from then on, so other jobs may
 * look at it while it lives; a run in several threads is a job for each, forked from one and joined to it at the end. */
#ifndef CHECKSHEET_JOB_H
#define CHECKSHEET_JOB_H

#include "checksheet/text.h"

enum cs_language { CS_JA, CS_EN, CS_LANGUAGES };

/* The language's ISO 639-1 code: "ja", "en". */
cs_text cs_language_code(enum cs_language language);

struct cs_job_options {
    enum cs_language language;        /* of what is written: sheets, drafts, tables */
    const enum cs_language *messages; /* of messages; NULL: the same */

    size_t memory_limit; /* in bytes; 0 = none */
    /* called when memory runs out; must not return. NULL: abort(). Jumping out of it loses what the call under way had
     * taken outside the job; exit() loses nothing */
    void (*exhausted)(void *context);
    void *context;
};

/* What one thread does at a time stands between the two calls. */
struct cs_gate {
    void (*enter)(void *context);
    void (*leave)(void *context);
    void *context;
};

/* A new job; options may be NULL. NULL when there is no memory for it. */
struct cs_job *cs_job_new(const struct cs_job_options *options);

/* A new job with the language, the levels of rules and the options of another, for a thread of its own; NULL when there is
 * no memory for it. */
struct cs_job *cs_job_fork(const struct cs_job *job);

/* Moves all that a job owns to another, and frees it: what was made there lives on, and its findings are among those of
 * the other, as if they had been reported there now. Neither may be at work. */
void cs_job_join(struct cs_job *into, struct cs_job *from);

void cs_job_free(struct cs_job *job);

/* A copy of a text that lives as long as the job. */
cs_text cs_job_copy(struct cs_job *job, cs_text text);

enum cs_language cs_job_language(const struct cs_job *job);
enum cs_language cs_job_messages(const struct cs_job *job);

/* True when the job has read the file that a device and an inode name, under whatever path. */
bool cs_job_has_read(const struct cs_job *job, uint64_t device, uint64_t inode);

/* Bytes taken from the system so far. */
size_t cs_job_memory(const struct cs_job *job);

#endif
