/* Fixing a person's YAML file: each finding with exactly one fix is fixed in place; everything else stays byte for
 * byte. */
#ifndef SCAFFOLD_MEND_H
#define SCAFFOLD_MEND_H

#include "checksheet/diag.h"
#include "checksheet/job.h"

/* A replacement of bytes by a text. */
struct cs_cure {
    uint32_t start, end;
    cs_text text;
};

struct cs_cures {
    struct cs_cure *at; /* by place, not overlapping */
    uint32_t count;
    bool worse_than_notes; /* one of them fixes an error or a warning */
};

/* Checks a profile or catalog again after each step: reports to the job what is wrong with the source. */
typedef void cs_look(void *context, struct cs_job *job, const struct cs_source *source);

/* The fixes of those findings about a source that have exactly one; they live as long as the job. */
struct cs_cures cs_cures_of(struct cs_job *job, const struct cs_source *source);

/* Fixes a source step by step, until no finding with exactly one fix is left: a fix may reveal what was hidden by the
 * error. Returns the fixed source, in the job's memory, or the source itself if nothing was fixed. *count is the
 * number of places fixed. */
const struct cs_source *cs_mend(struct cs_job *job, const struct cs_source *source, cs_look *look, void *context,
                                uint32_t *count);

/* Reports what errors that prevent reading the file would hide: those with exactly one fix are assumed fixed, and the
 * lines of the others are ignored. Findings about the whole file are not known then, and not reported. */
void cs_look_behind(struct cs_job *job, const struct cs_source *source, cs_look *look, void *context);

/* Adds the lines that differ between two versions of a file, as diff -u does, without context; byte for byte, unless in
 * colour, where control characters are shown as \x1b. */
void cs_add_mended_lines(const struct cs_source *before, const struct cs_source *after, bool color, struct cs_buf *out);

#endif
