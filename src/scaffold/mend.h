/* Mending a person's YAML file: what is found wrong with it and has one right cure is cured at its place; all else stays byte
 * for byte. */
#ifndef SCAFFOLD_MEND_H
#define SCAFFOLD_MEND_H

#include "checksheet/diag.h"
#include "checksheet/job.h"

/* Bytes of a file that give way to a text. */
struct cs_cure {
    uint32_t start, end;
    cs_text text;
};

struct cs_cures {
    struct cs_cure *at; /* by place, none within another */
    uint32_t count;
    bool worse_than_notes; /* one of them is of an error or a warning */
};

/* How a profile or catalog is looked at again after each step: reports to the job what is wrong with the source. */
typedef void cs_look(void *context, struct cs_job *job, const struct cs_source *source);

/* The cures of the findings about a source that have one right cure; they live as long as the job. */
struct cs_cures cs_cures_of(struct cs_job *job, const struct cs_source *source);

/* Mends a source step by step, until nothing is found that has one right cure: a cure may bring to light what stood behind
 * the fault. The source as mended, in the job's memory; the source itself where there was nothing to mend. *count is how
 * many places were mended. */
const struct cs_source *cs_mend(struct cs_job *job, const struct cs_source *source, cs_look *look, void *context,
                                uint32_t *count);

/* Reports what can be found behind faults that keep a file from being read: those with one right cure are thought away, and
 * so are the lines of the others. What is about the whole file is not known then, and not reported. */
void cs_look_behind(struct cs_job *job, const struct cs_source *source, cs_look *look, void *context);

/* Adds the lines that differ between two versions of a file, as diff -u does, without lines around them. */
void cs_add_mended_lines(const struct cs_source *before, const struct cs_source *after, bool color, struct cs_buf *out);

#endif
