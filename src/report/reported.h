/* The input of each reporter: the findings of all files in order, each with its place, the question that it is about,
 * and a fingerprint. */
#ifndef REPORT_REPORTED_H
#define REPORT_REPORTED_H

#include "report/report.h"

/* A question of a catalog. */
struct cs_question {
    const struct cs_catalog *catalog; /* NULL if there is none */
    uint32_t item;
};

struct cs_reported {
    const struct cs_finding *finding;
    struct cs_place start, end; /* end is exclusive */
    struct cs_question question;
    cs_text name; /* METI 6-8; empty if it is about no question */
    /* the file of the second place, relative to the root of the repository; empty if there is none */
    cs_text related_from_root;

    uint64_t print;   /* hash of the path, rule, question and message: it is the same if lines move */
    uint32_t ordinal; /* among those with the same fingerprint, from 1 */
};

/* A file and its findings, [first, end). */
struct cs_reported_file {
    const struct cs_report_file *file;
    cs_text path;      /* as given to the run, in valid UTF-8 */
    cs_text from_root; /* relative to the root of the repository, with / */
    uint32_t first, end;
    uint32_t first_allowed, end_allowed; /* findings that the file allows, in the same array */
};

struct cs_reporting {
    struct cs_job *job;
    const struct cs_report_run *run;
    struct cs_reported_file *files;
    uint32_t file_count;
    struct cs_names *paths;       /* the name of a file's path is its index */
    struct cs_reported *reported; /* by file, then by place; followed by all allowed ones, in the same order */
    uint32_t count, allowed_count;
    uint32_t count_of[CS_SEVERITIES]; /* without allowed ones */
};

/* Collects the findings about the files of a run. */
struct cs_reporting cs_reported_of(struct cs_job *job, const struct cs_report_run *run);

/* The name of the program in reports. */
#define CS_TOOL_NAME    CS_TEXT("checksheet")
#define CS_TOOL_ADDRESS CS_TEXT("https://example.org/checksheet")

/* Appends the message and its hint: two sentences on one line. */
void cs_reported_sentence(const struct cs_reporting *reporting, const struct cs_reported *reported, struct cs_buf *out);

#endif
