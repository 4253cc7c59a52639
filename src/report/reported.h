/* The input of each reporter: the files of a run in order, and their findings, each with its places, the question that it is
 * about, and a fingerprint. Nothing in it refers to the files themselves, which need not be in memory any more. */
#ifndef REPORT_REPORTED_H
#define REPORT_REPORTED_H

#include "report/report.h"

/* A question of a catalog. */
struct cs_question {
    const struct cs_catalog *catalog; /* NULL if there is none */
    uint32_t item;
};

/* A range of a file, in both units that formats ask for. */
struct cs_reported_range {
    struct cs_place start, end;    /* in code points; end is exclusive; line 0: there is no range */
    uint32_t start_byte, end_byte; /* columns in bytes */
};

struct cs_reported {
    const struct cs_finding *finding; /* without sources */
    struct cs_reported_range range;
    struct cs_place above; /* the first of two places in the file; line 0: there is none */
    cs_text name;          /* METI 6-8; empty if it is about no question */
    /* the second of two places, and its file as it is called, and relative to the root of the repository */
    struct cs_reported_range related;
    cs_text related_path, related_from_root;

    uint64_t print;   /* hash of the path, rule, question and message: it is the same if lines move */
    uint32_t ordinal; /* among those with the same fingerprint, from 1 */
};

/* A catalog, or the answers to it. */
struct cs_reported_sheet {
    bool is_there;       /* false: the file has no catalog */
    bool has_answers;    /* false: the file is the catalog */
    cs_text id, edition; /* in the language of messages */
    uint32_t questions;
    uint32_t answered, counts[CS_STATES]; /* of answers */
    uint32_t broken; /* of those without a state: could not be understood, which is no open question */
};

struct cs_reported_tally {
    uint32_t tests, failures, skipped;
};

/* A file and its findings. */
struct cs_reported_file {
    cs_text path;      /* as given to the run, in valid UTF-8 */
    cs_text from_root; /* relative to the root of the repository, with / */
    struct cs_reported_sheet *sheets;
    uint32_t sheet_count;         /* at least one */
    struct cs_reported *reported; /* by place, followed by those that the file allows */
    uint32_t count, allowed_count;
    cs_text suites; /* of formats with tests */
    struct cs_reported_tally tally;
    uint32_t turn, added; /* its place among the files */
};

struct cs_reporting {
    struct cs_job *job;
    struct cs_report_run run;
    cs_text text; /* the text report */
    struct cs_reported_file *files;
    uint32_t file_count, room;
    uint32_t count, allowed_count;
    uint32_t count_of[CS_SEVERITIES]; /* without allowed ones */
};

/* A file that is being added: it and its catalogs are still there. */
struct cs_reported_now {
    struct cs_job *job;
    const struct cs_report_file *file;
    const struct cs_question *questions; /* of each of its findings, with those that are allowed */
};

/* The name of the program in reports. */
#define CS_TOOL_NAME    CS_TEXT("checksheet")
#define CS_TOOL_ADDRESS CS_TEXT("https://example.org/checksheet")

/* Appends the message and its hint: two sentences on one line. */
void cs_reported_sentence(const struct cs_reporting *reporting, const struct cs_reported *reported, struct cs_buf *out);

#endif
