/* The inside of a job, for the library's own rooms. */
#ifndef BASE_JOB_H
#define BASE_JOB_H

#include "base/arena.h"
#include "base/unicode.h"
#include "checksheet/job.h"
#include "checksheet/source.h"

struct cs_job {
    struct cs_arena arena;
    enum cs_language language;
    struct cs_widths widths[2]; /* by cells of ambiguous characters less one; made when first asked for */

    struct cs_sink *sink; /* its findings, which live as long as it does */
    uint32_t looks; /* at words that may have been meant, in the file that is being loaded; there is an end to them */
};

/* What the system says of an errno; in a thread of many, too. */
cs_text cs_system_words(struct cs_job *job, int reason);

/* The widths of characters, with ambiguous ones 1 or 2 cells wide; looked up once a job. */
struct cs_widths *cs_job_widths(struct cs_job *job, unsigned ambiguous);

#endif
