/* The question that a finding is about, determined by its location, so that no rule has to name it. */
#ifndef REPORT_QUESTIONS_H
#define REPORT_QUESTIONS_H

#include "base/names.h"
#include "report/reported.h"

/* The locations of answers and catalog questions in files that are there, in order. */
struct cs_questions {
    struct cs_arena *arena;
    const struct cs_report_file *files;
    struct cs_names paths; /* the names of their paths are indexes into first */
    uint32_t *first;       /* the first file with the path */
    bool is_collected;     /* when a question is asked for */

    struct cs_question_span *spans;
    uint32_t count, room;

    const struct cs_source *source; /* the last lookup */
    uint32_t path;                  /* and its path's name */
};

/* Gets ready for the files, and learns their paths. */
struct cs_questions cs_questions_of(struct cs_arena *arena, const struct cs_report_file *files, uint32_t count);

/* The question that a span in a file is about; its catalog is NULL if there is none. */
struct cs_question cs_questions_at(struct cs_questions *questions, const struct cs_report_file *file,
                                   struct cs_span span);

#endif
