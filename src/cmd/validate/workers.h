/* Work on many files at a time. */
#ifndef CMD_VALIDATE_WORKERS_H
#define CMD_VALIDATE_WORKERS_H

#include "cmd/files.h"

/* What is done for one of the files, by index, with a job and catalogs that no other thread uses in the meantime. It prints
 * nothing, and of what is shared it changes only its own entry. */
typedef void worker_task(void *context, struct cs_job *job, const struct cs_catalogs *catalogs, size_t index);

/* Does a task for each index below count, for as many at a time as -j says. Afterwards all that was made belongs to the
 * run's job, and all that is reported is the same however many worked. */
void workers_run(struct run *run, size_t count, worker_task *task, void *context);

/* Looks at -j before anything is read; false after a usage error was reported. */
bool workers_read(struct run *run);

#endif
