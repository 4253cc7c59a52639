/* What is said to people of the files of a run. */
#ifndef CMD_VALIDATE_TELL_H
#define CMD_VALIDATE_TELL_H

#include "cmd/run.h"
#include "cmd/validate/look.h"
#include "report/report.h"

/* The files that were asked about, by path. */
struct asked {
    char **sorted;
    size_t count;
};

struct asked asked_of(char **paths);
void asked_free(struct asked *asked);

/* The first of the worst findings so far; a note is none that needs explaining. Begin with all zero. */
struct worst {
    enum cs_severity severity; /* CS_NOTE: there is none */
    cs_rule rule;
};

void worst_take(struct worst *worst, const struct worst *later);

/* Adds the findings about a file, and a line on how it stands. What is wrong with a file that it extends is shown behind it,
 * unless that was itself asked about. */
void tell_file(struct run *run, const struct asked *asked, const struct validated *file,
               const struct cs_report_options *options, struct cs_buf *out);

/* The first of the worst of these findings. */
struct worst tell_worst(struct run *run, const struct asked *asked, const struct validated *file);

/* Files as reporters are told of them. */
struct tell_list {
    struct cs_report_file *at;
    size_t count, room;
};

/* Adds the file with all answers that were checked, then what it extends, of which something was found. */
void tell_list_file(struct run *run, const struct asked *asked, const struct validated *file, uint32_t turn,
                    struct tell_list *list);

/* Adds the last line: where to read more about the first of the worst findings. */
void tell_details(const struct run *run, const struct worst *worst, struct cs_buf *out);

#endif
