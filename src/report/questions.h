/* Which question a finding is about: found by where it stands, so that no rule has to say it. */
#ifndef REPORT_QUESTIONS_H
#define REPORT_QUESTIONS_H

#include "report/reported.h"

/* The answers and the catalogs' questions of all files, in the order in which they stand there. */
struct cs_questions {
    const struct cs_reporting *reporting;
    struct cs_question_span *spans;
    uint32_t count, room;

    const struct cs_source *source; /* looked up last, */
    uint32_t file;                  /* and which of the files that is */
};

/* Looks through what was loaded for answers and questions that stand in the files. */
struct cs_questions cs_questions_of(const struct cs_reporting *reporting);

/* The question that a span of a file, by index, is about; its catalog is NULL if there is none. */
struct cs_question cs_questions_at(struct cs_questions *questions, uint32_t file, struct cs_span span);

#endif
