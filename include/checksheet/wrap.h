/* Text in lines for a terminal. */
#ifndef CHECKSHEET_WRAP_H
#define CHECKSHEET_WRAP_H

#include "checksheet/job.h"

struct cs_wrapping {
    uint32_t columns;   /* cells of a line; 0: no limit */
    uint32_t start;     /* cells that the first line holds already */
    uint32_t indent;    /* blanks before each other line */
    unsigned ambiguous; /* cells of characters such as ○: 1 or 2 */
};

/* Adds a text in lines that are broken between words, and where Japanese text may be; the last one is not ended. */
void cs_wrap(struct cs_job *job, const struct cs_wrapping *how, cs_text text, struct cs_buf *out);

/* Cells that a text takes on a line. */
size_t cs_cells(struct cs_job *job, unsigned ambiguous, cs_text text);

#endif
