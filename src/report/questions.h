/* The question that a finding is about, determined by its location, so that no rule has to name it. */
#ifndef REPORT_QUESTIONS_H
#define REPORT_QUESTIONS_H

#include "report/reported.h"

/* The locations of answers and catalog questions in all files, in order. */
struct cs_questions {
    const struct cs_reporting *reporting;
    struct cs_question_span *spans;
    uint32_t count, room;

    const struct cs_source *source; /* the last lookup */
    uint32_t file;                  /* and its file's index */
};

/* Collects the answers and questions located in the files that were loaded. */
struct cs_questions cs_questions_of(const struct cs_reporting *reporting);

/* The question that a span in a file, given by index, is about; its catalog is NULL if there is none. */
struct cs_question cs_questions_at(struct cs_questions *questions, uint32_t file, struct cs_span span);

#endif
