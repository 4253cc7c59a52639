/* What the title of a column says it is for. */
#ifndef IMPORT_TITLE_H
#define IMPORT_TITLE_H

#include "base/job.h"
#include "checksheet/catalog.h"

/* All titles that are known, made ready to be looked up. */
struct cs_titles;

struct cs_title {
    enum cs_role role; /* with grade 0: OTHER */
    unsigned grade;    /* 2: the whole title is known, 1: a part of it, 0: nothing of it */
    unsigned rank;     /* of two columns of one role the higher one has it: 1 to 3 */
};

/* Those of the program, and those that the layouts of some catalogs bring along. They live as long as the job. */
const struct cs_titles *cs_titles_new(struct cs_job *job, const struct cs_catalog *const *catalogs, uint32_t count);

/* Reads a title. What was answered before, or by somebody else, or might be, is OTHER. */
struct cs_title cs_title_read(const struct cs_titles *titles, cs_text title);

/* A title is short before its first bracket or line end: what is behind them explains it. */
bool cs_may_be_title(cs_text text);

#endif
